"""In random towns: what is called the same is the same, and what is not sure is not joined."""

import tempfile
from datetime import timedelta
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.matching.keys import REGISTER
from tests.matching.town import DAYS, DEPARTMENTS, built, decide_some, stored

CLASSES = [REGISTER, "P02-02", "P05-03", *DEPARTMENTS]
SEEDS = st.integers(0, 10**6)
FEW = settings(max_examples=6, deadline=None)


def people_behind(town, view):
    """person as everybody reads it → the human beings its records are about."""
    found: dict[str, set[int]] = {}
    for class_id in CLASSES:
        rows = view.records(class_id).select("record_id", "person").drop_nulls().collect()
        for record, person in rows.iter_rows():
            found.setdefault(person, set()).add(town.truth[class_id, record])
    return found


def called_alike(town):
    """Stand-ins of several people: nobody can tell their rows apart, so they must stay alone."""
    return {mark for mark, people in town.stand_ins.items() if len(people) > 1}


@FEW
@given(SEEDS)
def test_the_same_are_the_same_and_the_unsure_are_not_joined(seed):
    town = built(seed, many=30)
    with tempfile.TemporaryDirectory() as folder:
        facts = stored(town, Path(folder))
        matching = facts.matching(DAYS[-1])
        same = matching.pairs.filter("same").select("a", "b").iter_rows()
        assert [p for p in same if len(town.owners(p[0]) | town.owners(p[1])) > 1] == []
        for a, b in matching.unsure.select("a", "b").iter_rows():
            assert b not in matching.marks(a)
        decide_some(town, facts)
        for at in DAYS[1:]:
            mixed = {p for p, n in people_behind(town, facts.view(at)).items() if len(n) > 1}
            assert mixed <= called_alike(town)


@FEW
@given(SEEDS)
def test_a_past_day_is_replayed_whatever_was_told_or_decided_later(seed):
    town = built(seed, many=20)
    at = DAYS[1] + timedelta(days=1)
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as then:
        facts = stored(town, Path(folder))
        made = decide_some(town, facts)
        before = stored(town, Path(then), until=at)
        for one in made:
            if one.observed <= at:
                before.decide(one)
        assert _as_rows(facts.matching(at).pairs) == _as_rows(before.matching(at).pairs)
        views = facts.view(at), before.view(at)
        for class_id in CLASSES:
            seen, was = (v.records(class_id).sort("record_id").collect() for v in views)
            assert seen.equals(was)


@pytest.mark.parametrize("seed", [0])
def test_every_way_of_recognising_somebody_is_met_in_such_a_town(seed):
    town = built(seed, many=120)
    with tempfile.TemporaryDirectory() as folder:
        matching = stored(town, Path(folder)).matching(DAYS[-1])
        same = set(matching.pairs.filter("same")["why"])
        assert {"both_numbers", "name", "mother"} <= same
        assert {"namesakes", "elsewhere", "several_children"} <= set(matching.unsure["why"])


def _as_rows(pairs: pl.DataFrame):
    return sorted(pairs.select("a", "b", "same", "why").iter_rows(), key=str)
