"""What departments know of a family met face to face is not asked; of anybody else nothing is known."""

from datetime import timedelta
from pathlib import Path

import pytest

from core.counsel import Ask, Inquiry, look
from core.counsel.known import known_of
from core.language import understand_resident
from tests.counsel.talk import who
from tests.factories import person
from tests.safety.world import install, living

ASK = "我家能申请低保吗，家里困难"


@pytest.fixture
def home(tmp_path: Path, sqlite_template: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("JPF_CLOCK", "2022-07-15T08:30")
    monkeypatch.delenv("JPF_KEYS", raising=False)
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "jingpingfu.sqlite3").write_bytes(sqlite_template.read_bytes())
    return install(tmp_path / "home")


async def test_a_bound_family_is_not_asked_what_departments_know(home):
    async with living(home) as house:
        now, area = house.clock(), "330482102201"
        await person("wang", "resident", now, name="汪阿姨", household="H2", area=area)
        await person("mei", "resident", now, name="梅阿姨", area=area)
        bound, other = await who("wang"), await who("mei")
        on, std = now.date(), house.city.standards(now.date())
        known = await known_of(bound, house.city, on)
        assert known.value("n_members") == 1 and await known_of(other, house.city, on) is None
        inquiry = Inquiry().heard(understand_resident(ASK), ASK)
        assert "n_members" in asked_of(inquiry, std)
        assert not {"n_members", "anyone_works"} & set(asked_of(inquiry, std, known))


def asked_of(inquiry: Inquiry, std, known=None) -> list[str]:
    """Every question somebody would be asked who answers none of them."""
    asked = []
    while isinstance(found := look(inquiry, std, known), Ask):
        asked.append(found.next.question.name)
        inquiry = inquiry.put(found.next.key)
    return asked


async def test_the_right_ends_with_the_duty(home):
    async with living(home) as house:
        now = house.clock()
        await person("wang", "resident", now, name="汪阿姨", household="H2", area="330482102201")
        bound = await who("wang")
        assert await known_of(bound, house.city, now.date() - timedelta(days=1)) is None
