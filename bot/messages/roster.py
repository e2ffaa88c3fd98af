"""To whoever goes on rounds: who is to be seen, what was noted, what was missed. Names: never in a group."""

from collections.abc import Sequence
from datetime import date

from bot.message import Button, Message
from bot.messages import Raw, fill, lines
from bot.messages.words import day_words, village_words
from core.city import City
from core.store.helping import Turn
from locales import tr

SHOWN = 8
KINDS = {"patrol": "巡访", "child": "看孩子", "review": "复核", "agreement": "协议到期"}


def called(turn: Turn) -> str:
    """Who is to be seen, as the case would call them; the household where no name is known."""
    names = turn.names or {}
    return str(names.get("who") or names.get("head") or turn.household)


def open_list(turns: Sequence[Turn], city: City, lang: str, today: date, stamp: str) -> Message:
    """Who is still to be seen, each with a button; *stamp* marks the message the taps belong to."""
    if not turns:
        return Message(fill("名单上的都看过了，谢谢您。", lang))
    shown = turns[:SHOWN]
    head = fill("📋 名单上还有 {n} 位要看：", lang, n=len(turns))
    foot = fill("看过了点一下；不太好的，直接跟我说。", lang)
    rows = tuple((_button(n, turn, lang, stamp),) for n, turn in enumerate(shown, 1))
    listed = [_line(n, turn, city, lang, today) for n, turn in enumerate(shown, 1)]
    return Message(lines(head, "", *listed, "", foot), rows=rows, private=True)


def _button(n: int, turn: Turn, lang: str, stamp: str) -> Button:
    words = tr("去过了，平安", lang) if turn.kind in ("patrol", "child") else tr("看过了", lang)
    return Button(f"{n} {words}", "safe", str(turn.id), stamp)


def _line(n: int, turn: Turn, city: City, lang: str, today: date) -> str:
    late = fill("⏰ <b>过了日子</b>", lang)
    due = late if turn.due < today else fill("⏰ {day}前", lang, day=day_words(turn.due, lang))
    return fill("{n}. <b>{who}</b>　{place}　{kind}　{due}", lang, n=n, who=called(turn),
                place=village_words(city, turn.region, lang), kind=tr(KINDS[turn.kind], lang),
                due=Raw(due))  # fmt: skip


def missed_list(turns: Sequence[Turn], city: City, lang: str) -> Message:
    """To the office: who was not seen in time, in the last month."""
    if not turns:
        return Message(fill("这一个月没有漏的。", lang))
    listed = [
        fill("· <b>{who}</b>　{place}　{kind}　{day}", lang, who=called(turn),
             place=village_words(city, turn.region, lang), kind=tr(KINDS[turn.kind], lang),
             day=day_words(turn.due, lang))
        for turn in turns[:20]
    ]  # fmt: skip
    head = fill("⚠ 一个月里漏了 {n} 次：", lang, n=len(turns))
    return Message(lines(head, "", *listed), private=True)


def line(due: int, missed: int, lang: str) -> str:
    """What /today says of the rosters; "" when there is nothing."""
    waits = fill("📋 名单上还有 {n} 位要看。", lang, n=due) if due else ""
    gone = fill("⚠ 一个月里漏了 {n} 次。", lang, n=missed) if missed else ""
    return lines(waits, gone)


def button(lang: str) -> tuple[Button, ...]:
    return (Button(tr("看名单", lang), "roster"),)


def noted(turns: Sequence[Turn], met: bool, lang: str) -> Message:
    who = tr("、", lang).join(called(turn) for turn in turns)
    text = "记下了：{who}，看过了。" if met else "记下了：{who}，没见到。\n改天请再去一趟。"
    return Message(fill(text, lang, who=who), private=True)


def which(turns: Sequence[Turn], lang: str) -> Message:
    """Which of them is meant?"""
    rows = tuple((Button(called(turn), "round_of", str(turn.id)),) for turn in turns[:SHOWN])
    return Message(fill("您的话我留着了。说的是哪一位？", lang), rows=rows, private=True)
