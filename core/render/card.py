"""The portrait card: one family on a phone screen, as a PNG of 1080 pixels width."""

from typing import Any

from core.render import words
from core.render.data import Action, Card, Person, Reading
from core.render.typeset import png
from locales import tr

LABELS = 4  # per type; the rest is counted, the booklet has them all
ACTIONS = 3
BESIDE = 3.5  # a longer word than 待核实 goes below the scale
SUGGESTED = "可以这样帮，由人来定"
LONG_NAME = 8  # characters; longer ones break after the middle dot


def render_card(card: Card, lang: str = "zh") -> bytes:
    """The card as PNG; raises FontMissing when there is no Chinese font."""
    return png("card.typ", view(card, lang))


def view(card: Card, lang: str) -> dict[str, Any]:
    """Everything the template shows, worded."""
    verdict = words.verdict(card.readings)
    big, small = words.headline(verdict, lang)
    return {
        "lang": lang,
        "tone": words.tone(verdict),
        "hatched": verdict.low is None and verdict.typed is None,
        "title": title(card, lang),
        "title_ems": words.ems(title(card, lang)),
        "size": size(card.size, lang),
        "place": card.place,
        "big": big,
        "small": small,
        "types": types(card, lang),
        "rows": [row(r, lang, LABELS) for r in shown(card.readings)],
        "outside": outside(card, lang),
        "generations": [[person(p, lang) for p in row] for row in card.generations],
        "actions_title": actions_title(card, lang),
        "actions": [action(a) for a in card.actions[:ACTIONS]],
        "unknown": tr("还不清楚：{what}", lang, what=card.unknown) if card.unknown else "",
        "foot": foot(card, lang),
    }


def title(card: Card, lang: str) -> str:
    return tr("{head}家", lang, head=card.head)


def size(people: int, lang: str) -> str:
    return tr("1 口人", lang) if people == 1 else tr("{n} 口人", lang, n=people)


def types(card: Card, lang: str) -> str:
    """The types this family belongs to, in one line."""
    held = [r.name for r in card.readings if r.gate]
    if held:
        return " ＋ ".join(held)
    unsure = any(r.gate is None for r in card.readings)
    return tr("还不知道归哪型", lang) if unsure else tr("五型都不归，不分颜色", lang)


def shown(readings: tuple[Reading, ...]) -> list[Reading]:
    """The types that hold or may hold, the most urgent first."""
    held = [r for r in readings if r.gate is not False]
    return sorted(held, key=lambda r: (r.gate is None, -words.SEVERITY[r.colour_low]))


def outside(card: Card, lang: str) -> str:
    """The types that do not hold beside those that do: named, without a colour."""
    names = [r.name for r in card.readings if r.gate is False]
    if not names or len(names) == len(card.readings):
        return ""
    return tr("未归型：{types}", lang, types=words.listing(names, lang))


def row(reading: Reading, lang: str, most: int) -> dict[str, Any]:
    """One type: its place on the scale, its word, its red lines and labels."""
    low, high = reading.low, reading.high
    before = reading.before
    word = words.reading_word(reading, lang)
    return {
        "name": reading.name,
        "sure": reading.gate is True,
        "tone": (reading.gate and reading.colour_low) or "none",
        "tone_high": reading.colour_high or "none",
        "low": low or 0,
        "high": 100 if high is None else high,
        "yellow": reading.yellow_from,
        "red": reading.red_from,
        "score": words.span(low, high),
        "word": word,
        "beside": words.ems(word) <= BESIDE,
        "settled": bool(reading.gate) and reading.colour_low == reading.colour_high,
        "floors": [tr("红线：{why}", lang, why=why) for why in reading.floors],
        "labels": [e.label for e in reading.labels[:most]],
        "more": _more(len(reading.labels) - most, lang),
        "before_at": before.score if before else None,
        "before": tr("原来 {mark}", lang, mark=words.mark(before, lang)["text"]) if before else "",
    }


def _more(rest: int, lang: str) -> str:
    return tr("还有 {n} 项", lang, n=rest) if rest > 0 else ""


def person(one: Person, lang: str) -> dict[str, Any]:
    told = one.relation
    if one.age is not None:
        told = tr("{relation} {age}岁", lang, relation=one.relation, age=one.age)
    name = one.name if words.ems(one.name) <= LONG_NAME else one.name.replace("·", "·\n")
    return {
        "name": name,
        "ems": max(words.ems(line) for line in name.split("\n")),
        "told": told,
        "note": one.note,
        "tone": one.colour or "",
        "head": one.head,
        "spouse": one.spouse,
    }


def action(one: Action) -> dict[str, str]:
    return {"what": one.what, "by": " · ".join(filter(None, (one.who, one.due)))}


def actions_title(card: Card, lang: str) -> str:
    """What is agreed and what the machine only proposes are told apart."""
    return tr(SUGGESTED if card.suggested else "要做的事", lang)


def foot(card: Card, lang: str) -> list[str]:
    return [
        tr(
            "{day} · 看了 {n} 个部门的数据 · 编号 {code}",
            lang,
            day=words.day(card.day),
            n=card.departments,
            code=card.code,
        ),
        tr("{opened} · 只给帮扶的人看，别转发", lang, opened=words.opened(card.opened, lang)),
    ]
