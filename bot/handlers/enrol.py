"""Who am I, on which channel: a one-time code binds a chat to an account."""

from bot.handlers import resident as guests
from bot.message import Incoming, Message, Reply
from bot.messages import enrol as words
from bot.messages import resident, worker
from core import accounts
from core.access import Who
from core.cases.doors import open_cases_of
from core.city import here
from core.city.english import spoken
from core.counsel import above_limit
from locales import tr


async def start(said: Incoming) -> Reply:
    """/start with a code binds this chat; without one, somebody we know is greeted."""
    if said.code:
        try:
            who = await accounts.enrol(said.code, said.channel, said.chat, at=said.at)
        except accounts.BadCode:
            return Reply(messages=(words.bad_code(said.lang),))
        return Reply(messages=welcome(who, said), recorded={"enrolled": who.handle})
    return Reply(messages=welcome(said.who, said)) if said.who else stranger_reply(said)


def welcome(who: Who, said: Incoming) -> tuple[Message, ...]:
    roles = who.roles(said.at.date())
    if "resident" in roles:
        return resident.hello(who.lang), resident.privacy(who.lang)
    return (words.welcome(who.name, area_of(who, said), who.lang),)


def area_of(who: Who, said: Incoming) -> str:
    """The names of the places or units a person answers for, in his language."""
    codes = [d.area or d.unit or here().code for d in who.duties if d.holds(said.at.date())]
    return tr("、", who.lang).join(dict.fromkeys(_called(code, who.lang) for code in codes))


def _called(code: str, lang: str) -> str:
    city = here()
    return spoken(city, code, lang) if lang == "en" else city.unit_name(code)


async def stranger(said: Incoming) -> Reply:
    """Nobody we know: a code opens the door to work, a need in words is heard as anybody's."""
    if said.code:
        return await start(said)
    return await guests.guest(said) or await _told_often(said) or stranger_reply(said)


async def _told_often(said: Incoming) -> Reply | None:
    """A stranger who goes on and on is told once that it is enough, and then nothing."""
    over = await above_limit(said.channel, said.chat, key=said.key, at=said.at)
    if not over or said.press:
        return None
    return Reply(messages=(resident.rest_a_while(said.lang),) if over == 1 else ())


def stranger_reply(said: Incoming) -> Reply:
    if said.press:
        return Reply(toast=tr("按钮已失效", said.lang))
    if said.group:
        return Reply()
    return Reply(messages=(words.stranger(said.lang),))


async def help_me(said: Incoming) -> Reply:
    """/help: what one can say here."""
    who = said.who
    assert who is not None
    cases = await open_cases_of(who, at=said.at)
    return Reply(messages=(worker.guide(who.name, len(cases), who.lang),))
