"""To grid workers: the case on their phone, what we understood, what came of it."""

from collections.abc import Sequence
from datetime import datetime

from bot.message import Button, Message
from bot.messages import Raw, fill, lines
from bot.messages.summary import family
from bot.messages.words import day_words, due_words, place_words, unit_words
from core.access import Who
from core.cases.family import others as others_of
from core.cases.states import BEFORE_VISIT, SHUT
from core.catalogue import offers
from core.city import City
from core.clock import day_of, local
from core.store.casework import Call, Case, Step, Task
from core.store.people import Account
from locales import tr

YES, NO = "success", "danger"


def case_card(
    case: Case,
    city: City,
    owner: str,
    mine: bool,
    *,
    lang: str,
    now: datetime,
    others: Sequence[Case] = (),
    again: bool = False,
) -> Message:
    """The one live message a worker has of a case, in every state of it.

    *others*: what else is open about the family, as far as this worker may see it. *again*: it was
    solved before, and is back.
    """
    head = fill("<b>{number}</b>", lang, number=case.number)
    where = fill("{place} 有一户，请您去看看", lang, place=place_words(city, case.region, lang))
    brief = case.evidence["brief"]
    why, ask = (brief[f"{part}{'_en' if lang == 'en' else ''}"] for part in ("why", "ask"))
    also = [other["why_en" if lang == "en" else "why"] for other in case.evidence.get("also", [])]
    reasons = [fill("{why}", lang, why=words) for words in (why, *also[:2])]
    if case.state in SHUT:
        return Message(lines(head, "", *reasons, "", _ending(case, lang)))
    back = fill("↩️ 以前办好过一回，又碰上了。", lang) if again else ""
    body = lines(head, where, "", *reasons, back, fill("{ask}", lang, ask=ask))
    due = due_words(case.visit_due, now, lang)
    limit = fill("⏰ {due}前", lang, due=due) if due and case.state in BEFORE_VISIT else ""
    beside = lines(*family(others, lang)) if others else ""
    if not owner:
        return Message(lines(body, beside, "", limit), rows=_alert_rows(case, lang))
    if not mine:
        return Message(lines(head, fill("{name}已经接了，您不用跑了。", lang, name=owner)))
    taken = fill("✅ <b>{name}接了</b>", lang, name=owner)
    return Message(
        lines(body, beside, "", taken, _progress(case, lang), limit), rows=_taken_rows(case, lang)
    )


def _alert_rows(case: Case, lang: str) -> tuple[tuple[Button, ...], ...]:
    return (
        (Button(tr("我来", lang), "take", case.number, style=YES), *_later(case, lang)),
        (
            Button(tr("看看这一家", lang), "card", case.number),
            Button(tr("转给别人", lang), "pass", case.number),
        ),
    )


def _later(case: Case, lang: str) -> tuple[Button, ...]:
    """What is not red may be put off by whoever knows the family."""
    return () if case.colour == "红" else (Button(tr("以后再说", lang), "later", case.number),)


def _taken_rows(case: Case, lang: str) -> tuple[tuple[Button, ...], ...]:
    plan = (Button(tr("看方案", lang), "plan", case.number),)
    return (
        (Button(tr("到了，说情况", lang), "arrive", case.number, style=YES),),
        *((plan,) if case.state not in BEFORE_VISIT else ()),
        (
            Button(tr("看看这一家", lang), "card", case.number),
            Button(tr("转给别人", lang), "pass", case.number),
        ),
    )


def _progress(case: Case, lang: str) -> str:
    steps = (
        ("走访", case.state not in BEFORE_VISIT),
        ("方案", case.state in ("planned", "helping", "proving")),
        ("帮扶", case.state in ("helping", "proving")),
        ("核验", False),
    )
    return "　".join(f"{'✅' if done else '⬜'} {tr(word, lang)}" for word, done in steps)


def _ending(case: Case, lang: str) -> str:
    words = {
        "helped": "✅ <b>办成了</b>，后来的数据对上了。",
        "withdraw": "这件撤回了：新到的数据说已经没事了，您不用跑。",
        "false_alarm": "这件是误报，已经记下原因。",
        "end": "这件由人工结束了。",
    }
    return fill(words.get(case.why_closed, "这件已经结束。"), lang)


async def card_for(case: Case, who: Who, city: City, now: datetime) -> Message:
    """The live card of a case as this person should see it."""
    owner = await Account.get_or_none(id=case.worker_id)
    mine = owner is None or owner.id in who.stands_for(day_of(now))
    return case_card(
        case, city, owner.name if owner else "", mine, lang=who.lang, now=now,
        others=await others_of(case, who, at=now) if mine else (),
        again=await Step.exists(case=case, what="flare_up"),
    )  # fmt: skip


def guide(name: str, count: int, lang: str) -> Message:
    """What one can say here."""
    return Message(
        fill(
            "{name}，手上有 {n} 户。\n\n「待办」看要跑的户。\n去过了，直接说情况，像平时聊天一样。\n"
            "不对就说「不对，应该是……」。",
            lang, name=name, n=count,
        )
    )  # fmt: skip


def arrange(case: Case, city: City, lang: str) -> Message:
    return Message(
        fill("<b>{number}</b>\n{place}这一户，网格员去不了。\n请安排一个人去。", lang,
             number=case.number, place=place_words(city, case.region, lang)),
        rows=((Button(tr("我去", lang), "take", case.number, style=YES),),),
    )  # fmt: skip


