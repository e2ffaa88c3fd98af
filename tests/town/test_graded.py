"""Monitors against the truth of a small town: musts found, named false alarms silent, nobody else."""

from collections import Counter, defaultdict
from datetime import date, timedelta

import pytest
from polars import col

from bench.truth import run
from demo.town.checked import check, known, nights
from demo.town.expected import EVERY, Must, Stretch, Truth
from demo.town.grading import UNGRADED, grade, totals
from demo.town.replay import Episode, Replay, look
from demo.town.truth.seen import LIVE
from scheduler.monitors.shelf import monitors

HOUSEHOLDS, YEARS, SEED = 300, 2, 5
NIGHTS = 8


@pytest.fixture(scope="module")
def looked():
    """A small town, looked at on the nights on which most monitors have somebody to find."""
    town = known(HOUSEHOLDS, YEARS, SEED)
    return check(town, rich_nights(town.truth.musts))


def rich_nights(musts):
    due = defaultdict(set)
    for must in musts:
        due[must.sure].add(must.monitor)
    chosen = [LIVE]
    while len(chosen) < NIGHTS:
        met = set().union(*(due[night] for night in chosen))
        chosen.append(max(sorted(due), key=lambda night: len(due[night] - met)))
    return sorted(chosen)


def about(grades, what):
    return {name: getattr(one, what) for name, one in grades.items() if getattr(one, what)}


def test_every_must_of_these_nights_is_found(looked):
    whole = totals(looked.grades.values())
    assert whole.recall.n > 40 and len(about(looked.grades, "found")) > 10
    assert about(looked.grades, "missed") == {} and about(looked.grades, "unsure") == {}


def test_nothing_else_is_found_and_named_false_alarms_stay_silent(looked):
    whole = totals(looked.grades.values())
    assert whole.episodes > 100 and whole.silences > 500
    assert about(looked.grades, "broken") == {}
    assert about(looked.grades, "false") == {} and about(looked.grades, "stale") == {}


def test_the_same_day_looked_at_twice_says_the_same(looked):
    arrivals, day = looked.known.arrivals, looked.replay.days[-1]
    replay = Replay(set())
    replay.add(day, look(arrivals.view(day), arrivals.city))
    before = [vars(e) | {"hits": len(set(e.hits))} for e in replay.episodes]
    replay.add(day, look(arrivals.view(day), arrivals.city))
    assert before == [vars(e) | {"hits": len(set(e.hits))} for e in replay.episodes]


def test_every_monitor_has_somebody_to_find_and_somebody_to_leave_in_peace(seed):
    found = seed.truth["findings"].filter(col("level") == "must")["monitor"]
    quiet = seed.truth["silences"]["monitor"]
    graded = set(monitors()) - set(UNGRADED)
    assert set(found) == graded and set(quiet) == graded | {EVERY}


@pytest.mark.parametrize("name", UNGRADED)
def test_monitors_of_our_own_doing_have_a_case_of_each_sort(name):
    assert {e.expect for e in monitors()[name].examples} >= {True, False}


@pytest.mark.parametrize(
    ("monitor", "why"),
    [
        ("MON-01", "第十一个月找到工作"),
        ("MON-01", "外省参保迟到，已经到了"),
        ("MON-49", "不是低收入家庭"),
        ("MON-33", "残疾人代步车"),
        (EVERY, "户口迁出"),
        (EVERY, "去世"),
    ],
)
def test_a_close_miss_lives_in_the_town_and_no_must_is_about_it(seed, monitor, why):
    quiet = seed.silent(monitor, why)
    assert quiet.height
    must = seed.truth["findings"].filter(col("level") == "must", col("monitor") == monitor)
    assert must.join(quiet, on="id_no", how="semi").filter(col("key") == why).is_empty()


# How grading judges, without a town.

NAME = "MON-01"
DAY = LIVE + timedelta(days=10)


def judged(*episodes, musts=(), allowed=(), quiet=(), excused=()):
    truth = Truth(musts=list(musts))
    truth.allowed[NAME, "p1"] += allowed
    truth.quiet[NAME, "p1"] += quiet
    truth.excused["p1"] += excused
    days = [DAY + timedelta(days=n) for n in range(5)]
    return grade(Replay(set(), days=days, episodes=list(episodes)), truth)[NAME]


def episode(*hits):
    return Episode(NAME, "p1", hits[0], hits[-1], "h1", "p1", list(hits))


def must(first, sure, closes=None):
    return Must(NAME, "p1", "", first, sure, closes)


LATER = DAY + timedelta(days=2)


def test_a_must_without_a_finding_is_missed_and_with_one_it_is_found():
    assert judged(musts=[must(DAY, DAY)]).missed
    assert judged(episode(DAY), musts=[must(DAY, DAY)], allowed=[Stretch(DAY, None)]).found


def test_a_must_that_was_over_before_anybody_looked_is_not_counted():
    early = must(LIVE, LIVE, LIVE + timedelta(days=3))
    result = judged(musts=[early])
    assert (result.recall.n, result.unchecked) == (0, 0)


def test_a_finding_nobody_may_make_is_false_and_one_that_lasts_too_long_is_stale():
    window = Stretch(DAY, LATER)
    assert judged(episode(DAY)).false
    result = judged(episode(DAY, LATER), allowed=[window])
    assert result.stale and not result.false
    assert not judged(episode(DAY), allowed=[window]).wrong.right


def test_a_finding_on_a_named_false_alarm_breaks_it_unless_wrong_rows_explain_it():
    quiet = [Stretch(DAY, None)]
    assert judged(episode(DAY), quiet=quiet).broken
    excused = judged(episode(DAY), quiet=quiet, excused=[Stretch(DAY, None)])
    assert excused.forgiven == 1 and not excused.broken and not excused.false


def test_the_benchmark_tells_each_monitor_and_how_long_nights_took():
    told = run(households=40, days=1, years=1)
    assert told["nights"] == 1 and told["replay_s"] > 0
    assert set(told["monitors"]) == set(monitors()) - set(UNGRADED)
    assert told["all"]["recall"]["n"] == sum(
        int(dict(p.split("=") for p in line.split())["musts"]) for line in told["monitors"].values()
    )
    assert Counter(told["monitors"].values())  # every line reads name=value


def test_nights_end_with_the_last_day():
    assert nights(1, 3) == [date(2022, 12, 29), date(2022, 12, 30), date(2022, 12, 31)]
    assert len(nights(1, 9_999)) == 365
