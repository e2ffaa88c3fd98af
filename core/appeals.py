"""A resident asks for a person, or says that something is wrong: somebody hears his own words."""

from datetime import datetime

from core import accounts, audit, outbox
from core.access import Who
from core.city import here
from core.counsel.limits import rang_enough
from core.store.people import Account

OFFICE_DAYS = 10
"""Within so many days the town answers what somebody says is wrong."""


async def ask_person(who: Who, words: str, *, at: datetime, key: str, place: str = "") -> str:
    """The grid worker nearest to the resident, or to *place*, is asked to get in touch.

    Her name, "" when nobody near is known: then the supervisors hear of it.
    """
    return await _tell(who, words, place, at=at, key=key, what="ask_person", roles=("grid",))


async def complain(who: Who, words: str, *, at: datetime, key: str, place: str = "") -> str:
    """What he says is wrong goes to the town's office, word for word; who has it."""
    return await _tell(who, words, place, at=at, key=key, what="complain", roles=("office",))


async def _tell(
    who: Who,
    words: str,
    place: str,
    *,
    at: datetime,
    key: str,
    what: str,
    roles: tuple[str, ...],
) -> str:
    home = next((duty.area for duty in who.duties if duty.role == "resident"), "")
    area = place or home or here().code
    helpers = (await accounts.with_duty(at.date(), roles=roles, covering=area))[:1]
    for helper in helpers or await accounts.with_duty(
        at.date(), roles=("supervisor",), covering=area
    ):
        if not await rang_enough(helper, who, at=at):
            await _notify(helper, who, words, what, at=at, key=key)
    await audit.record(who.handle, what, key[:64], at=at)
    return helpers[0].name if helpers else ""


async def _notify(
    helper: Account, who: Who, words: str, what: str, *, at: datetime, key: str
) -> None:
    await outbox.notify(
        helper,
        "worker.resident",
        dedup=f"resident:{key}:{helper.id}",
        at=at,
        about={"from": who.id, "words": words, "red": False, "what": what},
        priority=outbox.SOON,
    )
