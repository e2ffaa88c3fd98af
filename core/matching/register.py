"""The register of residents as matching reads it: who stands in it, and stood in it before."""

from dataclasses import dataclass
from functools import cached_property

import polars as pl
from polars import Expr, LazyFrame, col

from core.city.regions import Regions
from core.facts.asof import StoreView
from core.matching.keys import REGISTER, is_stand_in

VILLAGE = 12  # digits
SHOWN: dict[str, pl.DataType] = {
    "record_id": pl.String(),
    "person": pl.String(),
    "observed": pl.Date(),
    "id": pl.String(),
    "name": pl.String(),
    "village": pl.String(),
    "home": pl.String(),
    "born": pl.Date(),
    "status": pl.String(),
}


@dataclass
class Register:
    """The register as of a view; large, so every question names the few it is about.

    Columns: record_id, person, id, name (both blind), village (null when only a town is known),
    home (household number), born, status, observed.
    """

    view: StoreView
    regions: Regions

    @property
    def entries(self) -> LazyFrame:
        """Who stands in it now, one row a record."""
        return self._shown(self.view.stored(REGISTER))

    @property
    def before(self) -> LazyFrame:
        """Every version of every entry, the present one too."""
        return self._shown(self.view.versions(REGISTER).filter(col("op") != "del"))

    def of(self, marks: pl.Series) -> pl.DataFrame:
        """The entries with one of these marks or numbers."""
        return _with(self.entries, marks)

    def ever(self, marks: pl.Series) -> pl.DataFrame:
        """The versions of entries with one of these marks or numbers; *now*: it stands so today."""
        so = _with(self.before, marks)
        today = self.of(marks).select("record_id", "person", "id", now=pl.lit(True))
        beside = so.join(today, on=["record_id", "person", "id"], how="left", nulls_equal=True)
        return beside.with_columns(col("now").fill_null(False))

    def since(self, marks: pl.Series) -> pl.DataFrame:
        """mark, since: the first day a mark stood in it; marks that never did are missing."""
        rows = _with(self.before, marks)
        return rows.group_by(mark="person").agg(since=col("observed").min())

    @cached_property
    def numbered(self) -> bool:
        """Whether everybody in it has an ID number, but for newborns: then no number is hidden."""
        without = col("id").is_null() & ~is_stand_in(col("person")).fill_null(True)
        return not self.entries.select(without.any()).collect().item()

    @cached_property
    def crossed(self) -> pl.Series:
        """Marks that are also somebody's number, and numbers that are also somebody's mark, and
        whatever stands in more than one entry."""
        both = self.entries.select("person", "id").collect()
        cross = pl.concat([both["person"], both["id"].filter(both["id"] != both["person"])])
        return cross.drop_nulls().value_counts().filter(col("count") > 1)["person"]

    @cached_property
    def changed(self) -> pl.DataFrame:
        """All versions of the entries that have more than one."""
        if not self.view.versioned(REGISTER):
            return pl.DataFrame(schema=SHOWN)
        several = self.view.versions(REGISTER).filter("_again").select("record_id").unique()
        return self.before.join(several, on="record_id", how="semi").collect()

    def _shown(self, rows: LazyFrame) -> LazyFrame:
        return rows.select(
            "record_id",
            "person",
            "observed",
            id="_id",
            name="_name",
            village=village(col("region"), self.regions),
            home="household",
            born="birth_date",
            status="status",
        )


def _with(rows: LazyFrame, marks: pl.Series) -> pl.DataFrame:
    few = marks.drop_nulls().unique()
    if not few.len():
        return pl.DataFrame(schema=SHOWN)
    wanted = few.implode()
    return rows.filter(col("person").is_in(wanted) | col("id").is_in(wanted)).collect()


def village(region: Expr, regions: Regions) -> Expr:
    """The village of a region code, by the codes in force; null when it names no village."""
    code = regions.in_force(region).str.slice(0, VILLAGE)
    return pl.when(code.str.len_chars() == VILLAGE).then(code)
