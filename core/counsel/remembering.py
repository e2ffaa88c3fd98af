"""Keep what somebody was told, with the version of each rule behind it (PIPL art. 24: explained later)."""

from datetime import datetime

from core.access import Who
from core.counsel.inquiry import Inquiry
from core.counsel.looking import Look
from core.store.consulting import Consultation


async def remember(who: Who, inquiry: Inquiry, look: Look, *, at: datetime) -> Consultation:
    """One answer that was told; inside the caller's transaction."""
    told = [*look.about, *look.others]
    return await Consultation.create(
        account_id=who.id,
        at=at,
        day=look.verdicts.std.at,
        said=inquiry.to_json(),
        verdicts=[
            {"rule": v.id, "since": v.rule.label.since.isoformat(), "verdict": v.verdict}
            for v in told
        ],
    )
