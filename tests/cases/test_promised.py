"""What somebody promised comes back on the morning of its day, and is gone when it is done."""

from datetime import timedelta

from core import accounts
from core.cases import promises
from core.clock import day_of
from core.store.casework import Case
from core.store.database import atomically
from core.store.helping import Promise
from core.store.mail import Outbox
from scheduler.jobs import rounds
from tests.factories import case, staff


async def test_a_promised_visit_is_on_the_walk_of_its_day_and_not_before(both, now):
    people = await staff(now)
    opened = await case(now)
    await Case.filter(id=opened.id).update(state="proving", worker_id=people["peng"].id)
    await Outbox.all().delete()
    due, who = day_of(now) + timedelta(days=3), await accounts.who(people["peng"])
    await atomically(
        lambda: promises.plan_visit(opened, people["peng"].id, due, key="again", at=now)
    )
    for days, expected in ((2, 0), (3, 1), (4, 1)):
        at = now + timedelta(days=days)
        go, waiting = await promises.to_go(who, at=at)
        assert ([c.id for c in go], waiting) == ([opened.id] * expected, 1 - expected)
        await rounds.run(None, at)
        assert await Outbox.filter(dedup__startswith=f"rounds:{day_of(at)}").count() == expected
    await Promise.all().update(kept_at=now)
    assert await promises.to_go(who, at=now + timedelta(days=5)) == ([], 1)
