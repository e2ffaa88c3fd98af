"""Before and after help, hardship by hardship: written once, open where nobody can tell, told in words."""

from datetime import date, timedelta

import pytest

from core.cases import comparing, proof
from core.cases.comparing import difference
from core.cases.states import advance, hold
from core.cases.telling import story
from core.desk import better
from core.store.casework import Case, Help
from core.store.database import atomically
from core.store.helping import Scores
from tests.factories import CITY, case, staff
from tests.scheduler.families import AT, listed, street

SON = {"C": {"sex": "男", "birth_date": date(2000, 5, 1)}}
LU = listed(
    *SON.items(),
    P06_02=[{"person": "C", "degree": "专科", "fulltime": True, "grad_date": date(2021, 7, 1)}],
    P01_05=[], P06_03=[],
)  # fmt: skip
DAY30, DAY90 = AT + timedelta(days=30), AT + timedelta(days=90)
WORK = {"person": "陆家/C", "household": "陆家", "identity": "职工", "start_date": date(2022, 8, 1)}


class Days:
    """The facts of some days: in work a month after help, out of it again or still in it later."""

    def __init__(self, *, lasts: bool) -> None:
        self.lasts = lasts

    def view(self, day):
        works = day == DAY30 or (day == DAY90 and self.lasts)
        paid = [{**WORK, "pay_month": day.replace(day=1)}] if works else []
        met = {"household": "陆家", "visit_at": day - timedelta(days=9), "kind": "年度复核"}
        return street({"陆家": LU}).later(day, P03_03=paid, M01_12=[met])


async def helped(now):
    await staff(now)
    found = await case(now, household="陆家", person="陆家/C")

    async def work():
        for what in ("take", "visit", "conclude", "plan", "help"):
            await advance(found, what, at=now)
        await Help.create(case=found, at=now, kind="job", item="job", key="k")
        await Help.create(case=found, at=now + timedelta(days=20), kind="job", item="job", key="l")
        await advance(await hold(found), "helped", at=now + timedelta(days=25))

    await atomically(work)
    return found


def test_what_is_not_surely_known_at_both_ends_is_open_and_never_better():
    before = {"A1": [2, 2], "A2": [2, 2], "B1": [0, 0], "B2": [0, 2], "C1": [2, 2], "D1": [0, 1]}
    after = {"A1": [0, 1], "A2": [0, 2], "B1": [2, 2], "B2": [0, 0], "C1": [2, 2], "D1": [0, 0]}
    assert difference(before, after) == {
        "lifted": ["A1"], "new": ["B1"], "still": ["C1"], "open": ["A2", "B2"]
    }  # fmt: skip


async def test_thirty_days_after_the_first_help_once_and_the_case_stays_as_it_was_closed(both, now):
    found = await helped(now)
    assert await comparing.wanted(DAY30 - timedelta(days=1)) == []
    for count in (1, 0):
        told = await comparing.compare(Days(lasts=True), CITY, DAY30, at=now + timedelta(days=30))
        assert told["compared"] == count
    kept = await Case.get(id=found.id)
    assert (kept.state, kept.why_closed) == ("closed", "helped")
    assert kept.closed_at == now + timedelta(days=25)
    scores = {s.moment: s async for s in Scores.filter(case=found)}
    assert scores.keys() == {"before", "day30"} and scores["day30"].on == DAY30
    lifted = scores["day30"].told["difference"]["lifted"]
    assert lifted, "work found lifts a hardship"
    words = [line["words"] for line in await story("陆家", CITY) if line["what"] == "compare"]
    assert len(words) == 1 and f"帮了 30 天，少了 {len(lifted)} 样难处" in words[0]


@pytest.mark.parametrize("lasts", [True, False])
async def test_what_came_back_is_said_and_only_what_lasts_is_counted(db, now, lasts):
    await helped(now)
    for days, day in ((30, DAY30), (90, DAY90)):
        await comparing.compare(Days(lasts=lasts), CITY, day, at=now + timedelta(days=days))
    words = [line["words"] for line in await story("陆家", CITY) if line["what"] == "compare"]
    assert ("少了" in words[-1], "又回来了" in words[-1]) == (lasts, not lasts)
    told = better.with_followed({}, await better.followed(DAY90))
    await atomically(lambda: better.keep(DAY90, told))
    found = await better.better("330482", DAY90)
    assert (found.after, found.lasting) == (1, int(lasts))


async def test_a_case_that_flared_up_is_not_compared_and_keeps_its_history(db, now):
    found = await helped(now)
    await atomically(lambda: proof.flare_up(found, at=now + timedelta(days=28)))
    told = await comparing.compare(Days(lasts=True), CITY, DAY30, at=now + timedelta(days=30))
    assert told == {"due": 0, "compared": 0}
    steps = [line["what"] for line in await story("陆家", CITY)]
    assert steps[-1] == "flare_up" and "helped" in steps
