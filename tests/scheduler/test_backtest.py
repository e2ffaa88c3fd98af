"""Nights of the past once more: what one monitor would have opened, closed, cost, and whether rightly."""

from datetime import date, timedelta

import polars as pl
import pytest

from core.clock import at_time
from core.monitoring import life
from core.store.casework import Case, Finding
from core.store.monitoring import MonitorStage, Outcome
from scheduler.backtest import backtest, replay
from scheduler.backtest.braked import braked
from scheduler.backtest.burden import burden
from scheduler.backtest.replay import OPENING, Day, Replayed, span
from scheduler.backtest.report import CannotBacktest
from scheduler.backtest.truth import Names, NoTruth, judged, read_truth
from tests.factories import CITY, case
from tests.scheduler.families import AT, street
from tests.scheduler.houses import house_of
from tests.scheduler.stories import TRUTHS, graduate

NEXT = AT + timedelta(days=1)
GRADUATE, FAMILY = "毕业一年没工作", "查出大病"


def of(name, person, **fields):
    return {"person": f"{name}/{person}", "household": name, "region": "330482102201", **fields}


def insured_later(world):
    """Insurance of another province, paid since May, arrives a day late."""
    late = of(
        GRADUATE, "C", identity="职工", pay_month=date(2022, 6, 1), start_date=date(2022, 5, 1)
    )
    return world.later(AT, P03_03=[late | {"observed": NEXT}])


@pytest.fixture
def world():
    return street({name: TRUTHS[name][0] for name in (GRADUATE, FAMILY)})


@pytest.mark.usefixtures("db")
async def test_a_replay_opens_closes_and_writes_nothing(world, tmp_path):
    house = house_of(insured_later(world), tmp_path)
    told = replay(house, span(AT, NEXT), only={"MON-01"}, beside={"MON-07"})
    (opening,) = told.openings
    assert (opening["subject"], opening["opened"], opening["closed"]) == (f"{GRADUATE}/C", AT, NEXT)
    assert [(d.hits, d.new) for d in told.days["MON-01"]] == [(1, 1), (0, 0)]
    assert not await Finding.all().count() and not await Case.all().count()


@pytest.mark.usefixtures("db")
async def test_whoever_lacks_data_is_counted_as_cannot_tell_and_nobody_is_skipped(tmp_path):
    blind = house_of(street({GRADUATE: TRUTHS[GRADUATE][0]}, stale=["P03-03"]), tmp_path)
    seen = await backtest(blind, "MON-01", AT, AT, beside=False)
    assert seen["opened"] == 0
    assert seen["cannot_tell"]["a_day"] >= 1
    seeing = house_of(street({GRADUATE: TRUTHS[GRADUATE][0]}), tmp_path)
    whole = replay(seeing, [AT], only={"MON-01"}).days["MON-01"][0]
    silent = replay(blind, [AT], only={"MON-01"}).days["MON-01"][0]
    assert silent.judged == whole.judged


@pytest.mark.usefixtures("db")
async def test_the_report_tells_days_burden_overlap_and_outcomes(tmp_path):
    both = graduate(P05_02=TRUTHS[FAMILY][0]["P05-02"])
    house = house_of(street({GRADUATE: both}), tmp_path)
    told = await backtest(house, "MON-01", AT, NEXT)
    assert (told["days"], told["opened"], told["first_day"]) == (2, 1, 1)
    assert told["burden"]["cards"] == 1 and told["burden"]["workers"] == 1
    assert {one["monitor"]: one["share"] for one in told["overlap"]}["MON-07"] == 1
    assert told["against"]["outcomes"]["precision"]["n"] == 0


@pytest.mark.usefixtures("db")
async def test_what_people_found_is_held_against_it(world, tmp_path):
    opened = await case(at_time(AT, 9), household=GRADUATE)
    await Finding.create(
        monitor="MON-01", version="1", subject=f"{GRADUATE}/C", household=GRADUATE, opened_on=AT,
        case=opened,
    )  # fmt: skip
    await Outcome.create(
        case=opened, monitor="MON-01", version="1", leads=True, verdict="true", at=at_time(AT, 9)
    )
    told = await backtest(house_of(world, tmp_path), "MON-01", AT, AT, beside=False)
    assert told["against"]["outcomes"]["precision"] | {"low": None} == {
        "right": 1, "n": 1, "share": 1.0, "low": None, "high": 1.0,
    }  # fmt: skip


@pytest.mark.usefixtures("db")
async def test_a_draft_that_was_tried_may_go_on_and_others_stay_where_they_are(world, tmp_path):
    house = house_of(world, tmp_path)
    await backtest(house, "MON-01", AT, AT, beside=False)
    assert not await MonitorStage.all().count()
    await MonitorStage.create(
        monitor="MON-01", stage="draft", at=at_time(AT, 0), by="x", why="新的"
    )
    await backtest(house, "MON-01", AT, AT, beside=False)
    assert (await life.lives({"MON-01": "live"}))["MON-01"].stage == "backtested"


@pytest.mark.usefixtures("db")
async def test_what_cannot_be_tried_over_the_past_says_why(world, tmp_path):
    house = house_of(world, tmp_path)
    for monitor in ("MON-45", "MON-46"):
        with pytest.raises(CannotBacktest, match=r"自己的记录.*静默"):
            await backtest(house, monitor, AT, AT)
    with pytest.raises(CannotBacktest, match="还没有施行"):
        await backtest(house, "MON-01", date(2020, 1, 1), date(2020, 1, 2))


def counted(new, monitor="MON-01", first=AT):
    """A replay in which a monitor opened so many on each day."""
    days = [Day(first + timedelta(days=n), count, count, 0, 9) for n, count in enumerate(new)]
    return Replayed(days={monitor: days})


