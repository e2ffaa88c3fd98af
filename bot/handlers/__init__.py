"""One file per thing people do in the chat, and the tables that say who takes what."""

from bot.dialogue import Book, Handler
from bot.handlers import enrol, morning, resident, visit, whistle
from bot.message import Incoming


def free(said: Incoming) -> Handler:
    """Words that are neither a command nor an answer: what the speaker's role makes of them."""
    roles = said.who.roles(said.at.date()) if said.who else set()
    if said.group:
        return whistle.free
    if "grid" in roles or "office" in roles:
        return visit.words
    if "supervisor" in roles:
        return morning.today
    if "resident" in roles:
        return resident.words
    return whistle.todo


BOOK = Book(
    presses={
        "take": visit.take,
        "arrive": visit.arrive,
        "example": visit.example,
        "confirm": visit.confirm,
        "cause": visit.cause,
        "fix": visit.fix,
        "add": visit.add,
        "pass": visit.pass_on,
        "open": visit.open_one,
        "about": visit.about,
        "card": visit.card,
        "report_in": whistle.report_in,
        "decline": whistle.decline,
        "finish": whistle.finish,
        "towns": morning.towns,
        "town": morning.town,
        "watch": morning.watch,
        "excel": morning.excel,
        "heard_right": resident.right,
        "heard_wrong": resident.wrong,
    },
    words={
        "/start": enrol.start,
        "/help": enrol.help_me,
        "/today": visit.todo,
        "待办": visit.todo,
        "/digest": morning.today,
        "找人帮我": resident.person,
    },
    awaited={
        "visit_words": visit.words,
        "visit_confirm": visit.words,
        "which_case": visit.words,
        "reason": whistle.reason,
        "result": whistle.result,
        "resident_words": resident.words,
    },
    free=free,
    strangers=enrol.stranger,
)
