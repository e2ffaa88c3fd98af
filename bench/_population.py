"""A made-up town for the measurements: households, persons, and what is not known about them.

Shares are assumed, so that every rule has families on both sides and about every twenty-fifth
fact of a household is unknown. Byte-identical for the same size and seed.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl

ENUMS: dict[str, tuple[tuple[str, ...], tuple[float, ...]]] = {
    "status": (
        ("none", "dibao", "danrenbao", "tekun", "edge", "rigid"),
        (0.86, 0.05, 0.02, 0.02, 0.03, 0.02),
    ),
    "housing_grade": (("A", "B", "C", "D"), (0.7, 0.2, 0.07, 0.03)),
    "carer": (("ok", "frail", "none"), (0.85, 0.1, 0.05)),
    "child_risk": (("none", "watch", "high"), (0.94, 0.04, 0.02)),
    "unstable": (("none", "mid", "high"), (0.8, 0.15, 0.05)),
    "skill": (("cert", "degree_only", "none"), (0.4, 0.4, 0.2)),
    **{
        f"shock_{kind}": (("none", "mild", "severe"), (0.98, 0.015, 0.005))
        for kind in ("fire", "accident", "illness", "breadwinner", "disaster")
    },
}
FLAGS = {
    "low_income": 0.2,
    "asset_ok": 0.9,
    "homeless_or_rent": 0.1,
    "all_dependent": 0.1,
    "utility_cut": 0.01,
    "shock_recent": 0.03,
    "sole_carer_lost": 0.01,
    "weak_support": 0.05,
    "alarm_open": 0.005,
    "unattended": 0.005,
    "crisis": 0.002,
    "med_aid_missing": 0.03,
    "ltc_uncovered": 0.05,
    "debt_exec": 0.03,
    "arrears": 0.05,
    "need_care": 0.15,
    "care_gap": 0.1,
    "elder_alone": 0.05,
    "elder_empty_nest": 0.1,
    "special_elder": 0.03,
    "hazard_open": 0.1,
    "adapt_missing": 0.2,
    "trained_12m": 0.2,
    "job_registered": 0.5,
    "care_tied": 0.05,
}
NUMBERS = {
    "pc_income": 600_000,
    "liquid_pc": 2_000_000,
    "pc_after_rigid": 500_000,
    "asset_income_m": 60_000,
    "labor_income_share": 10_001,
    "med_share": 6_000,
    "edu_share": 4_000,
    "rehab_share": 4_500,
    "housing_share": 6_000,
    "rigid_share": 4_000,
    "shock_cost_ratio": 30_000,
    "kwh_month": 300,
    "n_missing_benefits": 3,
    "n_missing_appl": 5,
    "n_care_services": 3,
    "days_since_contact": 120,
    "grad_idle_months": 20,
    **{
        f"shock_{kind}_days": 181
        for kind in ("fire", "accident", "illness", "breadwinner", "disaster")
    },
}
TRAITS = {
    "in_school": (0.15, 0.02),
    "certified": (0.06, 0.01),
    "severe": (0.5, 0.01),
    "fully_dependent": (0.02, 0.03),
    "partly_dependent": (0.03, 0.03),
    "employed": (0.8, 0.05),
    "insured": (0.96, 0.03),
    "very_ill": (0.02, 0.01),
    "long_treated": (0.04, 0.02),
    "cognitive": (0.01, 0.02),
    "unaided": (0.02, 0.01),
    "child_hard": (0.02, 0.01),
    "child_weak": (0.05, 0.02),
}
"""Of a person: how often true, and how often unknown."""

UNKNOWN = 0.04
"""How often a fact of a household is unknown."""

SIZES = (0.2, 0.28, 0.22, 0.16, 0.09, 0.04, 0.01)
"""How many households have one, two, three ... members."""


def town(households: int, seed: int = 1) -> tuple[pl.DataFrame, pl.DataFrame]:
    """(households, persons): about 2.8 persons a household, persons sorted by household."""
    dice = np.random.default_rng(seed)
    sizes = dice.choice(
        [1, 2, 3, 4, 5, 6, 7], households, p=[0.2, 0.28, 0.22, 0.16, 0.09, 0.04, 0.01]
    )
    homes: dict[str, Any] = {"household": pl.Series(np.arange(households, dtype=np.int64))}
    for name, (categories, shares) in ENUMS.items():
        codes = dice.choice(len(categories), households, p=shares).astype(np.uint32)
        homes[name] = _enum(_gaps(dice, codes, UNKNOWN), categories)
    for name, share in FLAGS.items():
        homes[name] = _gaps(dice, dice.random(households) < share, UNKNOWN)
    for name, top in NUMBERS.items():
        homes[name] = _gaps(dice, dice.integers(0, top, households), UNKNOWN)
    return pl.DataFrame(homes), _persons(dice, sizes)


def _persons(dice: np.random.Generator, sizes: Any) -> pl.DataFrame:
    count = int(sizes.sum())
    persons: dict[str, Any] = {
        "household": pl.Series(np.repeat(np.arange(len(sizes), dtype=np.int64), sizes)),
        "age": _gaps(dice, dice.integers(0, 95, count), 0.01),
    }
    for name, (share, unknown) in TRAITS.items():
        persons[name] = _gaps(dice, dice.random(count) < share, unknown)
    return pl.DataFrame(persons)


def _gaps(dice: np.random.Generator, values: Any, unknown: float) -> pl.Series:
    known = pl.Series(dice.random(len(values)) >= unknown)
    return pl.select(pl.when(known).then(pl.Series(values))).to_series()


def _enum(codes: pl.Series, categories: Sequence[str]) -> pl.Series:
    return pl.Series(categories, dtype=pl.Enum(categories)).gather(codes)


PART = 250_000


def written(folder: Path, households: int, seed: int = 1) -> list[Path]:
    """The town as Parquet, one folder a part of at most a quarter of a million households."""
    parts = []
    for number, start in enumerate(range(0, households, PART)):
        part = folder / f"part-{number}"
        part.mkdir(parents=True)
        homes, persons = town(min(PART, households - start), seed + number)
        homes.write_parquet(part / "households.parquet")
        persons.write_parquet(part / "persons.parquet")
        parts.append(part)
    return parts


def read(part: Path) -> tuple[pl.DataFrame, pl.DataFrame]:
    """(households, persons) of one part."""
    return tuple(  # type: ignore[return-value]
        pl.read_parquet(part / f"{name}.parquet") for name in ("households", "persons")
    )
