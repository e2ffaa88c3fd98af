"""To supervisors: the morning in one picture and a few lines, each number a button."""

from datetime import datetime

from bot.message import Button, Message
from bot.messages import Raw, fill, lines
from bot.messages.words import clock_time, due_words, place_words, village_words
from core.cases.nudging import Nudged
from core.cases.states import STATE_WORDS
from core.city import City
from core.city.english import spoken
from core.clock import day_of
from core.desk.lists import Listed, Row
from core.digest import Morning
from core.store.casework import Call, Case
from locales import tr

FIGURES = {
    "new": "新发现 {n}",
    "wait": "待上门 {n}",
    "help": "帮扶中 {n}",
    "done": "昨天办结 {n}",
    "late": "超时 {n}",
    "red": "红色 {n}",
}
NAMES = {
    "new": "新发现",
    "wait": "待上门",
    "help": "帮扶中",
    "done": "昨天办结",
    "late": "超时没去",
    "red": "红色",
    "open": "在办",
}
SHOWN = 8


def digest(morning: Morning, city: City, lang: str, account: int = 0) -> Message:
    """At most three things to watch; two lines when all is well."""
    counts = {"new": morning.new, "done": morning.done}
    rows = [*_figures(morning, lang), _last_row(lang)]
    day = morning.day.isoformat()
    picture = {"kind": "digest", "day": day, "area": morning.area, "account": account}
    if not morning.watch:
        text = fill(
            "早上好。都按时，没有要您操心的。\n新发现 <b>{new}</b> 户，昨天办结 <b>{done}</b> 户。",
            lang, **counts,
        )  # fmt: skip
        return Message(text, rows=tuple(rows), picture=picture)
    head = fill(
        "早上好。新发现 <b>{new}</b> 户，昨天办结 <b>{done}</b> 户。\n今天请您盯 <b>{watch}</b> 件。",
        lang, **counts, watch=len(morning.watch),
    )  # fmt: skip
    watched = [fill("· {what}", lang, what=item.words(city, lang)) for item in morning.watch]
    first = [Button(tr("要盯的", lang), "watch", style="primary")]
    if any(item.kind == "sign" for item in morning.watch):
        first.append(Button(tr("等您签字", lang), "sign"))
    return Message(lines(head, "", *watched), rows=(tuple(first), *rows), picture=picture)


def _figures(morning: Morning, lang: str) -> list[tuple[Button, ...]]:
    """Every number that is not zero, two a row, as a button."""
    counts = {
        "new": morning.new, "wait": morning.waiting, "help": morning.helping,
        "done": morning.done, "late": morning.late, "red": morning.red,
    }  # fmt: skip
    buttons = [
        Button(tr(FIGURES[name], lang, n=count), "figure", arg=name)
        for name, count in counts.items()
        if count
    ]
    return [tuple(buttons[n : n + 2]) for n in range(0, len(buttons), 2)]


def _last_row(lang: str) -> tuple[Button, ...]:
    return (
        Button(tr("各镇街道", lang), "towns"),
        Button(tr("Excel 表", lang), "excel"),
        Button(tr("值班台", lang), "desk"),
    )


def by_town(group: str, counts: dict[str, int], city: City, lang: str) -> Message:
    """One number, town by town; each a button to its list."""
    name = tr(NAMES[group], lang)
    if not counts:
        return Message(fill("<b>{name}</b>：现在没有。", lang, name=name))
    total = sum(counts.values())
    rows = [
        Button(_counted(spoken(city, code, lang), n, lang), "list", code, group)
        for code, n in counts.items()
    ]
    text = fill("<b>{name}</b>　{n} 户\n点一个镇，看是哪几户。", lang, name=name, n=total)
    return Message(text, rows=tuple(tuple(rows[i : i + 2]) for i in range(0, len(rows), 2)))


def _counted(name: str, count: int, lang: str) -> str:
    return f"{name} {count}"


def towns(morning: Morning, city: City, lang: str) -> Message:
    """Every town with something under way; what is late stands out."""
    listed = [
        fill("<b>{name}</b>　在办 {open} 件，办结 {closed} 件{late}", lang,
             name=spoken(city, town.code, lang), open=town.open, closed=town.closed,
             late=Raw(fill("，超时 <b>{n}</b> 件", lang, n=town.late) if town.late else ""))
        for town in morning.towns
        if town.open or town.closed
    ]  # fmt: skip
    buttons = [
        Button(_counted(spoken(city, town.code, lang), town.open, lang), "list", town.code, "open")
        for town in morning.towns
        if town.open
    ]
    rows = tuple(tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2))
    return Message(lines(*listed) or fill("各镇街道都没有在办的。", lang), rows=rows)


