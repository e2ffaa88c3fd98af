"""About alerts themselves: held, proposed, put off, to be corrected; and to relatives."""

from collections.abc import Sequence
from datetime import datetime

from bot.message import Button, Message
from bot.messages import fill, lines
from bot.messages.words import clock_time, day_words, due_words, place_words, village_words
from core.cases.states import SHUT
from core.city import City
from core.sources import sources
from core.store.casework import Case
from core.store.monitoring import Correction, HeldBatch, Proposal, Snooze
from core.takeup import Page
from locales import tr

YES, NO = "success", "danger"
LATER = (("1m", "下个月"), ("3m", "三个月后"), ("6m", "半年后"))
DEVICES = {
    "sos": "呼叫按钮响了",
    "movement": "好久没有动静了",
    "bed": "床上的感应不对劲",
    "device": "设备连不上了",
    "fire": "烟感或燃气报警了",
}


def flood(batch: HeldBatch, city: City, lang: str) -> Message:
    """One kind of alert jumped: where, how many; a person lets it go or drops it."""
    title = batch.usual["title_en" if lang == "en" else "title"]
    days = int(batch.usual.get("days", 0))
    usual = round(int(batch.usual.get("total", 0)) / days) if days else 0
    head = fill(
        "⚠ <b>{title}</b>突然多了。\n今天 {hits} 件，平时一天 {usual} 件左右。\n先停着，等您看过。",
        lang, title=title, hits=batch.hits, usual=usual,
    )  # fmt: skip
    if batch.state != "held":
        done = {"released": "✅ 已经放行。", "dropped": "✖ 已经作废。"}[batch.state]
        return Message(lines(head, "", fill(done, lang)))
    spread = [
        fill("· {place}　{n} 件", lang, place=village_words(city, town, lang), n=n)
        for town, n in batch.usual.get("places", ())
    ]
    rows = (
        (Button(tr("放行", lang), "release", batch.monitor, style=YES),),
        (Button(tr("作废", lang), "drop", batch.monitor, style=NO),),
    )
    return Message(lines(head, "", *spread), rows=rows)


def proposal(row: Proposal, lang: str) -> Message:
    """People found it wrong too often: what could be done, with what it would have done."""
    title = row.figures["title_en" if lang == "en" else "title"]
    told = row.figures["precision"]
    head = fill(
        "⚠ <b>{title}</b>常常不准。\n看过的 {n} 件里，属实的只有 {right} 件。",
        lang, title=title, n=told["n"], right=told["right"],
    )  # fmt: skip
    if row.state != "open":
        done = {"accepted": "✅ 已经照办。", "refused": "✖ 这次先不动。"}[row.state]
        return Message(lines(head, "", fill(done, lang)))
    if row.kind == "tighten":
        guard = row.figures["guard"]
        what = fill(
            "可以加一条：{where}，就不提醒。\n这样能少 {false} 件误报，会漏 {right} 件真的。",
            lang, where=_where(guard, lang), false=guard["false_kept_away"],
            right=guard["right_kept_away"],
        )  # fmt: skip
        yes = Button(tr("照这样改", lang), "accept", str(row.id), style=YES)
    else:
        what = fill("要不要先停一停？", lang)
        yes = Button(tr("先停一停", lang), "accept", str(row.id), style=YES)
    rows = ((yes,), (Button(tr("先不动", lang), "refuse", str(row.id)),))
    return Message(lines(head, "", what), rows=rows)


def _where(guard: dict[str, str], lang: str) -> str:
    words = guard.get("words_en" if lang == "en" else "words") or guard["column"]
    value = {"true": tr("是", lang), "false": tr("否", lang)}.get(guard["value"], guard["value"])
    return f"{words}：{value}"


def unplaced(class_id: str, region: str, city: City, lang: str) -> Message:
    """Something grave happened, and nobody knows in which home."""
    source = sources()[class_id]
    return Message(
        fill("🆘 有一件急事，对不上是哪一家。\n{place}　{what}\n请马上问清楚。", lang,
             place=place_words(city, region, lang),
             what=source.title_en if lang == "en" else source.title)
    )  # fmt: skip


def correction(row: Correction, lang: str, now: datetime) -> Message:
    """A department is told that its data did not hold; the case number, never the family."""
    source = sources()[row.class_id]
    title = source.title_en if lang == "en" else source.title
    head = fill("<b>{number}</b>\n有人上门看过，这条数据对不上：\n{title}", lang,
                number=row.case.number, title=title)  # fmt: skip
    if row.state != "asked":
        done = {"corrected": "✅ 已经改好。", "stands": "↩ 数据没错。"}.get(
            row.state, "✖ 这条不用查了。"
        )
        return Message(lines(head, "", fill(done, lang)))
    due = due_words(row.due, now, lang)
    limit = fill("请查一查，回我一声。\n⏰ {due}前", lang, due=due)
    rows = (
        (Button(tr("改好了", lang), "corrected", str(row.id), style=YES),),
        (Button(tr("数据没错", lang), "stands", str(row.id)),),
    )
    return Message(lines(head, "", limit), rows=rows)


