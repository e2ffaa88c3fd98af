"""What is unknown is kept apart exactly: the interval holds every completion and no more."""

from itertools import product

import polars as pl
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from polars import col

from core.portrait import TYPES, portrait
from core.portrait.bounds import COUNTS, WITHIN
from core.portrait.shelf import types
from tests.portrait.households import (
    AT,
    VARIABLES,
    completions,
    consistent,
    frame,
    standards,
    values,
)

STD = standards()
TORN = ("E1", "E3", "E5", "E8", "E9", "E_score", "E_colour")
PAIRS = [i.id for t in types(AT) for i in t.indicators]
PAIRS += [f"{t}_{what}" for t in TYPES for what in ("score", "colour")]
TRUTHS = [f.name for t in types(AT) for f in t.floors] + [f"{t}_gate" for t in TYPES]


def spread(rows):
    """Least and most of every result over complete households."""
    found = portrait(frame(rows), STD)
    lows = [col(f"{p}_low").min() for p in PAIRS]
    highs = [col(f"{p}_high").max() for p in PAIRS]
    truths = [pl.when(col(t).min() == col(t).max()).then(col(t).min()).alias(t) for t in TRUTHS]
    assert all((found[f"{p}_low"] == found[f"{p}_high"]).all() for p in PAIRS), "all is known"
    return found.select(*lows, *highs, *truths).row(0, named=True)


def said(row):
    return portrait(frame([row]), STD).drop("household").row(0, named=True)


@st.composite
def households(draw):
    """A complete household whose counts fit together."""
    row = {"n_members": draw(st.integers(1, 4))}
    for count in sorted(COUNTS, key=lambda c: c in WITHIN):
        row[count] = draw(st.integers(0, row[WITHIN.get(count, "n_members")]))
    rest = [v for v in VARIABLES if v not in row]
    return row | {v: draw(st.sampled_from(values(v))) for v in rest}


@st.composite
def half_known(draw, most=4):
    """A household in which up to *most* facts are missing or, for a count, in doubt."""
    row = draw(households())
    for variable in draw(st.lists(st.sampled_from(VARIABLES), max_size=most, unique=True)):
        if variable in COUNTS and draw(st.booleans()):
            sure = draw(st.integers(0, row[variable]))
            row[f"{variable}_unknown"] = row[variable] - sure + draw(st.integers(0, 1))
            row[variable] = sure
        else:
            row[variable] = None
    return row


@settings(max_examples=60, deadline=None)
@given(half_known())
def test_the_interval_is_what_the_completions_say_no_wider_and_no_narrower(row):
    every = completions(row, most=row["n_members"] or 13)
    assert said(row) == spread(every)


@settings(max_examples=40, deadline=None)
@given(half_known(most=len(VARIABLES)), st.randoms(use_true_random=False))
def test_the_interval_holds_completions_of_households_we_know_little_of(row, chance):
    open_row, known = said(row), dict(row)
    for variable in VARIABLES:
        doubt = known.pop(f"{variable}_unknown", None) or 0
        if known[variable] is None:
            known[variable] = chance.choice(values(variable, known["n_members"] or 6))
        elif doubt:
            known[variable] += chance.randint(0, doubt)
    assume(consistent(known))
    one = said(known)
    for pair in PAIRS:
        assert open_row[f"{pair}_low"] <= one[f"{pair}_low"] <= open_row[f"{pair}_high"], pair
    for truth in TRUTHS:
        assert open_row[truth] in (None, one[truth]), truth


@settings(max_examples=30, deadline=None)
@given(half_known(), st.data())
def test_learning_a_fact_never_widens_an_interval(row, data):
    missing = [v for v in VARIABLES if row[v] is None and v not in ("n_members", *COUNTS)]
    assume(missing)
    variable = data.draw(st.sampled_from(missing))
    before = said(row)
    after = said(row | {variable: data.draw(st.sampled_from(values(variable)))})
    for pair in PAIRS:
        assert before[f"{pair}_low"] <= after[f"{pair}_low"]
        assert after[f"{pair}_high"] <= before[f"{pair}_high"]


def known_or_not(most):
    """Every state of knowledge about a count: known, in doubt by some, unknown."""
    known = [(n, d) for n in range(most + 1) for d in range(most + 1 - n)]
    return [*known, (None, 0)]


