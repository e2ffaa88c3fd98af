"""Every rule over stated facts: who may apply for what, and what is still missing."""

import argparse
from typing import TYPE_CHECKING, Any

from jpf.output import day, emit, say

if TYPE_CHECKING:
    from core.city import Standards
    from core.rules import Next, Verdict, Verdicts

HELP = "按说的情况看 34 条规则：能申请什么，还差什么"
TITLES = {"yes": "很可能可以申请", "unknown": "还说不准", "no": "现在够不上"}


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--facts", metavar="FILE", help="说的情况，一个 JSON 对象；- 从标准输入读")
    parser.add_argument("--at", metavar="DATE", help="按哪一天的规则（默认今天）")
    parser.add_argument("--about", default="", metavar="R-05,…", help="只问这几条规则要的事")
    parser.add_argument("--names", action="store_true", help="列出能说的事实，然后结束")


def run(args: argparse.Namespace) -> int:
    """With --json a list of verdicts; the next question stands at the rules it brings forward."""
    from core.rules import eligible, next_question

    if args.names:
        return _names(args)
    city, std = _city(args)
    found = eligible(_read(args.facts), std)
    about = [id_.strip() for id_ in args.about.split(",") if id_.strip()] or None
    question = next_question(found, about=about)
    if args.json:
        emit([_document(v, question, city) for v in found])
    else:
        for line in _lines(found, question, city):
            say(line)
    return 0


def _city(args: argparse.Namespace) -> tuple[str, "Standards"]:
    """The city's name and its parameters of the day; no installation is needed."""
    from core.city.fitting import open_pack
    from core.config import load_settings

    city = open_pack(load_settings(args.home).city.pack, args.home)
    return city.called, city.standards(day(args.at))


def _read(source: str | None) -> dict[str, Any]:
    """The JSON object told, from a file or from standard input."""
    import json
    import sys
    from pathlib import Path

    from core.fromjson import read_json
    from core.rules import BadFact

    if source is None:
        raise BadFact(
            "没有说情况。请用 --facts FILE 给一个 JSON 文件，或者 --facts - 从标准输入读。"
        )
    try:
        found = read_json(sys.stdin.read() if source == "-" else Path(source).read_text("utf-8"))
    except ValueError as error:
        where = f"第 {error.lineno} 行" if isinstance(error, json.JSONDecodeError) else "这"
        raise BadFact(f'{where}不是 JSON。请写成 {{"age": 82}} 这样。') from error
    if not isinstance(found, dict):
        raise BadFact('说的情况要写成一个 JSON 对象，例如 {"age": 82, "hukou_local": true}。')
    return found


def _document(verdict: "Verdict", question: "Next | None", city: str) -> dict[str, Any]:
    asked = question.data(city) if question and verdict.id in question.rules else None
    return {**verdict.data(), "next_question": asked}


def _lines(found: "Verdicts", question: "Next | None", city: str) -> list[str]:
    from core.rules import FIRST_LOOK

    out: list[str] = []
    for answer, title in TITLES.items():
        of = [v for v in found if v.verdict == answer and v.rule.is_benefit]
        out += [title, *(f"　{line}" for v in of for line in _about(v)), ""] if of else []
    out.append(FIRST_LOOK["zh"])
    if question:
        buttons = " ".join(f"[{b}]" for b in question.data(city)["answers"])
        out += ["", f"？ {question.question.text(city=city)}　{buttons}"]
    return out


def _about(verdict: "Verdict") -> list[str]:
    """One benefit in two lines at most."""
    from core.rules import vocabulary

    head = f"{verdict.id} {verdict.name}"
    if verdict.verdict == "unknown":
        names = [vocabulary()[name].title for name in verdict.ask]
        return [f"{head}：还差 {'、'.join(names)}"]
    if verdict.verdict == "no":
        failed = [b.title for b in verdict.because if b.holds is False]
        return [f"{head}：差在“{failed[0]}”"]
    amount = f"（{verdict.amount.said()}）" if verdict.amount else ""
    had = "，已经在享受" if verdict.receiving else ""
    papers = f"　带：{'、'.join(verdict.documents())}" if verdict.documents() else ""
    return [
        f"{head}：{verdict.gives()}{amount}{had}",
        f"　去：{'、'.join(verdict.where())}{papers}",
    ]


def _names(args: argparse.Namespace) -> int:
    """Every fact that may be told: its name, other names, what it is."""
    from core.rules.facts import facts

    told = [{"name": f.name, "keys": list(f.keys), "title": f.title} for f in facts().values()]
    if args.json:
        emit(told)
    else:
        for fact in told:
            say(f"{fact['name']}\t{fact['title']}\t{'、'.join(fact['keys'])}")
    return 0
