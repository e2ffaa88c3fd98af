"""Help on record: kind, item, quantity, unit, amount, giver, evidence; and what came before it.

Whatever the family had from anybody in the last twelve months, from our own records or from the
departments' data, is shown before the same is given again. People decide.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from core.catalogue import Offer, alike, offers
from core.city import here
from core.clock import day_of
from core.store.casework import Call, Case, Help, Task

YEAR = timedelta(days=365)
LIKE_GOODS = ("goods", "cash")


@dataclass(frozen=True)
class Earlier:
    """One piece of help the family had before: what, from whom (a unit's code or a name), when."""

    what: str
    giver: str
    day: date
    quantity: str = ""


@cache
def proof_of(kind: str) -> tuple[str, ...]:
    """The classes whose later data show that help of this kind arrived; () when none ever will."""
    path = Path(__file__).with_name("help_proof.yaml")
    told: dict[str, list[str]] = yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
    return tuple(told.get(kind, ()))


async def earlier(
    case: Case, items: Sequence[str], *, at: datetime, giver: str = "", cash: bool = False
) -> list[Earlier]:
    """The same things from others in the last twelve months, the newest first.

    *items*: offers or short nouns, each with whatever is for the same purpose; *cash*: money counts
    whatever it was called. What *giver* gave in this very case is its own, not a double.
    """
    same = alike(items)
    family = {"case__household": case.household} if case.household else {"case": case}
    rows = Help.filter(**family, at__gt=at - YEAR).prefetch_related("case")
    mine = [
        _ours(row)
        for row in await rows.order_by("-at")
        if (row.item in same or (cash and row.kind == "cash"))
        and not (row.case.id == case.id and row.giver == giver)
        and (not row.case.line or row.case.line == case.line)
    ]
    told = [_theirs(one) for one in case.evidence.get("received", ())]
    since = day_of(at) - YEAR
    theirs = [
        one
        for one, raw in zip(told, case.evidence.get("received", ()), strict=True)
        if one.day > since and (raw.get("item") in same or (cash and raw.get("kind") == "cash"))
    ]
    return sorted(mine + theirs, key=lambda one: one.day, reverse=True)


def _ours(row: Help) -> Earlier:
    known = offers().get(row.item)
    amount = f"{row.amount_fen // 100} 元" if row.amount_fen else ""
    count = f"{row.quantity}{row.unit}" if row.quantity else amount
    return Earlier(known.title if known else row.item, row.giver, day_of(row.at), count)


def _theirs(raw: dict[str, Any]) -> Earlier:
    return Earlier(
        str(raw["what"]), str(raw["giver"]), date.fromisoformat(raw["day"]), raw.get("quantity", "")
    )


def giver_words(earlier: Earlier) -> str:
    return here().unit_name(earlier.giver, short=True) if earlier.giver else ""


async def given_by(call: Call, task: Task, *, key: str, at: datetime) -> Help:
    """A unit's finished task as help on record: its words in the call are the evidence."""
    offer = offers()[task.offer]
    given, _ = await Help.get_or_create(
        key=f"{key}:{task.offer}"[:64],
        defaults={
            "case": call.case,
            "at": at,
            "kind": _kind(offer),
            "item": task.offer,
            "giver": call.unit,
            "proof": ",".join(offer.proof_classes)[:32],
            "evidence": f"call:{call.id}",
        },
    )
    return given


def _kind(offer: Offer) -> str:
    return "service" if offer.is_service else "goods"


async def told_by(
    case: Case, helps: Sequence[dict[str, Any]], giver: str, visit: int, *, key: str, at: datetime
) -> None:
    """Help a worker told of, as it was understood; the visit is the evidence."""
    for number, told in enumerate(helps):
        kind, amount = str(told.get("kind", "other"))[:24], told.get("amount_yuan")
        await Help.create(
            case=case,
            at=at,
            kind=kind,
            item=str(told.get("item", ""))[:64],
            quantity=_whole(told.get("quantity")),
            unit=str(told.get("unit") or "")[:16],
            amount_fen=None if amount is None else round(float(amount) * 100),
            giver=giver,
            proof=",".join(proof_of(kind))[:32],
            evidence=f"visit:{visit}",
            key=f"{key}:{number}"[:64],
        )


async def provable(case: Case) -> bool:
    """Whether later data can ever show that this case was helped."""
    if case.evidence["brief"].get("proof"):
        return True
    return await Help.filter(case=case).exclude(proof="").exists()


def _whole(number: Any) -> int | None:
    return int(number) if isinstance(number, int | float) else None
