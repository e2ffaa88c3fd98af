"""Tables for other programs and for people: masked by default; in full only with two signatures."""

import argparse
import asyncio
import os
import sys
from pathlib import Path
from typing import Any

from jpf.output import moment, tell

HELP = "导出消息、走访、案件、审计：默认脱敏；带姓名原话的要审批"
FORMS = ("csv", "xlsx", "json")
TABLES = ("cases", "visits", "outbox", "audit")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "what", choices=(*TABLES, *FORMS), help="哪张表；只写格式（csv xlsx json）就是案件表"
    )
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--csv", dest="form", action="store_const", const="csv")
    form.add_argument("--xlsx", dest="form", action="store_const", const="xlsx")
    parser.add_argument("-o", "--output", type=Path, help="存成文件（只有本人可读）")
    parser.add_argument("--by", default="", metavar="账号", help="用谁的权限导")
    parser.add_argument("--full", action="store_true", help="带姓名、原话")
    parser.add_argument("--why", default="", help="用途，--full 必填")
    parser.add_argument("--approved-by", default="", metavar="账号", help="谁批的，--full 必填")


def run(args: argparse.Namespace) -> int:
    table = args.what if args.what in TABLES else "cases"
    taken = asyncio.run(_take(args, table, _form(args)))
    if args.output:
        _save(args.output, taken.content)
    else:
        sys.stdout.buffer.write(taken.content)
        sys.stdout.buffer.flush()
    left = f"，{taken.left_out} 行不在权限里，没导" if taken.left_out else ""
    tell(f"导出 {taken.rows} 行{left}；记进了审计链。{taken.watermark}")
    return 0


def _form(args: argparse.Namespace) -> str:
    """The format asked for by name, by flag, by the file's ending; CSV otherwise."""
    if args.what in FORMS:
        return str(args.what)
    named = args.form or ("json" if args.json else "")
    ending = args.output.suffix.lstrip(".") if args.output else ""
    return named or (ending if ending in FORMS else "csv")


async def _take(args: argparse.Namespace, table: str, form: str) -> Any:
    from core.problems import Problem
    from core.safety.export.permit import permit
    from core.safety.export.taking import take
    from jpf.home import open_house

    if form == "xlsx" and not args.output:
        raise Problem("Excel 文件要存到盘上。请加 -o 文件名.xlsx。")
    at = moment(None)
    async with open_house(args.home):
        allowed = await permit(
            table,
            at=at,
            by=args.by,
            full=args.full,
            why=args.why,
            approved_by=args.approved_by,
        )
        return await take(table, form, allowed, at=at)


def _save(path: Path, content: bytes) -> None:
    """For the owner only, complete or not at all."""
    tmp = path.with_name(f".{path.name}.part")
    tmp.unlink(missing_ok=True)
    descriptor = os.open(tmp, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    tmp.replace(path)
