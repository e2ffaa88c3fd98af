"""A monitor moves by people with the right, one step at a time, on record; villages only widen."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import accounts
from core.access import NotAllowed
from core.monitoring import life
from core.monitoring.life import CannotMove, Life, place_of
from core.store.monitoring import MonitorStage
from core.store.trail import Audit
from tests.factories import CITY, person

GRIDS = [f"33048210{n:04}01" for n in range(400)]


@pytest.fixture
async def boss(db, now):
    return await accounts.who(await person("cheng", "supervisor", now, area="330482"))


async def moved(stage, boss, now, **told):
    at = Life(stage, told.pop("share_now", life.WHOLE))
    return await life.promote("MON-55", at, boss, city=CITY.code, why="看过回测", at=now, **told)


async def test_the_line_is_walked_step_by_step(boss, now):
    assert (await moved("backtested", boss, now)).stage == "silent"
    villages = await moved("silent", boss, now)
    assert (villages.stage, villages.share) == ("villages", life.FIRST_SHARE)
    assert (await moved("villages", boss, now, share_now=2_000)).stage == "live"
    steps = await MonitorStage.filter(monitor="MON-55").order_by("id")
    assert [(s.stage, s.by, s.why) for s in steps] == [
        (stage, "cheng", "看过回测") for stage in ("silent", "villages", "live")
    ]
    assert await Audit.filter(what__startswith="monitor_").count() == 3


async def test_a_draft_goes_nowhere_before_it_was_tried_over_the_past(boss, now):
    with pytest.raises(CannotMove, match="先回测"):
        await moved("draft", boss, now)
    await life.backtested("MON-55", Life("draft"), at=now, figures="90 天")
    assert (await life.lives({"MON-55": "draft"}))["MON-55"].stage == "backtested"
    await life.backtested("MON-55", Life("live"), at=now, figures="90 天")
    assert await MonitorStage.all().count() == 1


@pytest.mark.parametrize(
    ("stage", "told", "words"),
    [
        ("live", {}, "全面上线了"),
        ("live", {"to": "silent"}, "不能往回走"),
        ("silent", {"to": "backtested"}, "没有这一步"),
        ("villages", {"to": "villages", "share": 2_000, "share_now": 3_000}, "只能再放宽"),
        ("silent", {"to": "villages", "share": 20_000}, "0 和 100%"),
    ],
)
async def test_no_other_step_is_taken(boss, now, stage, told, words):
    with pytest.raises(CannotMove, match=words):
        await moved(stage, boss, now, **told)
    assert not await MonitorStage.all().count()


async def test_nobody_else_and_nobody_without_a_reason_moves_it(boss, now):
    town = await accounts.who(await person("t", "supervisor", now, area="330482102"))
    admin = await accounts.who(await person("a", "admin", now, area="330482"))
    for who in (town, admin):
        with pytest.raises(NotAllowed):
            await life.pause("MON-01", Life("live"), who, city=CITY.code, why="吵", at=now)
    with pytest.raises(CannotMove, match="理由"):
        await life.pause("MON-01", Life("live"), boss, city=CITY.code, why=" ", at=now)
    assert not await MonitorStage.all().count()


async def test_after_a_pause_it_goes_on_where_it_was(boss, now):
    await moved("silent", boss, now, share=4_000)
    at = (await life.lives({"MON-55": "draft"}))["MON-55"]
    paused = await life.pause("MON-55", at, boss, city=CITY.code, why="农忙", at=now)
    assert not paused.counts and not paused.opens_in("MON-55", GRIDS[0])
    with pytest.raises(CannotMove, match="已经暂停了"):
        await life.pause("MON-55", paused, boss, city=CITY.code, why="农忙", at=now)
    again = await life.promote("MON-55", paused, boss, city=CITY.code, why="忙完了", at=now)
    assert (again.stage, again.share) == ("villages", 4_000)


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 9_999), st.integers(1, 9_999))
def test_a_wider_share_only_adds_grids(one, other):
    narrow, wide = (
        {g for g in GRIDS if Life("villages", share).opens_in("MON-55", g)}
        for share in sorted((one, other))
    )
    assert narrow <= wide


def test_a_share_is_about_that_share_of_the_grids_and_another_for_every_monitor():
    fifth = [{g for g in GRIDS if place_of(m, g) < 2_000} for m in ("MON-55", "MON-56")]
    assert all(50 < len(grids) < 110 for grids in fifth)
    assert fifth[0] != fifth[1]
    assert not Life("villages", life.WHOLE).opens_in("MON-55", "")
