"""Everything the nightly job does, as of a day."""

import argparse
import asyncio
from typing import Any

from jpf.output import day, emit, tell

HELP = "跑一遍当天的发现：变量、画像、预警、案件、消息"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--at", help="哪一天（默认今天）")


def run(args: argparse.Namespace) -> int:
    report = asyncio.run(_sweep(args))
    if args.json:
        emit(report)
    opened = sum(m["opened"] for m in report["monitors"])
    closed = sum(m["closed"] for m in report["monitors"])
    tell(
        f"{report['at']}：看了 {report['households']} 户 {report['persons']} 人，"
        f"新发现 {opened} 件，办结 {closed} 件，用了 {sum(report['ms'].values())} 毫秒。"
    )
    return 0


async def _sweep(args: argparse.Namespace) -> dict[str, Any]:
    from jpf.home import open_house
    from scheduler.jobs.sweep import sweep

    async with open_house(args.home) as house:
        return await sweep(house, day(args.at))
