"""Doors a file must pass: is it one of ours, is it sane, does it arrive in order."""

import os
import stat
from collections.abc import Collection
from datetime import date
from pathlib import Path

import polars as pl

from core.facts.ledger import FEW, LOST, Ledger
from core.intake.problem import FileProblem, Held
from core.sources import Source, sources


def source_of(path: Path, class_id: str | None) -> Source:
    """The class a file belongs to, by its name; raises FileProblem."""
    if class_id is None:
        raise FileProblem("文件名不以类别编号开头。请改成 P06-02….csv 这样的名字再送。")
    if class_id not in sources():
        raise FileProblem(f"数据目录里没有 {class_id} 这一类。请核对文件名开头的编号。")
    mode = os.lstat(path).st_mode if os.path.lexists(path) else None
    if mode is None:
        raise FileProblem("没有这个文件。请核对路径。")
    if stat.S_ISLNK(mode):
        raise FileProblem("这是符号链接，不读。请放文件本身。")
    if not stat.S_ISREG(mode):
        raise FileProblem("这不是普通文件，不读。")
    return sources()[class_id]


def suffix_of(path: Path, known: Collection[str]) -> str:
    suffix = path.suffix.lower()
    if suffix not in known:
        raise FileProblem(
            f"不认识 {suffix or '没有扩展名的'} 文件。请用 CSV、XLSX、JSONL 或 Parquet。"
        )
    return suffix


def in_order(ledger: Ledger, observed: date, force: bool) -> None:
    """An older delivery after a newer one would change days that were already judged."""
    last = ledger.last_delivery()
    if last and observed < last and not force:
        raise Held(
            f"收到日 {observed} 早于这一类已入库的 {last}，会改动已经算过的日子。"
            "确要补历史，请加 --force。"
        )


def shrunk(ledger: Ledger, rows: int) -> None:
    """A registry that lost a fifth of its rows is held: it is more often a broken file."""
    last = next((b.delivered for b in reversed(ledger.batches) if b.whole), 0)
    if last >= FEW and 100 * rows < (100 - LOST) * last:
        raise Held(
            f"这份名册只有 {rows} 行，上次有 {last} 行，少了两成以上，先放着没有入库。"
            "只是补几条，请加一列“增改删标志”写 upd；确实少了，请加 --force。"
        )


def unchanged(path: Path, before: os.stat_result) -> None:
    now = path.stat()
    if (now.st_size, now.st_mtime_ns) != (before.st_size, before.st_mtime_ns):
        raise FileProblem("读的时候文件被改动了，没有入库。请等写完再导入。")


def sort_repeats(rows: pl.DataFrame) -> tuple[pl.Series, pl.Series, pl.Series]:
    """Lines with the same record_id in one file: the same again, contradictions, versions.

    *rows*: record_id, _row, _sum, op, collected_at. Lines of one record that differ are versions
    when their flags or times tell which came later; else nobody can say which is right.
    """
    rows = rows.sort("_row").with_columns(same=~pl.struct("record_id", "_sum").is_first_distinct())
    different = rows.filter(~pl.col("same"))
    clash = pl.struct("op", "collected_at").is_duplicated().over("record_id")
    clashing = different.filter(clash)["record_id"].unique()
    conflict = pl.col("record_id").is_in(clashing.implode())
    merged = rows.filter(pl.col("same") & ~conflict)["_row"]
    return merged, rows.filter(conflict)["_row"], rows.filter(~conflict & ~pl.col("same"))["_row"]
