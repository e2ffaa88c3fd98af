"""Every indicator, gate and red floor proves itself by its own examples and by the dossier."""

import csv
import json
from itertools import product
from pathlib import Path

import polars as pl
import pytest

import core.portrait
from core.portrait import TYPES, portrait
from core.portrait.bounds import COUNTS
from core.portrait.reading import BOTH
from core.portrait.shelf import Indicator, types
from tests.portrait.households import AT, DATA, frame, standards, values

STD = standards()
UNITS = [u for t in types(AT) for u in t.units]
INDICATORS = [u for u in UNITS if isinstance(u, Indicator)]
IDS = [f"{u.id}-{u.name}" for u in UNITS]
with (DATA / "indicators.csv").open(encoding="utf-8-sig") as file:
    TABLE = {row["id"]: row for row in csv.DictReader(file)}
GATES = json.loads((DATA / "gates.json").read_text("utf-8"))


def expression(unit):
    return unit.level(STD) if isinstance(unit, Indicator) else unit.when(STD)


def interval(unit, rows):
    """Lowest and highest answer of one unit for every row, out of the whole portrait."""
    found = portrait(frame(rows), STD)
    if isinstance(unit, Indicator):
        return list(zip(found[f"{unit.id}_low"], found[f"{unit.id}_high"], strict=True))
    column = f"{unit.type}_gate" if unit.name == "gate" else unit.name
    return [(False, True) if said is None else (said, said) for said in found[column]]


def matches(expect, low, high):
    if expect is None:
        return low < high
    return (low, high) == (expect if isinstance(expect, tuple) else (expect, expect))


@pytest.mark.parametrize("unit", UNITS, ids=IDS)
def test_examples_one_by_one(unit):
    for example in unit.examples:
        (ends,) = interval(unit, [example.row])
        assert matches(example.expect, *ends), (example.name, ends)


@pytest.mark.parametrize("unit", UNITS, ids=IDS)
def test_examples_all_at_once(unit):
    found = interval(unit, [e.row for e in unit.examples])
    wrong = [
        (e.name, ends)
        for e, ends in zip(unit.examples, found, strict=True)
        if not matches(e.expect, *ends)
    ]
    assert wrong == []


@pytest.mark.parametrize("unit", UNITS, ids=IDS)
def test_examples_show_what_happens_when_a_fact_is_missing(unit):
    def missing(row):
        partly = {v for v in unit.reads if row.get(f"{v}_unknown")}
        return partly | {v for v in unit.reads if row.get(v) is None}

    shown = {v for e in unit.examples for v in missing(e.row)}
    assert shown == set(unit.reads)
    answers = {e.expect for e in unit.examples}
    assert answers >= ({0, 2} if isinstance(unit, Indicator) else {True, False, None})


@pytest.mark.parametrize("unit", UNITS, ids=IDS)
def test_says_why_since_when_and_by_whom(unit):
    title, _, why = unit.doc.partition("\n\n")
    assert title.endswith("。")
    assert why
    assert unit.label.source
    assert unit.label.tag == "assumed", "the whole system of indicators is a proposal"
    assert unit.title("en") != unit.title("zh")


@pytest.mark.parametrize("unit", UNITS, ids=IDS)
def test_the_declared_end_of_a_variable_is_the_worst_whatever_the_others_are(unit):
    """The proof behind the intervals: no value beats the declared ends, others being equal."""
    names = list(unit.reads)
    grid = [values(v, 6 if len(names) < 4 else 1) for v in names]
    rows = [dict(zip(names, row, strict=True)) for row in product(*grid)]
    table = frame(rows).with_columns(says=expression(unit).cast(pl.Int8))
    for variable, ends in unit.reads.items():
        others = [n for n in names if n != variable]
        groups = [table] if not others else table.partition_by(others)
        turns = {_turn(g[variable].to_list(), g["says"].to_list(), ends) for g in groups}
        assert "wrong" not in turns, variable
        assert "up" in turns or "both" in turns, f"{variable} is read but changes nothing"


def _turn(found, says, ends):
    """How the answer moves from the best end of a variable to its worst."""
    if ends == BOTH:
        return "both"
    by_value = dict(zip(found, says, strict=True))
    best, worst = _end(by_value, ends[0]), _end(by_value, ends[1])
    ordered = best == min(says) and worst == max(says)
    return "wrong" if not ordered else "flat" if best == worst else "up"


