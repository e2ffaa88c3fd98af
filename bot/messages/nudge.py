"""A supervisor asks after a matter: kindly, with a way out; to the worker and to called units."""

from datetime import datetime

from bot.message import Button, Message
from bot.messages import fill, lines
from bot.messages.words import due_words, place_words, unit_words, village_words
from core.cases.states import SHUT, WAITING
from core.city import City
from core.store.casework import Case
from locales import tr


def worker(case: Case, by: str, city: City, lang: str, now: datetime) -> Message | None:
    """To whoever should go; nothing when somebody has been there meanwhile."""
    if case.state not in (*WAITING, "taken"):
        return None
    place = place_words(city, case.region, lang)
    asks = fill("<b>{number}</b>\n{by}问一声：{place}这一户，看过了吗？", lang,
                number=case.number, by=by, place=place)  # fmt: skip
    due = due_words(case.visit_due, now, lang)
    limit = fill("⏰ {due}前", lang, due=due) if due else ""
    first = (
        Button(tr("我来", lang), "take", case.number, style="success")
        if case.state in WAITING
        else Button(tr("到了，说情况", lang), "arrive", case.number, style="success")
    )
    rows = ((first,), (Button(tr("我去不了", lang), "pass", case.number),))
    return Message(lines(asks, fill("有难处就说，我们一起想办法。", lang), limit), rows=rows)


def unit(case: Case, by: str, called: str, state: str, city: City, lang: str) -> Message | None:
    """To a called unit that has not answered, or not told its result."""
    if case.state in SHUT or state not in ("called", "accepted"):
        return None
    asks = fill("<b>{number}</b>\n{by}问一声：{village}这件，{unit}看了吗？", lang,
                number=case.number, by=by, unit=unit_words(city, called, lang),
                village=village_words(city, case.region, lang))  # fmt: skip
    if state == "accepted":
        words = fill("办好了，回一句结果就行。", lang)
        return Message(
            lines(asks, words), rows=((Button(tr("办好了", lang), "finish", case.number),),)
        )
    rows = (
        (
            Button(tr("我们来", lang), "report_in", case.number, style="success"),
            Button(tr("不归我们", lang), "decline", case.number),
        ),
    )
    return Message(asks, rows=rows)
