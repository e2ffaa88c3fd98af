"""A resident asks for a person: somebody near hears it, with the resident's own words."""

from datetime import datetime

from core import accounts, audit, outbox
from core.access import Who
from core.store.people import Account


async def urgent(who: Who, words: str, *, at: datetime, key: str) -> str:
    """Danger: the grid workers and the office of the place hear it at once; who will call."""
    return await _tell(who, words, at=at, key=key, roles=("grid", "office"), red=True)


async def ask_person(who: Who, words: str, *, at: datetime, key: str) -> str:
    """The nearest grid worker is asked to get in touch; his name, "" when nobody is on duty."""
    return await _tell(who, words, at=at, key=key, roles=("grid",), red=False)


async def _tell(
    who: Who, words: str, *, at: datetime, key: str, roles: tuple[str, ...], red: bool
) -> str:
    area = next((duty.area for duty in who.duties if duty.role == "resident"), "")
    helpers = await accounts.with_duty(at.date(), roles=roles, covering=area)
    told = helpers if red else helpers[:1]
    for helper in told or await accounts.with_duty(at.date(), roles=("supervisor",), covering=area):
        await _notify(helper, who, words, at=at, key=key, red=red)
    await audit.record(who.handle, "crisis" if red else "ask_person", key[:64], at=at)
    return told[0].name if told else ""


async def _notify(
    helper: Account, who: Who, words: str, *, at: datetime, key: str, red: bool
) -> None:
    await outbox.notify(
        helper,
        "worker.resident",
        dedup=f"resident:{key}:{helper.id}",
        at=at,
        about={"from": who.id, "words": words, "red": red},
        priority=outbox.RED if red else outbox.SOON,
    )
