"""“现在就申请”: a case for the town's office and the grid worker, who brings the papers together.

One conversation has collected what several benefits need; who goes there takes them all along.
A change somebody reports opens a case too: it is looked at by people, nothing stops by itself.
"""

from datetime import datetime

from core.access import Who
from core.cases.brief import TOWN, Brief, Found, Span
from core.cases.opening import open_case
from core.cases.states import advance
from core.city import City
from core.counsel.inquiry import Inquiry
from core.rules import Verdict
from core.store.casework import Case
from core.store.consulting import Consultation

ASKED, CHANGED = "ASK", "TOLD"
YELLOW, GREEN = "黄", "绿"


class NowhereToGo(LookupError):
    """It is not known in which town or village this person lives."""


async def apply(
    who: Who, kept: Consultation, verdicts: list[Verdict], place: str, city: City, *, at: datetime
) -> Case:
    """Open the case for what *kept* found; *place* is the code of the village or town.

    Inside the caller's transaction; the same look applied for twice gives the same case.
    """
    if kept.case_id:
        return await Case.get(id=kept.case_id)
    if len(place) < 9:
        raise NowhereToGo
    names = "、".join(v.rule.label.title for v in verdicts)
    english = ", ".join(v.rule.label.title_en for v in verdicts)
    papers = dict.fromkeys(paper for v in verdicts for paper in v.documents())
    papers_en = dict.fromkeys(paper for v in verdicts for paper in v.documents("en"))
    brief = _brief(
        ASKED,
        ("居民自己来申请", "A resident applies"),
        (f"这一户想申请{names}。", f"This family applies for {english}."),
        (
            f"上门帮着办：{'、'.join(papers) or '看看情况'}。",
            f"Help on the spot: {', '.join(papers_en) or 'see how things are'}.",
        ),
    )
    case = await _open(who, brief, place, YELLOW, city, at=at)
    kept.case, kept.rule = case, verdicts[0].id if verdicts else ""
    await kept.save()
    return case


async def report_change(
    who: Who, inquiry: Inquiry, words: str, place: str, city: City, *, at: datetime
) -> Case:
    """Somebody tells that things changed at home: people look again, nothing stops by itself."""
    if len(place) < 9:
        raise NowhereToGo
    brief = _brief(
        CHANGED,
        ("居民说家里有变化", "A resident tells of a change"),
        ("这一户自己说家里有变化，请核对一下。", "This family says that things have changed."),
        ("问问变化是真是假、从哪天起，别停发。", "Ask what changed and since when; stop nothing."),
    )
    case = await _open(who, brief, place, GREEN, city, at=at)
    await Consultation.create(
        account_id=who.id, at=at, day=at.date(), said=inquiry.to_json(), verdicts=[], case=case
    )
    await advance(case, "note", at=at, by=who.id, detail={"words": words})
    return case


def _brief(
    monitor: str, title: tuple[str, str], why: tuple[str, str], ask: tuple[str, str]
) -> Brief:
    need, need_en = "有居民来办事，请镇里一起看", "A resident needs the town's office too"
    return Brief(
        monitor=monitor, version="1", title=title[0], title_en=title[1], why=why[0], why_en=why[1],
        ask=ask[0], ask_en=ask[1], need=need, need_en=need_en, whistle=(TOWN,),
        answer_within=Span(days=2), visit_within=Span(days=3), close_within=Span(days=30),
        offers=(), proof="镇里定下来了。", proof_en="The town has decided.",
    )  # fmt: skip


async def _open(
    who: Who, brief: Brief, place: str, colour: str, city: City, *, at: datetime
) -> Case:
    household = next((d.household for d in who.duties if d.household), "")
    found = Found(brief, f"account:{who.id}", household, None, place, colour)
    return await open_case(found, city, at=at)
