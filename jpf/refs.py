"""What an operator may call a family by: its household number or a case number."""

from core.store.casework import Case


async def household_of(ref: str) -> str:
    """The household behind a case number; anything else is taken as a household number."""
    case = await Case.get_or_none(number=ref.upper())
    return case.household if case else ref
