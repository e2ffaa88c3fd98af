"""“现在就申请”: a case for the town's office and the grid worker, who brings the papers together.

One conversation has collected what several benefits need; who goes there takes them all along.
A change somebody reports opens a case too: it is looked at by people, nothing stops by itself.
"""

from datetime import datetime

from core.access import NotAllowed, Who
from core.cases.brief import TOWN, Brief, Found, Span
from core.cases.opening import open_case
from core.cases.states import advance
from core.city import City
from core.counsel.inquiry import Inquiry
from core.counsel.limits import demand_room
from core.rules import Rule, rules
from core.store.casework import Case
from core.store.consulting import Consultation

ASKED, CHANGED = "ASK", "TOLD"
YELLOW, GREEN = "黄", "绿"
SHORTEST = 9  # a town's code: shorter, and nobody would know where to go
MOST = 3


class NowhereToGo(LookupError):
    """It is not known in which town or village this person lives."""


async def apply_for(who: Who, kept: int, place: str, city: City, *, at: datetime) -> Case:
    """Open the case for one look that this person was told; *place* is the code of village or town.

    Inside the caller's transaction. The same look applied for twice gives the same case; somebody
    else's look is not there. Raises NotAllowed, NowhereToGo, EnoughUnderWay.
    """
    look = await Consultation.get_or_none(id=kept, account_id=who.id)
    if look is None:  # somebody else's, or taken back since
        raise NotAllowed
    if look.case_id:
        return await Case.get(id=look.case_id)
    await demand_room(who)
    if len(place) < SHORTEST:
        raise NowhereToGo
    wanted = _wanted(look)
    case = await _open(who, _application(wanted), place, YELLOW, city, at=at)
    look.case, look.rule = case, wanted[0].id if wanted else ""
    await look.save()
    return case


def _wanted(look: Consultation) -> list[Rule]:
    """What fits, or the first that may: one visit brings the papers of all of them together."""
    known = rules(look.day)
    fits = [v["rule"] for v in look.verdicts if v["verdict"] == "yes"][:MOST]
    return [known[id_] for id_ in fits or [v["rule"] for v in look.verdicts[:1]]]


def _application(wanted: list[Rule]) -> Brief:
    names = "、".join(rule.label.title for rule in wanted) or "社会救助"
    english = ", ".join(rule.label.title_en for rule in wanted) or "social assistance"
    papers, papers_en = ("、".join(_papers(wanted, "zh")), ", ".join(_papers(wanted, "en")))
    return _brief(
        ASKED,
        ("居民自己来申请", "A resident applies"),
        (f"这一户想申请{names}。", f"This family applies for {english}."),
        (
            f"上门帮着办，带上：{papers}。" if papers else "上门看看情况，帮着办。",
            f"Help on the spot; papers: {papers_en}." if papers_en else "See how things are.",
        ),
    )


def _papers(wanted: list[Rule], lang: str) -> list[str]:
    """What has to be brought for any of them, each once; what offices share is left out."""
    every = [paper for rule in wanted for paper in rule.card.papers if not paper.shared]
    return list(dict.fromkeys(paper.title.text(lang) for paper in every))


async def report_change(
    who: Who, inquiry: Inquiry, words: str, place: str, city: City, *, at: datetime
) -> Case:
    """Somebody tells that things changed at home: people look again, nothing stops by itself."""
    if len(place) < SHORTEST:
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
