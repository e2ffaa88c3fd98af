"""What a rule says, and why an answer came out as it did."""

from bot.dialogue import draft_of
from bot.handlers.asking import inquiry_of
from bot.handlers.common import mine
from bot.message import Incoming, Reply
from bot.messages import resident, rules
from core.city import here
from core.clock import day_of
from core.counsel.counters import counter_for
from core.counsel.explaining import explain
from core.counsel.known import known_of
from core.language import Resident
from core.rules import eligible
from locales import tr


async def about_policy(said: Incoming, heard: Resident) -> Reply:
    """Only a policy was named: what it is, where it is written; then his own circumstances."""
    who, inquiry = mine(said), (await inquiry_of(said)).heard(heard, said.text)
    std = here().standards(day_of(said.at))
    named = [v for v in eligible({}, std) if set(v.rule.card.topics) & set(heard.topics)]
    if not named:
        return Reply(messages=(resident.elsewhere(counter_for(said.text), who.lang),))
    return Reply(
        messages=(rules.policy(named[0], who.lang),),
        awaits="ask_heard",
        draft={"inquiry": inquiry.to_json()},
    )


async def why(said: Incoming) -> Reply | None:
    """“为什么？”: the last answer, condition by condition; None when there was none."""
    who = mine(said)
    found = await explain(who, here())
    if found is None:
        return None
    draft = await draft_of(said)
    return Reply(messages=(rules.explained(found, who.lang),), awaits="ask_told", draft=draft)


async def rule(said: Incoming) -> Reply:
    """[看规定原文]: the conditions as they are for this very family, each with its source."""
    who, inquiry = mine(said), await inquiry_of(said)
    city, on = here(), day_of(said.at)
    facts = inquiry.facts(await known_of(who, city, on))
    wanted = said.press.arg if said.press else ""
    found = [v for v in eligible(facts, city.standards(on)) if v.id == wanted]
    if not found:
        return Reply(toast=tr("按钮已失效", who.lang))
    return Reply(messages=(rules.rule(found[0], who.lang),), keep_question=True, toast="…")
