"""One town twice: with everything there is to see, and without. Whoever answers the same in both learns
nothing from us; whoever answers differently has a right, or there is a hole.
"""

import base64
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from types import SimpleNamespace
from typing import Any

from bot import answering
from bot.handlers import BOOK
from bot.message import Incoming, Press
from core import accounts, outbox
from core.access import Who
from core.clock import day_of
from core.monitoring import snooze
from core.store.casework import Case
from core.store.consulting import Consultation
from core.store.database import atomically, raw
from core.store.helping import Photo, Turn
from core.store.mail import Inbox
from core.store.monitoring import Correction, HeldBatch, Proposal
from core.store.people import Account
from core.store.takeup import Entitled
from core.takeup.telling import NOTICE
from tests.factories import TOWN_CODE, VILLAGE_CODE, case, person
from tests.web.town import SAID, in_full_swing

HOME, OTHER_HOME = "PH0101", "PH0999"
FAR_TOWN, FAR_VILLAGE = "330482106", "330482106201"
PEOPLE: dict[str, dict[str, str]] = {
    "grid": {"role": "grid", "area": VILLAGE_CODE, "unit": VILLAGE_CODE},
    "office": {"role": "office", "area": TOWN_CODE, "unit": TOWN_CODE},
    "department": {"role": "department", "unit": "M02"},
    "supervisor": {"role": "supervisor", "area": "330482"},
    "admin": {"role": "admin", "area": "330482"},
    "auditor": {"role": "auditor", "area": "330482"},
    "resident": {"role": "resident", "area": VILLAGE_CODE, "household": HOME},
    "family": {"role": "family", "household": HOME},
    "room": {"role": "room", "area": VILLAGE_CODE},
    "far_grid": {"role": "grid", "area": FAR_VILLAGE, "unit": FAR_VILLAGE},
    "far_office": {"role": "office", "area": FAR_TOWN, "unit": FAR_TOWN},
    "far_supervisor": {"role": "supervisor", "area": FAR_TOWN},
    "far_resident": {"role": "resident", "area": VILLAGE_CODE, "household": OTHER_HOME},
    "revoked": {"role": "supervisor", "area": "330482"},
}  # fmt: skip
FIGURES = {"title": "照护者病倒", "title_en": "Carer ill", "causes": {"data": 8},
           "precision": {"value": 0.2, "right": 2, "k": 2, "n": 10}}  # fmt: skip
IDS = ("turn", "snooze", "correction", "proposal", "look")
PIECE = {"class": "P06-02", "what": "参保", "value": "没有", "as_of": "2022-07-01"}
STRANGER = "stranger"
WATCHED_NOT = ("talk", "inbox", "attempt", "touched", "tortoise", "sqlite")
TOLD = {"audit": "'audit ' || NEW.what", "outbox": "'to ' || NEW.account_id || ' ' || NEW.notice"}
MEI = {"role": "office", "area": TOWN_CODE, "unit": TOWN_CODE, "line": "children"}
ASKS = ("一个人住，没有工作，一个月收入三百块，能申请低保吗", "对", *["不知道"] * 20)


@dataclass
class Place:
    """The people, and what a door may be asked about; ids that are not there in the empty town."""

    at: datetime
    people: dict[str, Account]
    number: str = "PH-2022-000001"
    child: str = "PH-2022-000003"
    asked: str = "PH-2022-000004"
    ids: dict[str, int] = field(default_factory=dict)

    async def who(self, name: str) -> Who | None:
        return await accounts.in_chat("telegram", f"9{name}")


@asynccontextmanager
async def town(now: datetime, *, full: bool) -> AsyncIterator[Place]:
    """The open database filled; every change to a table is counted from here on."""
    since = now - timedelta(days=100)
    people = {
        name: await person(name, chat=f"9{name}", now=since, name=f"人{n}", **duty)
        for n, (name, duty) in enumerate(PEOPLE.items())
    }
    place = Place(now, people, ids=dict.fromkeys(IDS, 1))
    if full:
        await _fill(place)
    else:
        await person("mei", now=since, name="小梅", **MEI)
    await Inbox.create(id=1, channel="telegram", update_key="k1", chat="9", payload={},
                       received_at=now)  # fmt: skip
    await atomically(lambda: accounts.revoke("revoked", at=now))
    await _count_changes()
    yield place


