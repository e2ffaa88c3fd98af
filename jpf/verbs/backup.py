"""A safety copy while the service runs: database and facts, encrypted, verified; the keys stay apart."""

import argparse
import asyncio
from pathlib import Path
from typing import Any

from jpf.output import emit, moment, tell

HELP = "安全副本：在线备份数据库和事实，加密、校验；密钥不在里面"
KEYS = "密钥不在副本里：请把 {keys} 另存一份，和副本分开放、离线放。没有它副本打不开，和它放一起等于没加密。"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="DIR", help="副本放在哪个文件夹")
    parser.add_argument("--keep", type=int, default=0, metavar="N", help="只留最新的 N 份")


def run(args: argparse.Namespace) -> int:
    """0 when the copy is good, 1 when something in what was copied is not in order."""
    report = asyncio.run(_back_up(args))
    if args.json:
        emit(report)
    elif report["problem"]:
        tell(f"副本做了（{report['copy']}），但里面的东西有问题：{report['problem']}")
    else:
        tell(
            f"副本好了：{report['copy']}（{report['rows']} 行、{report['facts_rows']} 行事实，"
            f"{report['bytes'] >> 10} KB，锚点 {report['anchor']}）。\n"
            + KEYS.format(keys=report["keys"])
        )
    return 1 if report["problem"] else 0


async def _back_up(args: argparse.Namespace) -> dict[str, Any]:
    from core.audit import anchor_words
    from core.safety.copies.making import back_up, prune
    from jpf.home import open_house

    async with open_house(args.home) as house:
        made = await back_up(house, args.folder, at=moment(None))
        keys = str(house.settings.keys_file)
    known = made.manifest
    gone = prune(args.folder, args.keep) if not known.problem else []
    return {
        "copy": str(made.folder),
        "made": known.made,
        "schema": known.schema,
        "rows": sum(known.rows.values()),
        "facts_rows": sum(known.facts.values()),
        "files": len(known.files),
        "linked": made.linked,
        "bytes": sum(item.bytes for item in known.files),
        "anchor": anchor_words(known.trail_length, known.trail_hash),
        "problem": known.problem or None,
        "removed": gone,
        "keys": keys,
    }
