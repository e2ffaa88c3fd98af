"""Write a town's deliveries: DIR/<day observed>/<class id>[-suffix].csv, as departments would.

Most write UTF-8 and our column names; some send GB18030, Chinese titles, dates with slashes. A department
that has nothing to tell sends a header only ("still so") before it would count as late.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import polars as pl
from polars import col

from core.sources import envelope, sources
from demo.town.delays import working_days
from demo.town.feed import OBSERVED
from demo.town.world import World


@dataclass(frozen=True)
class Style:
    """How one department writes its files."""

    encoding: str = "utf-8"
    titles: bool = False
    slashes: bool = False


STYLES = {
    "M10": Style("gb18030", titles=True, slashes=True), "M12": Style("gb18030", titles=True),
    "M17": Style("utf-8-sig", titles=True), "M21": Style("utf-8-sig", titles=True),
    "M26": Style("gb18030"), "M11": Style("utf-16"), "P14": Style("utf-8-sig", titles=True, slashes=True),
}  # fmt: skip


def make_folders(world: World, out: Path) -> None:
    for day in world.span.days().tolist():
        (out / str(day)).mkdir(parents=True, exist_ok=True)


def write_class(
    world: World, class_id: str, rows: pl.DataFrame, out: Path, *, parquet: bool = False
) -> int:
    """The deliveries of one class; rows carry `observed` and `suffix`."""
    columns = [c for c in rows.columns if c not in (OBSERVED, "wrong", "suffix")]
    empty = empty_days(world, class_id, set(rows[OBSERVED].to_list()))
    if parquet:
        return _parquet(class_id, rows, columns, empty, out)
    style = STYLES.get(class_id[:3], Style())
    for day, suffix, body in _bodies(class_id, rows, columns, style):
        _put(out / str(day) / f"{class_id}{suffix}.csv", body, style)
    head = _header(class_id, columns, style)
    for day in empty:
        _put(out / str(day) / f"{class_id}.csv", head, style)
    return rows.select(OBSERVED, "suffix").n_unique() + len(empty)


def empty_days(world: World, class_id: str, told: set[date]) -> list[date]:
    """The days a class that tells something on the days *told* sends a header only."""
    if sources()[class_id].period_days is None:
        return []
    return still_so(class_id, working_days(world, class_id).tolist(), told)


def still_so(class_id: str, due: list[date], told: set[date]) -> list[date]:
    """The days an empty delivery goes out, so that the class is never later than it may be."""
    source = sources()[class_id]
    daily = source.frequency in ("daily", "realtime")
    longest = 1 + source.lag_days if daily else 0
    sent, last = [], date.min
    for day in due:
        if day not in told and (day - last).days < longest:
            continue
        if day not in told:
            sent.append(day)
        last = day
    return sent


def _header(class_id: str, columns: list[str], style: Style) -> str:
    fields, shared = sources()[class_id].fields, envelope()
    if not style.titles:
        return ",".join(columns) + "\n"
    titles = [fields[c].title if c in fields else shared[c]["titles"][0] for c in columns]
    return ",".join(t.replace(",", "，") for t in titles) + "\n"


def _bodies(
    class_id: str, rows: pl.DataFrame, columns: list[str], style: Style
) -> Iterator[tuple[date, str, str]]:
    """Each delivery with its rows: header and lines."""
    cells = [_cell(class_id, name, style) for name in columns]
    lines = rows.select(OBSERVED, "suffix", line=pl.concat_str(cells, separator=","))
    files = lines.group_by(OBSERVED, "suffix", maintain_order=True).agg(col("line").str.join("\n"))
    head = _header(class_id, columns, style)
    for day, suffix, body in files.iter_rows():
        yield day, suffix, f"{head}{body}\n"


def _cell(class_id: str, name: str, style: Style) -> pl.Expr:
    about = sources()[class_id].fields.get(name)
    cell = col(name).fill_null("")
    dated = name == "data_date" or (about is not None and about.type == "date")
    return cell.str.replace_all("-", "/", literal=True) if style.slashes and dated else cell


def _put(path: Path, text: str, style: Style) -> None:
    path.write_bytes(text.encode(style.encoding))


def _parquet(
    class_id: str, rows: pl.DataFrame, columns: list[str], empty: list[date], out: Path
) -> int:
    files = 0
    for (day, suffix), part in rows.group_by(OBSERVED, "suffix", maintain_order=True):
        part.select(columns).write_parquet(out / str(day) / f"{class_id}{suffix}.parquet")
        files += 1
    for day in empty:
        rows.select(columns).clear().write_parquet(out / str(day) / f"{class_id}.parquet")
    return files + len(empty)
