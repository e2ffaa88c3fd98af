"""One look counts once: a case's visit is a round, and a round is the look a case asked for."""

from datetime import date, timedelta

import pytest

from core import accounts
from core.cases import noticed, roster, work
from core.cases.roster import Turn
from core.store.casework import Case, Visit
from core.store.database import atomically
from tests.factories import VILLAGE_CODE, case, person, staff

HOME = "张家"
MET = work.Report("人在家，都好", "visited")


async def due(subject="A", kind="patrol", number=1, by=date(2022, 7, 17), **more):
    period = {"patrol": "2022-W28", "child": "2022-07"}.get(kind, f"{by}")
    about = {"household": HOME, "region": VILLAGE_CODE, "due": by, "period": period, **more}
    return await Turn.create(kind=kind, subject=subject, number=number, **about)


async def state(turn):
    return (await Turn.get(id=turn.id)).state


async def peng_of(now):
    return await accounts.who((await staff(now))["peng"])


async def visited(opened, who, told, now):
    async def work_() -> None:
        await work.report(await Case.get(id=opened.id), who, told, key=f"v{now}", at=now)

    await atomically(work_)


async def test_a_visit_is_the_persons_next_round_and_no_more_that_day(both, now):
    peng, first, second = await peng_of(now), await due(number=1), await due(number=2)
    opened = await case(now, household=HOME, person="A")
    await visited(opened, peng, MET, now)
    assert (await state(first), await state(second)) == ("done", "due")
    kept = await Turn.get(id=first.id)
    assert (kept.by_id, kept.outcome, kept.done_at) == (peng.id, "case", now)
    await visited(opened, peng, MET, now + timedelta(hours=1))
    assert await state(second) == "due"
    await visited(opened, peng, MET, now + timedelta(days=1))
    assert await state(second) == "done"


@pytest.mark.parametrize("about", ["A", None])
async def test_a_matter_of_the_whole_home_is_a_look_at_whoever_lives_there(db, now, about):
    peng, turn = await peng_of(now), await due()
    await visited(await case(now, household=HOME, person=about), peng, MET, now)
    assert await state(turn) == "done"


@pytest.mark.parametrize(
    ("why", "told", "more"),
    [
        ("nobody home", work.Report("家里没人", "not_home"), {}),
        ("on the phone", work.Report("打过电话了，挺好的", "visited"), {}),
        ("about another", MET, {"subject": "B"}),
        ("another home", MET, {"household": "李家"}),
        ("a review is more", MET, {"kind": "review"}),
        ("another line", MET, {"kind": "child", "line": "children"}),
        ("last week's", MET, {"period": "2022-W27", "by": date(2022, 7, 10)}),
    ],
)
async def test_what_is_not_the_same_look_leaves_the_round_open(db, now, why, told, more):
    peng, turn = await peng_of(now), await due(**more)
    await visited(await case(now, household=HOME, person="A"), peng, told, now)
    assert await state(turn) == "due"


async def test_a_round_is_the_visit_of_a_case_that_asked_for_just_that(both, now):
    peng, turn = await peng_of(now), await due()
    asked = await case(now, household=HOME, person="A", monitor="MON-14")
    other = await case(now, household=HOME, person="A", subject="p2")
    looked = await atomically(lambda: noticed.seen_well(turn, peng, key="k", at=now))
    assert [one.id for one in looked] == [asked.id]
    [visit] = await Visit.all()
    assert (visit.case_id, visit.outcome, visit.account_id) == (asked.id, "visited", peng.id)
    assert (await Case.get(id=asked.id)).state not in ("new", "pushed", "taken")
    assert (await Case.get(id=other.id)).state == "pushed"
    assert await atomically(lambda: noticed.seen_well(turn, peng, key="k", at=now)) is None
    assert await Visit.all().count() == 1


async def test_what_somebody_else_has_in_hand_is_left_to_her(db, now):
    peng, turn = await peng_of(now), await due()
    asked = await case(now, household=HOME, person="A", monitor="MON-14")
    mei = await accounts.who(await person("mei", "grid", now, name="梅姐", area=VILLAGE_CODE))
    await atomically(lambda: work.take(asked, mei, at=now))
    assert await atomically(lambda: noticed.seen_well(turn, peng, key="k", at=now)) == []
    assert await roster.seen_today(peng, at=now) and not await Visit.exists()
