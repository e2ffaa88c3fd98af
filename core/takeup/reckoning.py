"""Run every rule over tonight's city: who is due what, and how many benefits each family misses."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import polars as pl
from polars import coalesce, col

from core.city import Standards
from core.rules.engine.plan import plan
from core.rules.engine.take_up import City, TakeUp, city_facts, missing_benefits, take_up
from core.variables import Features

HOME = "household"
Key = tuple[str, str]
MISSED, COUNTED = "n_entitled_not_received", "n_missing_benefits"


@dataclass(frozen=True)
class Due:
    """*rows*: benefit, subject, household, region of everybody who is due something for sure and
    does not receive it; *unknown*: of how many nobody can tell, by benefit; *told*: every answer."""

    rows: pl.DataFrame
    unknown: Mapping[str, int]
    told: TakeUp

    @property
    def benefits(self) -> tuple[str, ...]:
        return tuple(self.unknown)

    def doubtful(self, asked: Iterable[Key]) -> set[Key]:
        """Those (benefit, subject) of whom nobody can tell tonight."""
        by_benefit: dict[str, list[str]] = defaultdict(list)
        for benefit, subject in asked:
            by_benefit[benefit].append(subject)
        found: set[Key] = set()
        for frame, who in _frames(self.told):
            for benefit in by_benefit.keys() & set(frame.columns):
                subjects = pl.Series(by_benefit[benefit], dtype=pl.String).implode()
                open_ = frame.filter(col(benefit).is_null() & col(who).is_in(subjects))
                found |= {(benefit, subject) for subject in open_[who]}
        return found


def facts_of(found: Features, std: Standards, prices: tuple[int, int] | None = None) -> City:
    return city_facts(found.households, found.persons, std, prices)


def reckon(found: Features, city: City, std: Standards) -> Due:
    """Entitled and not receiving, as one long table."""
    told = take_up(city, std)
    places = found.households.select("household", "region")
    parts, unknown = [_empty()], {}
    for frame, who in _frames(told):
        for name in _benefits(frame):
            due = frame.filter(col(name))
            parts.append(due.select(pl.lit(name).alias("benefit"), col(who).alias("subject"), HOME))
            unknown[name] = frame[name].null_count()
    rows = pl.concat(parts).join(places, on=HOME, how="left", maintain_order="left")
    ordered = {name: unknown[name] for name in plan(std).rules if name in unknown}
    return Due(rows, ordered, told)


def with_missing(found: Features, city: City, std: Standards) -> Features:
    """The same families, with how many benefits they miss beside what they told themselves."""
    counted = missing_benefits(city, std)
    homes = found.households.drop(MISSED).join(
        counted, on="household", how="left", maintain_order="left"
    )
    homes = homes.with_columns(coalesce(MISSED, COUNTED).alias(COUNTED))
    return replace(found, households=homes.select(found.households.columns))


def _benefits(frame: pl.DataFrame) -> list[str]:
    return [name for name in frame.columns if name.startswith("R-")]


def _frames(told: TakeUp) -> tuple[tuple[pl.DataFrame, str], ...]:
    """The answers about families and about persons, and the column that names whom."""
    return (told.households, "household"), (told.persons, "person")


def _empty() -> pl.DataFrame:
    return pl.DataFrame(schema=dict.fromkeys(("benefit", "subject", "household"), pl.String()))
