"""Take department files into the fact store: all of a file or nothing, every bad row explained."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import polars as pl

from core.facts.store import Facts
from core.facts.writer import Writer
from core.intake import guards
from core.intake.clean import Cleaner
from core.intake.examine import examine
from core.intake.header import Header, read_header
from core.intake.problem import FileProblem, Held
from core.intake.readers import csv_, jsonl, parquet, xlsx
from core.intake.rejects import Rejects
from core.intake.table import Chunk, Examined, Reader
from core.privacy.vault import Vault
from core.sources import Source

READERS: dict[str, Reader] = {
    ".csv": csv_.read,
    ".tsv": csv_.read,
    ".txt": csv_.read,
    ".jsonl": jsonl.read,
    ".parquet": parquet.read,
    ".xlsx": xlsx.read,
}
TEXT = (".csv", ".tsv", ".txt", ".jsonl")
NAME = re.compile(r"([PM]\d\d-\d\d)(?!\d)", re.IGNORECASE)
Progress = Callable[[str, int], None]

TWICE = "同一记录编号在这份文件里出现两次，内容不同，无法判断哪条对"


@dataclass
class FileReport:
    """What became of one file: rows = accepted + unchanged + rejected.

    *accepted* rows were stored; *unchanged* said nothing new (stored before, or twice the same);
    *problem* tells why nothing of the file was taken; *held*: it waits for --force.
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


@dataclass(frozen=True)
class Intake:
    """One run of `import_paths`: what day it is observed, where things go."""

    observed: date
    facts: Facts
    vault: Vault
    rejects: Path
    dry_run: bool
    force: bool
    progress: Progress | None


def import_paths(
    paths: Iterable[Path],
    observed: date,
    facts: Facts,
    vault: Vault,
    *,
    rejects: Path,
    dry_run: bool = False,
    force: bool = False,
    progress: Progress | None = None,
) -> list[FileReport]:
    """Import files and folders, learnt on day *observed*; one report per file, in order of name.

    Never raises for what is in a file: a problem is told in its report. *force* releases a file
    that was held. *progress* is called with the file's name and its rows so far.
    """
    run = Intake(observed, facts, vault, rejects, dry_run, force, progress)
    return [_report(run, path) for path in _files(paths)]


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    """Files as named; of a folder everything below whose name starts with a class id."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        below = sorted(p for p in path.rglob("*") if NAME.match(p.name) and not p.is_dir())
        yield from below


def _report(run: Intake, path: Path) -> FileReport:
    found = NAME.match(path.name)
    report = FileReport(str(path), found[1].upper() if found else None)
    try:
        source = guards.source_of(path, report.class_id)
        _take(run, path, source, report)
    except Held as problem:
        report.problem, report.held = str(problem), True
    except FileProblem as problem:
        report.problem = str(problem)
    except OSError as error:
        report.problem = f"读写文件时出错（{error.strerror}），没有入库。请检查磁盘和权限后重试。"
    return report


def _take(run: Intake, path: Path, source: Source, report: FileReport) -> None:
    suffix = guards.suffix_of(path, READERS)
    before = path.stat()
    examined = examine(path, text=suffix in TEXT)
    with run.facts.taking(source.class_id, run.observed, examined.sha, run.vault) as writer:
        if writer is None:
            _already(run, source, examined, report)
            return
        guards.in_order(writer.ledger, run.observed, run.force)
        name = f"{source.class_id}-退回-{examined.sha[:8]}{suffix}"
        back = Rejects(run.rejects / name, keep=not run.dry_run)
        try:
            taking = Taking(run, path, source, examined, writer, back, report)
            taking.read(READERS[suffix])
            guards.unchanged(path, before)
            taking.finish()
        except BaseException:
            if not report.rejects_file:
                back.discard()
            raise


@dataclass
class Taking:
    """One file on its way into the store."""

    run: Intake
    path: Path
    source: Source
    examined: Examined
    writer: Writer
    back: Rejects
    report: FileReport
    ops: bool = False
    resent: bool = False
    added: int = 0
    _titles: list[str] = field(default_factory=list)
    _cleaner: Cleaner | None = None

    def read(self, reader: Reader) -> None:
        for chunk in reader(self.path, self.source.class_id, self.examined):
            self._chunk(chunk)
            if self.run.progress:
                self.run.progress(self.report.file, self.report.rows)
        self._settle_repeats(reader)

    def finish(self) -> None:
        report = self.report
        report.rejected = self.back.rows
        report.faults = [(f, s, n) for (f, s), n in sorted(self.back.counts.items())]
        path = self.back.close()
        report.rejects_file = str(path) if path else None
        if report.rows and report.rows == report.rejected:
            raise FileProblem("没有一行能用，没有入库。请按退回文件里的说明改正再送。")
        whole = self._whole()
        if whole and not self.run.force:
            guards.shrunk(self.writer.ledger, report.rows)
        stored = report.rows - report.rejected - self.writer.unchanged
        report.unchanged, report.accepted = self.writer.unchanged, stored
        if not self.run.dry_run:
            self.writer.commit(name=self.path.name, rejected=report.rejected, whole=whole)

    def _chunk(self, chunk: Chunk) -> None:
        cleaner = self._cleaner_for(chunk.titles)
        records, told = cleaner.read(chunk.frame)
        self.back.add(chunk.titles, chunk.frame, told)
        for line in chunk.broken:
            self.back.add_broken(chunk.titles, line.row, line.cells, line.sentence)
        self.report.rows += chunk.rows
        self.ops = self.ops or bool((records["op"] != "add").any() if "op" in records else False)
        self.added += records.height
        self.writer.add(records)

    def _cleaner_for(self, titles: list[str]) -> Cleaner:
        """A cleaner for these titles; the same one as long as they stay the same."""
        if self._cleaner is None or titles != self._titles:
            header = read_header(self.source.class_id, titles)
            self._note(header)
            self._titles = list(titles)
            self._cleaner = Cleaner(self.source, header, self.run.observed, self.run.vault)
        return self._cleaner

    def _note(self, header: Header) -> None:
        self.resent = header.resent
        if header.ignored:
            shown = "、".join(header.ignored[:5])
            more = f"等 {len(header.ignored)} 列" if len(header.ignored) > 5 else ""
            self.report.notes = [f"没有用到的列：{shown}{more}"]

    def _whole(self) -> bool:
        """Whether this delivery lists a whole registry: mostly records known before, all "add"."""
        if self.source.covers != "registry" or self.ops or self.resent:
            return False
        known = self.writer.known
        return not self.writer.ledger.batches or 2 * known >= self.added

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
        for chunk in reader(self.path, self.source.class_id, self.examined):
            hit = chunk.frame.filter(pl.col("_row").is_in(rows.implode())).select("_row")
            told = hit.with_columns(field=pl.lit("记录编号"), sentence=pl.lit(TWICE))
            self.back.add(chunk.titles, chunk.frame, told)


def _already(run: Intake, source: Source, examined: Examined, report: FileReport) -> None:
    """Tell what an earlier import of the same content made of it."""
    known = [b for b in run.facts.batches(class_id=source.class_id) if b.sha == examined.sha]
    report.rows = known[-1].delivered
    report.unchanged = report.rows - known[-1].rejected
    report.rejected = known[-1].rejected
    report.notes = [f"同样内容的文件已在 {known[-1].observed} 入库，没有重复入库。"]