@pytest.mark.parametrize(
    ("new", "held"),
    [
        ([500, *[2, 1] * 5, 40], [11]),  # the backlog of the first day is no usual count
        ([0, *[2, 1] * 5, 3], []),
        ([0, 2, 1, 40], []),  # three days tell nothing yet
        ([0, 2, 900], [2]),  # above the cap, whatever is usual
    ],
)
def test_the_brake_is_tried_over_what_the_others_opened(new, held):
    days = span(AT, AT + timedelta(days=len(new) - 1))
    told = braked(counted(new), days, CITY)
    assert [(o["subject"], o["opened"]) for o in told.openings] == [
        ("MON-01", AT + timedelta(days=n)) for n in held
    ]
    assert len(told.days["MON-54"]) == len(days) - 1
    early = [day.unknown for day in told.days["MON-54"][:3]]
    assert early[0] == 1  # nothing to compare with: cannot tell


@pytest.mark.usefixtures("db")
async def test_a_backtest_of_the_brake_looks_at_everybody(world, tmp_path):
    told = await backtest(house_of(world, tmp_path), "MON-54", AT, NEXT)
    assert (told["days"], told["opened"]) == (1, 0) and told["cannot_tell"]["a_day"] > 0


def test_a_weekly_monitor_opens_on_its_day_even_when_days_are_left_out(tmp_path):
    house = house_of(street({"两个大人都没上班": TRUTHS["两个大人都没上班"][0]}), tmp_path)
    saturday = AT + timedelta(days=1)
    daily = replay(house, span(AT, saturday), only={"MON-02"})
    assert daily.openings == []  # neither Friday nor Saturday is its Monday
    stepped = replay(house, span(AT, AT + timedelta(days=5), 5), only={"MON-02"})
    assert [o["opened"] for o in stepped.openings] == [AT + timedelta(days=5)]


def opening(subject, household, opened, closed=None, monitor="MON-01"):
    return [monitor, subject, subject, household, "33048210220101", "黄", opened, closed]


def openings(*rows):
    return pl.DataFrame(list(rows), schema=OPENING, orient="row")


def test_cards_are_counted_by_worker_and_week():
    days = span(date(2022, 7, 4), date(2022, 7, 18))
    told = burden(
        openings(
            opening("a", "H1", date(2022, 7, 5)),
            opening("b", "H2", date(2022, 7, 6)),
            opening("c", "H3", date(2022, 7, 15)),
            opening("d", "", date(2022, 7, 15)),
        ),
        days,
    )
    assert told == {
        "cards": 3, "workers": 1, "per_worker_week": 1.5, "busiest_week_of_one": 2, "red": 0,
    }  # fmt: skip
    assert burden(openings(), [])["per_worker_week"] == 0


FINDINGS = """monitor,level,key,visible_on,surely_on,closes_on,closed_by,id_no,household_no
MON-01,must,,2022-07-05,2022-07-06,2022-07-20,2022-07-25,A,
MON-01,must,,2022-07-05,2022-07-06,,,B,
MON-01,must,,2022-07-05,2022-07-06,,,W,
MON-01,may,,2022-07-05,2022-07-06,,,M,
MON-07,must,,2022-07-05,2022-07-06,,,A,
"""
PEOPLE = "id_no,household_no\nA,H1\nB,H2\nW,H3\nM,H4\n"
ERRORS = "id_no,wrong_id_no,household_no,wrong_from,right_from\nW,,,2022-07-01,2022-07-10\n"


@pytest.fixture
def truth(tmp_path):
    for name, text in (("findings", FINDINGS), ("people", PEOPLE), ("errors", ERRORS)):
        (tmp_path / f"{name}.csv").write_text(text, "utf-8")
    return read_truth(tmp_path, Names(str.lower, str.lower))


def test_every_opening_is_right_false_or_excused_and_what_is_missed_is_named(truth):
    told = judged(
        openings(
            opening("a", "h1", date(2022, 7, 6)),
            opening("w", "h3", date(2022, 7, 3)),  # too early, but its data were wrong then
            opening("z", "h9", date(2022, 7, 6)),  # true of nobody
        ),
        truth, "MON-01", date(2022, 7, 1), date(2022, 7, 31),
    )  # fmt: skip
    assert (told.precision.right, told.precision.n, told.excused) == (1, 2, 1)
    assert [row["subject"] for row in told.false] == ["z"]
    assert (told.recall.right, told.recall.n, told.unchecked) == (1, 2, 1)
    assert [row["subject"] for row in told.missed] == ["b"]


def test_before_it_is_so_or_after_it_is_over_is_false(truth):
    rows = [opening("a", "h1", day) for day in (date(2022, 7, 4), date(2022, 7, 26))]
    told = judged(openings(*rows), truth, "MON-01", date(2022, 7, 1), date(2022, 7, 31))
    assert [row["opened"].day for row in told.false] == [4, 26]


def test_a_weekly_rhythm_may_find_it_a_week_later(truth):
    late = openings(opening("a", "h1", date(2022, 7, 11)))
    days = date(2022, 7, 1), date(2022, 7, 31)
    assert judged(late, truth, "MON-01", *days).recall.right == 0
    assert judged(late, truth, "MON-01", *days, 7).recall.right == 1


def test_a_family_is_what_a_monitor_of_families_is_about(truth):
    told = judged(
        openings(opening("h1", "h1", date(2022, 7, 6), monitor="MON-07")),
        truth, "MON-07", date(2022, 7, 1), date(2022, 7, 31),
    )  # fmt: skip
    assert (told.precision.right, told.recall.right) == (1, 1)


def test_a_folder_without_truth_is_a_sentence(tmp_path):
    with pytest.raises(NoTruth, match="make-town"):
        read_truth(tmp_path, Names(str, str))
