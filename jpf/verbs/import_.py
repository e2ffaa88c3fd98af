"""jpf import: department files into the fact store."""

import os
from argparse import ArgumentParser, Namespace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jpf.output import day, emit

if TYPE_CHECKING:
    from core.config import Settings
    from core.intake import FileReport
    from core.privacy.vault import Vault

HELP = "导入部门数据文件（CSV、XLSX、JSONL、Parquet）"
SHOWN_FAULTS = 8


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "paths", nargs="+", type=Path, metavar="PATH",
        help="文件或文件夹；里面若是 2022-07-15 这样一天一个文件夹，就逐日导入",
    )  # fmt: skip
    parser.add_argument(
        "--observed", metavar="DATE", help="哪天收到的，默认看文件夹的名字，没有就是今天"
    )
    parser.add_argument("--dry-run", action="store_true", help="只检查，什么也不写")
    parser.add_argument("--force", action="store_true", help="放行先放着的文件")


def run(args: Namespace) -> int:
    """0 when every file was taken (rejected rows are in the rejects files), 1 when one was not."""
    from core.config import load_settings
    from core.facts import Facts
    from core.intake import by_day, import_paths

    settings = load_settings(args.home)
    facts, vault = Facts(settings.facts_folder), _vault(settings)
    came = by_day(args.paths, day(None)) if args.observed is None else []
    came = came or [(day(args.observed), args.paths)]
    every: list[FileReport] = []
    with _Progress(len(came)) as progress:
        for observed, paths in came:
            progress.day(observed)
            reports = import_paths(
                paths, observed, facts, vault,
                rejects=args.home / "rejects" / str(observed),
                dry_run=args.dry_run, force=args.force, progress=progress,
            )  # fmt: skip
            _tell(reports, observed, dry_run=args.dry_run, brief=len(came) > 1)
            every += reports
    if args.json:
        emit({"files": [_told(r) for r in every]})
    if len(came) > 1:
        _sum_up(every, len(came))
    return 1 if any(r.problem for r in every) or not every else 0


def _vault(settings: "Settings") -> "Vault":
    """The keys of this home; a home that holds nothing sealed yet gets new ones."""
    from core.privacy.vault import Vault

    home, keys = settings.home, settings.keys_file
    empty = not settings.facts_folder.exists() and not any(home.glob("*.sqlite3"))
    if empty and not keys.exists() and not os.environ.get("JPF_KEYS"):
        keys.parent.mkdir(parents=True, exist_ok=True)
        return Vault.create(keys)
    return Vault.open(keys)


def _told(report: "FileReport") -> dict[str, Any]:
    return {
        "file": report.file,
        "class": report.class_id,
        "rows": report.rows,
        "accepted": report.accepted,
        "rejected": report.rejected,
        "rejects_file": report.rejects_file,
        "unchanged": report.unchanged,
        "held": report.held,
        "problem": report.problem,
        "notes": report.notes,
    }


def _tell(reports: "list[FileReport]", observed: date, *, dry_run: bool, brief: bool) -> None:
    """The same for people, on stderr; *brief*: of many days only what somebody must see to."""
    from rich.console import Console
    from rich.markup import escape

    out = Console(stderr=True)
    for r in [r for r in reports if not brief or r.problem]:
        mark = "[red]✗[/]" if r.problem else "[yellow]△[/]" if r.rejected else "[green]✓[/]"
        counts = f"{r.rows} 行：入库 {r.accepted}，不变 {r.unchanged}，退回 {r.rejected}"
        out.print(f"{mark} {escape(Path(r.file).name)}  {escape(r.problem or counts)}")
        for name, sentence, count in r.faults[:SHOWN_FAULTS]:
            out.print(f"    {count} 行　{escape(name)}：{escape(sentence)}")
        if len(r.faults) > SHOWN_FAULTS:
            out.print(f"    还有 {len(r.faults) - SHOWN_FAULTS} 种问题，见退回文件")
        for note in [*r.notes, *([f"退回的行在 {r.rejects_file}"] if r.rejects_file else [])]:
            out.print(f"    {escape(note)}", soft_wrap=True)
    if not reports:
        out.print("没有找到以类别编号开头的文件（如 P06-02….csv）。请核对路径。")
    elif dry_run:
        out.print("只检查，没有入库。")
    else:
        out.print(
            f"收到日 {observed}：{len(reports)} 个文件，{sum(r.accepted for r in reports)} 行入库"
            + (f"，{back} 行退回。" if (back := sum(r.rejected for r in reports)) else "。")
        )


def _sum_up(reports: "list[FileReport]", days: int) -> None:
    """Many days in short: what came, and why what went back went back, the most frequent first."""
    from collections import Counter

    from rich.console import Console
    from rich.markup import escape

    out, why = Console(stderr=True), Counter[tuple[str, str, str]]()
    for report in reports:
        for name, sentence, count in report.faults:
            why[report.class_id or "", name, sentence] += count
    accepted, rejected = (sum(getattr(r, n) for r in reports) for n in ("accepted", "rejected"))
    out.print(f"{days} 天，{len(reports)} 个文件，{accepted} 行入库，{rejected} 行退回。")
    for (class_id, name, sentence), count in why.most_common(SHOWN_FAULTS):
        out.print(f"    {class_id}　{count} 行　{escape(name)}：{escape(sentence)}")
    if len(why) > SHOWN_FAULTS:
        out.print(f"    还有 {len(why) - SHOWN_FAULTS} 种问题，见 rejects 里各天的退回文件")


class _Progress:
    """A line on stderr that counts days, files and rows, when somebody is looking."""

    def __init__(self, days: int) -> None:
        self.days, self.begun, self.label = days, 0, ""

    def day(self, observed: date) -> None:
        self.begun += 1
        self.label = f"{observed}（{self.begun}/{self.days} 天）" if self.days > 1 else ""

    def __enter__(self) -> "_Progress":
        from rich.console import Console
        from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

        console = Console(stderr=True)
        text = TextColumn("{task.description}  {task.completed} 行")
        self._bar = Progress(
            SpinnerColumn(),
            text,
            TimeElapsedColumn(),
            console=console,
            transient=True,
            disable=not console.is_terminal,
        )
        self._task = self._bar.add_task("导入", total=None)
        self._bar.start()
        return self

    def __call__(self, file: str, rows: int) -> None:
        from rich.markup import escape

        self._bar.update(
            self._task, description=self.label + escape(Path(file).name), completed=rows
        )

    def __exit__(self, *_: object) -> None:
        self._bar.stop()
