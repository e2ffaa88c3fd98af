"""Random histories against the plainest model there is: a list of what was said, and when."""

import tempfile
from datetime import date, timedelta
from pathlib import Path

import polars as pl
from hypothesis import example, given, settings
from hypothesis import strategies as st

from core.facts import Batch, Facts

START = date(2022, 7, 1)
RECORD = st.sampled_from("abcdef")
SAID = st.tuples(RECORD, st.sampled_from(["add", "upd", "del"]), st.integers(1, 3))
DELIVERY = st.tuples(st.integers(0, 6), st.lists(SAID, max_size=5, unique_by=lambda s: s[0]))
HISTORY = st.lists(DELIVERY, min_size=1, max_size=14)


def day(number: int) -> date:
    return START + timedelta(days=number)


def told(facts: Facts, at: date) -> dict[str, int]:
    rows = facts.view(at).records("P01-01").select("record_id", "monthly_amount").collect()
    assert rows["record_id"].is_unique().all()
    return dict(rows.rows())


def deliver(facts: Facts, number: int, delivery) -> None:
    on, said = delivery
    frame = pl.DataFrame(
        said,
        schema={"record_id": pl.String, "op": pl.String, "monthly_amount": pl.Int64},
        orient="row",
    )
    facts.append(Batch(class_id="P01-01", observed=day(on), frame=frame, sha=f"{number:02}"))


def remembered(history, at: date) -> dict[str, int]:
    """What the model says: the version observed last, in the order of filing within a day.

    Saying again what is known is no news, so a late filing counts even against a day on which the
    old value was only confirmed.
    """
    news, newest = [], 0
    for on, said in history:
        known = latest(news)
        fresh = [s for s in said if on < newest or known.get(s[0]) != content(s)]
        news.append((on, fresh))
        newest = max(newest, on)
    found = latest([(on, said) for on, said in news if day(on) <= at])
    return {record: value for record, (gone, value) in found.items() if not gone}


def content(said) -> tuple[bool, int]:
    _, op, value = said
    return op == "del", value


def latest(news) -> dict[str, tuple[bool, int]]:
    known = {}
    for _, said in sorted(news, key=lambda delivery: delivery[0]):
        known |= {s[0]: content(s) for s in said}
    return known


@settings(max_examples=25, deadline=None)
@given(HISTORY)
@example([(0, [("a", "add", 2)]), (1, [("a", "add", 2)]), (0, [("a", "add", 1)])])
@example([(5, [("a", "add", 1)]), (2, [("a", "add", 2)]), (3, [("a", "del", 2)]), (6, [])])
def test_a_view_is_what_was_said_by_then_in_whatever_order_it_was_filed(history):
    with tempfile.TemporaryDirectory() as folder:
        facts = Facts(Path(folder))
        for number, delivery in enumerate(history):
            deliver(facts, number, delivery)
        for at in map(day, range(-1, 7)):
            assert told(facts, at) == remembered(history, at)


@settings(max_examples=15, deadline=None)
@given(HISTORY)
def test_replaying_a_day_gives_what_was_seen_on_that_day(history):
    seen = {}
    with tempfile.TemporaryDirectory() as folder:
        facts = Facts(Path(folder))
        for number, delivery in enumerate(sorted(history, key=lambda d: d[0])):
            deliver(facts, number, delivery)
            at = day(delivery[0])
            seen[at] = facts.view(at).records("P01-01").sort("record_id").collect()
        for at, then in seen.items():
            assert facts.view(at).records("P01-01").sort("record_id").collect().equals(then)


def test_many_small_deliveries_are_kept_in_few_files(tmp_path):
    facts = Facts(tmp_path)
    for number in range(60):
        deliver(facts, number, (number, [("a", "upd", number), (f"n{number}", "add", number)]))
    assert len(facts.ledger("P01-01").files) < 25
    assert told(facts, day(30)) == {"a": 30} | {f"n{n}": n for n in range(31)}
    assert [b.rows for b in facts.batches()] == [2] * 60


def test_a_view_opened_before_files_were_merged_still_reads(tmp_path):
    facts = Facts(tmp_path)
    for number in range(7):
        deliver(facts, number, (number, [(f"n{number}", "add", number)]))
    before = facts.view(day(6)).records("P01-01").select("record_id")
    deliver(facts, 7, (7, [("n7", "add", 7)]))
    assert facts.ledger("P01-01").retired
    assert before.collect().height == 7


def test_files_replaced_long_ago_are_removed(tmp_path):
    facts = Facts(tmp_path)
    for number in range(90):
        deliver(facts, number, (number, [(f"n{number}", "add", number)]))
    ledger = facts.ledger("P01-01")
    on_disk = {p.name for p in (tmp_path / "P01-01").glob("*.parquet")}
    assert on_disk == {f.name for f in ledger.files} | set(ledger.retired)
    assert f"{day(0)}-00-000.parquet" not in on_disk
