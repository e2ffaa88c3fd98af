"""A card is a case that reached a worker's phone: counted once, on the day it is heard."""

from collections.abc import Sequence
from datetime import date

from core.store.casework import Case
from core.store.monitoring import Card
from core.store.people import Account


async def note_cards(case: Case, workers: Sequence[Account], *, day: date) -> None:
    """A card reaches these phones for the first time; told again, it stays one card."""
    have, red = await with_card(case, workers), case.colour == "红"
    new = [Card(case=case, account=one, day=day, red=red) for one in workers if one.id not in have]
    if new:
        await Card.bulk_create(new)


async def with_card(case: Case, workers: Sequence[Account]) -> set[int]:
    """Those of them that have the card, by account."""
    rows = Card.filter(case=case, account_id__in=[one.id for one in workers])
    return {row["account_id"] for row in await rows.values("account_id")} if workers else set()
