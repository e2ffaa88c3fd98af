"""The masked booklet: what a worker may carry on a phone, and nothing else."""

from typing import Any

from core.render import card as cards
from core.render import words
from core.render.data import Booklet
from locales import tr

ASKED = 6  # questions a visit has room for


def masked(booklet: Booklet, lang: str) -> dict[str, Any]:
    """Labels, what to do, what to ask; no name, no score, no amount, no reason."""
    card = booklet.card
    agreed = () if card.suggested else card.actions
    return {
        "lang": lang,
        "name": tr("一户一册", lang),
        "version": tr("手机上看的简版", lang),
        "code": card.code,
        "place": card.place,
        "labels_title": tr("标签", lang),
        "types": [
            {"name": r.name, "sure": bool(r.gate), "labels": [e.label for e in r.labels]}
            for r in cards.shown(card.readings)
        ],
        "unsure": tr(words.UNSURE, lang),
        "todo_title": tr("要做什么", lang),
        "todo": [cards.action(a) for a in agreed],
        "could_title": tr(cards.SUGGESTED, lang),
        "could": [
            {"what": s.what, "by": f"{s.who} · {words.within(s.days, lang)}"}
            for s in booklet.suggestions
            if s.what not in {a.what for a in agreed}
        ],
        "ask_title": tr("要问什么", lang),
        "ask": [{"what": q.ask, "by": q.whom} for q in booklet.unknown[:ASKED]]
        + _more(len(booklet.unknown) - ASKED, lang),
        "nothing": tr("没有", lang),
        "foot": cards.foot(card, lang)[1],
    }


def _more(count: int, lang: str) -> list[dict[str, str]]:
    words_ = tr("还有 {n} 项", lang, n=count)
    return [{"what": words_, "by": tr("都写在整册里", lang)}] if count > 0 else []