def which_data(case: Case, classes: Sequence[str], lang: str) -> Message:
    """Several kinds of data led to this alert: which of them was wrong?"""
    titles = {
        piece["class"]: piece["what"]
        for piece in reversed(case.evidence.get("pieces", []))
        if piece.get("class") in classes
    }
    rows = tuple((Button(titles[c][:16], "wrong_piece", case.number, c),) for c in classes)
    text = fill("<b>{number}</b>\n数据不对的是哪一样？我请部门去改。", lang, number=case.number)
    return Message(text, rows=rows)


def put_off(case: Case, rows: Sequence[Snooze], lang: str) -> Message:
    """What was put off, until when, and how to take it back."""
    until = max(row.until for row in rows)
    text = fill(
        "<b>{number}</b>\n好，这一户的这类提醒先停着。\n{day}以后再说。要紧的事照样会叫您。",
        lang, number=case.number, day=day_words(until, lang),
    )  # fmt: skip
    return Message(text, rows=((Button(tr("恢复提醒", lang), "wake", str(rows[0].id)),),))


def when_again(case: Case, lang: str) -> Message:
    """[以后再说]: for how long?"""
    rows = tuple((Button(tr(label, lang), "snooze", case.number, arg),) for arg, label in LATER)
    return Message(
        fill("<b>{number}</b>\n这一户什么时候再提醒您？", lang, number=case.number), rows=rows
    )


def standing(rows: Sequence[Snooze], lang: str) -> Message:
    """Everything that is put off, each with a way back."""
    if not rows:
        return Message(fill("没有停着的提醒。", lang))
    listed = [
        fill("{number}　{title}　停到 {day}", lang, number=row.case.number if row.case else "",
             title=_title_of(row.case, row.monitor, lang), day=day_words(row.until, lang))
        for row in rows[:20]
    ]  # fmt: skip
    buttons = tuple((Button(row.case.number, "wake", str(row.id)),) for row in rows[:8] if row.case)
    return Message(lines(fill("这些提醒先停着，点一下就恢复：", lang), "", *listed), rows=buttons)


def _title_of(case: Case | None, monitor: str, lang: str) -> str:
    briefs = [case.evidence["brief"], *case.evidence.get("also", [])] if case else []
    found = next((b for b in briefs if b["monitor"] == monitor), None)
    return str(found["title_en" if lang == "en" else "title"]) if found else monitor


def waiting(cases: Sequence[Case], city: City, lang: str) -> Message:
    """What waits its turn behind today's cards, in order; one may be taken early."""
    if not cases:
        return Message(fill("后面没有排着的户。", lang))
    listed = [
        fill("{n}. <b>{number}</b>　{place}", lang, n=n, number=case.number,
             place=village_words(city, case.region, lang))
        for n, case in enumerate(cases[:20], 1)
    ]  # fmt: skip
    head = fill("后面还排着 {n} 户，不急。\n想先看哪一户，点一下。", lang, n=len(cases))
    rows = tuple((Button(case.number, "early", case.number),) for case in cases[:8])
    return Message(lines(head, "", *listed), rows=rows)


def entitled(page: Page | None, city: City, lang: str) -> Message:
    """Families that seem to miss something they are entitled to, and how one calls them."""
    if page is None or not page.families:
        return Message(fill("没有新冒出来的应享未享。", lang))
    listed = [
        fill("· {place}　{head}　{what}", lang, place=village_words(city, line.region, lang),
             head=head, what="、".join(line.benefits))
        for line, head in page.families
    ]  # fmt: skip
    head = fill("这几家好像有该享受没享受的，顺路问一声：", lang)
    more = (Button(tr("再看几家", lang), "more_due", str(page.message), str(page.next)),)
    return Message(lines(head, "", *listed), rows=(more,) if page.next else (), private=True)


def relative(case: Case, kind: str, at: datetime, lang: str) -> Message:
    """To a relative: what rang, that somebody is on the way; later, that it is over."""
    what = tr(DEVICES[kind], lang)
    if case.state in SHUT:
        return Message(fill("✅ 老人家里没事了，这次报警解除。", lang))
    return Message(
        fill("🔔 家里的报警：{what}（{time}）\n已经有人去看，请您也打个电话。\n有危险先打 <b>120</b> 或 <b>119</b>。",
             lang, what=what, time=clock_time(at))
    )  # fmt: skip
