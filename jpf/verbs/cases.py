"""The cases: who, what, by when, how far."""

import argparse
import asyncio
from typing import Any

from jpf.output import day, emit, say

HELP = "案件：谁家、什么事、几时前、到哪一步"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--at", help="到哪一天为止（默认今天）")
    parser.add_argument("--household", help="只看这一户")
    parser.add_argument("--state", help="只看这个状态：new pushed taken … closed")


def run(args: argparse.Namespace) -> int:
    found = asyncio.run(_find(args))
    if args.json:
        emit(found)
    else:
        for case in found:
            say(f"{case['case']}\t{case['state']}\t{case['colour']}\t{case['title']}")
    return 0


async def _find(args: argparse.Namespace) -> list[dict[str, Any]]:
    from core.cases import telling
    from core.store.casework import Case
    from jpf.home import open_house

    async with open_house(args.home) as house:
        query = Case.filter(opened_on__lte=day(args.at)).order_by("id")
        if args.household:
            query = query.filter(household=args.household)
        if args.state:
            query = query.filter(state=args.state)
        return [await telling.as_json(case, house.city) for case in await query]
