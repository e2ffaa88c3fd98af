"""Keep every portrait that differs from the one before, day by day, in files that are only added.

portraits/2022-07-15.parquet   the families whose portrait became another one that day
portraits/latest.parquet       everybody's newest portrait, with its day: what tonight is compared to
"""

import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import polars as pl
from polars import col

LATEST = "latest.parquet"
GONE = "gone"  # no longer among the families looked at


@dataclass(frozen=True)
class History:
    """The kept portraits of one installation, in one folder."""

    folder: Path

    def remember(self, at: date, portraits: pl.DataFrame, model: str) -> int:
        """Keep what is new of *portraits* (one row a household) as of *at*; how many were.

        The same day again adds only what differs from its own earlier run. A day before the last
        one kept is not written: what was seen then was seen then.
        """
        tonight = portraits.with_columns(
            pl.lit(False).alias(GONE), pl.lit(model).alias("model"), pl.lit(at).alias("at")
        )
        before = self._latest()
        if before is None:
            self._write(at, tonight, tonight)
            return tonight.height
        if before.filter(col("at") > at).height:
            return 0
        changed = _changed(before, tonight)
        gone = _gone(before, tonight, at)
        news = pl.concat([changed, gone], how="diagonal")
        if news.height:
            kept = before.join(news, on="household", how="anti")
            self._write(at, news, pl.concat([kept, news], how="diagonal"))
        return news.height

    def of(self, *households: str) -> pl.DataFrame:
        """Every kept portrait of these families, oldest first; empty when there is none."""
        wanted = col("household").is_in(list(households))
        days = [pl.scan_parquet(path).filter(wanted) for path in self._days()]
        if not days:
            return pl.DataFrame(schema={"household": pl.String, "at": pl.Date, GONE: pl.Boolean})
        return pl.concat(days, how="diagonal").sort("at").collect()

    def forget(self, households: set[str]) -> int:
        """Take these families out of every file; how many rows went."""
        removed = 0
        for path in [*self._days(), self.folder / LATEST]:
            if path.exists():
                before = pl.read_parquet(path)
                after = before.filter(~col("household").is_in(list(households)))
                if after.height < before.height:
                    removed += before.height - after.height
                    _replace(path, after)
        return removed

    def _days(self) -> list[Path]:
        return sorted(self.folder.glob("????-??-??.parquet"))

    def _latest(self) -> pl.DataFrame | None:
        path = self.folder / LATEST
        return pl.read_parquet(path) if path.exists() else None

    def _write(self, at: date, news: pl.DataFrame, latest: pl.DataFrame) -> None:
        """The day first, then the latest: a run that dies in between is simply done again."""
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self.folder / f"{at}.parquet"
        if path.exists():
            earlier = pl.read_parquet(path).join(news, on="household", how="anti")
            news = pl.concat([earlier, news], how="diagonal")
        _replace(path, news.sort("household"))
        _replace(self.folder / LATEST, latest.sort("household"))


def _changed(before: pl.DataFrame, tonight: pl.DataFrame) -> pl.DataFrame:
    """Tonight's rows that are new or differ in anything but the day and the model's name."""
    told = [c for c in tonight.columns if c not in ("household", "at", "model")]
    known = [c for c in told if c in before.columns]
    paired = tonight.join(
        before.select("household", pl.lit(True).alias("_known"), *known),
        on="household", how="left", suffix="_old",
    )  # fmt: skip
    differs = [col(c).ne_missing(col(f"{c}_old")) for c in known]
    unheard = pl.lit(len(known) < len(told))
    news = paired.filter(col("_known").is_null() | unheard | pl.any_horizontal(differs))
    return news.select(tonight.columns)


def _gone(before: pl.DataFrame, tonight: pl.DataFrame, at: date) -> pl.DataFrame:
    left = before.filter(~col(GONE)).join(tonight, on="household", how="anti")
    return left.select("household", pl.lit(True).alias(GONE), "model", pl.lit(at).alias("at"))


def _replace(path: Path, frame: pl.DataFrame) -> None:
    """Whole or not at all."""
    half = path.with_suffix(".half")
    frame.write_parquet(half, compression="zstd")
    with half.open("rb+") as file:
        os.fsync(file.fileno())
    half.replace(path)
