"""To residents: plain, kind, no colour, no type, nobody else's business."""

from typing import TYPE_CHECKING

from bot.message import Message
from bot.messages import Raw, fill, lines
from locales import tr

if TYPE_CHECKING:
    from core.language import Resident

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


def urgent(helper: str, lang: str) -> Message:
    """Danger: one sentence, a person, the numbers to call. No questions, no promises."""
    name = helper or tr("值班的人", lang)
    return Message(
        fill("听上去很急。\n我马上叫{worker}联系您。\n有危险请先打 <b>120</b> 或 <b>110</b>。", lang,
             worker=name)
    )  # fmt: skip


def human(helper: str, lang: str) -> Message:
    if not helper:
        return Message(fill("好，我请镇里安排人联系您。", lang))
    return Message(fill("好，{worker}会联系您。", lang, worker=helper))


def tell_more(lang: str) -> Message:
    return Message(
        fill("我没太听懂。\n家里谁有难处，是哪方面的？说一句就行。", lang),
        keyboard=(tuple(tr(key, lang) for key in KEYS),),
    )


FACTS = {
    "household_size": "👪 {v} 口人",
    "age": "🎂 {v} 岁",
    "household_income_month": "💰 一家一个月 {v} 元",
    "person_income_month": "💰 一个人一个月 {v} 元",
    "medical_selfpaid_year": "🏥 看病自己付了 {v} 元",
    "disability_grade": "🦽 残疾 {v} 级",
    "unemployed_months": "💼 {v} 个月没工作",
    "lives_alone": "🏠 一个人住",
    "bedridden": "🛏 躺在床上",
    "graduated_years_ago": "🎓 毕业 {v} 年",
}


def heard(understood: "Resident", lang: str) -> Raw | None:
    """The facts we heard, one line each; None when there was none."""
    told = [
        fill(FACTS[name], lang, v=_amount(value))
        for name, value in understood.facts.items()
        if name in FACTS and value is not False
    ]
    return lines(*told) if told else None


def _amount(value: object) -> str:
    if isinstance(value, dict):
        return f"{value.get('min')}–{value.get('max')}"
    return str(value)
