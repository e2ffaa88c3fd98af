"""One household on one day: members, five types with reasons, what is missing, what may help."""

import argparse
import asyncio
from typing import Any

from jpf.output import day, emit, say

HELP = "看一户人家：成员、五型三色和理由、还缺什么、怎么帮"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("ref", help="户号或案件编号")
    parser.add_argument("--at", help="哪一天（默认今天）")
    parser.add_argument("--lang", default="zh", choices=("zh", "en"))
    parser.add_argument("--history", action="store_true", help="哪天变了，因为哪条记录")


def run(args: argparse.Namespace) -> int:
    if args.history:
        told = asyncio.run(_history(args))
        lines = _changes(told)
    else:
        told, lines = asyncio.run(_tell(args))
    if args.json:
        emit(told)
    else:
        for line in lines:
            say(line)
    return 0


async def _tell(args: argparse.Namespace) -> tuple[dict[str, Any], list[str]]:
    """As a document and as lines of text."""
    from core.clock import at_time
    from core.family.lines import told_lines
    from core.family.matters import as_lines, matters_of
    from core.family.portrayed import as_json, portray
    from jpf.home import open_house
    from jpf.refs import household_of

    at = day(args.at)
    async with open_house(args.home) as house:
        household = await household_of(args.ref, house.facts, at)
        matters = await matters_of(household, house.city, until=at_time(at, 23, 59), lang=args.lang)
        told = await asyncio.to_thread(
            portray, household, at, house.facts, house.vault, house.city,
            lang=args.lang, asked_for=matters.offers,
        )  # fmt: skip
        document = as_json(told, house.city.standards(at), args.lang, city=house.city.called)
        lines = told_lines(told, matters, house.city, args.lang)
        return {**document, "timeline": as_lines(matters)}, lines


async def _history(args: argparse.Namespace) -> dict[str, Any]:
    """{"household", "kept": [day…], "changes": [{"at", "since", "moved", "records"}]}."""
    from core.clock import day_of
    from core.history import History, turnings
    from jpf.home import open_house
    from jpf.refs import household_of

    async with open_house(args.home) as house:
        household = await household_of(args.ref, house.facts, day_of(house.clock()))
        kept = History(house.settings.portraits_folder).of(household)
        found = await asyncio.to_thread(
            turnings, household, kept.rows(named=True), house.facts.view, house.city.standards
        )
        return {
            "household": household,
            "kept": [at.isoformat() for at in kept.get_column("at")],
            "changes": [turning.data(args.lang) for turning in found],
        }


def _changes(told: dict[str, Any]) -> list[str]:
    """One line a change, one a record behind it."""
    if not told["kept"]:
        return ["还没有存下这一家的画像。先跑 jpf sweep --at 日期。"]
    out = [f"{told['household']}　从 {told['kept'][0]} 起"]
    for change in told["changes"]:
        moved = "；".join(change["moved"])
        out.append(f"{change['at']}　{moved or '只是细处变了'}")
        behind: dict[str, list[str]] = {}
        for r in change["records"]:
            source = f"{r['class_title']}（{r['class']} {r['data_date']}）"
            behind.setdefault(source, []).append(r["title"])
        out += [f"　· {source}：{'、'.join(titles)}" for source, titles in behind.items()]
        if not change["records"]:
            out.append("　· 没有新记录：是日子到了")
    return out
