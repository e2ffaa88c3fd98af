"""The trail: is it whole, what does it say, where does it end."""

import argparse
import asyncio
from typing import Any

from jpf.output import day, emit, say, tell

HELP = "审计链：核对、查看、打印锚点"


def arguments(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True, metavar="verify|show|anchor")
    verify = actions.add_parser("verify", help="从头走一遍，说出第一条断的")
    verify.add_argument("--anchor", default="", help="和留底的锚点比：条数:哈希开头")
    show = actions.add_parser("show", help="谁、何时、对什么、做了什么")
    show.add_argument("--who", default="", help="只看这个账号")
    show.add_argument("--about", default="", help="只看这个案件、户号或账号")
    show.add_argument("--what", default="", help="只看这种动作，如 export")
    show.add_argument("--day", default="", help="只看这一天")
    show.add_argument("--last", type=int, default=0, metavar="N", help="只看最后 N 条")
    actions.add_parser("anchor", help="现在有几条、最后一条的哈希：抄下来放在别处")


def run(args: argparse.Namespace) -> int:
    return asyncio.run({"verify": _verify, "show": _show, "anchor": _anchor}[args.action](args))


async def _verify(args: argparse.Namespace) -> int:
    """0 whole, 1 broken or unguarded."""
    from core import audit
    from core.store import guards
    from jpf.home import open_house

    async with open_house(args.home):
        broken = await audit.verify(args.anchor)
        gone = await guards.missing()
        length, last = await audit.anchor()
    report: dict[str, Any] = {
        "ok": broken is None and not gone,
        "length": length,
        "hash": last,
        "broken": {"seq": broken.seq, "why": broken.why} if broken else None,
        "guards_missing": gone,
    }
    if args.json:
        emit(report)
    elif broken:
        tell(f"审计链断了：{broken.why}。请从副本查对：jpf restore 副本 --check。")
    elif gone:
        tell(f"链是完整的，但数据库里的触发器被拿掉了（{'、'.join(gone)}）。请查是谁动的。")
    else:
        tell(f"审计链完整，共 {length} 条。锚点 {audit.anchor_words(length, last)}。")
    return 0 if report["ok"] else 1


async def _show(args: argparse.Namespace) -> int:
    from core import audit
    from core.clock import iso
    from jpf.home import open_house

    narrow = {"who": args.who, "about": args.about, "what": args.what}
    on = day(args.day) if args.day else None
    async with open_house(args.home):
        found = [entry async for entry in audit.entries(**narrow, day=on)]
    found = found[-args.last :] if args.last else found
    if args.json:
        emit([{**vars(entry), "at": iso(entry.at)} for entry in found])
        return 0
    for entry in found:
        say(f"{entry.seq}\t{iso(entry.at)}\t{entry.who}\t{entry.what}\t{entry.about}\t{entry.why}")
    return 0


async def _anchor(args: argparse.Namespace) -> int:
    from core import audit
    from jpf.home import open_house

    async with open_house(args.home):
        length, last = await audit.anchor()
    words = audit.anchor_words(length, last)
    emit({"length": length, "hash": last, "anchor": words}) if args.json else say(words)
    return 0
