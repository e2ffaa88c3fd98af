"""What a resident told himself, and the words of one person to another."""

from collections.abc import Mapping
from typing import Any

from bot.message import Button, Message
from bot.messages import fill, lines
from bot.messages.heard import of_people
from core.appeals import OFFICE_DAYS
from core.counsel.told import Told
from core.rules import Verdict, said, vocabulary
from locales import tr

MOST = 3
HEADS = {
    "red": "🆘 <b>{name}</b>那边很急，请马上联系：\n「{words}」",
    "ask_person": "<b>{name}</b>想找人帮忙，请联系一下：\n「{words}」",
    "complain": "<b>{name}</b>说有不对的地方，请 {days} 天内回话：\n「{words}」",
}


def card(number: str, told: Told, lang: str) -> Message:
    """In place of a portrait: his words, what was understood of them, what the rules say."""
    head = fill("<b>{number}</b>　居民自己说的，还没核对", lang, number=number)
    people = [told.inquiry.told, *told.inquiry.others]
    words = [fill("「{words}」", lang, words=words[:200]) for words in told.words]
    answers = [_answer(name, told, lang) for name in told.inquiry.answers]
    rules = [_verdict(verdict, lang) for verdict in told.verdicts[:MOST]]
    guest = "" if told.known else fill("他还没有当面登记过，去了先问清是谁。", lang)
    safe = "" if told.reachable else fill("别往这个手机上发话，当面说，或者换个办法。", lang)
    text = lines(head, *of_people(people, lang, domestic=True), *answers, "", *words,
                 "", *rules, guest, safe, fill("看完别转发", lang))  # fmt: skip
    rows = ((Button(tr("回他一句", lang), "write", number),),) if told.reachable else ()
    return Message(text, rows=rows, protect=True, private=True)


def _answer(name: str, told: Told, lang: str) -> str:
    fact, _, person = name.partition("@")
    value = told.inquiry.facts().value(fact, int(person or 0))
    return fill("· {what}：{value}", lang, what=vocabulary()[fact].label(lang),
                value=said(fact, value, lang))  # fmt: skip


def _verdict(verdict: Verdict, lang: str) -> str:
    title = verdict.rule.label.title_en if lang == "en" else verdict.name
    if verdict.verdict == "yes":
        return fill("{policy}：很可能可以", lang, policy=title)
    missing = [vocabulary()[name].label(lang) for name in verdict.ask[:MOST]]
    if not missing:
        return fill("{policy}：还说不准", lang, policy=title)
    joined = (", " if lang == "en" else "、").join(missing)
    return fill("{policy}：还差 {missing}", lang, policy=title, missing=joined)


def turns_to(name: str, account: int, about: Mapping[str, Any], lang: str) -> Message:
    """A resident asks for a person, or is in danger; his words come along, unchanged."""
    head = HEADS["red" if about["red"] else str(about.get("what") or "ask_person")]
    words = str(about["words"])[:600]
    told = fill(head, lang, name=name, words=words, days=OFFICE_DAYS)
    law = fill("这种事按法律要报告公安。", lang) if about.get("report") else ""
    if about.get("quiet"):
        safe = fill("别往这个手机上发话，当面说，或者换个办法。", lang)
        return Message(lines(told, law, safe), private=True)
    return Message(lines(told, law), rows=(answer_row(account, lang),), private=True)


def word(name: str, account: int, words: str, lang: str) -> Message:
    """Somebody's own words, unchanged, with a way to answer."""
    text = fill("📣 <b>{name}</b>说：\n「{words}」", lang, name=name, words=words[:600])
    return Message(text, rows=(answer_row(account, lang),), private=True)


def answer_row(account: int, lang: str) -> tuple[Button, ...]:
    return (Button(tr("回他一句", lang), "write", arg=str(account)),)
