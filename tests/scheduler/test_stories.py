"""Every monitor finds its truth in department records, and stays silent on its close misses."""

from functools import cache

import polars as pl
import pytest

from core.variables import features
from scheduler.monitors.judging import judge
from scheduler.monitors.shelf import in_force
from tests.scheduler.families import AT, street
from tests.scheduler.stories import MISSES, SILENT, TRUTHS
from tests.variables.world import standards


@cache
def told(*stale):
    """What every monitor says of the street when these classes have fallen silent."""
    stories = {name: story for name, (story, _) in TRUTHS.items()} | MISSES
    world, std = street(stories, stale=stale), standards(AT)
    people = features(world, std)
    return judge(in_force(AT), people.persons, people.households, world, std)


@cache
def found():
    """Which monitors found which family."""
    hits = {name: set() for name in (*TRUTHS, *MISSES)}
    for verdicts in told():
        for household in verdicts.frame.filter(pl.col("says"))["household"]:
            hits[household].add(verdicts.monitor.id)
    return hits


@pytest.mark.parametrize("name", TRUTHS)
def test_a_family_in_need_is_found_by_its_monitors_and_no_others(name):
    assert found()[name] == TRUTHS[name][1]


@pytest.mark.parametrize("name", MISSES)
def test_a_close_miss_stays_silent(name):
    assert found()[name] == set()


def test_every_monitor_over_people_has_a_family_to_find():
    mine = {m.id for m in in_force(AT) if m.watch.grain in ("person", "household")}
    assert set().union(*(hits for _, hits in TRUTHS.values())) == mine


@pytest.mark.parametrize("name", SILENT)
def test_where_a_source_fell_silent_it_cannot_tell_and_names_the_source(name):
    monitor, class_id = SILENT[name]
    stale = sorted({c for _, c in SILENT.values()})
    [verdicts] = [v for v in told(*stale) if v.monitor.id == monitor]
    says = verdicts.frame.filter(pl.col("household") == name)["says"]
    assert True not in says.to_list() and None in says.to_list()
    assert class_id in verdicts.stale and verdicts.unknown > 0


def test_the_same_street_is_told_the_same_twice():
    one, other = told(), told.__wrapped__()
    assert [v.frame.to_dicts() for v in one] == [v.frame.to_dicts() for v in other]


def test_a_verdict_row_carries_who_where_and_what_to_show():
    for verdicts in told():
        frame, watch = verdicts.frame, verdicts.monitor.watch
        assert {
            "subject",
            "person",
            "household",
            "region",
            "says",
            "still",
            "proven",
            "colour",
        } <= set(frame.columns)
        assert {f"shown.{s.column}" for s in watch.shows} <= set(frame.columns)
        assert frame["subject"].is_unique().all()
        assert frame.filter(pl.col("says"))["region"].null_count() == 0
