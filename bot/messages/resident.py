"""To residents: plain, kind, no colour, no type, nobody else's business."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from bot.message import Button, Message
from bot.messages import Raw, fill, lines
from bot.messages.words import due_words
from locales import tr

if TYPE_CHECKING:
    from core.counsel import Progress
    from core.counsel.counters import Counter
    from core.counsel.job import Spared

KEYS = ("能不能申请", "我的申请", "找人帮我")


def hello(lang: str) -> Message:
    text = fill(
        "您好，我是精平扶。\n家里有难处，像平时聊天一样跟我说。\n\n"
        "比如：「我爸摔伤了，看病花了三万，能补助吗？」",
        lang,
    )
    return Message(text, keyboard=(tuple(tr(key, lang) for key in KEYS),))


def privacy(lang: str) -> Message:
    return Message(
        fill("您说的话只用来看能帮什么。\n想删掉，跟我说「删掉」就行。", lang), silent=True
    )


def human(helper: str, lang: str) -> Message:
    if not helper:
        return Message(fill("好，我请镇里安排人联系您。", lang))
    return Message(fill("好，{worker}会联系您。", lang, worker=helper))


def tell_more(lang: str) -> Message:
    return Message(
        fill("我没太听懂。\n家里谁有难处，是哪方面的？说一句就行。", lang),
        keyboard=(tuple(tr(key, lang) for key in KEYS),),
    )


def tell_first(lang: str) -> str:
    return fill("家里几口人，谁有难处，一个月大概进账多少？\n说个大概就行，我一样一样问您。", lang)


def applied(number: str, due: datetime | None, now: datetime, lang: str) -> Message:
    when = due_words(due, now, lang)
    return Message(
        fill("申请交上去了 ✅\n编号 <code>{code}</code>\n\n{when}前有人上门，不用您跑。\n"
             "东西不全也没关系，来的人会帮您看。", lang, code=number, when=when),
        keyboard=(tuple(tr(key, lang) for key in KEYS),),
    )  # fmt: skip


def status(found: "Sequence[Progress]", now: datetime, lang: str) -> Message:
    """His own applications: what is done, what comes next."""
    if not found:
        return Message(fill("您还没有交过申请。\n家里有难处，直接跟我说。", lang))
    told = [_progress(one, now, lang) for one in found[:3]]
    return Message("\n\n".join(told), keyboard=(tuple(tr(key, lang) for key in KEYS),))


def _progress(one: "Progress", now: datetime, lang: str) -> str:
    title = one.title_en if lang == "en" else one.title
    steps = "　".join(
        f"{'✅' if n < one.done else '⬜'} {tr(step, lang)}" for n, step in enumerate(STEPS)
    )
    head = fill("<b>{policy}</b>　<code>{number}</code>", lang, policy=title, number=one.number)
    if one.due and one.done < len(STEPS):
        when = due_words(one.due, now, lang)
        after = fill("下一步：{when}前有人上门。", lang, when=when)
    else:
        after = fill("下一步：等镇里回话。", lang) if one.done < len(STEPS) else ""
    return lines(head, Raw(steps), after)


STEPS = ("交上去了", "有人接了", "上门看过了", "在办", "办结了")


def passed_on(helper: str, days: int, lang: str) -> Message:
    name = helper or tr("镇里", lang)
    return Message(fill("原话转给{office}了，{days} 天内给您回话。", lang, office=name, days=days))


def change_noted(spared: "Spared | None", lang: str) -> Message:
    """A change at home: looked at by people; a job does not end dibao at once."""
    text = fill("记下了，谢谢您告诉我。\n有人会来核对，不会马上停发。", lang)
    return Message(lines(text, *([_job(spared, lang)] if spared else [])))


def _job(spared: "Spared", lang: str) -> str:
    """What of the wage counts, with the numbers of the law."""
    law = fill(
        "家里吃着低保的，不会因为上班马上停。\n头 {least}–{most} 个月，每月工资 {cap} 元以内不算收入。", lang,
        least=spared.least, most=spared.most, cap=f"{spared.cap:,}",
    )  # fmt: skip
    own = ""
    if spared.wage:
        said = "多出来的 {over} 元才算。" if spared.over else "一个月 {wage} 元没超过，低保金不变。"
        own = fill(said, lang, wage=f"{spared.wage:,}", over=f"{spared.over:,}")
    return lines("\n" + law, own, fill("放心去上班，几个月由镇里定。", lang))


def welcome(lang: str) -> Message:
    return Message(fill("不客气，有事叫我。", lang))


def elsewhere(counter: "Counter | None", lang: str) -> Message:
    """Not a matter of assistance: the counter and the phone that can help, no dibao answer."""
    if counter is None:
        text = fill(
            "这件事不归救助管，我怕说错。\n请打 <b>12345</b>，或者到镇街便民服务中心问。", lang
        )
    else:
        title, where = (
            (counter.title_en, counter.where_en) if lang == "en" else (counter.title, counter.where)
        )
        text = fill(
            "<b>{title}</b>不归救助管，我给您指个路：\n去 {where}，\n或者先打 <b>{phone}</b> 问问。",
            lang, title=title, where=where, phone=counter.phone,
        )  # fmt: skip
    return Message(text, rows=((Button(tr("找人帮我", lang), "person"),),))


def not_of_others(lang: str) -> Message:
    """The same words whoever is asked about, known or not."""
    return Message(
        fill("别人家的事，我不能说。\n您替人来问，就说说他家有什么难处，我看看能帮什么。", lang)
    )


def rest_a_while(lang: str) -> Message:
    return Message(
        fill(
            "您问得有点多，先歇一歇，过一小时再问。\n急事打 <b>12345</b>，有危险打 <b>110</b>、"
            "<b>120</b>。", lang,
        )
    )  # fmt: skip


def enough_under_way(lang: str) -> Message:
    return Message(
        fill("您交的申请还在办，先等人上门。\n别的难处，上门的时候一起说。", lang),
        keyboard=(tuple(tr(key, lang) for key in KEYS),),
    )


def deleted(needed: int, lang: str) -> str:
    gone = fill("删好了。\n您说过的话，我这里没有了。", lang)
    kept = fill("正在办的 {n} 件申请要留到办完。", lang, n=needed) if needed else ""
    return lines(gone, kept)


def listened(lang: str) -> Message:
    return Message(fill("收到了，我还听不太准。\n先请人听，您也可以打几个字。", lang))
