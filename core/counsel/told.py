"""What a resident told himself, for the worker who goes there: the card where no register speaks.

Only for matters that somebody opened by asking, telling of a change or crying for help. What was
told is shown as told; nothing of it has been checked.
"""

from dataclasses import dataclass
from datetime import datetime

from core import accounts, audit
from core.access import Who
from core.city import City
from core.counsel.applying import ASKED, CHANGED
from core.counsel.danger import CRY, SHARED_PHONE
from core.counsel.inquiry import Inquiry
from core.counsel.known import known_of
from core.counsel.whereabouts import is_guest
from core.rules import Verdict, eligible
from core.store.casework import Case, Step
from core.store.consulting import Consultation

MATTERS = (ASKED, CHANGED, CRY)
LAST_WORDS = 4
NOBODY = Inquiry()


@dataclass(frozen=True)
class Told:
    """Who asks, his words, what was understood, what the rules said on that day.

    *reachable* is False where somebody else may hold the phone; *known*: he was met face to face.
    """

    resident: int
    name: str
    known: bool
    reachable: bool
    inquiry: Inquiry
    words: tuple[str, ...]
    verdicts: tuple[Verdict, ...]


def is_told(case: Case) -> bool:
    """Whether a resident opened this matter himself."""
    return case.monitor in MATTERS


async def told_in(case: Case, who: Who, city: City, *, at: datetime) -> Told | None:
    """What the resident of this case told; the caller has asked for the right, the trail is left."""
    look = await Consultation.filter(case=case).order_by("-id").prefetch_related("account").first()
    steps = await Step.filter(case=case, what="note").order_by("number").prefetch_related("by")
    notes = [(step.by, step.detail) for step in steps if "words" in (step.detail or {})]
    teller = look.account if look else next((by for by, _ in notes if by), None)
    if teller is None:
        return None
    await audit.record(who.handle, "see_card", case.number, at=at)
    told_by = await accounts.who(teller)
    inquiry = Inquiry.from_json(look.said) if look else NOBODY
    own = [detail for by, detail in notes if by and by.id == teller.id and detail]
    return Told(
        resident=teller.id,
        name=teller.name,
        known=not is_guest(told_by),
        reachable=not {detail.get("kind") for detail in own} & set(SHARED_PHONE),
        inquiry=inquiry,
        words=tuple(dict.fromkeys([*inquiry.texts, *(d["words"] for d in own)]))[-LAST_WORDS:],
        verdicts=await _verdicts(look, told_by, inquiry, city) if look else (),
    )


async def _verdicts(
    look: Consultation, who: Who, inquiry: Inquiry, city: City
) -> tuple[Verdict, ...]:
    """What the rules of that day say of what he told: what fits, and what may."""
    asked = {v["rule"] for v in look.verdicts}
    facts = inquiry.facts(await known_of(who, city, look.day))
    found = eligible(facts, city.standards(look.day)) if asked else ()
    return tuple(v for v in found if v.id in asked and v.verdict != "no")
