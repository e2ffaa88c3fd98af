"""Take department files into the fact store: all of a file or nothing, every bad row explained."""

import errno
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from core.facts.ledger import Ledger
from core.facts.store import Facts
from core.intake import guards
from core.intake.examine import examine
from core.intake.problem import FileProblem, Held
from core.intake.readers import csv_, jsonl, parquet, xlsx
from core.intake.rejects import Rejects
from core.intake.table import Reader
from core.intake.taking import FileReport, Taking
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
DISK = {
    errno.ENOSPC: "磁盘满了",
    errno.EDQUOT: "磁盘配额用完了",
    errno.EFBIG: "文件大小到了上限",
    errno.EROFS: "磁盘只读",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EIO: "磁盘读写坏了",
}
Progress = Callable[[str, int], None]


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

    Never raises for what is in a file: a problem is told in its report. Rejected rows go to files
    in the folder *rejects*. *force* releases a file that was held. *progress* is called with the
    file's name and its rows so far. *dry_run* reads and reports, and writes nothing.
    """
    run = Intake(observed, facts, vault, rejects, dry_run, force, progress)
    return [_report(run, path) for path in _files(paths)]


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    """Files as named; of a folder everything below whose name starts with a class id."""
    for path in paths:
        if path.is_dir():
            yield from sorted(p for p in path.rglob("*") if NAME.match(p.name) and not p.is_dir())
        else:
            yield path


def _report(run: Intake, path: Path) -> FileReport:
    found = NAME.match(path.name)
    report = FileReport(str(path), found[1].upper() if found else None)
    try:
        _take(run, path, guards.source_of(path, report.class_id), report)
    except FileProblem as problem:
        report.problem, report.held = str(problem), isinstance(problem, Held)
    except OSError as error:
        why = DISK.get(error.errno or 0, f"系统错误 {error.errno}")
        report.problem = f"读写文件时出错（{why}），没有入库。请检查磁盘和权限后重试。"
    return report


def _take(run: Intake, path: Path, source: Source, report: FileReport) -> None:
    suffix = guards.suffix_of(path, READERS)
    before = path.stat()
    examined = examine(path, text=suffix in TEXT)
    back = Rejects(_rejects_file(run, source, examined.sha, suffix), keep=not run.dry_run)
    with run.facts.taking(source.class_id, run.observed, examined.sha, run.vault) as writer:
        if writer is None:
            _already(run, source, examined.sha, back.path, report)
            return
        guards.in_order(writer.ledger, run.observed, run.force)
        taking = Taking(path, examined, run.observed, run.vault, writer, back, report, run.progress)
        try:
            taking.read(READERS[suffix])
            guards.unchanged(path, before)
            taking.finish(force=run.force, dry_run=run.dry_run)
        finally:
            if not report.rejects_file:
                back.discard()


def _rejects_file(run: Intake, source: Source, sha: str, suffix: str) -> Path:
    """Named so that the corrected file can be sent as it is, and says nothing of its content."""
    return run.rejects / f"{source.class_id}-退回-{sha[:8]}{suffix}"


def _already(run: Intake, source: Source, sha: str, back: Path, report: FileReport) -> None:
    """Tell what an earlier import of the same content made of it."""
    ledger: Ledger = run.facts.ledger(source.class_id)
    known = next(b for b in reversed(ledger.batches) if b.sha == sha)
    report.rows, report.rejected = known.delivered, known.rejected
    report.unchanged = report.rows - report.rejected
    report.rejects_file = str(back) if back.exists() else None
    report.notes = [f"同样内容的文件已在 {known.observed} 入库，没有重复入库。"]
