"""A made-up city as facts of the rules: every rule has families on both sides.

Shares are assumed. Byte-identical for the same size and seed.
"""

import numpy as np
import polars as pl
from numpy.random import Generator

from core.rules.engine.shelf import vocabulary
from core.rules.engine.take_up import City
from core.rules.facts import Fact

SIZES, SHARES = (1, 2, 3, 4, 5), (0.2, 0.27, 0.25, 0.18, 0.1)
STATUS = (0.86, 0.02, 0.03, 0.05, 0.02, 0.02)
NUMBERS = {"age": 103, "house_area": 260, "job_months": 24, "accident_months": 60}
MONEY = {"counted_income": 900_000, "fin_assets": 20_000_000, "income_12m": 12_000_000}
MONEY |= {"rigid_year": 6_000_000, "med_year": 5_000_000}
YES = {"family_hukou_local": 0.9, "hukou_local": 0.9, "asset_ok": 0.8}
NEVER = ("obligors_apart",)
"""Support of relatives is part of the counted income, ..."""
SURE = ("obligors_apart", "counted_income", "new_wage", "wages")
"""... which is known."""
ABSENT = ("asset_ok", "asset_ok_edge", "pc_income", "after_costs_pc", "rigid_share", "income_month")
"""Findings of departments, which the rules make themselves here; and income told another way."""


def city(households: int, unknown: float, seed: int = 9) -> City:
    """So many households with their persons; this share of all facts is unknown."""
    dice = np.random.default_rng(seed)
    sizes = dice.choice(SIZES, households, p=SHARES)
    ids = pl.Series("household", np.arange(households)).cast(pl.String)
    homes = [ids, *(_column(f, households, unknown, dice) for f in _facts("household"))]
    home = pl.Series("home", np.repeat(np.arange(households), sizes), dtype=pl.UInt32)
    people = [home, ids.gather(home).alias("household")]
    people.append(pl.Series("person", np.arange(sizes.sum())).cast(pl.String))
    people += [_column(f, int(sizes.sum()), unknown, dice) for f in _facts("person")]
    size = pl.Series("n_members", sizes, dtype=pl.Int64)
    return City(pl.DataFrame(homes).with_columns(size), pl.DataFrame(people))


def _facts(of: str) -> list[Fact]:
    return [fact for fact in vocabulary().values() if fact.of == of]


def _column(fact: Fact, count: int, unknown: float, dice: Generator) -> pl.Series:
    open_ = 1 if fact.name in ABSENT else 0 if fact.name in SURE else unknown
    holes = pl.Series(dice.random(count) < open_)
    values = _values(fact, count, dice)
    return pl.select(pl.when(~holes).then(values).alias(fact.name)).to_series()


def _values(fact: Fact, count: int, dice: Generator) -> pl.Series:
    if fact.kind == "bool":
        return pl.Series(
            dice.random(count) < (0 if fact.name in NEVER else YES.get(fact.name, 0.1))
        )
    if fact.kind == "choice":
        words = list(fact.choices)
        shares = STATUS if fact.name == "status" else None
        picked = dice.choice(len(words), count, p=shares)
        return pl.Series(picked, dtype=pl.UInt32).replace_strict(
            dict(enumerate(words)), return_dtype=fact.dtype
        )
    if fact.name == "new_wage":
        return pl.Series(np.zeros(count, dtype=np.int64))
    most = MONEY.get(fact.name, 500_000) if fact.kind == "money" else NUMBERS.get(fact.name, 5)
    return pl.Series(dice.integers(0, most, count))
