"""Made-up households for the tests: every variable with the values a rule can tell apart."""

import json
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

import polars as pl

from core.city.pack import load_city
from core.city.standards import Standards
from core.portrait.bounds import COUNTS, WITHIN

DATA = Path(__file__).parent / "data"
AT = date(2022, 7, 15)
STATUS = ("none", "dibao", "danrenbao", "tekun", "edge", "rigid")
BLOW = ("none", "mild", "severe")
SHOCKS = ("fire", "accident", "illness", "breadwinner", "disaster")
ENUMS = {
    "status": STATUS,
    "housing_grade": ("A", "B", "C", "D"),
    "carer": ("ok", "frail", "none"),
    "child_risk": ("none", "watch", "high"),
    "unstable": ("none", "mid", "high"),
    "skill": ("cert", "degree_only", "none"),
    **{f"shock_{s}": BLOW for s in SHOCKS},
}
FLAGS = (
    "low_income",
    "asset_ok",
    "homeless_or_rent",
    "all_dependent",
    "utility_cut",
    "shock_recent",
    "sole_carer_lost",
    "weak_support",
    "alarm_open",
    "unattended",
    "crisis",
    "med_aid_missing",
    "ltc_uncovered",
    "debt_exec",
    "arrears",
    "need_care",
    "care_gap",
    "elder_alone",
    "elder_empty_nest",
    "special_elder",
    "hazard_open",
    "adapt_missing",
    "trained_12m",
    "job_registered",
    "care_tied",
)
NUMBERS = {
    "pc_income": (0, 53_499, 53_500, 106_999, 107_000),
    "liquid_pc": (0, 106_999, 107_000, 320_999, 321_000),
    "pc_after_rigid": (0, 106_999, 107_000, 160_499, 160_500),
    "asset_income_m": (0, 1, 9_999, 10_000),
    "labor_income_share": (0, 499, 500, 1_999, 2_000),
    "med_share": (0, 1_999, 2_000, 3_999, 4_000),
    "edu_share": (0, 1_499, 1_500, 2_999, 3_000),
    "rehab_share": (0, 1_499, 1_500, 2_999, 3_000),
    "housing_share": (0, 2_999, 3_000, 4_999, 5_000),
    "rigid_share": (0, 2_999, 3_000, 10_000),
    "shock_cost_ratio": (0, 10_000, 10_001, 20_000, 20_001),
    "kwh_month": (0, 14, 15),
    "n_missing_benefits": (0, 1, 2),
    "n_missing_appl": (0, 1, 2, 3, 5),
    "n_care_services": (0, 1, 2),
    "days_since_contact": (0, 30, 31, 60, 61),
    "grad_idle_months": (0, 5, 6, 11, 12),
    **{f"shock_{s}_days": (0, 30, 31, 90, 91, 180) for s in SHOCKS},
}
MONEY = ("pc_income", "liquid_pc", "pc_after_rigid", "asset_income_m")
SHARES = tuple(v for v in NUMBERS if v.endswith(("_share", "_ratio")))
VARIABLES = ("n_members", *COUNTS, *ENUMS, *FLAGS, *NUMBERS)
Row = dict[str, Any]


def standards() -> Standards:
    return load_city().standards(AT)


def values(variable: str, most: int = 4) -> tuple[Any, ...]:
    """The values of a variable that rules can tell apart; counts up to *most*."""
    if variable in ENUMS:
        return ENUMS[variable]
    if variable in FLAGS:
        return (False, True)
    if variable in NUMBERS:
        return NUMBERS[variable]
    return tuple(range(variable == "n_members", most + 1))


def frame(rows: list[Row]) -> pl.DataFrame:
    """A frame with the promised types; variables no row names are left out."""
    named = {name for row in rows for name in row}
    schema: dict[str, Any] = {"household": pl.String}
    for variable in sorted(named - {"household"}):
        schema[variable] = _dtype(variable)
    numbered = [{"household": f"H{i}", **row} for i, row in enumerate(rows)]
    return pl.DataFrame(numbered, schema=schema)


def _dtype(variable: str) -> Any:
    if variable in ENUMS:
        return pl.Enum(ENUMS[variable])
    return pl.Boolean if variable in FLAGS else pl.Int64


def consistent(row: Row) -> bool:
    """Whether the counts of a complete household fit together."""
    whole = row["n_members"]
    inside = all(row[c] <= whole for c in COUNTS if c in row)
    return inside and all(row[p] <= row[w] for p, w in WITHIN.items() if p in row and w in row)


def completions(row: Row, most: int) -> list[Row]:
    """Every household this one could be: nulls and doubts filled in all possible ways."""
    choices = {}
    for variable in VARIABLES:
        known, doubt = row.get(variable), row.get(f"{variable}_unknown") or 0
        if known is None:
            choices[variable] = values(variable, most)
        else:
            choices[variable] = tuple(range(known, known + doubt + 1)) if doubt else (known,)
    filled = (dict(zip(choices, chosen, strict=True)) for chosen in product(*choices.values()))
    return [r for r in filled if consistent(r)]


def seeds() -> dict[str, dict[str, Any]]:
    """The thirteen families of the dossier, their amounts in our units; blows happen on day 0."""
    raw = json.loads((DATA / "seed_households.json").read_text("utf-8"))
    return {name: seed | {"input": _units(seed["input"])} for name, seed in raw.items()}


def _units(row: Row) -> Row:
    scale = dict.fromkeys(MONEY, 100) | dict.fromkeys(SHARES, 10_000)
    told = {k: v if v is None or k not in scale else round(v * scale[k]) for k, v in row.items()}
    return told | {f"shock_{s}_days": 0 for s in SHOCKS}
