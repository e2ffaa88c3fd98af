"""Everybody concerned is told at once: one more on duty is not three questions more."""

import logging

from core.cases.calls import tell_everybody
from core.cases.hearing import tell
from core.store.casework import Case
from core.store.database import atomically
from core.store.mail import Outbox
from tests.factories import TOWN_CODE, VILLAGE_CODE, case, person, staff


async def questions(caplog, found, at):
    """How many statements it takes to bring everybody's message up to date."""
    await Case.filter(id=found.id).update(steps=found.steps + 1)
    fresh = await Case.get(id=found.id)
    caplog.clear()
    with caplog.at_level(logging.DEBUG, logger="tortoise.db_client"):
        await atomically(lambda: tell_everybody(fresh, at=at))
    return len([r for r in caplog.records if r.name == "tortoise.db_client"]), fresh


async def test_more_people_are_not_more_questions(db, now, caplog):
    await staff(now)
    few, fresh = await questions(caplog, await case(now), now)
    before = await Outbox.filter(case=fresh).count()
    for n in range(2):
        await person(f"g{n}", "grid", now, area=VILLAGE_CODE, name=f"网格{n}")
        await person(f"t{n}", "office", now, area=TOWN_CODE, unit=TOWN_CODE, name=f"窗口{n}")
    other = await case(now, household="H2", subject="p2")
    many, fresh = await questions(caplog, other, now)
    assert await Outbox.filter(case=fresh).count() > before
    assert few > 0 and many <= few + 1


async def test_told_twice_the_message_is_left_once_and_in_order(both, now):
    people, opened = await staff(now), await case(now)
    workers, units = [people["peng"]], [people["zhou"], people["wu"]]
    await Outbox.all().delete()
    for _ in range(2):
        await atomically(lambda: tell(opened, workers, units, at=now))
    rows = await Outbox.all().order_by("id").prefetch_related("account")
    assert [(row.account.handle, row.notice) for row in rows] == [
        ("peng", "worker.case"), ("zhou", "unit.whistle"), ("wu", "unit.whistle")
    ]  # fmt: skip
