"""People: add, invite with a one-time code, list, revoke."""

import argparse
import asyncio
from typing import Any

from core.clock import day_of
from jpf.output import day, emit, moment, say, tell

HELP = "人员：添加、发一次性邀请、列出、调动、请假、停用、恢复"
ACTIONS = "add|invite|list|move|leave|back|revoke|resume"


def arguments(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True, metavar=ACTIONS)
    add = actions.add_parser("add", help="加一个账号，或给老账号加一份职责")
    invite = actions.add_parser("invite", help="给一个账号发一次性邀请码（没有就先建）")
    for sub in (add, invite):
        sub.add_argument("handle", help="账号名，别用真名")
        sub.add_argument("--name", help="称呼，只在消息里用")
        sub.add_argument(
            "--role", help="grid office department supervisor resident family admin auditor room"
        )
        sub.add_argument("--area", default="", help="管的地方：区划代码或地名")
        sub.add_argument(
            "--unit", default="", help="代表的单位：M02 这样的部门代码，或镇街、村的代码"
        )
        sub.add_argument("--line", default="", help="限定条线：children 或 restricted")
        sub.add_argument("--household", default="", help="居民本人的户号")
        sub.add_argument("--lang", default="zh", choices=("zh", "en"))
    listing = actions.add_parser("list", help="列出账号")
    revoke = actions.add_parser("revoke", help="停用一个账号，马上生效")
    revoke.add_argument("handle")
    resume = actions.add_parser("resume", help="查清楚了，让停下来的账号接着用")
    resume.add_argument("handle")
    move = actions.add_parser("move", help="调到另一个地方，老地方的事当天就看不到了")
    move.add_argument("handle")
    move.add_argument("--area", required=True, help="新管的地方：区划代码或地名")
    move.add_argument("--unit", default="", help="新代表的单位")
    leave = actions.add_parser("leave", help="请假，由别人代")
    leave.add_argument("handle")
    leave.add_argument("--since", help="从哪天起（默认今天）")
    leave.add_argument("--until", required=True, help="到哪天止，含这一天")
    leave.add_argument("--stand-in", default="", help="谁代他：账号名；不写就没有人代")
    back = actions.add_parser("back", help="回来上班，假期到前一天为止")
    back.add_argument("handle")
    for sub in (add, invite, listing, revoke, resume, move, leave, back):
        sub.add_argument("--at", help="从什么时候起（默认现在）")


def run(args: argparse.Namespace) -> int:
    return asyncio.run(_run(args))


async def _run(args: argparse.Namespace) -> int:
    from core.store import atomically
    from jpf.home import open_house

    async with open_house(args.home) as house:
        if args.action == "list":
            return await _list(args)
        at = moment(args.at)
        work = WORK[args.action]
        report = await atomically(lambda: work(args, at, house.city))
    emit(report) if args.json else tell(str(report.pop("words")))
    return 0


async def _add(args: argparse.Namespace, at: Any, city: Any) -> dict[str, Any]:
    from core import accounts

    role = args.role or "grid"
    account = await accounts.add(
        args.handle,
        args.name or args.handle,
        role,
        at=at,
        area=city.code_of(args.area),
        unit=city.code_of(args.unit),
        line=args.line,
        household=args.household,
        lang=args.lang,
    )
    return {"handle": account.handle, "role": role, "words": f"{account.handle} 加好了（{role}）。"}


async def _invite(args: argparse.Namespace, at: Any, city: Any) -> dict[str, Any]:
    from core import accounts
    from core.store.people import Account

    account = await Account.get_or_none(handle=args.handle)
    if account is None or args.role:
        await _add(args, at, city)
        account = await accounts.by_handle(args.handle)
    code = await accounts.invite(account, at=at)
    words = f"给 {account.handle} 的邀请码：{code}（24 小时内用一次）。在对话里发：/start {code}"
    return {"handle": account.handle, "code": code, "words": words}


async def _revoke(args: argparse.Namespace, at: Any, city: Any) -> dict[str, Any]:
    from core import accounts
    from core.cases import handing

    await accounts.revoke(args.handle, at=at)
    handed = await handing.release(await accounts.by_handle(args.handle), at=at)
    words = f"{args.handle} 停用了，马上生效。{_handed(handed)}"
    return {"handle": args.handle, "handed_on": handed, "words": words}


async def _resume(args: argparse.Namespace, at: Any, city: Any) -> dict[str, Any]:
    from core import accounts

    changed = await accounts.resume(args.handle, at=at)
    words = f"{args.handle} 可以接着用了。"
    if not changed:
        words = f"{args.handle} 没有停下来；停用了的账号请用 jpf user invite 重新请进来。"
    return {"handle": args.handle, "changed": changed, "words": words}


async def _move(args: argparse.Namespace, at: Any, city: Any) -> dict[str, Any]:
    from core import accounts
    from core.cases import handing

    area, unit = city.code_of(args.area), city.code_of(args.unit)
    account = await accounts.move(args.handle, at=at, area=area, unit=unit or area)
    handed = await handing.release(account, at=at)
    words = f"{args.handle} 调到{city.unit_name(area)}，老地方的事看不到了。{_handed(handed)}"
    return {"handle": args.handle, "area": area, "handed_on": handed, "words": words}


async def _leave(args: argparse.Namespace, at: Any, city: Any) -> dict[str, Any]:
    from core import accounts, leaves
    from core.cases import handing

    account = await accounts.by_handle(args.handle)
    stand_in = await accounts.by_handle(args.stand_in) if args.stand_in else None
    since, until = day(args.since) if args.since else day_of(at), day(args.until)
    await leaves.take_leave(account, since, until, stand_in, at=at)
    seen = await handing.cover(account, at=at) if since <= day_of(at) <= until else 0
    who = f"由 {stand_in.handle} 代" if stand_in else "没有人代，他那里的新案子会提醒主管"
    words = f"{args.handle} 从 {since} 到 {until} 请假，{who}。"
    return {"handle": args.handle, "since": since.isoformat(), "until": until.isoformat(),
            "stand_in": args.stand_in or None, "in_hand": seen, "words": words}  # fmt: skip


async def _back(args: argparse.Namespace, at: Any, city: Any) -> dict[str, Any]:
    from core import accounts, leaves

    changed = await leaves.come_back(await accounts.by_handle(args.handle), day_of(at), at=at)
    words = f"{args.handle} 回来了。" if changed else f"{args.handle} 没有在请假。"
    return {"handle": args.handle, "changed": changed, "words": words}


def _handed(count: int) -> str:
    return f"手上 {count} 件转给了别人。" if count else ""


async def _list(args: argparse.Namespace) -> int:
    from core.store.people import Account, Duty

    rows: list[dict[str, Any]] = []
    for account in await Account.all().order_by("id"):
        duties = await Duty.filter(account=account)
        rows.append(
            {
                "handle": account.handle,
                "active": account.active,
                "duties": [{"role": d.role, "area": d.area, "unit": d.unit} for d in duties],
            }
        )
    if args.json:
        emit(rows)
    else:
        for row in rows:
            words = "、".join(f"{d['role']} {d['area'] or d['unit']}" for d in row["duties"])
            say(f"{row['handle']}\t{'' if row['active'] else '已停用'}\t{words}")
    return 0


WORK = {
    "add": _add,
    "invite": _invite,
    "move": _move,
    "leave": _leave,
    "back": _back,
    "revoke": _revoke,
    "resume": _resume,
}
