"""Every monitor proves itself by its own examples, one row at a time and all at once."""

from datetime import date

import polars as pl
import pytest

from core.catalogue import offers
from core.city import load_city
from core.sources import sources
from scheduler.monitors import monitors

SHELF = list(monitors().values())
IDS = [m.id for m in SHELF]
CITY = load_city()


def judge(monitor, rows):
    at = __import__("importlib").import_module(f"scheduler.monitors.{monitor.name}").AT
    known = {k: v for e in monitor.examples for k, v in e.row.items() if v is not None}
    schema = {k: pl.Series([v]).dtype for k, v in known.items()}
    frame = pl.DataFrame([{k: r.get(k) for k in schema} for r in rows], schema=schema)
    return frame.select(says=monitor.when(CITY.standards(at)))["says"].to_list()


@pytest.mark.parametrize("monitor", SHELF, ids=IDS)
def test_its_examples_hold_one_by_one(monitor):
    for example in monitor.examples:
        assert judge(monitor, [example.row]) == [example.expect], example.name


@pytest.mark.parametrize("monitor", SHELF, ids=IDS)
def test_its_examples_hold_all_at_once(monitor):
    rows = [e.row for e in monitor.examples]
    assert judge(monitor, rows) == [e.expect for e in monitor.examples]


@pytest.mark.parametrize("monitor", SHELF, ids=IDS)
def test_it_says_why_when_and_what_it_cannot_tell(monitor):
    assert all(word in monitor.doc for word in ("Why", "Who acts", "False alarms"))
    assert monitor.label.since >= date(2022, 5, 18)
    assert {e.expect for e in monitor.examples} == {True, False, None}


@pytest.mark.parametrize("monitor", SHELF, ids=IDS)
def test_what_it_names_exists(monitor):
    watch = monitor.watch
    assert set(watch.reads) <= set(sources())
    assert set(watch.offers) <= set(offers())
    assert {show.class_id for show in watch.shows} <= set(watch.reads)
    assert {u for u in watch.whistle if u not in ("town", "village")} <= set(CITY.units)
