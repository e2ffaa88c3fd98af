"""The portrait's weights and colour lines: shown, tried on the town, proposed, signed by two people."""

import argparse
import asyncio
import json
from datetime import date
from pathlib import Path
from typing import Any

from jpf.output import day, emit, moment, say, tell

HELP = "画像的权重和颜色线：看、试、提、两个人签"
SOME = 20


def arguments(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(
        dest="action", required=True, metavar="show|list|borderline|preview|propose|sign|refuse"
    )
    show = actions.add_parser("show", help="今天用的是哪一版，权重和线是多少")
    show.add_argument("--at", help="哪一天（默认今天）")
    actions.add_parser("list", help="提过的各版、谁签了")
    edge = actions.add_parser("borderline", help="权重上下动两成就会变颜色的家庭，请人看一眼")
    edge.add_argument("--at", help="哪一天（默认今天）")
    for name, words in (("preview", "在全市试一试：谁会变颜色"), ("propose", "试过之后提出来")):
        sub = actions.add_parser(name, help=words)
        sub.add_argument("file", type=Path, help="JSON：version，和要改的 weights、lines")
        sub.add_argument("--at", help="用哪一天的数据试（默认今天）")
        if name == "propose":
            sub.add_argument("--since", help="从哪天起用（默认签完的那天）")
            sub.add_argument("--as", dest="who", required=True, metavar="账号")
            sub.add_argument("--why", required=True, help="为什么改")
    for name, words in (("sign", "签一版；两个不同的人签完才生效"), ("refuse", "退回一版")):
        sub = actions.add_parser(name, help=words)
        sub.add_argument("version")
        sub.add_argument("--as", dest="who", required=True, metavar="账号")
        sub.add_argument("--why", default="", help="理由，进审计链")
        sub.add_argument("--at", help=argparse.SUPPRESS)


def run(args: argparse.Namespace) -> int:
    document = asyncio.run(_run(args))
    if args.json:
        emit(document)
    else:
        for line in _lines(args.action, document):
            say(line)
    return 0


async def _run(args: argparse.Namespace) -> Any:
    from jpf.home import open_house

    async with open_house(args.home) as house:
        if args.action == "list":
            return await _list()
        if args.action == "show":
            return _show(args, house)
        if args.action == "borderline":
            return await asyncio.to_thread(_borderline, day(args.at), house)
        if args.action in ("preview", "propose"):
            return await _try(args, house)
        return await _decide(args)


def _show(args: argparse.Namespace, house: Any) -> dict[str, Any]:
    from core.portrait.model import current

    return current(house.city.standards(day(args.at))).data()


def _borderline(at: date, house: Any) -> list[dict[str, Any]]:
    """Household, type and how many of a thousand draws change its colour, the most first."""
    from core.portrait.sensitivity import sensitivity
    from core.portrait.shelf import types
    from core.variables import features

    std = house.city.standards(at)
    drawn = sensitivity(features(house.facts.view(at), std).households, std)
    titles = {kind.letter: kind.title() for kind in types(at)}
    edge = drawn.filter(drawn["changes"] > 0).sort(
        ["changes", "household"], descending=[True, False]
    )
    return [{**row, "type": titles[row["type"]]} for row in edge.iter_rows(named=True)]


async def _list() -> list[dict[str, Any]]:
    from core.store.governing import ModelChange

    return [_row(change) for change in await ModelChange.all().order_by("id")]


def _row(change: Any) -> dict[str, Any]:
    return {
        "version": change.version,
        "state": change.state,
        "since": change.since.isoformat(),
        "why": change.why,
        "proposed_by": change.proposed_by,
        "signed_by": [name for name in (change.first_by, change.second_by) if name],
        "preview": change.preview,
    }


async def _try(args: argparse.Namespace, house: Any) -> dict[str, Any]:
    from core import accounts
    from core.governance import propose, try_on

    at = day(args.at)
    tried = await asyncio.to_thread(try_on, _read(args.file), at, house.facts, house.city)
    document = {**tried.to_json(), "families": tried.households}
    if args.action == "propose":
        who = await accounts.who(await accounts.by_handle(args.who))
        now = moment(None)
        since = day(args.since) if args.since else now.date()
        made = await propose(tried, who, why=args.why, since=since, at=now)
        return {**document, **_row(made)}
    return document


def _read(path: Path) -> Any:
    from core.governance.trying import NotAModel

    try:
        return json.loads(path.read_text("utf-8"))
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise NotAModel(
            f"{path.name} 不是 JSON 文件。请照 jpf model show --json 的样子写。"
        ) from error


async def _decide(args: argparse.Namespace) -> dict[str, Any]:
    from core import accounts
    from core.governance import refuse, sign

    who, at = await accounts.who(await accounts.by_handle(args.who)), moment(args.at)
    if args.action == "refuse":
        return _row(await refuse(args.version, who, why=args.why, at=at))
    change = await sign(args.version, who, at=at)
    words = "两个人都签了，从 {} 起用。" if change.state == "live" else "记下了，还要另一个人签。"
    tell(words.format(change.since))
    return _row(change)


def _lines(action: str, document: Any) -> list[str]:
    if action == "list":
        return [_line(row) for row in document] or ["还没有人提过。用的是指标文件里的权重。"]
    if action == "borderline":
        return [_edge(row) for row in document] or ["没有：权重上下动两成，谁的颜色也不变。"]
    if action == "show":
        lines = "；".join(f"{k} 黄 {y} 红 {r}" for k, (y, r) in document["lines"].items())
        weights = "　".join(f"{k} {w}" for k, w in document["weights"].items())
        return [f"{document['version']}", lines, weights]
    if action in ("sign", "refuse"):
        return [_line(document)]
    moves = [
        f"{m['type']}　{m['from']} → {m['to']}　{m['households']} 户" for m in document["moves"]
    ]
    families = document["families"]
    some = "、".join(families[:SOME]) + ("……" if len(families) > SOME else "")
    head = f"{document['households']} 户里有 {document['changed']} 户会变颜色"
    return [head, *moves, some] if families else [head]


def _edge(row: dict[str, Any]) -> str:
    counts = f"红 {row['red']}　黄 {row['yellow']}　绿 {row['green']}"
    return f"{row['household']}　{row['type']}　1000 次里 {row['changes']} 次变颜色　{counts}"


def _line(row: dict[str, Any]) -> str:
    states = {"proposed": "等签", "live": "在用", "refused": "退回"}
    signed = "、".join(row["signed_by"]) or "还没人签"
    return f"{row['version']}　{states[row['state']]}　从 {row['since']}　{signed}　{row['why']}"
