"""To supervisors: the morning in one picture and a few lines, each number a button."""

from datetime import datetime

from bot.message import Button, Message
from bot.messages import fill, lines
from bot.messages.words import village_words
from core.city import City
from core.clock import day_of
from core.digest import Morning
from core.store.casework import Case
from locales import tr


def digest(morning: Morning, lang: str) -> Message:
    """At most three things to watch; two lines when all is well."""
    counts = {"new": morning.new, "done": morning.done}
    rows = ((Button(tr("各镇街道", lang), "towns"), Button(tr("Excel 表", lang), "excel")),)
    picture = {"kind": "digest", "day": morning.day.isoformat(), "area": morning.area}
    if not morning.watch:
        text = fill(
            "早上好。都按时，没有要您操心的。\n新发现 <b>{new}</b> 户，昨天办结 <b>{done}</b> 户。",
            lang, **counts,
        )  # fmt: skip
        return Message(text, rows=rows, picture=picture)
    head = fill(
        "早上好。新发现 <b>{new}</b> 户，昨天办结 <b>{done}</b> 户。\n今天请您盯 <b>{watch}</b> 件。",
        lang, **counts, watch=len(morning.watch),
    )  # fmt: skip
    watched = [fill("· {what}", lang, what=item) for item in morning.watch]
    first = (Button(tr("要盯的", lang), "watch", style="primary"),)
    return Message(lines(head, "", *watched), rows=(first, *rows), picture=picture)


def towns(morning: Morning, lang: str) -> Message:
    listed = [
        fill("<b>{name}</b>　在办 {open} 件，办结 {closed} 件", lang,
             name=town.name, open=town.open, closed=town.closed)
        for town in morning.towns
        if town.open or town.closed
    ]  # fmt: skip
    rows = tuple((Button(town.name, "town", arg=town.code),) for town in morning.towns if town.open)
    return Message(lines(*listed) or fill("各镇街道都没有在办的。", lang), rows=rows)


def town_list(name: str, cases: list[Case], city: City, lang: str) -> Message:
    listed = [
        fill("{number}　{village}　{title}", lang, number=case.number,
             village=village_words(city, case.region),
             title=case.evidence["brief"]["title_en" if lang == "en" else "title"])
        for case in cases
    ]  # fmt: skip
    return Message(lines(fill("<b>{name}</b>", lang, name=name), *listed))


def nobody(case: Case, city: City, lang: str) -> Message:
    return Message(
        fill("<b>{number}</b>\n{village}没有人值守，这件还没人去。\n请您安排一个人。", lang,
             number=case.number, village=village_words(city, case.region))
    )  # fmt: skip


def watch(morning: Morning, lang: str) -> Message:
    listed = [fill("{n}. {what}", lang, n=n, what=w) for n, w in enumerate(morning.watch, 1)]
    return Message(lines(*listed) or fill("都按时，没有要您操心的。", lang))


def workbook(area: str, at: datetime, lang: str) -> Message:
    day = day_of(at).isoformat()
    return Message(
        fill("名单只给您看，别转发。", lang),
        picture={"kind": "workbook", "area": area, "day": day},
        file_name=f"jingpingfu-{day}.xlsx",
        protect=True,
    )
