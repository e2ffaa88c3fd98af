"""To called units and the town's room: the whistle, with everybody's progress in one message."""

from datetime import datetime

from bot.message import Button, Message
from bot.messages import fill, lines
from bot.messages.words import due_words, unit_words, village_words
from core.cases.states import SHUT
from core.city import City
from core.store.casework import Call, Case
from locales import tr

MARKS = {
    "called": "⬜",
    "accepted": "✅",
    "declined": "↩️",
    "passed": "↪️",
    "done": "🏁",
    "revoked": "✖️",
}
SAID = {
    "called": "还没回话", "accepted": "来了", "declined": "说不归他们", "passed": "转出去了",
    "done": "办好了", "revoked": "撤回了",
}  # fmt: skip


def whistle(case: Case, calls: list[Call], city: City, *, lang: str, now: datetime) -> Message:
    """Village, need, who is called; no name, no status, no illness: others may read along."""
    brief = case.evidence["brief"]
    head = fill(
        "🔔 <b>{number}</b>　{village}", lang,
        number=case.number, village=village_words(city, case.region, lang),
    )  # fmt: skip
    needs = [
        b["need_en" if lang == "en" else "need"] for b in (brief, *case.evidence.get("also", []))
    ]
    need = lines(*(fill("{need}", lang, need=words) for words in needs[:3]))
    progress = [_line(call, case.lead, city, lang) for call in calls]
    if case.state in SHUT:
        return Message(lines(head, need, "", *progress, "", fill(_ending(case), lang)))
    closing = _closing([c for c in calls if c.state == "called"], city, lang, now)
    return Message(lines(head, need, "", *progress, "", closing), rows=_rows(case, calls, lang))


def _closing(waiting: list[Call], city: City, lang: str, now: datetime) -> str:
    """Who has not answered, and until when; what is over is said, not hidden."""
    if not waiting:
        return fill("<b>都到了</b>", lang)
    first = min((call.due for call in waiting if call.due), default=None)
    late = first is not None and first <= now
    text = (
        "还差：{units}\n⏰ 约的是{due}，过点了，请回个话"
        if late
        else "还差：{units}\n⏰ {due}前回话"
    )
    units = "、".join(unit_words(city, call.unit, lang) for call in waiting)
    return fill(text, lang, units=units, due=due_words(first, now, lang))


def _line(call: Call, lead: str, city: City, lang: str) -> str:
    said = tr(SAID[call.state], lang)
    if call.state in ("done", "declined") and call.result:
        said = call.result
    if call.state == "passed" and call.passed_to:
        said = tr("转给{unit}了", lang, unit=unit_words(city, call.passed_to, lang))
    first = tr("（牵头）", lang) if call.unit == lead else ""
    return fill("{mark} <b>{unit}</b>{lead}　{said}", lang, mark=MARKS[call.state], lead=first,
                unit=unit_words(city, call.unit, lang), said=said)  # fmt: skip


def _rows(case: Case, calls: list[Call], lang: str) -> tuple[tuple[Button, ...], ...]:
    rows: list[tuple[Button, ...]] = []
    if any(call.state == "called" for call in calls):
        rows.append(
            (
                Button(tr("我们来", lang), "report_in", case.number, style="success"),
                Button(tr("不归我们", lang), "decline", case.number),
            )
        )
    if any(call.state == "accepted" for call in calls):
        rows.append((Button(tr("办好了", lang), "finish", case.number),))
    return tuple(rows)


def _ending(case: Case) -> str:
    words = {
        "helped": "✅ <b>办成了</b>，后来的数据对上了。谢谢各位。",
        "withdraw": "✖️ 这一哨撤回了：新到的数据说已经没事了。",
        "false_alarm": "✖️ 这一哨撤回了：上门看过，是误报。",
    }
    return words.get(case.why_closed, "这件已经结束。")


def ask_result(case: Case, lang: str) -> str:
    return fill(
        "<b>{number}</b>\n办好了，回一句结果就行。\n比如：「8 月 1 日开课，已报名」", lang,
        number=case.number,
    )  # fmt: skip


def ask_reason(case: Case, lang: str) -> str:
    return fill(
        "<b>{number}</b>\n好。为什么不归你们，该找谁？\n回一句话就行。", lang, number=case.number
    )


def waiting(calls: list[Call], lang: str) -> Message:
    if not calls:
        return Message(fill("没有等您的事。", lang))
    listed = [
        fill("{mark} <b>{number}</b>", lang, mark=MARKS[call.state], number=call.case.number)
        for call in calls
    ]
    return Message(lines(*listed))
