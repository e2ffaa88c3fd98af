"""What the rules say to a resident: likely, not yet clear, not now; only what was computed is spoken.

No colours, no types, nobody else's business; an assumed amount is for the town to say.
"""

from collections.abc import Iterable, Sequence

from bot.message import Button, Message
from bot.messages import fill, lines
from bot.messages.relations import called
from core.counsel import Look
from core.rules import Next, Verdict, said, vocabulary
from locales import tr

MOST, REASONS, OPEN = 4, 2, 2


def ask(found: Next, city: str, lang: str) -> Message:
    """One question, its answers as buttons, always with a way out."""
    who = called(found.who, lang)
    text = found.question.text(lang, who=who, city=city)
    if found.who in OF_OTHERS and who not in text:
        text = tr("说的是{who}家。\n{question}", lang, who=who, question=text)
    answers = [a.label(lang) for a in found.question.answers]
    buttons = [Button(label, "ask_answer", arg=str(n)) for n, label in enumerate(answers)]
    buttons.append(Button(tr("不清楚", lang), "ask_answer", arg="?"))
    rows = [tuple(buttons)] if len(buttons) <= 3 else [tuple(buttons[:3]), tuple(buttons[3:])]
    return Message(fill("{question}", lang, question=text), rows=tuple(rows))


OF_OTHERS = ("neighbour", "villager")


def told(look: Look, kept: int, lang: str) -> Message:
    """The answer to what somebody asked, and what else may help."""
    first = look.first
    if first is None:
        return _nothing(look, lang)
    if first.verdict == "yes":
        return _yes(look, first, kept, lang)
    if first.verdict == "unknown":
        return _maybe(look, first, kept, lang)
    return _no(look, first, lang)


def _yes(look: Look, first: Verdict, kept: int, lang: str) -> Message:
    fitting = [v for v in look.about if v.verdict == "yes"]
    text = fill(
        "🟢 <b>很可能可以申请：{policy}</b>\n\n<b>为什么</b>　{why}\n<b>能帮到</b>　{amount}\n"
        "<b>带什么</b>　{docs}\n<b>去哪里</b>　{where}",
        lang,
        policy=title(first, lang),
        why=joined([b.label(lang) for b in first.because if b.holds][:REASONS], lang),
        amount=_amount(first, lang),
        docs=joined(first.documents(lang), lang) or tr("不用带什么", lang),
        where=joined(first.where(lang)[:2], lang),
    )
    more = _others([*fitting[1:], *look.others], lang)
    hint = [fill("{hint}", lang, hint=h) for h in first.hints[:2]]
    end = fill("<i>先帮您看一看，最后由镇里定。</i>", lang)
    rows = (
        (Button(tr("现在就申请", lang), "ask_apply", arg=str(kept), style="success"),),
        (rule_button(first, lang), person_button(lang)),
    )
    return Message(lines(text, *hint, more, "\n" + end), rows=rows)


def _maybe(look: Look, first: Verdict, kept: int, lang: str) -> Message:
    missing = [vocabulary()[n].label(lang) for n in first.ask[:OPEN]] or first.sign(lang)[:1]
    text = fill(
        "🟡 <b>还说不准：{policy}</b>\n\n还没弄清：{missing}\n请人上门帮您看看？不用您跑。",
        lang,
        policy=title(first, lang),
        missing=joined(missing, lang),
    )
    fitting = [v for v in look.about if v.verdict == "yes"]
    rows = (
        (Button(tr("好，请他来", lang), "ask_apply", arg=str(kept), style="success"),),
        (Button(tr("我再说说", lang), "ask_more"), rule_button(first, lang)),
    )
    return Message(lines(text, _others([*fitting, *look.others], lang)), rows=rows)


def _no(look: Look, first: Verdict, lang: str) -> Message:
    if any(b.id == "in_force" and b.holds is False for b in first.because):
        return _not_yet(look, first, lang)
    failed = next(b for b in first.because if b.holds is False)
    change = joined(first.change(lang)[:1], lang)
    text = fill(
        "这一项现在够不上：{policy}\n<b>为什么</b>　差在“{why}”", lang,
        policy=title(first, lang), why=failed.label(lang),
    )  # fmt: skip
    own = [said(name, value, lang) for name, value in failed.values.items() if value is not None]
    if own and failed.limit is not None and not failed.assumed:
        held = fill("您家 {own}，线是 {limit}。", lang, own=own[0], limit=failed.limit_said(lang))
        text = lines(text, held)
    turn = fill("以后要是{change}，再跟我说。", lang, change=change) if change else ""
    more = _others(look.others, lang, head="别急，这几样可能帮得上：")
    rows: tuple[tuple[Button, ...], ...] = (
        (Button(tr("我觉得不对", lang), "ask_wrong"), person_button(lang)),
    )
    if look.others:
        rows = ((rule_button(look.others[0], lang),), *rows)
    return Message(lines(text, turn, "\n" + more if more else ""), rows=rows)


def _not_yet(look: Look, first: Verdict, lang: str) -> Message:
    """A rule that does not hold yet promises nothing."""
    text = fill("这一项眼下还没有：{policy}", lang, policy=title(first, lang))
    more = _others(look.others, lang, head="这几样可能帮得上：")
    rows = ((Button(tr("我再说说", lang), "ask_more"), person_button(lang)),)
    return Message(lines(text, more or fill("家里别的难处，接着跟我说。", lang)), rows=rows)


def _nothing(look: Look, lang: str) -> Message:
    """Nothing was named and nothing fits yet: a person goes on."""
    text = fill("照您说的，眼下没有现成的补助对得上。\n请人帮您再看看？", lang)
    return Message(text, rows=((Button(tr("我再说说", lang), "ask_more"), person_button(lang)),))


def _amount(verdict: Verdict, lang: str) -> str:
    gives = verdict.gives(lang)
    if verdict.amount is None:
        return gives
    return tr("{gives}（{amount}）", lang, gives=gives, amount=verdict.amount.said(lang))


def _others(others: Sequence[Verdict], lang: str, head: str = "这几样也可以看看：") -> str:
    if not others:
        return ""
    named = joined((title(v, lang) for v in others[:MOST]), lang)
    return lines("\n" + fill(head, lang), fill("{others}", lang, others=named))


def title(verdict: Verdict, lang: str) -> str:
    label = verdict.rule.label
    return label.title_en if lang == "en" else label.title


def joined(words: Iterable[str], lang: str) -> str:
    return ("; " if lang == "en" else "、").join(dict.fromkeys(words))


def rule_button(verdict: Verdict, lang: str) -> Button:
    return Button(tr("看规定原文", lang), "ask_rule", arg=verdict.id)


def person_button(lang: str) -> Button:
    return Button(tr("找人帮我", lang), "person")
