"""Was it right? Against what people found, or against what is true in a made-up town.

A made-up truth says from when the data could show a finding (visible), from when every reading shows it
(surely), and until when. A finding is right when it begins in such a window; recall asks for those
that every reading must find, as soon as the rhythm of the monitor lets it. What wrong rows of data
explain is neither.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import polars as pl
from polars import col, lit

from core.monitoring.interval import Share
from core.problems import Problem
from scheduler.monitors.shelf import monitors

AFTER = timedelta(days=65)  # a wrong row is looked back upon about as long
ABOUT_THINGS = ("region", "source", "device")
GAS = "M06-03"  # an alarm of the gas works is named by its home


class NoTruth(Problem, LookupError):
    """There is no truth in that folder."""


@dataclass(frozen=True)
class Names:
    """How an installation knows people and homes: by ID number its mark, by number its household."""

    person: Callable[[str], str]
    household: Callable[[str], str]


@dataclass(frozen=True)
class Truth:
    """*findings*: monitor, level, subject, visible, surely, closes, until; *errors*: who (a mark or a
    household), wrong_from, right_from."""

    findings: pl.DataFrame
    errors: pl.DataFrame


@dataclass(frozen=True)
class Judged:
    """One monitor against the truth. *excused*: findings that wrong rows explain; *unchecked*: musts
    that wrong rows hide, or that the last days could not show in time. Neither is counted."""

    precision: Share
    recall: Share
    excused: int
    unchecked: int
    missed: list[dict[str, Any]]
    false: list[dict[str, Any]]

    def to_json(self) -> dict[str, Any]:
        return {
            "precision": self.precision.to_json(),
            "recall": self.recall.to_json(),
            "excused_by_wrong_data": self.excused,
            "unchecked": self.unchecked,
        }


def read_truth(folder: Path, names: Names) -> Truth:
    """DIR/truth of `jpf make-town`, subjects named as monitors name them; raises NoTruth."""
    if not (folder / "findings.csv").exists():
        raise NoTruth(f"{folder} 里没有 findings.csv。请给 jpf make-town 写出的 truth 文件夹。")
    homes = dict(_table(folder, "people").select("id_no", "household_no").iter_rows())
    told = _table(folder, "findings")
    subjects = [_subject(row, homes, names) for row in told.iter_rows(named=True)]
    findings = told.select(
        "monitor", "level", pl.Series("subject", subjects, dtype=pl.String),
        visible=_day("visible_on"), surely=_day("surely_on"), closes=_day("closes_on"),
        until=_day("closed_by"),
    )  # fmt: skip
    return Truth(findings, _errors(_table(folder, "errors"), homes, names))


def _table(folder: Path, name: str) -> pl.DataFrame:
    return pl.read_csv(folder / f"{name}.csv", infer_schema=False)


def _day(name: str) -> pl.Expr:
    return col(name).str.to_date("%Y-%m-%d", strict=False)


def _subject(row: Mapping[str, Any], homes: Mapping[str, str], names: Names) -> str:
    """What the monitor calls whom this row is about."""
    known = monitors().get(row["monitor"])
    grain, number, key = known.watch.grain if known else "", row["id_no"], row["key"] or ""
    home = row["household_no"] or homes.get(number or "", "")
    if grain == "device" and key == "gas":
        return f"{GAS}/{names.household(home)}"
    if grain in ABOUT_THINGS:
        return str(key)
    return names.person(number) if grain == "person" and number else names.household(home)


def _errors(told: pl.DataFrame, homes: Mapping[str, str], names: Names) -> pl.DataFrame:
    """Whom a wrong row names, and whom it should have named, beside where they live."""
    rows = []
    for row in told.iter_rows(named=True):
        numbers = [n for n in (row["id_no"], row["wrong_id_no"]) if n]
        places = {row["household_no"], *map(homes.get, numbers)} - {None}
        who = [*map(names.person, numbers), *map(names.household, sorted(map(str, places)))]
        rows += [(one, row["wrong_from"], row["right_from"]) for one in who]
    schema = dict.fromkeys(("who", "wrong_from", "right_from"), pl.String())
    days = (_day("wrong_from"), _day("right_from"))
    return pl.DataFrame(rows, schema=schema, orient="row").with_columns(days)


def judged(
    openings: pl.DataFrame, truth: Truth, monitor: str, first: date, last: date, late: int = 1
) -> Judged:
    """The openings of one monitor between two days, each against the truth; *late*: days its rhythm,
    or the days chosen, may hold a finding back."""
    mine = openings.filter(col("monitor") == monitor).with_row_index("n")
    rows = truth.findings.filter(col("monitor") == monitor).with_row_index("t")
    pairs = mine.select("n", "subject", "opened", "closed").join(rows, on="subject")
    right = pairs.filter(_within(first))["n"].unique()
    odd = mine.filter(~col("n").is_in(right.implode()))
    excused = _wrong_then(odd, ("person", "household"), "opened", truth.errors)["n"].unique()
    false = odd.filter(~col("n").is_in(excused.implode()))
    due, unchecked = _due(rows, truth.errors, first, last, late)
    found = pairs.filter(_in_time(late))["t"].unique()
    missed = due.filter(~col("t").is_in(found.implode()))
    n = mine.height - excused.len()
    return Judged(
        Share(n - false.height, n), Share(due.height - missed.height, due.height),
        excused.len(), unchecked, missed.drop("t").to_dicts(), false.drop("n").to_dicts(),
    )  # fmt: skip


def _due(
    rows: pl.DataFrame, errors: pl.DataFrame, first: date, last: date, late: int
) -> tuple[pl.DataFrame, int]:
    """The musts that these days had to find, and how many more could not be checked.

    What was to be seen before the first day may be news no more: it is not asked for.
    """
    asked = rows.filter(
        col("level") == "must",
        col("visible") >= first,
        col("surely") <= last,
        col("closes").is_null() | (col("closes") > col("surely") + pl.duration(days=late)),
    )
    hidden = _wrong_then(asked, ("subject",), "surely", errors)["t"].unique()
    shown = col("surely") <= last - timedelta(days=late)
    due = asked.filter(shown & ~col("t").is_in(hidden.implode()))
    return due, asked.height - due.height


def _within(first: date) -> pl.Expr:
    """The opening falls into the window; a replay that begins inside it opens on its first day."""
    after = col("opened") >= pl.max_horizontal(col("visible"), lit(first))
    return after & (col("until").is_null() | (col("opened") <= col("until")))


def _in_time(late: int) -> pl.Expr:
    """Open on some day from which the data could show it, until its rhythm must have found it."""
    in_time = col("opened") <= col("surely") + pl.duration(days=late)
    return in_time & (col("closed").is_null() | (col("closed") > col("visible")))


def _wrong_then(
    rows: pl.DataFrame, names: tuple[str, ...], day: str, errors: pl.DataFrame
) -> pl.DataFrame:
    """The rows about people or homes of which the data were wrong on their *day*, or shortly before."""
    over = col("right_from").is_not_null() & (col(day) > col("right_from") + AFTER)
    found = [
        rows.join(errors, left_on=name, right_on="who").filter(col(day) >= col("wrong_from"), ~over)
        for name in names
    ]
    return pl.concat(found, how="diagonal")


def against_outcomes(
    openings: pl.DataFrame, known: list[tuple[str, date, bool]], within: int = 7
) -> Mapping[str, Any]:
    """Against what people found: *known* is subject, day the case's finding began, right or not."""
    by_subject: dict[str, list[date]] = {}
    for row in openings.select("subject", "opened").iter_rows():
        by_subject.setdefault(row[0], []).append(row[1])
    met = [
        right
        for subject, day, right in known
        if any(abs((day - opened).days) <= within for opened in by_subject.get(subject, ()))
    ]
    truly = sum(right for _, _, right in known)
    return {
        "precision": Share(sum(met), len(met)).to_json(),
        "recall": Share(sum(met), truly).to_json(),
    }
