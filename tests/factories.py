"""Made-up staff and cases with every default filled in."""

from datetime import datetime, timedelta

from core import accounts
from core.cases.brief import TOWN, VILLAGE, Brief, Found, Span
from core.cases.opening import open_case
from core.city import load_city
from core.store.casework import Case
from core.store.database import atomically
from core.store.people import Account

CITY = load_city()
VILLAGE_CODE, TOWN_CODE = "330482102201", "330482102"


class TestClock:
    """A clock that stands until it is moved."""

    __test__ = False

    def __init__(self, start: datetime) -> None:
        self.moment = start

    def __call__(self) -> datetime:
        return self.moment

    def on(self, **delta: float) -> None:
        self.moment += timedelta(**delta)


async def person(handle: str, role: str, now: datetime, *, chat: str = "", **duty) -> Account:
    """An account with one duty, and a chat when one is given."""

    async def work() -> Account:
        account = await accounts.add(handle, duty.pop("name", handle), role, at=now, **duty)
        if chat:
            await accounts.bind(account, "telegram", chat, at=now)
        return account

    return await atomically(work)


async def staff(now: datetime) -> dict[str, Account]:
    """A grid worker, the jobs bureau, the town's office and a supervisor, each with a chat."""
    since = now - timedelta(days=100)
    return {
        "peng": await person("peng", "grid", since, chat="11", name="彭老师", area=VILLAGE_CODE,
                             unit=VILLAGE_CODE),
        "zhou": await person("zhou", "department", since, chat="21", name="小周", unit="M02"),
        "wu": await person("wu", "office", since, chat="22", name="小吴", area=TOWN_CODE,
                           unit=TOWN_CODE),
        "chen": await person("chen", "resident", since, chat="12", name="陈阿姨",
                             area=VILLAGE_CODE),
        "cheng": await person("cheng", "supervisor", since, chat="13", name="程主任",
                              area="330482"),
    }  # fmt: skip


def brief(**changes) -> Brief:
    full = dict(
        monitor="MON-01",
        version="1",
        title="低收入家庭毕业生未就业",
        title_en="Graduate out of work",
        why="家里有人毕业满一年了，还没有工作。",
        why_en="Somebody finished school a year ago and has no job.",
        ask="问问愿不愿意培训。",
        ask_en="Ask about training.",
        need="1 户家庭有人毕业满一年没工作",
        need_en="In 1 family somebody has no job",
        whistle=("M02", TOWN, VILLAGE),
        answer_within=Span(hours=24),
        visit_within=Span(days=3),
        close_within=Span(days=60),
        offers=("HP-01", "HP-02", "HP-03"),
        proof="社保缴了两个月。",
        proof_en="Insurance paid for two months.",
    )
    return Brief(**full | changes)


async def case(now: datetime, *, colour: str = "黄", **changes) -> Case:
    """An open case of the village, whistle blown."""
    fields = ("household", "person", "region", "subject")
    about = {k: changes.pop(k) for k in fields if k in changes}
    found = Found(
        brief=brief(**changes),
        subject=about.get("subject", "p1"),
        household=about.get("household", "H1"),
        person=about.get("person", "p1"),
        region=about.get("region", VILLAGE_CODE),
        colour=colour,
        names={"head": "陆水根", "who": "陆杰", "relation": "儿子"},
    )
    return await atomically(lambda: open_case(found, CITY, at=now))
