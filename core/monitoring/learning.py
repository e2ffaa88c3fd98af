"""What follows from outcomes: the system proposes, with its figures; people accept or refuse.

Nothing changes by itself. A refused proposal comes back only when as many more outcomes are known as
it takes to say anything at all.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from core import audit, outbox
from core.access import NotAllowed, Thing, Who, demand, may
from core.accounts import who as who_is
from core.accounts import with_duty
from core.city import City, Standards
from core.clock import day_of
from core.monitoring import life, outcomes
from core.monitoring.interval import Share
from core.store.monitoring import Guard, Proposal

PAUSE, TIGHTEN = "pause", "tighten"


@dataclass(frozen=True)
class Weak:
    """A monitor version that people found wrong too often."""

    monitor: str
    version: str
    precision: Share
    causes: Mapping[str, int]


async def weak(std: Standards) -> list[Weak]:
    """Versions below the threshold with enough support and no proposal of late."""
    least, floor = std.integer("learn_least_outcomes"), std.integer("learn_least_precision")
    found = []
    for (monitor, version), counts in sorted((await outcomes.tallies()).items()):
        share = outcomes.precision(counts)
        if share.n >= least and share.right * 100 < floor * share.n:
            if await _asked_lately(monitor, version, share.n, least):
                continue
            found.append(Weak(monitor, version, share, await outcomes.causes(monitor, version)))
    return found


async def _asked_lately(monitor: str, version: str, n: int, least: int) -> bool:
    last = await Proposal.filter(monitor=monitor, version=version).order_by("-id").first()
    if last is None:
        return False
    return last.state == "open" or n < int(last.figures["precision"]["n"]) + least


async def propose(
    about: Weak, kind: str, figures: Mapping[str, Any], city: City, *, at: datetime
) -> Proposal:
    """Put it before everybody who may decide; inside a transaction."""
    row = await Proposal.create(
        monitor=about.monitor, version=about.version, kind=kind, made_at=at,
        figures={
            "precision": about.precision.to_json(), "causes": dict(about.causes), **figures
        },
    )  # fmt: skip
    day = day_of(at)
    for boss in await with_duty(day, roles=("supervisor",), covering=city.code):
        if may(await who_is(boss), "manage_monitors", Thing(region=city.code), day):
            await outbox.notify(
                boss, "supervisor.proposal", dedup=f"proposal:{row.id}:{boss.id}", at=at,
                about={"proposal": row.id}, live=f"proposal:{row.id}",
                not_before=outbox.polite_time(at, city.standards(day), red=False),
            )  # fmt: skip
    return row


async def open_proposals() -> list[Proposal]:
    return await Proposal.filter(state="open").order_by("id")


async def one(number: int, who: Who, *, city: str, at: datetime) -> Proposal:
    """A proposal, decided or not, for whoever may decide; else NotAllowed."""
    demand(who, "manage_monitors", Thing(region=city), day_of(at))
    row = await Proposal.get_or_none(id=number)
    if row is None:
        raise NotAllowed
    return row


async def accept(number: int, who: Who, *, city: str, why: str, at: datetime) -> Proposal:
    """Do what was proposed, in this person's name; raises NotAllowed, also when it is not there."""
    row = await _open(number, who, city, at)
    if row.kind == PAUSE:
        now = (await life.lives({row.monitor: "live"}))[row.monitor]
        await life.pause(row.monitor, now, who, city=city, why=why, at=at)
    else:
        guard = row.figures["guard"]
        await Guard.create(
            monitor=row.monitor, column=guard["column"], value=guard["value"], since=day_of(at),
            proposal=row,
        )  # fmt: skip
    return await _decided(row, "accepted", who, why, at)


async def refuse(number: int, who: Who, *, city: str, why: str, at: datetime) -> Proposal:
    return await _decided(await _open(number, who, city, at), "refused", who, why, at)


async def _open(number: int, who: Who, city: str, at: datetime) -> Proposal:
    row = await one(number, who, city=city, at=at)
    if row.state != "open":
        raise NotAllowed
    return row


async def _decided(row: Proposal, state: str, who: Who, why: str, at: datetime) -> Proposal:
    row.state, row.decided_at, row.decided_by, row.why = state, at, who.handle, why[:120]
    await row.save()
    await audit.record(who.handle, f"proposal_{state}", row.monitor, at=at, why=why[:120])
    return row
