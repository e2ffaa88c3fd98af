"""A grid worker takes a matter, goes there, tells what she found, confirms what we noted."""

from dataclasses import replace
from typing import Any

from bot.dialogue import draft_of, texts_of
from bot.handlers import arriving, summary, writing
from bot.handlers.common import case_of, mine, which_case
from bot.message import Button, Incoming, Message, Reply, reply
from bot.messages import enrol, fill, worker
from bot.messages.words import due_words
from core.access import Who
from core.cases import family, work
from core.cases.doors import Case, open_cases_of
from core.cases.outcomes import FALSE_ALARM
from core.cases.telling import tasks_of
from core.city import here
from core.language import understand_worker
from locales import tr

CAUSES = (
    ("person", "人对错了"),
    ("matter", "没这回事"),
    ("data", "数据旧了"),
    ("helped", "已帮到了"),
)


async def take(said: Incoming) -> Reply:
    """[我来]: the matter is hers; the live card says so on every phone."""
    case, who = await case_of(said, "work_case"), mine(said)
    if not work.is_open(case):
        return _over(who)
    try:
        new = await work.take(case, who, at=said.at)
    except work.TakenByOther as other:
        text = tr("{name}已经接了，您不用跑了。", who.lang, name=other.name)
        return Reply(toast=text)
    toast = worker.taken(who.name, who.lang) if new else tr("已经是您的了", who.lang)
    return Reply(toast=toast, recorded={"case": case.number, "action": "accept"} if new else {})


def _over(who: Who) -> Reply:
    """An old button of a matter that is over."""
    return Reply(toast=tr("这件已经结束。", who.lang), clear_buttons=True)


async def arrive(said: Incoming) -> Reply:
    """[到了，说情况]: ask for her own words."""
    case = await case_of(said, "work_case")
    return Reply(
        messages=(worker.arrive(case, mine(said).lang),),
        toast=tr("好，您说", mine(said).lang),
        awaits="visit_words",
        about=case.number,
    )


async def example(said: Incoming) -> Reply:
    case = await case_of(said, "work_case")
    text = worker.example(mine(said).lang)
    return reply(text, toast=tr("看这个", said.lang), awaits="visit_words", about=case.number)


async def words(said: Incoming) -> Reply:
    """Her own words about a visit: understood, shown, and kept only when she confirms."""
    who = mine(said)
    if said.attachment and not said.text.strip():
        return await arriving.attachment(said)
    understood = understand_worker(said.text)
    case = await which_case(said, who)
    if case is None:
        return await _ask_which(said, who)
    if understood.action == "accept":
        return await _accept(said, case, who)
    if understood.action in ("unknown", "question"):
        return Reply(
            messages=(Message(fill(_EMPTY, who.lang, number=case.number)),),
            awaits="visit_words",
            about=case.number,
            draft=await _kept(said, case),
        )
    draft = await _kept(said, case)
    texts = [*texts_of(draft), said.text]
    return await summary.show(said, case, who, texts, draft)


_EMPTY = "<b>{number}</b>\n您的话我留着了，还差一点：见到人了吗，家里怎么样？\n回一句话就行。"


async def confirm(said: Incoming) -> Reply:
    """[对，交上去]: what she told and checked becomes a visit; the plan goes out."""
    case, who = await case_of(said, "work_case"), mine(said)
    draft = await draft_of(said)
    if draft.get("case") != case.number or not draft.get("texts"):
        return Reply(toast=tr("这一条已经交过了", who.lang), clear_buttons=True)
    texts = texts_of(draft)
    told = replace(summary.report_from(texts), distance_m=distance_of(draft))
    if told.action == FALSE_ALARM:
        return _ask_cause(case, who, draft)
    every = said.press is not None and said.press.arg == "all"
    also = await family.unvisited(case, who, at=said.at) if every else []
    return await _keep(said, case, who, told, also)


def distance_of(draft: dict[str, Any]) -> int | None:
    metres = draft.get("distance_m")
    return metres if isinstance(metres, int) else None


async def cause(said: Incoming) -> Reply:
    """Why it was a false alarm: one of four causes, so that the source can be corrected."""
    case, who = await case_of(said, "work_case"), mine(said)
    draft = await draft_of(said)
    if draft.get("case") != case.number or not said.press:
        return Reply(toast=tr("这一条已经交过了", who.lang), clear_buttons=True)
    texts = texts_of(draft)
    told = replace(summary.report_from(texts), cause=said.press.arg, distance_m=distance_of(draft))
    return await _keep(said, case, who, told, [])


def _ask_cause(case: Case, who: Who, draft: dict[str, Any]) -> Reply:
    rows = tuple((Button(tr(label, who.lang), "cause", case.number, arg),) for arg, label in CAUSES)
    text = fill("<b>{number}</b>\n记下了：不属实。是哪一种？", who.lang, number=case.number)
    return reply(text, *rows, awaits="visit_confirm", about=case.number, draft=draft)


