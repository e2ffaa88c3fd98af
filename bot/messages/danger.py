"""To somebody in danger: one sentence, who comes, which number to call; no question, no promise."""

from collections.abc import Mapping, Sequence

from bot.message import Message
from bot.messages import Raw, fill, lines
from core.counsel.danger import SHARED_PHONE
from locales import tr

CALM = {
    "self_harm": "您先别一个人待着，我陪您。\n",
    "no_food": "先别急，吃的马上想办法。\n",
    "gas": "先开窗，人到屋外去，别开灯。\n",
    "fire": "人先到外面去，别回去拿东西。\n",
    "fraud": "钱先别再转，电话挂掉。\n",
}
CALLS = {
    "fire": "fire", "gas": "fire", "acute_illness": "ambulance", "self_harm": "mind",
    "fraud": "fraud", "missing_elder": "police", "child_alone": "police", "danger": "police",
}  # fmt: skip


def danger(
    kinds: Sequence[str], helper: str, numbers: Mapping[str, str], lang: str
) -> tuple[Message, ...]:
    """One sentence, a person, the number to call; no question, no promise.

    Where the one who does it may share the phone: a word that says nothing, and no sound.
    """
    kind = kinds[0] if kinds else "danger"
    if kind in SHARED_PHONE:
        return (Message(fill("好，收到了。", lang), silent=True),)
    name = helper or tr("值班的人", lang)
    number = numbers.get(CALLS.get(kind, ""), "")
    head = fill(CALM.get(kind, "听上去很急。\n"), lang)
    who = fill("我马上叫{worker}联系您。", lang, worker=name)
    if kind in ("no_food", "no_carer") or not number:
        return (Message(Raw(head + who)),)
    call = fill("有危险请先打 <b>{number}</b>。", lang, number=number)
    if kind == "self_harm":
        call = fill("也可以打 <b>{number}</b>，有人听您说。\n有危险请先打 <b>110</b>。", lang,
                    number=number)  # fmt: skip
    return (Message(lines(Raw(head + who), call)),)


def where_are_you(lang: str) -> Message:
    return Message(fill("您在哪个镇、哪个村？\n说一声，我叫离您近的人。", lang))


def told_at_once(helper: str, lang: str) -> Message:
    name = helper or tr("值班的人", lang)
    return Message(fill("收到，我马上告诉{worker}。\n电话别关，等人联系您。", lang, worker=name))