def town_list(
    name: str, group: str, found: Listed, city: City, lang: str, now: datetime
) -> Message:
    """The cases behind a number; each a button; restricted ones are counted only."""
    head = fill("<b>{name}</b>　{what}", lang, name=name, what=tr(NAMES[group], lang))
    if not found.total and not found.hidden:
        return Message(lines(head, "", fill("现在没有。", lang)))
    listed = [_row(row, city, lang, now) for row in found.rows[:SHOWN]]
    rest = found.total - len(listed)
    more = fill("还有 {n} 件，在 Excel 表和值班台里。", lang, n=rest) if rest > 0 else ""
    rows = tuple((Button(row.line.number, "look", row.line.number),) for row in found.rows[:SHOWN])
    return Message(lines(head, "", *listed, more, hidden(found.hidden, lang)), rows=rows)


def _row(row: Row, city: City, lang: str, now: datetime) -> str:
    late = Raw(fill("　⏰ 超时", lang) if row.late else "")
    return fill("<b>{number}</b>　{village}　{title}{late}", lang, number=row.line.number,
                village=village_words(city, row.line.region, lang),
                title=row.title_en if lang == "en" else row.title, late=late)  # fmt: skip


def hidden(count: int, lang: str) -> str:
    return fill("另有 {n} 件只给专人看。", lang, n=count) if count else ""


def case_view(
    case: Case, owner: str, calls: list[Call], city: City, lang: str, now: datetime, nudged: str
) -> Message:
    """One case as a supervisor sees it: where it stands, who has it, who has not answered."""
    brief = case.evidence["brief"]
    head = fill("<b>{number}</b>　{place}\n{title}", lang, number=case.number,
                place=place_words(city, case.region, lang),
                title=brief["title_en" if lang == "en" else "title"])  # fmt: skip
    stands = fill("{colour}色　{state}", lang, colour=tr(case.colour, lang),
                  state=tr(STATE_WORDS[case.state], lang))  # fmt: skip
    has = fill("谁去：{name}", lang, name=owner or tr("还没有人接", lang))
    silent = "、".join(spoken(city, c.unit, lang) for c in calls if c.state == "called")
    waits = fill("还差：{units}", lang, units=silent) if silent else ""
    due = due_words(case.visit_due, now, lang)
    limit = fill("⏰ {due}前", lang, due=due) if due and case.state in _BEFORE else ""
    return Message(
        lines(head, "", stands, has, waits, limit, nudged), rows=_case_rows(case, nudged, lang)
    )


_BEFORE = ("new", "pushed", "taken")


def _case_rows(case: Case, nudged: str, lang: str) -> tuple[tuple[Button, ...], ...]:
    card = Button(tr("看看这一家", lang), "card", case.number)
    if case.closed_at or nudged:
        return ((card,),)
    return ((Button(tr("催一下", lang), "nudge", case.number, style="primary"), card),)


def nudged(told: Nudged, at: datetime, lang: str) -> str:
    """The line that says it was done, today."""
    when = clock_time(told.before or at)
    return fill("📣 今天 {time} 催过了", lang, time=when) if told.told or told.before else ""


def nudge_toast(told: Nudged, lang: str) -> str:
    if told.before:
        return tr("今天催过了，明天再催", lang)
    return tr("催好了", lang) if told.told else tr("没有人可以催", lang)


def nobody(case: Case, city: City, lang: str) -> Message:
    return Message(
        fill("<b>{number}</b>\n{village}没有人值守，这件还没人去。\n请您安排一个人。", lang,
             number=case.number, village=village_words(city, case.region, lang))
    )  # fmt: skip


def watch(morning: Morning, city: City, lang: str) -> Message:
    """The things to watch, each that is about a case with its button."""
    listed = [
        fill("{n}. {what}", lang, n=n, what=w.words(city, lang))
        for n, w in enumerate(morning.watch, 1)
    ]
    numbers = dict.fromkeys(w.number for w in morning.watch if w.number)
    rows = tuple((Button(number, "look", number),) for number in numbers)
    return Message(lines(*listed) or fill("都按时，没有要您操心的。", lang), rows=rows)


def workbook(account: int, area: str, at: datetime, lang: str) -> Message:
    day = day_of(at).isoformat()
    return Message(
        fill("名单只给您看，别转发。", lang),
        picture={"kind": "workbook", "area": area, "day": day, "account": account},
        file_name=f"jingpingfu-{day}.xlsx",
        protect=True,
    )


def desk_link(address: str, minutes: int, lang: str) -> Message:
    """The way to the duty desk."""
    return Message(
        fill("值班台，{n} 分钟里点开，只能用一次：\n{address}", lang, n=minutes, address=address),
        protect=True,
    )


def paused(name: str, handle: str, lang: str) -> Message:
    """An account that rests: who it is, and that a person should ask him."""
    text = fill(
        "<b>{name}</b>的账号先停了：十分钟里输了十次不归他管的编号。\n"
        "请当面问一句。没事的话，请管系统的人恢复 {handle}。",
        lang, name=name, handle=handle,
    )  # fmt: skip
    return Message(text)
