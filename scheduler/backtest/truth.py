"""Was it right? Against what people found, or against what is true in a made-up town.

A made-up truth says from when the data could show a finding (visible), from when every reading shows it
(surely), and until when. A finding is right when it falls into such a window; recall asks for those
that every reading must find. What wrong rows of data explain is neither.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
from polars import col, lit

from core.monitoring.interval import Share
from core.privacy.vault import Vault
from core.problems import Problem

EARLY = 0  # days a finding may come before its window
LATE = 7  # days a rhythm of the week may hold a finding back


class NoTruth(Problem, LookupError):
    """There is no truth in that folder."""


@dataclass(frozen=True)
class Truth:
    """*findings*: monitor, level, person, household, key, visible, surely, until; *errors*: person,
    household, wrong_from, right_from."""

    findings: pl.DataFrame
    errors: pl.DataFrame


@dataclass(frozen=True)
class Judged:
    """One monitor against the truth; *excused*: findings that wrong rows explain, not counted."""

    precision: Share
    recall: Share
    excused: int
    missed: list[dict[str, Any]]
    false: list[dict[str, Any]]

    def to_json(self) -> dict[str, Any]:
        return {
            "precision": self.precision.to_json(),
            "recall": self.recall.to_json(),
            "excused_by_wrong_data": self.excused,
        }


def read_truth(folder: Path, vault: Vault) -> Truth:
    """DIR/truth/{findings,errors}.csv of `jpf make-town`, numbers made blind; raises NoTruth."""
    if not (folder / "findings.csv").exists():
        raise NoTruth(f"{folder} 里没有 findings.csv。请给 jpf make-town 写出的 truth 文件夹。")
    told = pl.read_csv(folder / "findings.csv", try_parse_dates=True, infer_schema_length=None)
    wrong = pl.read_csv(folder / "errors.csv", try_parse_dates=True, infer_schema_length=None)
    findings = told.select(
        "monitor", "level", col("key").cast(pl.String), person=_blind(told["id_no"], vault),
        household=col("household_no").cast(pl.String), visible=_day("visible_on"),
        surely=_day("surely_on"), closes=_day("closes_on"), until=_day("closed_by"),
    )  # fmt: skip
    errors = wrong.select(
        person=_blind(wrong["id_no"], vault), household=col("household_no").cast(pl.String),
        wrong_from=_day("wrong_from"), right_from=_day("right_from"),
    )  # fmt: skip
    return Truth(findings, errors)


def _day(name: str) -> pl.Expr:
    return col(name).cast(pl.String).str.to_date("%Y-%m-%d", strict=False)


def _blind(numbers: pl.Series, vault: Vault) -> pl.Series:
    text = numbers.cast(pl.String)
    marks = {n: vault.blind("id", n) for n in text.drop_nulls().unique()}
    return text.replace_strict(marks, default=None, return_dtype=pl.String)


def judged(openings: pl.DataFrame, truth: Truth, monitor: str, first: date, last: date) -> Judged:
    """The openings of one monitor between two days, each against the truth."""
    mine = openings.filter(col("monitor") == monitor).with_row_index("n")
    rows = truth.findings.filter(col("monitor") == monitor).with_row_index("t")
    pairs = _pairs(mine, rows)
    right = pairs.filter(_within(first))["n"].unique()
    odd = mine.filter(~col("n").is_in(right.implode()))
    excused = _excused(odd, truth.errors)
    false = odd.filter(~col("n").is_in(excused.implode()))
    due = rows.filter(
        col("level") == "must",
        col("surely").is_between(first, last),
        col("closes").is_null() | (col("closes") > col("surely")),
    )
    found = pairs.filter(_covers())["t"].unique()
    missed = due.filter(~col("t").is_in(found.implode()))
    n = mine.height - excused.len()
    return Judged(
        Share(n - false.height, n), Share(due.height - missed.height, due.height), excused.len(),
        missed.drop("t").to_dicts(), false.drop("n").to_dicts(),
    )  # fmt: skip


def _pairs(mine: pl.DataFrame, rows: pl.DataFrame) -> pl.DataFrame:
    """Openings and truths about the same person, home or thing."""
    about = mine.select("n", "subject", "opened", "closed", who="person", home="household")
    keys = (("who", "person"), ("home", "household"), ("subject", "key"))
    found = [
        about.filter(col(a).is_not_null() & (col(a) != "")).join(
            rows.filter(_named_by(b)), left_on=a, right_on=b, how="inner", coalesce=False
        )
        for a, b in keys
    ]
    whole = [
        f.select("n", "t", "opened", "closed", "visible", "surely", "closes", "until")
        for f in found
    ]
    return pl.concat(whole).unique()


def _named_by(column: str) -> pl.Expr:
    """A truth about a person is met by that person; one about a home by anybody of it."""
    if column == "household":
        return col("household").is_not_null() & col("person").is_null()
    return col(column).is_not_null()


def _within(first: date) -> pl.Expr:
    """The opening falls into the window; a replay that begins inside it opens on its first day."""
    after = col("opened") >= pl.max_horizontal(col("visible"), lit(first))
    return after & (col("until").is_null() | (col("opened") <= col("until")))


def _covers() -> pl.Expr:
    """Open on some day on which every reading shows it, a week's rhythm allowed for."""
    in_time = col("opened") <= col("surely") + pl.duration(days=LATE)
    before_end = col("closes").is_null() | (col("opened") < col("closes"))
    still = col("closed").is_null() | (col("closed") >= col("surely"))
    return (
        (in_time | before_end) & still & (col("until").is_null() | (col("opened") <= col("until")))
    )


def _excused(odd: pl.DataFrame, errors: pl.DataFrame) -> pl.Series:
    """Findings about people or homes whose data were wrong on that day."""
    found = []
    for name in ("person", "household"):
        met = odd.select("n", "opened", name).drop_nulls().join(errors.drop_nulls(name), on=name)
        wrong = (col("opened") >= col("wrong_from")) & (
            col("right_from").is_null() | (col("opened") <= col("right_from"))
        )
        found.append(met.filter(wrong).select("n"))
    return pl.concat(found)["n"].unique()


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
