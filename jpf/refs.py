"""What an operator may call a family by: its household number, now or before, or a case number."""

from datetime import date

from core.facts import Facts
from core.matching import MatchedFacts
from core.store.casework import Case


async def household_of(ref: str, facts: Facts, at: date) -> str:
    """The household behind a case number; anything else is taken as a household number.

    A number the household got later gives the one it is known by.
    """
    case = await Case.get_or_none(number=ref.upper())
    number = case.household if case else ref
    return facts.matching(at).household(number) if isinstance(facts, MatchedFacts) else number
