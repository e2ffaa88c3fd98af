"""The seed families come out as the dossier says (4.5)."""

import pytest

from core.portrait import POINT, portrait
from core.portrait.shelf import types
from tests.portrait.households import AT, frame, seeds, standards

SEEDS = seeds()
COLOURS = "-绿黄红"


def told(row, kind):
    """One type of one household as the dossier writes it."""
    letter = kind.letter
    gate = {True: "归型", None: "待核实"}[row[f"{letter}_gate"]]
    ends = [row[f"{letter}_score_low"] / POINT, row[f"{letter}_score_high"] / POINT]
    levels = [(i, row[f"{i.id}_low"]) for i in kind.indicators]
    unknown = [i.id for i in kind.indicators if row[f"{i.id}_low"] < row[f"{i.id}_high"]]
    return {
        "gate": gate,
        "score": ends,
        "colour": COLOURS[row[f"{letter}_colour_low"]],
        "floor": [f.title() for f in kind.floors if row[f.name]],
        "labels": [i.label_at(level) for i, level in levels if level],
        "unknown": unknown,
    }


@pytest.mark.parametrize("name", SEEDS)
def test_a_seed_family_has_the_portrait_of_the_dossier(name):
    row = portrait(frame([SEEDS[name]["input"]]), standards()).row(0, named=True)
    gated = {
        kind.title(): told(row, kind)
        for kind in types(AT)
        if row[f"{kind.letter}_gate"] is not False
    }
    assert gated == SEEDS[name]["portrait"]


def test_all_seed_families_together_give_the_same():
    rows = [seed["input"] for seed in SEEDS.values()]
    together = portrait(frame(rows), standards()).drop("household")
    alone = [portrait(frame([row]), standards()).drop("household").row(0) for row in rows]
    assert together.rows() == alone


def test_a_family_whose_colour_is_open_has_no_colour_and_a_highest_one():
    row = portrait(frame([SEEDS["张先生家·服务前"]["input"]]), standards()).row(0, named=True)
    assert row["C_gate"] is None
    assert (row["C_colour_low"], row["C_colour_high"]) == (0, 1)