async def _keep(said: Incoming, case: Case, who: Who, told: work.Report, also: list[Case]) -> Reply:
    kept = await work.report(case, who, told, key=said.key, at=said.at, also=also)
    if kept is None:
        return Reply(toast=tr("这一条已经交过了", who.lang), clear_buttons=True)
    tasks = await tasks_of(case)
    message = worker.sent(who.name, told.outcome, tasks, here(), who.lang)
    return Reply(
        messages=(message,),
        toast=tr("交上去了", who.lang),
        clear_buttons=True,
        awaits="nothing",
        recorded={
            "case": case.number,
            "action": told.action,
            "outcome": told.outcome,
            "findings": list(told.findings),
            "helps": list(told.helps),
            "state": case.state,
        },
    )


async def fix(said: Incoming) -> Reply:
    """[有不对]: say it again; the last words are replaced."""
    case, who = await case_of(said, "work_case"), mine(said)
    draft = await draft_of(said)
    texts = texts_of(draft)[:-1]
    text = fill("哪里不对？\n直接说一遍对的就行。", who.lang)
    return reply(
        text, toast=tr("好，您说", who.lang), awaits="visit_words", about=case.number,
        draft={"texts": texts, "case": case.number}, clear_buttons=True,
    )  # fmt: skip


async def add(said: Incoming) -> Reply:
    """[再补一句]: what comes next is added to what was said."""
    case, who = await case_of(said, "work_case"), mine(said)
    draft = await draft_of(said)
    text = fill("好，再说。", who.lang)
    return reply(
        text, toast=tr("好，您说", who.lang), awaits="visit_words", about=case.number,
        draft=draft, clear_buttons=True,
    )  # fmt: skip


async def pass_on(said: Incoming) -> Reply:
    """[转给别人]: the town arranges it; until then it stays where it is."""
    case, who = await case_of(said, "work_case"), mine(said)
    if not work.is_open(case):
        return _over(who)
    await work.hand_over(case, who, at=said.at)
    return Reply(
        toast=tr("转给镇里安排了", who.lang), recorded={"case": case.number, "action": "pass"}
    )


async def todo(said: Incoming) -> Reply:
    """“待办”: what is in hand, the most pressing first."""
    who = mine(said)
    cases = await open_cases_of(who, at=said.at)
    return Reply(
        messages=(worker.today(cases, here(), who.name, who.lang, said.at),), keep_question=True
    )


async def open_one(said: Incoming) -> Reply:
    """A family of the list: its live card once more, here at the end of the chat."""
    case, who = await case_of(said, "see_case"), mine(said)
    card = await worker.card_for(case, who, here(), said.at)
    return Reply(messages=(card,), toast=case.number, keep_question=True)


async def card(said: Incoming) -> Reply:
    """[看看这一家]: the portrait in one picture, not to be passed on; and what people told us.

    Where no register knows the household there is no portrait, only what was told.
    """
    case, who = await case_of(said, "see_card"), mine(said)
    told = await writing.told_cards(said, case, who)
    if not case.household:
        nothing = Message(fill("<b>{number}</b>\n还不知道是哪一户。", who.lang, number=case.number))
        return Reply(messages=told or (nothing,), toast=tr("看这个", who.lang), keep_question=True)
    note = fill("<b>{number}</b>\n看完别转发", who.lang, number=case.number)
    picture = {"kind": "card", "case": case.id, "account": who.id}
    return Reply(
        messages=(Message(note, picture=picture, protect=True), *told),
        toast=tr("马上来", who.lang),
        keep_question=True,
    )


async def _ask_which(said: Incoming, who: Who) -> Reply:
    """Several families, or none: ask which one is meant; the words are not lost."""
    cases = await open_cases_of(who, at=said.at)
    if not cases:
        return Reply(messages=(enrol.not_understood(who.lang),))
    rows = tuple((Button(c.number, "about", c.number),) for c in cases[:8])
    text = fill("您的话我留着了。说的是哪一户？", who.lang)
    return reply(text, *rows, awaits="which_case", draft={"texts": [said.text]})


async def about(said: Incoming) -> Reply:
    """The family is named: go on with the words said before."""
    case, who = await case_of(said, "work_case"), mine(said)
    texts = texts_of(await draft_of(said))
    if not texts:
        return await arrive(said)
    return await summary.show(said, case, who, texts, await _kept(said, case))


async def _accept(said: Incoming, case: Case, who: Who) -> Reply:
    """“收到” takes the matter, and nothing more."""
    try:
        await work.take(case, who, at=said.at)
    except work.TakenByOther as other:
        return reply(fill("{name}已经接了，您不用跑了。", who.lang, name=other.name))
    due = due_words(case.visit_due, said.at, who.lang)
    text = fill(
        "<b>{number}</b>\n好，您接了。去过了，回一句情况给我就行。\n⏰ {due}前",
        who.lang, number=case.number, due=due,
    )  # fmt: skip
    return reply(
        text, awaits="visit_words", about=case.number,
        recorded={"case": case.number, "action": "accept"},
    )  # fmt: skip


async def _kept(said: Incoming, case: Case) -> dict[str, Any]:
    """What was said before about this same case."""
    draft = await draft_of(said)
    return draft if draft.get("case") in (None, case.number) else {}
