"""About called units: whom to pass on to, who leads, who is late; and what the town's office is asked."""

from collections.abc import Sequence
from datetime import datetime

from bot.message import Button, Message
from bot.messages import Raw, fill, lines
from bot.messages.words import due_words, place_words, unit_words, village_words
from core.cases.states import BEFORE_VISIT, SHUT
from core.city import City
from core.store.casework import Call, Case
from locales import tr

PRIMARY = "success"


def whom(case: Case, units: Sequence[str], city: City, lang: str) -> Message:
    """“Not ours”: who should it be? A unit to pass it on to, or a word why."""
    text = fill(
        "<b>{number}</b>\n收到。该找谁？\n点一个，或者说说为什么不归你们。",
        lang,
        number=case.number,
    )
    buttons = [Button(unit_words(city, u, lang), "pass_to", case.number, u) for u in units]
    rows = [tuple(buttons[n : n + 2]) for n in range(0, len(buttons), 2)]
    return Message(text, rows=(*rows, (Button(tr("不清楚", lang), "unsure", case.number),)))


def passed(unit: str, city: City, lang: str) -> str:
    return tr("转给{unit}了", lang, unit=unit_words(city, unit, lang))


def who_leads(case: Case, units: Sequence[str], city: City, lang: str) -> Message:
    """Several said it is not theirs: one level up somebody decides who leads."""
    text = fill(
        "<b>{number}</b>　{village}\n{n} 家都说不归自己管。\n请您定：谁来牵头？", lang,
        number=case.number, village=village_words(city, case.region, lang), n=case.bounces,
    )  # fmt: skip
    buttons = [Button(unit_words(city, u, lang), "lead", case.number, u) for u in units]
    return Message(text, rows=tuple(tuple(buttons[n : n + 2]) for n in range(0, len(buttons), 2)))


def leads(unit: str, city: City, lang: str) -> str:
    return tr("定了，{unit}牵头", lang, unit=unit_words(city, unit, lang))


def settled(case: Case, call: Call, city: City, lang: str) -> str:
    """Why a unit cannot step out, or back in, any more."""
    if case.state in SHUT:
        return tr("这件已经结束。", lang)
    if case.lead == call.unit:
        return tr("定了您牵头，先办起来", lang)
    return tr("这件您已经回过话了", lang)


def unit_late(
    case: Case, call: Call, city: City, lang: str, now: datetime, *, own: bool
) -> Message:
    """A unit's own reminder, or, further up, which unit is late."""
    waits = call.state == "called"
    if own:
        text = "还没回话。\n这件归你们吗？" if waits else "说好的还没办完。\n办到哪一步了？"
    else:
        text = "{unit}还没回话。\n请您问一问。" if waits else "{unit}还没办完。\n请您问一问。"
    head = fill("⏰ <b>{number}</b>　{village}", lang, number=case.number,
                village=village_words(city, case.region, lang))  # fmt: skip
    need = case.evidence["brief"]["need_en" if lang == "en" else "need"]
    asked = fill(text, lang, unit=unit_words(city, call.unit, lang))
    said = lines(head, fill("{need}", lang, need=need), asked)
    return Message(said, rows=_unit_rows(case, waits, lang) if own else ())


def _unit_rows(case: Case, waits: bool, lang: str) -> tuple[tuple[Button, ...], ...]:
    if not waits:
        return ((Button(tr("办好了", lang), "finish", case.number, style=PRIMARY),),)
    return (
        (
            Button(tr("我们来", lang), "report_in", case.number, style=PRIMARY),
            Button(tr("不归我们", lang), "decline", case.number),
        ),
    )


LATE = {
    "help": "这一家的事过了日子，还没办完。\n请您看看卡在哪里。",
    "prove": "这一家的事办完一阵子了，数据还没对上。\n请派人再去看看。",
}


def stage_late(case: Case, stage: str, city: City, lang: str) -> Message:
    head = fill("⏰ <b>{number}</b>　{place}", lang, number=case.number,
                place=place_words(city, case.region, lang))  # fmt: skip
    rows = ((Button(tr("看方案", lang), "plan", case.number),),) if stage == "help" else ()
    return Message(lines(head, fill(LATE[stage], lang)), rows=rows)


MOST = 6


def stuck(cases: Sequence[Case], city: City, lang: str) -> Message:
    """What nobody moved though everybody was reminded, each with its place; tap to look."""
    listed = [
        fill("<b>{number}</b>　{village}", lang, number=case.number,
             village=village_words(city, case.region, lang))
        for case in cases[:MOST]
    ]  # fmt: skip
    head = fill("{n} 件过了时限，提醒过了还没动。\n请您过问一下：", lang, n=len(cases))
    rows = tuple((Button(case.number, "look", case.number),) for case in cases[:MOST])
    return Message(lines(head, "", *listed), rows=rows)


def again(case: Case, days: int, city: City, lang: str) -> Message:
    """To the worker: help was given a while ago, please look in once more."""
    text = fill(
        "<b>{number}</b>\n{place}这一户的事办完 {days} 天了。\n方便去看看吗？", lang,
        number=case.number, place=place_words(city, case.region, lang), days=days,
    )  # fmt: skip
    return Message(
        text, rows=((Button(tr("到了，说情况", lang), "arrive", case.number, style=PRIMARY),),)
    )


ASKED = {
    "moved": "网格员说，{place}这一户搬走了。\n请核一下搬到哪里，再转过去。",
    "deceased": "网格员说，{place}这一户有人不在了。\n请核实。待遇该停的停，后事帮一把。",
    "lost": "{place}这一户去了几回，都没见到人。\n请想想办法，问问邻居和村里。",
}


def ask_office(case: Case, kind: str, city: City, lang: str) -> Message:
    """What the worker cannot settle alone."""
    place = place_words(city, case.region, lang)
    text = lines(
        fill("<b>{number}</b>", lang, number=case.number), fill(ASKED[kind], lang, place=place)
    )
    take = Button(tr("我去", lang), "take", case.number, style=PRIMARY)
    return Message(text, rows=((take,),) if case.state in BEFORE_VISIT else (), private=True)


LINES = {"children": "儿童", "restricted": "限定"}


def line_empty(line: str, town: str, city: City, lang: str) -> Message:
    """Nobody of a restricted line is on duty somewhere: that, and not a word more."""
    return Message(
        fill("{town}的{line}条线没有人值守。\n请您安排一个人。", lang,
             town=unit_words(city, town, lang), line=tr(LINES.get(line, line), lang))
    )  # fmt: skip


def slot(case: Case, title: str, lang: str) -> Message:
    """A place has come free for the family of this case."""
    return Message(
        fill("<b>{number}</b>\n轮到这一家了：{title}。\n可以办起来了。", lang,
             number=case.number, title=title)
    )  # fmt: skip


def gone(case: Case, lang: str) -> Message:
    """In the place of an old card: nothing of it is left to read."""
    return Message(
        fill("<b>{number}</b>\n这一件转给别人了，您不用管了。", lang, number=case.number)
    )


def promise(
    case: Case, what: str, city: City, lang: str, due: datetime | None, now: datetime
) -> Raw:
    return Raw(
        fill("<b>{number}</b>　{what}　{due}", lang, number=case.number,
             what=tr(PROMISED.get(what, what), lang), due=due_words(due, now, lang))
    )  # fmt: skip


PROMISED = {
    "revisit": "再去看看",
    "second_visit": "办完了，再去看一回",
    "deliver_goods": "把东西送过去",
    "repair": "把东西修好",
    "apply_policy": "帮着办手续",
    "job_referral": "帮着找工作",
}
