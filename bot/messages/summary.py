"""What we noted of a visit, to be confirmed: what came of it, what was found, given and promised."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.message import Button, Message
from bot.messages import Raw, fill, lines
from bot.messages.calling import PROMISED
from bot.messages.plan import earlier
from bot.messages.words import PRIVATE, day_words, finding
from core.cases.doubles import Earlier
from core.store.casework import Case
from locales import tr

YES = "success"
OUTCOMES = {
    "visited": "见到人了", "not_home": "家里没人", "refused": "人家不让进门",
    "scheduled": "约好了再去", "already_helped": "已经有人帮过了", "false_alarm": "情况不属实",
    "needs_department": "要请部门来办", "transferred_wrong_grid": "不归这个网格管",
    "phone": "电话里说上话了", "hospital": "人在医院，没见到", "moved": "搬走了，没见到",
    "deceased": "人不在了", "wrong_person": "人对错了",
}  # fmt: skip
NOT_SEEN = "红色的要见到本人。电话记下了，还请去一趟。"


@dataclass(frozen=True)
class More:
    """What should be known before it is confirmed, beside the words themselves."""

    outcome: str
    before: tuple[Earlier, ...] = ()  # the same help from others within a year
    promise: tuple[str, date] | None = None  # what she said she would do, and by when
    others: tuple[Case, ...] = ()  # other matters of this family nobody has been to
    distance_m: int | None = None


def summary(
    case: Case,
    understood: dict[str, Any],
    unsure: Iterable[str],
    more: More,
    lang: str,
    *,
    domestic: bool,
) -> Message:
    """What we noted, to be confirmed before anything is kept as a visit.

    Outside the country illnesses, violence and the like are counted, not named.
    """
    head = fill("<b>{number}</b>\n我记下了，您看对不对：", lang, number=case.number)
    doubt = fill("❓ 这句没把握：{words}", lang, words="、".join(unsure)) if list(unsure) else ""
    parts = (*_noted(understood, more, lang, domestic), doubt, *_more(case, more, lang))
    return Message(lines(head, *_spaced(parts)), rows=_rows(case, more.others, lang))


def _spaced(parts: Sequence[str]) -> list[str]:
    return [part for part in parts if part]


def _rows(case: Case, others: Sequence[Case], lang: str) -> tuple[tuple[Button, ...], ...]:
    both = (
        Button(tr("几件一起交", lang), "confirm", case.number, "all", style=YES),
        Button(tr("只交这一件", lang), "confirm", case.number),
    )
    return (
        both if others else (Button(tr("对，交上去", lang), "confirm", case.number, style=YES),),
        (
            Button(tr("有不对", lang), "fix", case.number),
            Button(tr("再补一句", lang), "add", case.number),
        ),
    )


def _noted(understood: dict[str, Any], more: More, lang: str, domestic: bool) -> list[str]:
    said = tr(OUTCOMES.get(more.outcome, "情况还不清楚"), lang)
    out: list[str] = [fill("👣 {said}", lang, said=said)]
    findings = understood.get("findings", ())
    told = [code for code in findings if domestic or code not in PRIVATE]
    if told:
        found = "、".join(finding(code, lang) for code in told)
        out.append(fill("👤 {found}", lang, found=found))
    if hidden := len(findings) - len(told):
        out.append(fill("🔒 另有 {n} 条记在系统里，这里不写", lang, n=hidden))
    for given in understood.get("helps", ()):
        out.append(fill("🎁 已经给了：{item}", lang, item=_help_words(given, lang)))
    if understood.get("departments"):
        called = "、".join(understood["departments"])
        out.append(fill("📌 要请：{called}", lang, called=called))
    return out


def _help_words(given: dict[str, Any], lang: str) -> str:
    yuan = given.get("amount_yuan")
    amount = " " + tr("{v} 元", lang, v=yuan) if yuan else ""
    count = f" {given['quantity']}{given.get('unit') or ''}" if given.get("quantity") else ""
    return f"{given.get('item', '')}{count}{amount}"


def _more(case: Case, more: More, lang: str) -> list[str]:
    out = [earlier(one, lang) for one in more.before[:2]]
    if more.promise:
        what, due = more.promise
        out.append(fill("⏰ {day}：{what}", lang, day=day_words(due, lang),
                        what=tr(PROMISED.get(what, what), lang)))  # fmt: skip
    if more.outcome == "phone" and case.colour == "红":
        out.append(fill(NOT_SEEN, lang))
    if more.others:
        out += ["", *family(more.others, lang)]
    return out


def family(others: Sequence[Case], lang: str) -> list[Raw]:
    """What else is open about this family."""
    titles = [c.evidence["brief"]["title_en" if lang == "en" else "title"] for c in others]
    head = fill("📋 这一家还有 {n} 件：", lang, n=len(others))
    listed = [
        fill("{number}　{title}", lang, number=c.number, title=title)
        for c, title in zip(others, titles, strict=True)
    ]
    return [Raw(line) for line in (head, *listed[:3])]
