"""Say something as an enrolled person, through the same path as any phone."""

import argparse
import asyncio
from typing import Any

from jpf.output import emit, moment, say

HELP = "以某人的身份说一句话（或点一个按钮），看回了什么"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("text", nargs="?", default="", help="说的话")
    parser.add_argument("--as", dest="user", required=True, help="账号名或称呼")
    parser.add_argument("--at", help="什么时候说的（默认现在）")
    parser.add_argument("--about", default="", help="案件编号")
    parser.add_argument("--press", default="", help="点哪个按钮")


def run(args: argparse.Namespace) -> int:
    answered = asyncio.run(_speak(args))
    if args.json:
        emit({"replies": answered.replies, "recorded": answered.recorded})
    else:
        for reply in answered.replies:
            buttons = " ".join(f"[{label}]" for label in reply["buttons"])
            say(f"→ {reply['to']}\n{reply['text']}\n{buttons}".rstrip() + "\n")
    return 0


async def _speak(args: argparse.Namespace) -> Any:
    from bot.speak import speak
    from jpf.home import open_house

    async with open_house(args.home):
        return await speak(
            args.user, args.text, at=moment(args.at), about=args.about, press=args.press
        )