@pytest.mark.parametrize(
    ("members", "sizes"),
    [(m, [m]) for m in (1, 2, 3, 4)] + [(m, list(range(1, 6 * m + 1))) for m in (1, 2, 3)],
)
def test_workers_and_jobs_are_exact_in_every_state_of_knowledge(members, sizes):
    """Exhaustive for 发展型, where the rules disagree about workers and jobs."""
    base = {"low_income": True, "trained_12m": False, "job_registered": False, "unstable": "mid"}
    states = [
        {"n_labor": n, "n_labor_unknown": d, "n_employed": m, "n_employed_unknown": e}
        for (n, d), (m, e) in product(known_or_not(members), repeat=2)
        if (m or 0) <= (members if n is None else n + d)
    ]
    size = members if len(sizes) == 1 else None
    states = [base | {"n_members": size} | state for state in states]
    tried = [
        {**base, "state": i, "n_members": whole, "n_labor": able, "n_employed": jobs}
        for i, s in enumerate(states)
        for whole in sizes
        for able in _span(s, "n_labor", whole)
        for jobs in _span(s, "n_employed", able)
    ]
    state = pl.Series("state", [t.pop("state") for t in tried])
    every = (
        portrait(frame(tried), STD)
        .with_columns(state)
        .group_by("state")
        .agg(*(col(f"{p}_low").min() for p in TORN), *(col(f"{p}_high").max() for p in TORN))
    )
    assert (
        portrait(frame(states), STD)
        .select(every.columns[1:])
        .equals(every.sort("state").drop("state"))
    )


def _span(state, count, roof):
    if state[count] is None:
        return range(roof + 1)
    return range(state[count], min(state[count] + state[f"{count}_unknown"], roof) + 1)


ABLE = [(0, 40), (7, 30), (13, 0), (21, 0), (1, 2), (None, 0)]
JOBS = [(0, 0), (3, 0), (20, 0), (0, 40), (5, 9), (None, 0)]


def fits(able, jobs):
    return (jobs[0] or 0) <= (40 if able[0] is None else sum(able))


@pytest.mark.parametrize(("able", "jobs"), [p for p in product(ABLE, JOBS) if fits(*p)])
def test_a_dormitory_is_as_exact_as_a_family(able, jobs):
    state = {
        "n_labor": able[0],
        "n_labor_unknown": able[1],
        "n_employed": jobs[0],
        "n_employed_unknown": jobs[1],
    }
    base = {"low_income": True, "trained_12m": None, "unstable": None, "n_members": 40}
    tried = [
        base | {"n_labor": a, "n_employed": j}
        for a in _span(state, "n_labor", 40)
        for j in _span(state, "n_employed", a)
    ]
    found, one = portrait(frame(tried), STD), said(base | state)
    for pair in TORN:
        assert one[f"{pair}_low"] == found[f"{pair}_low"].min(), pair
        assert one[f"{pair}_high"] == found[f"{pair}_high"].max(), pair


@settings(max_examples=3, deadline=None)
@given(st.lists(half_known(most=12), min_size=20, max_size=30))
def test_a_town_is_its_families_one_by_one(rows):
    together = portrait(frame(rows), STD).drop("household").rows()
    assert together == [tuple(said(row).values()) for row in rows]


def test_a_household_of_which_nothing_is_known_could_be_anything():
    row = said({"n_members": None})
    for letter in TYPES:
        assert row[f"{letter}_gate"] is None
        assert row[f"{letter}_score_low"] == 0
        assert (row[f"{letter}_colour_low"], row[f"{letter}_colour_high"]) == (0, 3)


def test_a_missing_column_is_unknown_and_a_lazy_frame_is_as_good():
    rows = [{"n_members": 3, "n_labor": 1}]
    full = portrait(frame([{**dict.fromkeys(VARIABLES), **rows[0]}]), STD)
    assert portrait(frame(rows).lazy(), STD).equals(full)


def test_no_households_give_no_portraits():
    some = frame([{"n_members": 3, "n_labor": None}])
    none = portrait(some.clear(), STD)
    assert none.is_empty()
    assert none.schema == portrait(some, STD).schema


@pytest.mark.parametrize(
    ("days", "points"),
    [(0, 12), (30, 12), (31, 8.4), (90, 8.4), (91, 4.8), (180, 4.8), (181, 0)],
)
def test_a_blow_fades(days, points):
    row = {"shock_fire": "severe", "shock_fire_days": days}
    calm = dict.fromkeys(("shock_accident", "shock_illness", "shock_breadwinner"), "none")
    found = said(row | calm | {"shock_disaster": "none"})
    assert found["B_score_low"] == points * 20
    assert said({**row, **calm, "shock_fire": "mild"})["B_score_low"] == points * 10


def test_a_blow_of_unknown_day_is_between_just_now_and_the_end_of_the_window():
    row = {v: "none" for v in ("shock_accident", "shock_illness", "shock_breadwinner")}
    found = said(row | {"shock_fire": "severe", "shock_disaster": "none"})
    zero = said(row | {"shock_fire": "none", "shock_disaster": "none"})
    assert found["B_score_low"] - zero["B_score_low"] == 4.8 * 20
    assert found["B_score_high"] - zero["B_score_high"] == 12 * 20
