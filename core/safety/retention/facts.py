"""Facts about somebody, or older than they may be: taken out of the files for good."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

import polars as pl

from core.facts import Facts
from core.facts.ledger import Tombstone
from core.facts.rewriting import Change, bury, rewrite, stored
from core.safety.retention.orders import Subject
from core.sources import Source, sources

PEOPLE = "P02-01"  # who lives where
FORGOTTEN = "forgotten"


@dataclass(frozen=True)
class Whose:
    """The persons and the households whose rows are meant."""

    persons: frozenset[str]
    households: frozenset[str]

    def rows(self) -> pl.Expr:
        """Rows about them: of the household, of a person, or of its people without a household."""
        mine = pl.col("person").is_in(list(self.persons)).fill_null(False)
        if self.households:
            mine &= pl.col("household").is_null()
        return mine | pl.col("household").is_in(list(self.households)).fill_null(False)


@dataclass(frozen=True)
class Counted:
    """Rows of one class that would go, and that the law keeps."""

    class_id: str
    gone: int
    kept: int


def whose(facts: Facts, subject: Subject) -> Whose:
    """A person alone; of a household also the people who are registered nowhere else."""
    if subject.kind == "person":
        return Whose(frozenset({subject.key}), frozenset())
    people = stored(facts, PEOPLE).select("person", "household").drop_nulls().unique().collect()
    here = people.filter(pl.col("household") == subject.key)["person"]
    elsewhere = people.filter(pl.col("household") != subject.key)["person"]
    persons = frozenset(here.to_list()) - frozenset(elsewhere.to_list())
    return Whose(persons, frozenset({subject.key}))


def count(facts: Facts, who: Whose, archive: dict[str, date]) -> list[Counted]:
    """Per class: rows that would go and rows that stay, because *archive* keeps the class from a day."""
    found = []
    for class_id in _delivered(facts):
        mine = stored(facts, class_id).filter(who.rows()).select("data_date").collect()
        stays = mine.filter(_kept(archive.get(class_id))).height
        gone = mine.height - stays
        if gone or stays:
            found.append(Counted(class_id, gone, stays))
    return found


def forget(
    facts: Facts, who: Whose, archive: dict[str, date], stone: Callable[[int], Tombstone]
) -> int:
    """Take the rows out, cut the references to these people in others' rows; how many rows went.

    The register of people comes last: cut short, the next run still knows who lived there.
    """
    total = 0
    for class_id in sorted(_delivered(facts), key=lambda c: c == PEOPLE):
        source = sources()[class_id]
        out = who.rows() & ~_kept(archive.get(class_id))
        cut = _references(source, who)
        done = rewrite(
            facts,
            class_id,
            Change(
                why=FORGOTTEN,
                concerns=partial(_concerned, out | _refers(source, who)),
                apply=partial(_without, out, cut),
            ),
        )
        if done.files:
            bury(facts, class_id, stone(done.rows))
        total += done.rows
    return total


def device_classes() -> list[str]:
    """The classes of raw signals."""
    return [source.class_id for source in sources().values() if source.grain == "device"]


def count_older(facts: Facts, class_id: str, before: date) -> int:
    return int(stored(facts, class_id).select(_older(before).sum()).collect().item() or 0)


def drop_older(facts: Facts, class_id: str, before: date, stone: Callable[[int], Tombstone]) -> int:
    """Take out the rows of a class that were observed and dated before *before*."""
    out = _older(before)
    change = Change(why="aged", concerns=partial(_concerned, out), apply=partial(_without, out, {}))
    done = rewrite(facts, class_id, change)
    if done.files:
        bury(facts, class_id, stone(done.rows))
    return done.rows


def _older(before: date) -> pl.Expr:
    return (pl.col("observed") < before) & (pl.col("data_date") < before)


def _kept(archive_from: date | None) -> pl.Expr:
    return pl.lit(False) if archive_from is None else pl.col("data_date") >= archive_from


def _delivered(facts: Facts) -> list[str]:
    return [c for c in sources() if (facts.folder / c).exists() and facts.ledger(c).files]


def _concerned(which: pl.Expr, rows: pl.LazyFrame) -> bool:
    return bool(rows.select(which.any()).collect().item())


def _without(out: pl.Expr, cut: dict[str, pl.Expr], rows: pl.DataFrame) -> pl.DataFrame:
    return rows.filter(~out).with_columns(**cut)


def _refers(source: Source, who: Whose) -> pl.Expr:
    """Whether a row of somebody else points at one of these people."""
    people = list(who.persons)
    found = [pl.col(n).is_in(people).fill_null(False) for n in _single(source)]
    found += [
        pl.col(n).list.eval(pl.element().is_in(people)).list.any().fill_null(False)
        for n in _several(source)
    ]
    return pl.any_horizontal(found) if found else pl.lit(False)


def _references(source: Source, who: Whose) -> dict[str, pl.Expr]:
    people = list(who.persons)
    cut = {n: pl.when(~pl.col(n).is_in(people)).then(pl.col(n)).alias(n) for n in _single(source)}
    several = {
        n: pl.col(n).list.eval(pl.element().filter(~pl.element().is_in(people)))
        for n in _several(source)
    }
    return {**cut, **several}


def _single(source: Source) -> list[str]:
    return [f.name for f in source.fields.values() if f.type == "idhash"]


def _several(source: Source) -> list[str]:
    return [f.name for f in source.fields.values() if f.type == "list" and f.of == "idhash"]
