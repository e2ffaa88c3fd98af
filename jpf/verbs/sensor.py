"""Who may send events by the minute, and whom the people of a home let hear of its alarms."""

import argparse
import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from core.clock import iso
from jpf.output import day, emit, moment, say

HELP = "设备：哪个平台可以送事件；家里同意谁听报警"
ACTIONS = "list|admit|shut-out|agree|take-back"


def arguments(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True, metavar=ACTIONS)
    actions.add_parser("list", help="平台、上次来信、同意过的家属")
    admit = actions.add_parser("admit", help="让一个平台送事件；密钥只显示这一次，再来一次就换新的")
    shut = actions.add_parser("shut-out", help="马上不再收这个平台的")
    for sub in (admit, shut):
        sub.add_argument("name", help="平台名，只用字母、数字和横线")
    agree = actions.add_parser("agree", help="记下：这户同意让他听这一种报警")
    back = actions.add_parser("take-back", help="这户不要他听了，马上生效")
    for sub in (agree, back):
        sub.add_argument("handle", help="家属的账号（jpf user invite 账号 --role family）")
        sub.add_argument("household", help="户号或案件编号")
    agree.add_argument("what", help="哪一种：sos movement bed device fire")
    agree.add_argument("--how", required=True, help="怎么同意的：谁、当面还是书面、哪天")
    agree.add_argument("--until", help="到哪天为止（默认一直到收回）")
    back.add_argument("--what", default="", help="只收回这一种")
    for sub in (admit, shut, agree, back):
        sub.add_argument("--at", help=argparse.SUPPRESS)


def run(args: argparse.Namespace) -> int:
    document = asyncio.run(_run(args))
    if args.json:
        emit(document)
    else:
        for line in SAYS[args.action](document):
            say(line)
    return 0


async def _run(args: argparse.Namespace) -> Any:
    from core.store import atomically
    from jpf.home import open_house

    async with open_house(args.home) as house:
        return await atomically(lambda: WORK[args.action](args, house))


async def _list(args: argparse.Namespace, house: Any) -> dict[str, Any]:
    from core.store.sensing import Consent, SensorSource

    consents = Consent.filter(revoked_at=None).order_by("id").prefetch_related("account")
    return {
        "sources": [
            {"name": s.name, "active": s.active, "heard_at": iso(s.heard_at)}
            for s in await SensorSource.all().order_by("name")
        ],
        "consents": [
            {"handle": c.account.handle, "household": c.household, "what": c.what,
             "since": c.since.isoformat(), "until": c.until.isoformat() if c.until else None}
            for c in await consents
        ],
    }  # fmt: skip


async def _admit(args: argparse.Namespace, house: Any) -> dict[str, Any]:
    from core.devices import signing

    secret = await signing.admit(args.name, at=moment(args.at))
    return {"name": args.name, "secret": secret, "path": f"/sensors/{args.name}/events"}


async def _shut_out(args: argparse.Namespace, house: Any) -> dict[str, Any]:
    from core.devices import signing

    await signing.shut_out(args.name, at=moment(args.at))
    return {"name": args.name, "active": False}


async def _agree(args: argparse.Namespace, house: Any) -> dict[str, Any]:
    from core import accounts
    from core.devices import relatives

    account, at = await accounts.by_handle(args.handle), moment(args.at)
    until = day(args.until) if args.until else None
    home = await _home(args, house)
    await relatives.agree(account, home, args.what, how=args.how, at=at, until=until)
    return {"handle": args.handle, "household": home, "what": args.what}


async def _take_back(args: argparse.Namespace, house: Any) -> dict[str, Any]:
    from core import accounts
    from core.devices import relatives

    account, home = await accounts.by_handle(args.handle), await _home(args, house)
    count = await relatives.take_back(account, home, args.what, at=moment(args.at))
    return {"handle": args.handle, "household": home, "taken_back": count}


async def _home(args: argparse.Namespace, house: Any) -> str:
    from core.clock import day_of
    from jpf.refs import household_of

    return await household_of(args.household, house.facts, day_of(moment(args.at)))


def _lines(told: dict[str, Any]) -> list[str]:
    sources = [
        f"{s['name']}　{'在收' if s['active'] else '不收了'}　上次 {s['heard_at'] or '还没有'}"
        for s in told["sources"]
    ]
    consents = [
        f"{c['household']}　{c['what']}　{c['handle']}　从 {c['since']}"
        + (f" 到 {c['until']}" if c["until"] else "")
        for c in told["consents"]
    ]
    return [*(sources or ["还没有平台。"]), *consents]


WORK: dict[str, Callable[[argparse.Namespace, Any], Awaitable[Any]]] = {
    "list": _list, "admit": _admit, "shut-out": _shut_out, "agree": _agree, "take-back": _take_back,
}  # fmt: skip
SAYS: dict[str, Callable[[Any], list[str]]] = {
    "list": _lines,
    "admit": lambda t: [f"密钥只显示这一次：{t['secret']}", f"事件送到 POST {t['path']}"],
    "shut-out": lambda t: [f"{t['name']} 不收了。"],
    "agree": lambda t: [f"{t['household']} 的 {t['what']} 报警，也会告诉 {t['handle']}。"],
    "take-back": lambda t: [f"收回了 {t['taken_back']} 种，从现在起不再告诉 {t['handle']}。"],
}
