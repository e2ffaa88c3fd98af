"""07:40: every grid worker with somewhere to go gets her day in one message, in walking order."""

from datetime import date, datetime
from typing import Any

from core import accounts, outbox
from core.cases.promises import to_go
from core.cases.roster import open_of
from core.clock import at_time, day_of
from core.house import House
from core.store.database import atomically
from core.store.people import Account, Duty

NAME = "rounds"
EVERY = "40 7 * * *"
OVER = 18  # o'clock after which a morning is of no use any more


async def run(house: House, due: datetime) -> dict[str, Any]:
    """Leave one bundle per worker for the day of *due*; repeats change nothing."""
    day = day_of(due)

    async def work() -> int:
        told = 0
        for account in await _on_duty(day):
            if await _somewhere_to_go(account, due):
                told += await outbox.notify(
                    account,
                    "worker.morning",
                    dedup=f"rounds:{day}:{account.id}",
                    at=due,
                    about={"day": day.isoformat()},
                    priority=outbox.DIGEST,
                    expires_at=at_time(day, OVER),
                )
        return told

    return {"day": day.isoformat(), "told": await atomically(work)}


async def _on_duty(day: date) -> list[Account]:
    """Every grid worker of that day, stand-ins in place of who is away; each once."""
    duties = await Duty.filter(role="grid", account__active=True).prefetch_related("account")
    holding = [d for d in duties if d.since <= day and (d.until is None or day < d.until)]
    people = [await accounts.present(duty.account, day) for duty in holding]
    return list({account.id: account for account in people}.values())


async def _somewhere_to_go(account: Account, due: datetime) -> bool:
    """Something to visit, unless it is the one family the phone has just rung for; or somebody of
    the rosters whose day is here."""
    who = await accounts.who(account)
    if any(turn.due <= day_of(due) for turn in await open_of(who, at=due)):
        return True
    go, _ = await to_go(who, at=due)
    return len(go) > 1 or any(case.opened_on < day_of(due) for case in go)
