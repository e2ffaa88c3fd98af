"""What we understood of a visit, shown before anything is kept: with all that should be known now."""

from typing import Any

from bot.message import Incoming, Reply
from bot.messages import summary as words
from core.access import Who
from core.cases import doubles, family, work
from core.cases.doors import Case
from core.cases.outcomes import moves_on
from core.cases.promises import promised
from core.clock import day_of
from core.language import understand_worker


async def show(
    said: Incoming, case: Case, who: Who, texts: list[str], draft: dict[str, Any]
) -> Reply:
    """The summary of everything said so far, to be confirmed."""
    understood = understand_worker("。".join(texts))
    told = report_from(texts)
    goods = [given for given in told.helps if given.get("kind") in doubles.LIKE_GOODS]
    before = await doubles.earlier(
        case,
        [str(given.get("item", "")) for given in goods],
        at=said.at,
        giver=min(who.units(day_of(said.at)), default=""),
        cash=any(given.get("kind") == "cash" for given in goods),
    )
    more = words.More(
        outcome=told.outcome,
        before=tuple(before) if goods else (),
        promise=promised(told.understood or {}, day_of(said.at)),
        others=tuple(await _others(said, case, who, told)),
        distance_m=draft.get("distance_m"),
    )
    message = words.summary(
        case, understood.to_json(), understood.uncertain, more, who.lang, domestic=said.domestic
    )
    return Reply(
        messages=(message,),
        react="👀",
        awaits="visit_confirm",
        about=case.number,
        draft={**draft, "texts": texts, "case": case.number},
    )


async def _others(said: Incoming, case: Case, who: Who, told: work.Report) -> list[Case]:
    """The family's other matters this visit may take along: only when somebody was met."""
    if not moves_on(told.outcome, red=False):
        return []
    return await family.unvisited(case, who, at=said.at)


def report_from(texts: list[str]) -> work.Report:
    """Her words and how we read them."""
    whole = "。".join(texts)
    understood = understand_worker(whole).to_json()
    return work.Report(
        words=whole,
        action=understood["action"],
        findings=tuple(understood.get("findings", ())),
        helps=tuple(understood.get("helps", ())),
        understood=understood,
    )