async def _fill(place: Place) -> None:
    now = place.at
    opened = await case(now, household=HOME, person=None)
    opened.evidence = {**opened.evidence, "pieces": [PIECE]}
    await opened.save()
    swing = SimpleNamespace(clock=lambda: now, case=opened, people={"peng": place.people["grid"]})
    await in_full_swing(swing)
    place.number, place.child = opened.number, swing.child.number
    assert (place.number, place.child) == (Place.number, Place.child)
    await _photo(opened, place.people["grid"], now)
    await _small_things(opened, place)
    await _asked_for_help(place)


async def _asked_for_help(place: Place) -> None:
    """The resident tells how things are and applies: a look of his own and a case he opened."""
    base = {"channel": "telegram", "chat": "9resident", "sender": "9resident", "at": place.at}
    for key, text in enumerate(ASKS):
        asked = Incoming(key=f"a{key}", text=text, **base)
        await atomically(partial(answering.answer, BOOK, asked, 0))
        if await Consultation.exists():
            break
    assert [look.id for look in await Consultation.all()] == [place.ids["look"]]
    apply = Incoming(key="a9", press=Press("ask_apply", "", str(place.ids["look"])), **base)
    reply = await atomically(lambda: answering.answer(BOOK, apply, 0))
    assert reply.recorded["case"] == place.asked


async def _photo(opened: Case, worker: Account, at: datetime) -> None:
    await Photo.create(case=opened, account=worker, channel="telegram", remote="r1", at=at,
                       state="kept", kind="png", key="p1",
                       data=base64.b64encode(b"\x89PNG made up").decode())  # fmt: skip


async def _small_things(opened: Case, place: Place) -> None:
    now, day = place.at, day_of(place.at)
    turn = await Turn.create(kind="patrol", subject="s1", household="H7", region=VILLAGE_CODE,
                             period="2022-W28", due=day, names={"head": "王桂花", "who": "王桂花"})  # fmt: skip
    worker = await accounts.who(place.people["grid"])
    rows = await snooze.put_off(opened, worker, day + timedelta(days=60), how="button", at=now,
                                longest=91)  # fmt: skip
    wrong = await Correction.create(case=opened, class_id="P06-02", unit="M02", asked_at=now)
    await Proposal.all().update(kind="pause", figures=FIGURES)
    proposed = await Proposal.all().first()
    assert [turn.id, rows[0].id, wrong.id, proposed.id] == [1] * 4, "the same in the empty town"
    await Entitled.create(benefit="R-05", subject="s1", household=HOME, region=VILLAGE_CODE,
                          version="1", since=day, new=True, seen_on=day)  # fmt: skip
    lines = [{"household": HOME, "region": VILLAGE_CODE, "head": "陆水根", "benefits": ["R-05"]}]
    for account in place.people.values():
        await outbox.notify(account, NOTICE, dedup=f"due:{account.id}", at=now,
                            about={"lines": lines})  # fmt: skip
    assert await HeldBatch.exists(monitor="MON-30")


async def _count_changes() -> None:
    """Triggers that note what a door did; undone with its transaction."""
    await raw("CREATE TABLE touched (name TEXT)")
    for row in await raw("SELECT name FROM sqlite_master WHERE type = 'table'"):
        name = row["name"]
        if not name.startswith(WATCHED_NOT):
            for event in ("INSERT", "UPDATE", "DELETE") if name not in TOLD else ("INSERT",):
                noted = TOLD.get(name, f"'{name}'")
                await raw(
                    f"CREATE TRIGGER touched_{name}_{event} AFTER {event} ON \"{name}\" "
                    f"BEGIN INSERT INTO touched VALUES ({noted}); END"
                )  # fmt: skip


SEEN = "SELECT DISTINCT name FROM touched WHERE name NOT LIKE 'to % words' ORDER BY name"


class Undone(Exception):
    """Carries what a door did out of the transaction that is taken back."""

    def __init__(self, told: Any) -> None:
        self.told = told


async def tried(work: Any) -> Any:
    """What *work* comes to, with all it changed taken back."""

    async def once() -> None:
        raise Undone(await work())

    try:
        await atomically(once)
    except Undone as over:
        return over.told
    raise AssertionError("unreachable")


async def touched() -> tuple[str, ...]:
    """What changed, who was left a message, what went into the trail; a bare answer is neither."""
    return tuple(row["name"] for row in await raw(SEEN))


__all__ = ["HOME", "PEOPLE", "SAID", "STRANGER", "Place", "touched", "town", "tried"]
