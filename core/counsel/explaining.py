"""“为什么？”: the last answer somebody was told, condition by condition, by the rules of its day."""

from dataclasses import dataclass
from datetime import date

from core.access import Who
from core.city import City
from core.counsel.inquiry import Inquiry
from core.counsel.known import known_of
from core.rules import Verdict, eligible
from core.store.consulting import Consultation


@dataclass(frozen=True)
class Explained:
    """The answer of *day* again; *same*: the rules and what they say are those it was told by."""

    day: date
    verdicts: tuple[Verdict, ...]
    same: bool


async def explain(who: Who, city: City) -> Explained | None:
    """What this very person was told last; None when he was told nothing, or took it back."""
    looks = await Consultation.filter(account_id=who.id).order_by("-id").limit(10)
    kept = next((look for look in looks if look.verdicts and look.said is not None), None)
    if kept is None:
        return None
    facts = Inquiry.from_json(kept.said).facts(await known_of(who, city, kept.day))
    by_id = {v.id: v for v in eligible(facts, city.standards(kept.day))}
    told = [(by_id[row["rule"]], row) for row in kept.verdicts if row["rule"] in by_id]
    same = all(
        v.rule.label.since.isoformat() == row["since"] and v.verdict == row["verdict"]
        for v, row in told
    )
    return Explained(kept.day, tuple(v for v, _ in told), same and len(told) == len(kept.verdicts))
