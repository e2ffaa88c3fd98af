"""One file on its way into the store: chunk by chunk, then all of it or nothing."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import polars as pl

from core.facts.writer import Writer
from core.intake import guards
from core.intake.clean import Cleaner
from core.intake.header import NAMED, Header, read_header
from core.intake.problem import FileProblem
from core.intake.rejects import Rejects
from core.intake.table import Chunk, Examined, Reader
from core.privacy.vault import Vault

TWICE = "同一记录编号在这份文件里出现两次，内容不同，无法判断哪条对"
INCOMPLETE = "退回的超过两成：补齐之前，这一类里没有记录不当作“没有”"
NOTHING_FIT = "没有一行能用，没有入库。请按退回文件里的说明改正再送。"


@dataclass
class FileReport:
    """What became of one file: rows = accepted + unchanged + rejected.

    *accepted* rows were stored; *unchanged* said nothing new (stored before, or twice the same);
    *problem* tells why nothing of the file was taken; *held*: it waits for --force. *faults*
    counts what was wrong as (column, sentence, rows).
    """

    file: str
    class_id: str | None
    rows: int = 0
    accepted: int = 0
    rejected: int = 0
    rejects_file: str | None = None
    problem: str | None = None
    unchanged: int = 0
    held: bool = False
    notes: list[str] = field(default_factory=list)
    faults: list[tuple[str, str, int]] = field(default_factory=list)


@dataclass
class Taking:
    """Reads *path* into *writer*; what does not fit goes into *back*."""

    path: Path
    examined: Examined
    observed: date
    vault: Vault
    writer: Writer
    back: Rejects
    report: FileReport
    progress: Callable[[str, int], None] | None = None
    _header: Header | None = None
    _cleaner: Cleaner | None = None
    _added: int = 0
    _changes: bool = False
    _undated: int = 0

    def read(self, reader: Reader) -> None:
        """All rows into the writer's waiting room; raises FileProblem."""
        class_id = self.writer.source.class_id
        for chunk in reader(self.path, class_id, self.examined):
            self._take(chunk)
            if self.progress:
                self.progress(self.report.file, self.report.rows)
        self._settle_repeats(reader)

    def finish(self, *, force: bool, dry_run: bool) -> None:
        """Write the report, pass the last doors, commit; raises FileProblem, Held."""
        report, writer = self.report, self.writer
        report.rejected = self.back.rows
        report.faults = [(f, s, n) for (f, s), n in sorted(self.back.counts.items())]
        path = self.back.close()
        report.rejects_file = str(path) if path else None
        if report.rows and report.rows == report.rejected:
            raise FileProblem(NOTHING_FIT)
        whole = self._lists_all()
        if whole and not force:
            guards.shrunk(writer.ledger, report.rows)
        report.unchanged = writer.unchanged
        report.accepted = report.rows - report.rejected - report.unchanged
        report.notes = self._notes()
        if not dry_run:
            taken = writer.commit(name=self.path.name, rejected=report.rejected, whole=whole)
            report.notes += [] if taken.complete else [INCOMPLETE]

    def _take(self, chunk: Chunk) -> None:
        cleaner = self._cleaner_for(chunk.titles)
        records, told = cleaner.read(chunk.frame)
        self.back.add(chunk.titles, chunk.frame, told)
        for line in chunk.broken:
            self.back.add_broken(chunk.titles, line)
        self.report.rows += chunk.rows
        self._added += records.height
        self._undated += records["data_date"].null_count()
        self._changes |= "op" in records and bool((records["op"] != "add").any())
        self.writer.add(records)

    def _cleaner_for(self, titles: list[str]) -> Cleaner:
        """A cleaner for these titles; the same one as long as they stay the same."""
        if self._cleaner is None or list(self._cleaner.header.titles) != titles:
            header = read_header(self.writer.source.class_id, titles)
            self._cleaner = Cleaner(self.writer.source, header, self.observed, self.vault)
        return self._cleaner

    def _lists_all(self) -> bool:
        """Whether this delivery lists a whole registry.

        It does when nothing in it says "change": no other flag than add, and mostly records that
        were stored before; the first delivery of a registry counts as one.
        """
        header = self._cleaner.header if self._cleaner else None
        if self.writer.source.covers != "registry" or self._changes or not header or header.resent:
            return False
        if not self._added:
            return "op" not in header.columns
        return not self.writer.ledger.batches or 2 * self.writer.known >= self._added

    def _settle_repeats(self, reader: Reader) -> None:
        rows = self.writer.repeated()
        if not rows.height:
            return
        merged, conflict, versions = guards.sort_repeats(rows)
        self.writer.settle(drop=pl.concat([merged, conflict]), again=versions)
        self.writer.unchanged += merged.len()
        if conflict.len():
            self._send_back(reader, conflict)

    def _send_back(self, reader: Reader, rows: pl.Series) -> None:
        """Read the file once more for the lines that contradict each other."""
        for chunk in reader(self.path, self.writer.source.class_id, self.examined):
            hit = chunk.frame.filter(pl.col("_row").is_in(rows.implode())).select("_row")
            told = hit.with_columns(field=pl.lit("记录编号"), sentence=pl.lit(TWICE))
            self.back.add(chunk.titles, chunk.frame, told)

    def _notes(self) -> list[str]:
        ignored = self._cleaner.header.ignored if self._cleaner else ()
        notes = []
        if ignored:
            more = f"等 {len(ignored)} 列" if len(ignored) > NAMED else ""
            notes.append(f"没有用到的列：{'、'.join(ignored[:NAMED])}{more}")
        if self._undated:
            notes.append(f"{self._undated} 行没有业务日期，按收到日 {self.observed} 计")
        return notes
