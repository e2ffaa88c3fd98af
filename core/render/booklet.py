"""一户一册: the booklet of one family, on A4 for the file or masked for a worker's phone.

Both are tagged PDF/A-2a and PDF/UA-1. The full one carries a watermark with who opened it and
when; the masked one is built from labels, things to do and questions only, so nothing else can leak.
"""

from typing import Any

from core.render import card as cards
from core.render import headings, words
from core.render.data import (
    Benefit,
    Booklet,
    Change,
    Event,
    Evidence,
    Fact,
    Help,
    Kind,
    Moment,
    Person,
    Question,
    Reading,
    Suggestion,
)
from core.render.masked import masked
from core.render.typeset import pdf
from locales import tr

MOMENTS: dict[Moment, str] = {"alert": "发现", "visit": "上门", "help": "帮扶", "check": "核验"}
KINDS: dict[Kind, str] = {"material": "给钱给物", "service": "出人出力"}


def render_booklet(booklet: Booklet, lang: str = "zh", full: bool = True) -> bytes:
    """The booklet as PDF: the *full* one for the file, or the masked one for the phone."""
    if full:
        return pdf("booklet.typ", view(booklet, lang), made=booklet.made)
    return pdf("masked.typ", masked(booklet, lang), made=booklet.made)


def view(booklet: Booklet, lang: str) -> dict[str, Any]:
    """Everything the full booklet shows, worded."""
    return {
        **_cover(booklet, lang),
        **headings.fixed(lang),
        "people": [_person(p, lang) for row in booklet.card.generations for p in row],
        "sheets": [
            {"title": tr(title, lang), "facts": [_fact(f) for f in getattr(booklet, name)]}
            for name, title in headings.SHEETS
        ],
        "types": [_type(r, lang) for r in booklet.card.readings],
        "questions": [_question(q) for q in booklet.unknown],
        "benefits": [_benefit(b) for b in booklet.benefits],
        "help": [_help(h) for h in booklet.help],
        "suggestions": [
            {"kind": tr(title, lang), "rows": _suggestions(booklet, kind, lang)}
            for kind, title in KINDS.items()
        ],
        "timeline": [_event(e, lang) for e in booklet.timeline],
        "signature": [tr(t, lang) for t in ("核对人", "镇街道审核", "户主看过，没有差错", "日期")],
    }


def _cover(booklet: Booklet, lang: str) -> dict[str, Any]:
    front = cards.view(booklet.card, lang)
    card = booklet.card
    facts = {
        "编号": card.code,
        "生成时间": words.moment(booklet.made),
        "数据截至": words.day(booklet.data_until),
        "规则版本": booklet.rules,
        "看了几家的数据": tr("{n} 个部门", lang, n=card.departments),
        "打开的人": f"{card.opened.by} {words.moment(card.opened.at)}",
    }
    kept = (
        "lang",
        "tone",
        "hatched",
        "title",
        "size",
        "place",
        "big",
        "small",
        "generations",
        "actions",
    )
    return {
        **{key: front[key] for key in kept},
        "outside": front["outside"] or ("" if front["rows"] else front["types"]),
        "code": card.code,
        "name": tr("一户一册", lang),
        "product": tr("精平扶 · 困难家庭精准画像", lang),
        "sentence_title": tr("一句话", lang),
        "sentence": booklet.sentence,
        "portrait_title": tr("五型三色", lang),
        "first_title": front["actions_title"],
        "about": [{"name": tr(k, lang), "value": v} for k, v in facts.items()],
        "rules": booklet.rules,
        "watermark": f"{card.opened.by} {words.moment(card.opened.at)}",
        "foot": cards.foot(card, lang)[1],
    }


def _person(one: Person, lang: str) -> list[str]:
    age = tr("不清楚", lang) if one.age is None else str(one.age)
    return [one.name, one.relation, age, one.health or one.note, one.benefit]


def _fact(fact: Fact) -> dict[str, Any]:
    return {
        "name": fact.name,
        "value": fact.value,
        "note": fact.note,
        "department": fact.department,
        "day": words.day(fact.day),
    }


def _type(reading: Reading, lang: str) -> dict[str, Any]:
    about = cards.row(reading, lang, most=0)
    lines = tr("黄线 {yellow}，红线 {red}", lang, yellow=reading.yellow_from, red=reading.red_from)
    return {
        **about,
        "out": tr(words.UNTYPED, lang) if reading.gate is False else "",
        "lines": lines,
        "evidence": [_evidence(e) for e in reading.labels],
    }


def _evidence(one: Evidence) -> list[str]:
    points = "" if one.points is None else words.number(one.points)
    return [one.label, one.why, words.day(one.day), one.department, points]


def _question(question: Question) -> list[str]:
    return [question.what, question.whom, question.ask]


def _benefit(benefit: Benefit) -> list[str]:
    return [benefit.name, benefit.amount, benefit.department, words.day(benefit.since)]


def _help(help: Help) -> list[str]:
    return [words.day(help.day), help.what, help.who, help.result]


def _suggestions(booklet: Booklet, kind: Kind, lang: str) -> list[dict[str, str]]:
    return [_suggestion(s, lang) for s in booklet.suggestions if s.kind == kind]


def _suggestion(one: Suggestion, lang: str) -> dict[str, str]:
    return {
        "what": one.what,
        "why": one.why,
        "who": one.who,
        "within": words.within(one.days, lang),
        "papers": one.papers or tr("不用带", lang),
    }


def _event(event: Event, lang: str) -> dict[str, Any]:
    return {
        "day": words.day(event.day),
        "kind": tr(MOMENTS[event.kind], lang),
        "who": event.who,
        "text": event.text,
        "changes": [_change(c, lang) for c in event.changes],
    }


def _change(change: Change, lang: str) -> dict[str, Any]:
    return {
        "type": change.type,
        "before": words.mark(change.before, lang),
        "after": words.mark(change.after, lang),
    }
