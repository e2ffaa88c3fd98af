"""A rule in words: what it gives and asks, where it is written, what an answer was made of."""

from bot.message import Button, Message
from bot.messages import fill, lines
from bot.messages.verdicts import joined, person_button, rule_button, title
from bot.messages.words import day_words
from core.counsel.explaining import Explained
from core.rules import Verdict
from locales import tr

HOLDS = {True: "✅ {what}", False: "⬜ {what}　没对上"}


def policy(verdict: Verdict, lang: str) -> Message:
    """Only a policy was named: what it gives, what it asks, how long it takes."""
    asks = [fill("· {what}", lang, what=b.label(lang)) for b in verdict.because]
    text = lines(
        fill("<b>{policy}</b>\n{gives}", lang, policy=title(verdict, lang),
             gives=verdict.gives(lang)),
        "\n" + fill("要对得上这几条：", lang),
        *asks,
        "\n" + fill("在哪办　{where}", lang, where=joined(verdict.where(lang)[:2], lang)),
        fill("⏰ {days}", lang, days=verdict.days(lang)) if verdict.days(lang) else "",
    )  # fmt: skip
    rows = (
        (Button(tr("说说我家情况", lang), "ask_more", style="success"),),
        (rule_button(verdict, lang), person_button(lang)),
    )
    return Message(text, rows=rows)


def rule(verdict: Verdict, lang: str) -> Message:
    """[看规定原文]: each condition with where it is written and since when."""
    conditions = [
        fill("· {what}　<i>{source}，{since} 起</i>", lang, what=b.label(lang), source=b.source,
             since=b.since.isoformat())
        for b in verdict.because
    ]  # fmt: skip
    notes = [fill("{note}", lang, note=n) for n in (*verdict.sign(lang), *verdict.notes(lang))]
    head = fill("<b>{policy}</b>\n{gives}", lang, policy=title(verdict, lang),
                gives=verdict.gives(lang))  # fmt: skip
    days = fill("⏰ {days}", lang, days=verdict.days(lang)) if verdict.days(lang) else ""
    checked = fill(
        "<i>我们 {day} 核对过。以镇里说的为准。</i>", lang, day=str(verdict.rule.card.checked)
    )
    rows = ((Button(tr("说说我家情况", lang), "ask_more"), person_button(lang)),)
    text = lines(head, "", *conditions, "", *notes[:4], days, checked)
    return Message(text, rows=rows)


def explained(found: Explained, lang: str) -> Message:
    """“为什么？”: what the last answer was made of, by the rules of that day."""
    head = fill("{day} 我是这样看的：", lang, day=day_words(found.day, lang))
    first = found.verdicts[0]
    told = sorted((b for b in first.because if b.holds is not None), key=lambda b: bool(b.holds))
    open_ = sum(b.holds is None for b in first.because)
    reasons = [fill(HOLDS[bool(b.holds)], lang, what=b.said(lang)) for b in told]
    if open_:
        reasons.append(fill("还有 {n} 条没问到。", lang, n=open_))
    end = fill("\n按那天的规定和您说的情况算的，最后由镇里定。", lang)
    if not found.same:
        end = fill("\n规定后来改过，结果可能不一样。您再说说，我重新看。", lang)
    rows = ((Button(tr("我觉得不对", lang), "ask_wrong"), person_button(lang)),)
    return Message(
        lines(head, fill("\n<b>{policy}</b>", lang, policy=title(first, lang)), *reasons, end),
        rows=rows,
    )
