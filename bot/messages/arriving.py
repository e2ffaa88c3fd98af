"""At the door of a family: where one is, what came along."""

from bot.message import Button, Message
from bot.messages import fill
from core.store.casework import Case
from locales import tr


def voice(lang: str) -> str:
    return fill("收到了，我还听不太准。\n请再打几个字说说情况。", lang)


def photo(lang: str) -> str:
    return fill("照片收好了，只给帮扶的人看。\n再说两句情况就行。", lang)


def photo_abroad(lang: str) -> str:
    """A picture of a family must not lie on a server abroad; ours does not fetch it."""
    return fill("照片我不收，这里会经过境外。\n打几个字说说就行。", lang)


def photo_of_whom(lang: str) -> str:
    return fill("这是哪一家的照片？\n先点开那一户，再发一次。", lang)


def somewhere(lang: str) -> str:
    return fill("位置收到了。\n说说情况吧。", lang)


def distance(place: str, metres: int, lang: str, *, far: bool) -> str:
    """Said, so that a mistake is noticed; whoever met somewhere else simply goes on."""
    if far:
        return fill("这里离{place}有 {km} 公里，是在别处见的面吗？\n是的话，接着说情况就行。", lang,
                    place=place, km=round(metres / 1000, 1))  # fmt: skip
    return fill("到啦，就在{place}。\n说说情况吧。", lang, place=place)


def picture(case: Case, number: int, found: int, account: int, lang: str) -> Message:
    """One picture of a visit; the next one behind a button."""
    text = fill("<b>{number}</b>\n第 {n} 张，共 {all} 张。看完别转发", lang, number=case.number,
                n=number + 1, all=found)  # fmt: skip
    more = Button(tr("下一张", lang), "photo", case.number, str(number + 1))
    return Message(
        text,
        rows=((more,),) if number + 1 < found else (),
        picture={"kind": "photo", "case": case.id, "account": account, "number": number},
        protect=True,
        private=True,
    )
