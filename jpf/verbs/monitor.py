"""The life of monitors: look at them, try them over the past, move them on, pause them, decide."""

import argparse
import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from jpf.output import day, emit, moment, say

HELP = "预警的一生：看、试、回测、上线、暂停、放行、提议、更正"
ACTIONS = "list|show|test|backtest|promote|pause|release|drop|proposals|accept|refuse|corrections"
BACK = 89  # days a backtest looks back when nobody says


def arguments(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True, metavar=ACTIONS)
    listing = actions.add_parser("list", help="全部预警：走到哪一步、昨夜几件、准不准")
    show = actions.add_parser("show", help="一条预警：写的什么、走过的步、大家的结论、近两周")
    test = actions.add_parser("test", help="把文件里的例子再问一遍")
    back = actions.add_parser("backtest", help="在存着的历史上一天天重放；什么也不写，只记下试过了")
    _backtest(back)
    promote = actions.add_parser("promote", help="往前走一步：静默、部分村、上线；或恢复")
    promote.add_argument("--to", choices=("silent", "villages", "live"), help="走到哪一步")
    promote.add_argument("--share", type=float, metavar="百分之几", help="部分村：占网格的百分之几")
    pause = actions.add_parser("pause", help="停下来：不再开新的，手上的照办")
    release = actions.add_parser("release", help="放行停着的提醒")
    drop = actions.add_parser("drop", help="停着的作废，不开案")
    proposals = actions.add_parser("proposals", help="系统提的：停、收紧，等人定")
    proposals.add_argument("--all", action="store_true", help="定过的也列")
    accept = actions.add_parser("accept", help="照提议做")
    refuse = actions.add_parser("refuse", help="不照提议做")
    corrections = actions.add_parser("corrections", help="请部门更正的数据，和各类数据的错率")
    for sub in (show, test, back, promote, pause, release, drop):
        sub.add_argument("monitor", help="编号，如 MON-01")
    for sub in (accept, refuse):
        sub.add_argument("number", type=int, help="提议的号")
    for sub in (promote, pause, release, drop, accept, refuse):
        sub.add_argument("--as", dest="who", required=True, metavar="账号")
        sub.add_argument("--why", required=True, help="为什么，进审计链")
    for sub in (listing, show, promote, pause, release, drop, accept, refuse, corrections):
        sub.add_argument("--at", help="什么时候（默认现在）")


def _backtest(back: argparse.ArgumentParser) -> None:
    back.add_argument("--from", dest="first", metavar="DATE", help="从哪天（默认往回 90 天）")
    back.add_argument("--to", dest="last", metavar="DATE", help="到哪天（默认昨天）")
    back.add_argument("--step", type=int, default=1, help="隔几天看一次（默认每天）")
    back.add_argument("--truth", type=Path, help="编的城：jpf make-town 写的 truth 文件夹")
    back.add_argument("--alone", action="store_true", help="只看它，不看和别的预警重不重")


def run(args: argparse.Namespace) -> int:
    """0; 1 when an example of `test` does not hold."""
    document = asyncio.run(_run(args))
    if args.json:
        emit(document)
    else:
        from jpf.monitors import lines

        for line in lines(args.action, document):
            say(line)
    wrong = args.action == "test" and not all(one["holds"] for one in document["examples"])
    return 1 if wrong else 0


async def _run(args: argparse.Namespace) -> Any:
    from jpf.home import open_house

    async with open_house(args.home) as house:
        return await WORK[args.action](args, house)


async def _list(args: argparse.Namespace, house: Any) -> Any:
    from scheduler.lives import overview

    return await overview(day(args.at))


async def _show(args: argparse.Namespace, house: Any) -> Any:
    from scheduler.lives import about, chosen

    return await about(chosen(args.monitor), day(args.at))


async def _test(args: argparse.Namespace, house: Any) -> Any:
    from scheduler.lives import chosen, tried

    monitor = chosen(args.monitor)
    examples = [one.to_json() for one in tried(monitor, house.city)]
    return {"monitor": monitor.id, "title": monitor.label.title, "examples": examples}


async def _tried(args: argparse.Namespace, house: Any) -> Any:
    from datetime import timedelta

    from scheduler.backtest import backtest
    from scheduler.lives import chosen

    last = day(args.last) if args.last else day(None) - timedelta(days=1)
    first = day(args.first) if args.first else last - timedelta(days=BACK)
    return await backtest(
        house, chosen(args.monitor).id, first, last,
        step=max(args.step, 1), truth=args.truth, beside=not args.alone,
    )  # fmt: skip


async def _move(args: argparse.Namespace, house: Any) -> Any:
    from core.monitoring import life
    from scheduler.lives import about, chosen

    monitor, (who, at) = chosen(args.monitor), await _person(args)
    now = (await life.lives({monitor.id: monitor.watch.starts}))[monitor.id]
    told = {"city": house.city.code, "why": args.why, "at": at}
    if args.action == "pause":
        await life.pause(monitor.id, now, who, **told)
    else:
        share = None if args.share is None else round(args.share * 100)
        await life.promote(monitor.id, now, who, to=args.to, share=share, **told)
    return await about(monitor, day(None))


async def _held(args: argparse.Namespace, house: Any) -> Any:
    from core.monitoring import flood
    from core.store import atomically
    from scheduler.lives import chosen

    monitor, (who, at) = chosen(args.monitor).id, await _person(args)
    decide = flood.release if args.action == "release" else flood.drop
    batch = await atomically(
        lambda: decide(monitor, who, city=house.city.code, why=args.why, at=at)
    )
    return {"monitor": monitor, "day": batch.day.isoformat(), "hits": batch.hits,
            "state": batch.state, "by": who.handle}  # fmt: skip


async def _proposals(args: argparse.Namespace, house: Any) -> Any:
    from core.store.monitoring import Proposal
    from scheduler.lives.about import proposal

    rows = Proposal.all() if args.all else Proposal.filter(state="open")
    return [proposal(row) for row in await rows.order_by("id")]


async def _decide(args: argparse.Namespace, house: Any) -> Any:
    from core.monitoring import learning
    from core.store import atomically
    from scheduler.lives.about import proposal

    who, at = await _person(args)
    decide = learning.accept if args.action == "accept" else learning.refuse
    row = await atomically(
        lambda: decide(args.number, who, city=house.city.code, why=args.why, at=at)
    )
    return proposal(row)


async def _corrections(args: argparse.Namespace, house: Any) -> Any:
    from core.monitoring import corrections

    return await corrections.overview(moment(args.at))


async def _person(args: argparse.Namespace) -> tuple[Any, Any]:
    from core import accounts

    return await accounts.who(await accounts.by_handle(args.who)), moment(args.at)


Work = Callable[[argparse.Namespace, Any], Awaitable[Any]]
WORK: dict[str, Work] = {
    "list": _list,
    "show": _show,
    "test": _test,
    "backtest": _tried,
    "promote": _move,
    "pause": _move,
    "release": _held,
    "drop": _held,
    "proposals": _proposals,
    "accept": _decide,
    "refuse": _decide,
    "corrections": _corrections,
}
