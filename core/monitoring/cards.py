"""A card is a case that reached a worker's phone: counted once, on the day it is heard."""

from datetime import date

from core.store.casework import Case
from core.store.monitoring import Card
from core.store.people import Account


async def note_card(case: Case, worker: Account, *, day: date) -> None:
    """A card reaches this phone for the first time; told again, it stays one card."""
    if not await Card.exists(case=case, account=worker):
        await Card.create(case=case, account=worker, day=day, red=case.colour == "红")


async def has_card(case: Case, worker: Account) -> bool:
    return await Card.exists(case=case, account=worker)
