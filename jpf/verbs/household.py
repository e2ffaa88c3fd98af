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


def run(args: argparse.Namespace) -> int:
    told = asyncio.run(_tell(args))
    if args.json:
        emit(told)
    else:
        for line in _lines(told):
            say(line)
    return 0


async def _tell(args: argparse.Namespace) -> dict[str, Any]:
    from core.clock import at_time
    from core.family.matters import as_lines, matters_of
    from core.family.portrayed import as_json, portray
    from jpf.home import open_house
    from jpf.refs import household_of

    at = day(args.at)
    async with open_house(args.home) as house:
        household = await household_of(args.ref)
        matters = await matters_of(household, house.city, until=at_time(at, 23, 59))
        told = await asyncio.to_thread(
            portray, household, at, house.facts, house.vault, house.city,
            lang=args.lang, asked_for=matters.offers,
        )  # fmt: skip
        document = as_json(told, house.city.standards(at), args.lang)
        return {**document, "timeline": as_lines(matters)}


def _lines(told: dict[str, Any]) -> list[str]:
    """The same for people: one line a type, one a reason."""
    out = [f"{told['household']}　{told['at']}　{len(told['members'])} 口人"]
    for kind in told["types"]:
        if kind["gate"] == "no":
            continue
        colour = kind["colour"] or "待核实"
        if kind["colour_max"] and kind["colour_max"] != kind["colour"]:
            colour += f"，可能{kind['colour_max']}"
        low, high = kind["score"]
        score = f"{low:g}" if low == high else f"{low:g}–{high:g}"
        out.append(f"{kind['type']}　{colour}　{score} 分　{'、'.join(kind['labels'])}")
        out += [
            f"　· {b['title']}：{b['label']}（{b['class']} {b['as_of']}）" for b in kind["because"]
        ]
        out += [f"　？ {m['question']}（{m['cheapest_source']}）" for m in kind["missing"]]
    out += [f"→ {s['name']}：{s['why']}（{s['who']}，{s['days']} 天）" for s in told["suggestions"]]
    out += [f"{line['day']}　{line['who']}：{line['what']}" for line in told["timeline"]]
    return out
