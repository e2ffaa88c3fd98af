"""Legal deletion and retention: always the plan first, the deed only with --yes."""

import argparse
import asyncio
import sys
from typing import TYPE_CHECKING, Any

from jpf.output import emit, moment, say, tell

if TYPE_CHECKING:
    from core.house import House
    from core.safety.retention.orders import Subject

HELP = "到期清理和依法删除：先给计划，加 --yes 才动手"
LATER = "以前做的安全副本里还有，恢复时会照样再删；部门以后再送来的数据会重新入库。"


def arguments(parser: argparse.ArgumentParser) -> None:
    whose = parser.add_mutually_exclusive_group()
    whose.add_argument("--household", metavar="户号", help="删这一户")
    whose.add_argument("--person", metavar="标识", help="删这个人（人员标识，不是身份证号）")
    whose.add_argument(
        "--id", action="store_true", help="删这个人：从标准输入读身份证号，不留在命令行里"
    )
    parser.add_argument("--why", default="", help="依据哪份申请或决定")
    parser.add_argument("--yes", action="store_true", help="照计划做（不能反悔）")


def run(args: argparse.Namespace) -> int:
    return asyncio.run(_run(args))


async def _run(args: argparse.Namespace) -> int:
    from core.problems import Problem
    from core.safety.lock import alone
    from core.safety.retention import by_age, person
    from jpf.home import open_house

    at = moment(None)
    async with open_house(args.home) as house:
        subject = _subject(args, house)
        if subject and args.yes and not args.why:
            raise Problem("依法删除要写依据。请加 --why，如 --why 本人申请-2022-017。")
        lines = await (person.plan(house, subject, at) if subject else by_age.plan(house, at))
        if args.yes:
            with alone(house.settings.home):
                await (_forget if subject else _age)(house, subject, at, lines, args.why)
    _tell(args, lines)
    return 0


def _subject(args: argparse.Namespace, house: "House") -> "Subject | None":
    from core.safety.retention.orders import Subject

    if args.household:
        return Subject("household", args.household)
    if args.id:
        return Subject("person", house.vault.blind("id", sys.stdin.readline()))
    return Subject("person", args.person) if args.person else None


async def _forget(house: "House", subject: Any, at: Any, _lines: Any, why: str) -> None:
    from core.safety.retention import person

    await person.forget(house, subject, at, why=why)


async def _age(house: "House", _subject: Any, at: Any, lines: Any, _why: str) -> None:
    from core.safety.retention import by_age

    await by_age.purge(house, at)
    await by_age.told(house, at, lines)


def _tell(args: argparse.Namespace, lines: Any) -> None:
    if args.json:
        emit({"done": args.yes, "plan": [line.to_json() for line in lines]})
        return
    for line in lines:
        say(str(line))
    if not lines:
        tell("没有要清理的。")
    elif args.yes:
        tell(f"做完了，记进了审计链。{LATER}")
    else:
        tell("这只是计划，什么也没删。看清楚以后加 --yes。")
