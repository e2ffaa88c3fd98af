"""Pairs of records that may be one person: list them, and decide what nobody else can tell."""

import argparse
import asyncio
from typing import TYPE_CHECKING, Any

from jpf.output import day, emit, say, tell

if TYPE_CHECKING:
    from core.city import City
    from core.house import House
    from core.matching.questions import Question, Where

HELP = "认人：列出拿不准是不是同一人的记录，由人来定"
SHOWN = 20
ANSWERS = {"same": True, "different": False, "open": None}
SAID = {"same": "是同一人", "different": "不是同一人", "open": "先不定"}


def arguments(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(
        dest="action", required=True, metavar="list|same|different|open"
    )
    listing = actions.add_parser("list", help="列出拿不准的")
    listing.add_argument("--at", help="哪一天（默认今天）")
    same = actions.add_parser("same", help="定为同一人，从今天起算数")
    different = actions.add_parser("different", help="定为两个人，从今天起算数")
    take_back = actions.add_parser("open", help="收回原来定的")
    for sub in (same, different, take_back):
        sub.add_argument("pair", nargs="?", help="一对的编号")
        sub.add_argument("--by", required=True, help="谁核对的（账号）")
        sub.add_argument("--note", default="", help="依据，别写姓名和证号")
    for sub in (listing, same, different):
        sub.add_argument("--why", help="只要这一种原因（list 里方括号中的词）")
        sub.add_argument("--class", dest="class_id", help="只要这一类数据，如 M01-01")


def run(args: argparse.Namespace) -> int:
    return asyncio.run(_list(args) if args.action == "list" else _decide(args))


async def _list(args: argparse.Namespace) -> int:
    from core.matching.questions import questions
    from jpf.home import open_house

    async with open_house(args.home) as house:
        at = day(args.at)
        asked = await asyncio.to_thread(
            questions, facts_of(house), at, why=args.why, class_id=args.class_id
        )
        if args.json:
            emit({"at": at.isoformat(), "open": len(asked), "pairs": [q.to_json() for q in asked]})
            return 0
        for question in asked[:SHOWN]:
            say("\n".join(_lines(question, house.city)))
    tell(_counted(asked))
    return 0


async def _decide(args: argparse.Namespace) -> int:
    """The trail first, so that nothing counts that nobody signed."""
    from core import accounts, audit
    from core.clock import day_of
    from core.matching import Decision
    from jpf.home import open_house

    async with open_house(args.home) as house:
        now = house.clock()
        today = day_of(now)
        who = await accounts.by_handle(args.by)
        if not who.active:
            raise accounts.NoSuchAccount(
                f"账号 {args.by} 已经停用，不能用它定。请换一个在用的账号。"
            )
        pairs = await asyncio.to_thread(_chosen, args, facts_of(house), today)
        for one in pairs:
            await audit.record(
                who.handle, f"match:{args.action}", one.number, at=now, why=args.note
            )
            answer = Decision(one.a, one.b, ANSWERS[args.action], today, who.handle, args.note)
            facts_of(house).decide(answer)
    report = {"action": args.action, "pairs": [p.number for p in pairs], "at": today.isoformat()}
    words = f"{len(pairs)} 对定为：{SAID[args.action]}，从 {today} 起算数；以前的日子不变。"
    emit(report) if args.json else tell(words)
    return 0


def facts_of(house: "House") -> Any:
    """The facts with their people brought together; an open house has no others."""
    return house.facts


def _chosen(args: argparse.Namespace, facts: Any, at: Any) -> "list[Question]":
    """One pair by its number, or all open ones of a reason and a class."""
    from core.matching.questions import NoSuchPair, question, questions

    if args.pair:
        return [question(facts, args.pair, at)]
    if not (getattr(args, "why", None) and args.class_id):
        raise NoSuchPair("要定哪一对？请写编号；成批定要同时写 --why 和 --class。")
    return questions(facts, at, why=args.why, class_id=args.class_id)


def _lines(question: "Question", city: "City") -> list[str]:
    return [
        f"{question.number}　{question.words}　[{question.why}]",
        *(f"　这边：{_where(w, city)}" for w in question.a_at),
        *(f"　户籍：{_where(w, city)}" for w in question.b_at),
    ]


def _where(found: "Where", city: "City") -> str:
    place = city.place(found.region) if found.region else None
    parts = [f"{found.class_id} 记录 {found.record}", found.household and f"户号 {found.household}"]
    return "，".join(p for p in (*parts, place.name if place else None) if p)


def _counted(asked: "list[Question]") -> str:
    if not asked:
        return "没有拿不准的。"
    more = f"，列出前 {SHOWN} 对" if len(asked) > SHOWN else ""
    return f"{len(asked)} 对拿不准{more}。定：jpf match same 编号 --by 账号，或 different。"