def late(case: Case, city: City, lang: str, now: datetime) -> Message:
    """Nobody went in time: asked kindly, with a way out."""
    waiting = case.state in ("new", "pushed")
    text = (
        "<b>{number}</b>\n{place}这一户还没人接。\n{why}\n是不是碰到难处了？"
        if waiting
        else "<b>{number}</b>\n{place}这一户还没去，约的是{due}。\n是不是碰到难处了？"
    )
    why = case.evidence["brief"]["why_en" if lang == "en" else "why"]
    return Message(
        fill(text, lang, number=case.number, place=place_words(city, case.region, lang), why=why,
             due=due_words(case.visit_due, now, lang)),
        rows=(
            (Button(tr("我来", lang), "take", case.number, style=YES),)
            if waiting
            else (Button(tr("到了，说情况", lang), "arrive", case.number, style=YES),),
            (Button(tr("我去不了", lang), "pass", case.number),),
        ),
    )  # fmt: skip


def unreachable(case: Case, city: City, lang: str) -> Message:
    return Message(
        fill("<b>{number}</b>\n{place}这一户的网格员收不到消息。\n请安排一个人去。", lang,
             number=case.number, place=place_words(city, case.region, lang)),
        rows=((Button(tr("我去", lang), "take", case.number, style=YES),),),
    )  # fmt: skip


def taken(name: str, lang: str) -> str:
    return tr("接好了，谢谢您", lang)


def arrive(case: Case, lang: str) -> Message:
    return Message(
        fill("<b>{number}</b>\n说说情况吧，打字、发语音、拍照都行。\n家里没人，也说一声。", lang,
             number=case.number),
        rows=((Button(tr("写不来，看例子", lang), "example", case.number),),),
        keyboard=((tr("家里没人", lang), tr("先打电话了", lang)),),
    )  # fmt: skip


def example(lang: str) -> str:
    return fill("比如：「儿子在家，没上班，学机电的，想进厂，离家近最好。爷爷看病没人陪。」", lang)


THANKS = {
    "not_home": "谢谢{name}，记下了，白跑一趟。\n改天再去看看。",
    "refused": "谢谢{name}，记下了。\n不急，过几天换个时候再去。",
    "false_alarm": "谢谢{name}，记下了，不属实。\n这一户不用再跑了。",
    "wrong_person": "谢谢{name}，记下了，人对错了。\n这一户不用再跑了。",
    "hospital": "谢谢{name}，记下了，人在医院。\n过几天再去看看。",
    "moved": "谢谢{name}，记下了，搬走了。\n搬到哪里，请镇里来核。",
    "deceased": "谢谢{name}，记下了。\n后面的事，请镇里来办。",
}


def sent(name: str, outcome: str, tasks: list[Task], city: City, lang: str) -> Message:
    """After a confirmed report: who got it, what they are asked for, by when."""
    open_tasks = [task for task in tasks if task.state not in ("done", "dropped")]
    if outcome in THANKS or not open_tasks:
        return Message(
            fill(THANKS.get(outcome, "谢谢{name}，记好了。"), lang, name=name), keyboard=()
        )
    units = dict.fromkeys(task.unit for task in open_tasks)
    routes = [_route(unit, open_tasks, city, lang) for unit in units]
    text = fill(
        "谢谢{name}，已经帮您转出去了：\n\n{routes}\n\n有回音，我马上告诉您。",
        lang, name=name, routes=lines(*routes),
    )  # fmt: skip
    return Message(text, keyboard=())


def _route(unit: str, tasks: list[Task], city: City, lang: str) -> str:
    """What one unit was asked for, and by when the first of it."""
    mine = [task for task in tasks if task.unit == unit]
    what = "、".join(_offer_title(task.offer, lang) for task in mine)
    due = min((task.due for task in mine if task.due), default=None)
    day = day_words(local(due).date(), lang) if due else ""
    return fill(
        "📌 <b>{unit}</b>　{day}前\n{what}",
        lang,
        unit=unit_words(city, unit, lang),
        day=day,
        what=what,
    )


def _offer_title(offer: str, lang: str) -> str:
    found = offers()[offer]
    return found.title_en if lang == "en" else found.title


def reply_of_unit(case: Case, call: Call, city: City, lang: str) -> Message:
    said = call.result if call.state == "done" and call.result else tr("我们来，马上联系。", lang)
    text = fill(
        "<b>{number}</b>\n📣 <b>{unit}</b>回话了：\n{said}", lang,
        number=case.number, unit=unit_words(city, call.unit, lang), said=said,
    )  # fmt: skip
    return Message(text, silent=True, private=call.state == "done")


def done(case: Case, lang: str) -> Message:
    proof = case.evidence["brief"]["proof_en" if lang == "en" else "proof"]
    return Message(
        fill("<b>{number}</b> 办成了 👏\n{result}", lang, number=case.number, result=proof)
    )


def today(cases: list[Case], city: City, name: str, lang: str, now: datetime) -> Message:
    """What is to be done today, one line a family, each with its button."""
    if not cases:
        return Message(fill("今天没有要跑的户。\n歇一歇，有事我叫您。", lang))
    listed = [
        fill("{n}. <b>{number}</b>　{place}　{next}", lang, n=n, number=case.number,
             place=place_words(city, case.region, lang), next=Raw(_next(case, lang, now)))
        for n, case in enumerate(cases, 1)
    ]  # fmt: skip
    text = fill(
        "{name}，手上有 {n} 户：\n\n{list}", lang, name=name, n=len(cases), list=lines(*listed)
    )
    rows = tuple((Button(case.number, "open", case.number),) for case in cases[:8])
    return Message(text, rows=rows)


def _next(case: Case, lang: str, now: datetime) -> str:
    """What this family waits for: the worker by some time, a unit, or the data."""
    if case.state in BEFORE_VISIT:
        return fill("⏰ {due}", lang, due=due_words(case.visit_due, now, lang))
    return fill("等后来的数据" if case.state == "proving" else "等部门回话", lang)
