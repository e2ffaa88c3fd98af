"""Bring the database to the newest schema."""

import argparse
import asyncio

from jpf.output import emit, tell

HELP = "升级数据库结构"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--dry-run", action="store_true", help="只说要做什么")


def run(args: argparse.Namespace) -> int:
    from core.config import load_settings
    from core.store.upgrade import pending, upgrade

    url = load_settings(args.home).database_url
    steps = asyncio.run(pending(url) if args.dry_run else upgrade(url))
    if args.json:
        emit({"applied": [] if args.dry_run else steps, "waiting": steps if args.dry_run else []})
    else:
        verb = "要做" if args.dry_run else "做了"
        tell(f"{verb} {len(steps)} 步升级。" if steps else "已经是最新的。")
    return 0
