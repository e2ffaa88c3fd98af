"""To a grid worker: her day in walking order, what she looked for, what she noted."""

from collections.abc import Sequence
from datetime import datetime

from bot.message import Button, Message
from bot.messages import Raw, fill, lines, roster
from bot.messages.words import due_words, village_words
from core.cases.states import BEFORE_VISIT
from core.city import City
from core.desk.groups import Line
from core.store.casework import Case

SHOWN = 8


def morning(name: str, walk: Sequence[Case], waiting: int, city: City, lang: str, now: datetime,
            account: int, rounds: tuple[int, int] = (0, 0)) -> Message:  # fmt: skip
    """The bundle at the beginning of a day: one message, a small map, no alert per family.

    *rounds*: how many of the rosters are to be seen, how many were missed.
    """
    if not walk:
        return _only_rounds(fill("早上好，{name}。", lang, name=name), rounds, lang)
    head = fill("早上好，{name}。\n今天 {n} 户要看，顺路排好了：", lang, name=name, n=len(walk))
    return _walk(head, walk, waiting, city, lang, now, account, rounds)


def today(name: str, walk: Sequence[Case], waiting: int, city: City, lang: str, now: datetime,
          account: int, rounds: tuple[int, int] = (0, 0)) -> Message:  # fmt: skip
    """/today: what is left of it."""
    if not walk and any(rounds):
        return _only_rounds(fill("{name}，您好。", lang, name=name), rounds, lang)
    if not walk and not waiting:
        return Message(fill("今天没有要跑的户。\n歇一歇，有事我叫您。", lang))
    if not walk:
        return Message(
            fill("{name}，今天不用跑。\n{n} 户在等部门或者数据。", lang, name=name, n=waiting)
        )
    head = fill("{name}，今天还有 {n} 户，顺路排好了：", lang, name=name, n=len(walk))
    return _walk(head, walk, waiting, city, lang, now, account, rounds)


def _walk(head: str, walk: Sequence[Case], waiting: int, city: City, lang: str, now: datetime,
          account: int, rounds: tuple[int, int]) -> Message:  # fmt: skip
    more = roster.line(*rounds, lang)
    return Message(
        lines(head, "", *_stops(walk, city, lang, now), _rest(walk, waiting, lang), more),
        rows=_rows([case.number for case in walk]) + ((roster.button(lang),) if more else ()),
        picture={"kind": "walk", "account": account},
    )


def _only_rounds(head: str, rounds: tuple[int, int], lang: str) -> Message:
    return Message(lines(head, roster.line(*rounds, lang)), rows=(roster.button(lang),))


def _stops(walk: Sequence[Case], city: City, lang: str, now: datetime) -> list[str]:
    return [
        fill("{n}. <b>{number}</b>　{place}　{due}", lang, n=n, number=case.number,
             place=village_words(city, case.region, lang), due=_due(case, lang, now))
        for n, case in enumerate(walk[:SHOWN], 1)
    ]  # fmt: skip


def _due(case: Case, lang: str, now: datetime) -> Raw:
    if case.state not in BEFORE_VISIT:
        return Raw(fill("📌 说好的日子到了", lang))
    if case.visit_due is None:
        return Raw("")
    if case.visit_due < now:
        return Raw(fill("⏰ <b>过了时限</b>", lang))
    return Raw(fill("⏰ {due}前", lang, due=due_words(case.visit_due, now, lang)))


def _rest(walk: Sequence[Case], waiting: int, lang: str) -> str:
    more = fill("还有 {n} 户，今天先看这些。", lang, n=len(walk) - SHOWN)
    waits = fill("另有 {n} 户在等部门或者数据。", lang, n=waiting)
    told = [*([more] if len(walk) > SHOWN else []), *([waits] if waiting else [])]
    return lines(*told)


def _rows(numbers: Sequence[str]) -> tuple[tuple[Button, ...], ...]:
    buttons = [Button(number, "open", number) for number in numbers[:SHOWN]]
    return tuple(tuple(buttons[n : n + 2]) for n in range(0, len(buttons), 2))


def found(words: str, cases: Sequence[Line], city: City, verb: str, lang: str) -> Message:
    """What fits the words looked for, each a button."""
    if not cases:
        return Message(
            fill("没有找到“{words}”。\n写编号的后几位，或者村名试试。", lang, words=words[:30])
        )
    listed = [
        fill("<b>{number}</b>　{place}", lang, number=line.number,
             place=village_words(city, line.region, lang))
        for line in cases
    ]  # fmt: skip
    rows = tuple((Button(line.number, verb, line.number),) for line in cases)
    return Message(lines(fill("找到 {n} 件：", lang, n=len(cases)), "", *listed), rows=rows)


def ask_what_to_find(lang: str) -> str:
    return fill("找哪一户？\n写编号的后几位，或者村名。", lang)


def ask_note(lang: str) -> str:
    return fill("记什么？\n说一句就行，只有管这一户的人看得到。", lang)


def ask_note_on(cases: Sequence[Case], lang: str) -> Message:
    rows = tuple((Button(case.number, "note_on", case.number),) for case in cases[:SHOWN])
    return Message(fill("您的话我留着了。记在哪一户上？", lang), rows=rows)


def noted(number: str, lang: str) -> str:
    return fill("<b>{number}</b>\n记下了。", lang, number=number)


def guide(role: str, name: str, count: int, lang: str) -> Message:
    """/help: what one can say here, by what one does here."""
    head = fill("{name}，您好。", lang, name=name)
    return Message(lines(head, fill(GUIDES[role], lang, n=count)))


GUIDES = {
    "grid": "手上有 {n} 户。\n\n「今天」看要跑的户，排好了路。\n「名单」看这周该看谁。\n「找 村名」或「找 编号」找一户。\n"
    "「记一笔 …」留一句话。\n去过了，直接说情况，像平时聊天一样。\n"
    "语音、照片都收，再打几个字最好。",
    "supervisor": "在办 {n} 件。\n\n「早报」看今天的数。\n「超时」看谁还没去。\n「找 编号」找一件。\n"
    "「表」要 Excel。\n「值班台」要网页的链接。\n每个数都能点开。",
    "department": "等您的有 {n} 件。\n\n「待办」看是哪几件。\n点「我们来」报到，办好了回一句结果。\n"
    "不归您管，点「不归我们」，说一句原因。",
    "resident": "家里有难处，直接跟我说。\n想问能不能申请，也直接问。\n"
    "「找人帮我」会有人给您打电话。\n有危险先打 <b>120</b> 或 <b>110</b>。",
    "other": "有事找您，我会发消息来。",
}


def voice(lang: str) -> str:
    return fill("语音收到了，我还听不太准。\n请再打几个字。", lang)


def picture_kept_out(lang: str) -> str:
    return fill("图收到了，我还看不懂图。\n请打几个字说说。", lang)
