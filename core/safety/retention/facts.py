"""Facts about somebody, or older than they may be: taken out of the files for good."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial

import polars as pl

from core.facts import Facts
from core.facts.ledger import Tombstone
from core.facts.rewriting import Change, bury, rewrite, stored
from core.matching import MatchedFacts, decisions
from core.safety.retention.orders import Subject
from core.sources import Source, sources

PEOPLE = "P02-01"  # who lives where
FORGOTTEN = "forgotten"


@dataclass(frozen=True)
class Whose:
    """The persons and the households whose rows are meant; *records*, by class, are rows that only
    matching knows to be theirs (no ID number, but the same name, birth date and village)."""

    persons: frozenset[str]
    households: frozenset[str]
    records: dict[str, list[str]] = field(default_factory=dict)

    def mine(self) -> pl.Expr:
        """Rows of the household, of a person, or of its people without a household."""
        mine = pl.col("person").is_in(list(self.persons)).fill_null(False)
        if self.households:
            mine &= pl.col("household").is_null()
        return mine | pl.col("household").is_in(list(self.households)).fill_null(False)

    def rows(self, class_id: str) -> pl.Expr:
        return self.mine() | pl.col("record_id").is_in(self.records.get(class_id, []))


@dataclass(frozen=True)
class Counted:
    """Rows of one class that would go, and that the law keeps."""

    class_id: str
    gone: int
    kept: int


def marks(facts: Facts, subject: Subject, day: date) -> list[str]:
    """Every mark a person is known by; of a household its number."""
    if subject.kind == "person" and isinstance(facts, MatchedFacts):
        return sorted(facts.matching(day).marks(subject.key))
    return [subject.key]


def whose(facts: Facts, subject: Subject, day: date) -> Whose:
    """A person alone; of a household also the people who are registered nowhere else."""
    if subject.kind == "person":
        who = Whose(frozenset(marks(facts, subject, day)), frozenset())
    else:
        who = Whose(_only_here(facts, subject.key, day), frozenset({subject.key}))
    view = facts.view(day)
    records = {
        c: view.records(c).filter(who.mine()).select("record_id").collect()["record_id"].to_list()
        for c in _delivered(facts)
    }
    return replace(who, records=records)


def _only_here(facts: Facts, household: str, day: date) -> frozenset[str]:
    people = stored(facts, PEOPLE).select("person", "household").drop_nulls().unique().collect()
    here = people.filter(pl.col("household") == household)["person"]
    elsewhere = people.filter(pl.col("household") != household)["person"]
    alone = set(here.to_list()) - set(elsewhere.to_list())
    known = [marks(facts, Subject("person", person), day) for person in alone]
    return frozenset(mark for every in known for mark in every)


def count(facts: Facts, who: Whose, archive: dict[str, date]) -> list[Counted]:
    """Per class: rows that would go and rows that stay, because *archive* keeps the class from a day."""
    found = []
    for class_id in _delivered(facts):
        mine = stored(facts, class_id).filter(who.rows(class_id)).select("data_date").collect()
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
        out = who.rows(class_id) & ~_kept(archive.get(class_id))
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
    _forget_matching(facts, set(who.persons))
    return total


def _forget_matching(facts: Facts, persons: set[str]) -> None:
    """What people decided about these marks, and what was worked out from rows that are gone."""
    decisions.forget(facts.folder, persons)
    for path in (facts.folder / decisions.FOLDER).glob("*"):
        if path.is_dir():
            shutil.rmtree(path)


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
