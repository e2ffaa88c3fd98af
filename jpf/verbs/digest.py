"""The supervisor's morning: words, JSON, a picture or a workbook."""

import argparse
import asyncio
from dataclasses import asdict
from pathlib import Path
from typing import Any

from jpf.output import day, emit, say, tell

HELP = "主管的早报：文字、JSON、图片或 Excel"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--at", help="哪一天（默认今天）")
    parser.add_argument("--for", dest="user", required=True, help="给哪个账号")
    parser.add_argument("-o", "--output", type=Path, help="存成文件：.png 图片，.xlsx 表")


def run(args: argparse.Namespace) -> int:
    told = asyncio.run(_tell(args))
    if args.json:
        emit(told)
    else:
        say(str(told["text"]))
    return 0


async def _tell(args: argparse.Namespace) -> dict[str, Any]:
    from bot.message import plain
    from bot.messages import supervisor
    from bot.speak import account_of
    from core import accounts
    from core.access import NotAllowed
    from core.clock import at_time
    from core.digest import morning
    from core.freshness import late_sources
    from core.problems import Problem
    from jpf.home import open_house

    at = day(args.at)
    async with open_house(args.home) as house:
        account = await account_of(args.user)
        who = await accounts.who(account)
        try:
            area = accounts.digest_area(who, at)
        except NotAllowed as error:
            raise Problem(f"{args.user} 没有看早报的权限：早报只给主管。") from error
        late = late_sources(house.facts.view(at))
        stale = tuple(one.class_id for one in late)
        told = await morning(at, area, house.city, now=at_time(at, 8), stale=stale)
        message = supervisor.digest(told, house.city, who.lang, who.id)
        if args.output:
            await _save(args, house, area, who)
        document = asdict(told)
        document["stale"] = [one.named(who.lang) for one in late]
        document["watch"] = [item.words(house.city, who.lang) for item in told.watch]
        return {**document, "text": plain(message.text)}


async def _save(args: argparse.Namespace, house: Any, area: str, who: Any) -> None:
    from core.clock import at_time
    from core.family.drawing import digest_picture, workbook_for

    at = day(args.at)
    if args.output.suffix == ".xlsx":
        drawn = await workbook_for(house, who, area, at_time(at, 8))
    else:
        drawn = await digest_picture(house, at, area, at_time(at, 8), by=who.name, lang=who.lang)
    args.output.write_bytes(drawn.data)
    tell(f"存好了：{args.output}")