def _end(by_value, end):
    if end in by_value:
        return by_value[end]
    return by_value[min(by_value) if end == 0 else max(by_value)]


@pytest.mark.parametrize("unit", INDICATORS, ids=[f"{u.id}-{u.name}" for u in INDICATORS])
def test_an_indicator_is_the_line_of_the_dossier(unit):
    line = TABLE[unit.id]
    assert unit.title() == line["name_zh"].replace("<20%", "不足").replace(">2个月", "超过两个月")
    assert (unit.weight, unit.fresh) == (int(line["weight"]), int(line["fresh_days"]))
    assert unit.dimension == line["dimension"]
    assert [zh for zh, _ in unit.names] == line["labels"].split("/")
    names = list(unit.reads)
    rows = [dict(zip(names, r, strict=True)) for r in product(*(values(v, 5) for v in names))]
    ours = frame(rows).select(says=unit.level(STD))["says"].to_list()
    assert ours == [_dossier_level(line, row) for row in rows]


def _dossier_level(line, row):
    scope = _scope(row)
    deprived, near = (eval(line[c], {}, scope) for c in ("level1_expr", "level05_expr"))
    return 2 if deprived else 1 if near else 0


def _scope(row):
    """A row in the units of the dossier: yuan, and shares as numbers up to one."""
    scale = {"pc_income": 100, "liquid_pc": 100, "pc_after_rigid": 100, "asset_income_m": 100}
    shares = {v: 10_000 for v in row if v.endswith(("_share", "_ratio"))}
    scale |= shares
    return {"dibao_std": 1070} | {v: x / scale[v] if v in scale else x for v, x in row.items()}


@pytest.mark.parametrize("letter", TYPES)
def test_a_gate_is_the_line_of_the_dossier(letter):
    gate = next(t.gate for t in types(AT) if t.letter == letter)
    names = list(gate.reads)
    few = {v: values(v, 2) if v in COUNTS else values(v) for v in names}
    few |= {v: (0, 1) for v in names if v in COUNTS}
    rows = [dict(zip(names, r, strict=True)) for r in product(*few.values())]
    ours = frame(rows).select(says=gate.when(STD))["says"].to_list()
    when = GATES["gates"][letter]["when"]
    assert ours == [bool(eval(when, {}, _scope(row))) for row in rows]


def test_red_floors_are_those_of_the_dossier():
    ours = {(f.type, f.title()) for t in types(AT) for f in t.floors}
    assert ours == {(f["type"], f["why"]) for f in GATES["red_floors"]}
    for floor in GATES["red_floors"]:
        unit = next(f for t in types(AT) for f in t.floors if f.title() == floor["why"])
        names = list(unit.reads)
        rows = [dict(zip(names, r, strict=True)) for r in product(*(values(v) for v in names))]
        found = frame(rows).select(says=unit.when(STD))["says"].to_list()
        assert found == [bool(eval(floor["when"], {}, _scope(row))) for row in rows]


def test_the_shelf_is_whole():
    kinds = types(AT)
    assert [len(t.indicators) for t in kinds] == [11, 11, 10, 12, 10]
    assert [sum(i.weight for i in t.indicators) for t in kinds] == [100] * 5
    assert {i.id for i in INDICATORS} == TABLE.keys()
    names = [u.name for u in INDICATORS]
    assert len(set(names)) == len(names), "a name is used once: it is also a column"


CHILDREN = ("B10", "B-red-2", "D9", "D10", "E6")


def test_what_only_some_may_see_carries_its_line():
    lines = {u.id: u.line for u in UNITS if u.line}
    """The children's line, and the restricted one for violence and mental illness."""
    restricted = {"B11": "restricted", "B-red-3": "restricted", "D3": "restricted"}
    assert lines == restricted | dict.fromkeys(CHILDREN, "children")


def test_a_unit_fits_on_a_screen():
    root = Path(core.portrait.__file__).parent
    sizes = {p.name: len(p.read_text("utf-8").splitlines()) for p in root.glob("*/*.py")}
    assert {name: n for name, n in sizes.items() if n > 65} == {}
