"""In which classes a replaced mark occurs, so that all others are read as if nothing was replaced."""

import polars as pl
from polars import LazyFrame, col, lit

from core.facts.asof import StoreView
from core.matching.keys import is_stand_in
from core.sources import Field, Source, sources

Met = dict[str, pl.DataFrame]
MET: dict[str, pl.DataType] = {"class": pl.String(), "mark": pl.String()}


def met(view: StoreView, aliases: pl.DataFrame) -> Met:
    """Per class the aliases that occur in it; the whole frame where most of them do."""
    found: Met = {}
    only_stand_ins = bool(aliases.select(is_stand_in(col("mark")).all()).item())
    for class_id in sources() if aliases.height else ():
        if (only_stand_ins and not view.named(class_id)) or view.last_delivery(class_id) is None:
            continue
        here = aliases.join(_marks(view, class_id, aliases["mark"]), on="mark", how="semi")
        if here.height:
            found[class_id] = aliases if 2 * here.height > aliases.height else here
    return found


def moved(view: StoreView, homes: pl.DataFrame) -> frozenset[str]:
    """The classes in which one of these new numbers of households occurs."""
    if not homes.height:
        return frozenset()
    there = col("household").is_in(homes["number"].implode())
    delivered = [c for c in sources() if view.last_delivery(c) is not None]
    here = [view.records(c).select(there.any()).collect().item() for c in delivered]
    return frozenset(c for c, found in zip(delivered, here, strict=True) if found)


def is_mark(field: Field) -> bool:
    """Whether a field names persons."""
    return field.type == "idhash" or field.of == "idhash"


def _marks(view: StoreView, class_id: str, wanted: pl.Series) -> pl.DataFrame:
    """mark: what some record of the class has as its person or in a field, if it may be wanted."""
    records = view.records(class_id)
    near = col("mark").hash().is_in(wanted.hash().implode())  # numbers compare faster than marks
    columns = [_column(records, name, sources()[class_id]) for name in _names(sources()[class_id])]
    return pl.concat(c.filter(near).unique() for c in columns).collect()


def _names(source: Source) -> list[str]:
    return ["person", *(field.name for field in source.fields.values() if is_mark(field))]


def _column(records: LazyFrame, name: str, source: Source) -> LazyFrame:
    rows = records.select(mark=name)
    several = name in source.fields and source.fields[name].type == "list"
    return rows.explode("mark", empty_as_null=True) if several else rows


def as_frame(found: Met, aliases: pl.DataFrame) -> pl.DataFrame:
    """The same as one frame; a class with all aliases has one row without a mark."""
    rows = [
        frame.clear().select("mark") if frame is aliases else frame.select("mark")
        for frame in found.values()
    ]
    whole = [class_id for class_id, frame in found.items() if frame is aliases]
    named = [r.with_columns(lit(c).alias("class")) for c, r in zip(found, rows, strict=True)]
    every = pl.DataFrame({"class": whole, "mark": [None] * len(whole)}, schema=MET)
    return pl.concat([every, *(n.select("class", "mark") for n in named)])


def from_frame(rows: pl.DataFrame, aliases: pl.DataFrame) -> Met:
    found: Met = {}
    for (class_id,), group in rows.group_by("class"):
        whole = group["mark"].null_count() > 0
        found[str(class_id)] = aliases if whole else aliases.join(group, on="mark", how="semi")
    return found
