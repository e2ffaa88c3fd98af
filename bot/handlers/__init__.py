"""One file per thing people do in the chat, and the tables that say who takes what."""

from bot.dialogue import Book, Handler
from bot.handlers import (
    applying,
    arriving,
    asking,
    calling,
    day,
    enrol,
    morning,
    plan,
    reasons,
    resident,
    roster,
    visit,
    watching,
    whistle,
    whose,
    writing,
)
from bot.message import Incoming, Reply


def free(said: Incoming) -> Handler:
    """Words that are neither a command nor an answer: what the speaker's role makes of them."""
    roles = said.who.roles(said.at.date()) if said.who else set()
    if said.group:
        return whistle.free
    if "grid" in roles or "office" in roles:
        return roster.or_round(watching.or_put_off(visit.words))
    if "resident" in roles:
        return resident.voice if only_attached(said) else resident.within(resident.words)
    if only_attached(said):
        return day.attachment
    if "supervisor" in roles:
        return day.asked
    return whistle.todo


def only_attached(said: Incoming) -> bool:
    """A voice message or a picture without a word."""
    return bool(said.attachment) and not said.text.strip()


def in_words(handler: Handler) -> Handler:
    """*handler* for an answer in words; what came without any is acknowledged, the question stays."""

    async def heard(said: Incoming) -> Reply:
        return await (day.attachment(said) if only_attached(said) else handler(said))

    return heard


RESIDENTS = {
    "heard_right": asking.right,
    "heard_wrong": asking.wrong,
    "ask_answer": asking.answer,
    "ask_more": asking.more,
    "ask_whose": whose.whose,
    "ask_period": asking.period,
    "ask_rule": reasons.rule,
    "ask_apply": applying.apply,
    "ask_wrong": applying.wrong,
    "person": applying.person,
}
ANSWERS = {
    "ask_heard": resident.safely(resident.confirming),
    "ask_answer": resident.safely(resident.answering),
    "ask_told": resident.words,
    "ask_whose": resident.safely(resident.telling_whose),
    "ask_place": resident.safely(applying.place),
    "ask_wrong": resident.safely(applying.complaint),
    "person_where": resident.safely(resident.located),
}

BOOK = Book(
    presses={
        "take": visit.take,
        "arrive": visit.arrive,
        "example": visit.example,
        "confirm": watching.then_put_off(visit.confirm),
        "cause": visit.cause,
        "fix": visit.fix,
        "add": visit.add,
        "pass": visit.pass_on,
        "open": visit.open_one,
        "about": visit.about,
        "card": visit.card,
        "report_in": whistle.report_in,
        "decline": calling.decline,
        "pass_to": calling.pass_to,
        "unsure": calling.unsure,
        "lead": calling.leads,
        "finish": whistle.finish,
        "photo": arriving.look,
        "plan": plan.show,
        "plan_add": plan.add,
        "plan_drop": plan.drop,
        "posts": plan.posts,
        "double_yes": plan.double_yes,
        "double_no": plan.double_no,
        "towns": morning.towns,
        "figure": morning.figure,
        "list": morning.cases,
        "look": morning.look,
        "nudge": morning.nudge,
        "desk": morning.desk,
        "note_on": day.note_on,
        "watch": morning.watch,
        "sign": morning.sign,
        "excel": morning.excel,
        **{verb: resident.within(handler) for verb, handler in RESIDENTS.items()},
        "write": writing.begin,
        "roster": roster.show,
        "safe": roster.safe,
        "round_of": roster.round_of,
        **watching.PRESSES,
    },
    words={
        **watching.WORDS,
        "/start": enrol.start,
        "/help": day.help_me,
        "帮助": day.help_me,
        "help": day.help_me,
        "怎么用": day.help_me,
        "/today": day.today,
        "今天": day.today,
        "today": day.today,
        "待办": day.todo,
        "todo": day.todo,
        "/rounds": roster.show,
        "名单": roster.show,
        "rounds": roster.show,
        "/find": day.find,
        "找": day.find,
        "find": day.find,
        "/note": day.note,
        "记一笔": day.note,
        "note": day.note,
        "/digest": morning.today,
        "早报": morning.today,
        "morning": morning.today,
        "/late": morning.late,
        "超时": morning.late,
        "late": morning.late,
        "/excel": morning.excel,
        "表": morning.excel,
        "excel": morning.excel,
        "/desk": morning.desk,
        "值班台": morning.desk,
        "desk": morning.desk,
        "找人帮我": resident.within(applying.person),
        "talk to a person": resident.within(applying.person),
        "/human": resident.within(applying.person),
        "能不能申请": resident.can_i,
        "can i get help?": resident.can_i,
        "/ask": resident.can_i,
        "我的申请": applying.status,
        "my application": applying.status,
        "/my": applying.status,
        "删掉": applying.forget,
        "delete": applying.forget,
        "/forget": applying.forget,
    },
    awaited={
        "visit_words": watching.or_put_off(visit.words),
        "visit_confirm": visit.words,
        "which_case": visit.words,
        "reason": in_words(calling.reason),
        "result": in_words(whistle.result),
        "plan_reason": in_words(plan.reason),
        **{name: in_words(resident.within(handler)) for name, handler in ANSWERS.items()},
        "danger_where": in_words(resident.found_at),
        "write_words": in_words(writing.words),
        "find": in_words(day.found),
        "note": in_words(day.noted),
        "note_on": in_words(day.note_on),
        "round_of": in_words(roster.or_round(watching.or_put_off(visit.words))),
    },
    free=free,
    strangers=enrol.stranger,
    openers=("找", "find", "记一笔", "note"),
)
