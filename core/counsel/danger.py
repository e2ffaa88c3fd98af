"""Danger in a resident's words: somebody hears it at once, and a red case keeps the clock.

Matters of children go to the children's line, violence and despair to named people only; whoever
may share the phone learns nothing from our answer. What the law says must be reported is marked.
"""

from datetime import datetime

from core import accounts, audit, outbox
from core.access import Who
from core.cases.brief import TOWN, Brief, Found, Span
from core.cases.opening import blow, open_case
from core.cases.states import OPEN, advance
from core.city import City
from core.counsel.limits import rang_enough
from core.store.casework import Step
from core.store.people import Account

CRY = "CRY"
TOWN_CODE = 9  # digits of a town's code: with fewer nobody knows which office to call
LINES = {"child_abuse": "children", "child_alone": "children", "violence": "restricted",
         "self_harm": "restricted"}  # fmt: skip
SHARED_PHONE = ("violence", "child_abuse")
"""Kinds of danger where the one who does it may hold the phone: nothing is written there."""
MUST_REPORT = ("child_abuse", "child_alone", "violence")
"""未成年人保护法第11条; 反家庭暴力法第14条."""


async def raise_alarm(
    who: Who, kinds: tuple[str, ...], words: str, place: str, city: City, *, at: datetime, key: str
) -> str:
    """Tell the people who can come, with the words; who will call, "" when nobody is on duty."""
    kind = kinds[0] if kinds else "danger"
    line, near = LINES.get(kind, ""), place or city.code
    helpers = await _helpers(near, line, at)
    for helper in helpers:
        if await rang_enough(helper, who, at=at):
            continue
        await outbox.notify(
            helper,
            "worker.resident",
            dedup=f"resident:{key}:{helper.id}",
            at=at,
            about={
                "from": who.id,
                "words": words,
                "red": True,
                "report": kind in MUST_REPORT,
                "quiet": kind in SHARED_PHONE,
            },
            priority=outbox.RED,
        )
    await audit.record(who.handle, "crisis", key[:64], at=at, why=_mark(kind))
    await _case(who, kind, line, words, near, city, at=at)
    return helpers[0].name if helpers else ""


async def _helpers(place: str, line: str, at: datetime) -> list[Account]:
    """The named people of a line; else who is near and the town's office; else the city."""
    on = at.date()
    if line:
        found = await accounts.with_duty(on, covering=place, line=line)
    else:
        found = await accounts.with_duty(on, roles=("grid", "office"), covering=place)
    return found or await accounts.with_duty(on, roles=("supervisor",), covering=place)


async def _case(
    who: Who, kind: str, line: str, words: str, place: str, city: City, *, at: datetime
) -> None:
    """One red case a person at a time; more words, and where it is, are added to the one open."""
    told = Step.filter(case__monitor=CRY, case__state__in=OPEN, by_id=who.id).order_by("-id")
    before = await told.prefetch_related("case").first()
    household = next((d.household for d in who.duties if d.household), "")
    whistle = () if line or len(place) < TOWN_CODE else (TOWN,)
    found = Found(_brief(line, whistle), f"account:{who.id}", household, None, place, "红")
    case = before.case if before else await open_case(found, city, at=at)
    if place.startswith(case.region) and place != case.region:
        case.region = place
        await case.save(update_fields=["region"])
        await blow(case, whistle, city, at=at)
    await advance(case, "note", at=at, by=who.id, detail={"words": words, "kind": kind})


def _brief(line: str, whistle: tuple[str, ...]) -> Brief:
    return Brief(
        monitor=CRY, version="1", title="居民求救", title_en="A cry for help",
        why="有居民求救，原话已经发给您。", why_en="A resident cries for help; you have the words.",
        ask="马上联系，人要安全。", ask_en="Get in touch now; make sure they are safe.",
        need="有居民求救，请马上联系", need_en="A resident cries for help, get in touch now",
        whistle=whistle, answer_within=Span(minutes=5),
        visit_within=Span(minutes=30), close_within=Span(days=1), offers=(), line=line,
        proof="人平安。", proof_en="They are safe.",
    )  # fmt: skip


def _mark(kind: str) -> str:
    return "must_report" if kind in MUST_REPORT else ""
