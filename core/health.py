"""How the service is: queue age, unsure and undeliverable messages, last run of each job, the auditor."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from core.cases.auditing import heartbeat
from core.clock import iso
from core.safety.held import held_since
from core.store.mail import Inbox, Outbox
from core.store.timetable import Job

TOO_OLD = timedelta(minutes=15)
LATELY = timedelta(days=7)


@dataclass(frozen=True)
class Health:
    """One look at the service; *ok* is what /healthz answers with."""

    ok: bool
    queue: int
    queue_age_seconds: int
    inbox: int
    inbox_dead: int
    ambiguous: int
    undeliverable: int
    expired: int
    safe_mode: bool
    why: str  # it is in safe mode; "" otherwise
    held: bool
    auditor: dict[str, Any]
    jobs: dict[str, str | None]

    def to_json(self) -> dict[str, Any]:
        return {**self.__dict__}


async def look(now: datetime, *, safe_mode: bool = False, why: str = "") -> Health:
    due = Outbox.filter(state__in=("pending", "ambiguous", "sending"), not_before__lte=now)
    oldest = await due.order_by("not_before").first()
    age = now - oldest.not_before if oldest else timedelta(0)
    held = await held_since() is not None
    beat = await heartbeat(now)
    return Health(
        ok=age < TOO_OLD and not safe_mode and not held and not beat.silent,
        queue=await due.count(),
        queue_age_seconds=int(age.total_seconds()),
        inbox=await Inbox.filter(state="new").count(),
        inbox_dead=await Inbox.filter(state="dead").count(),
        ambiguous=await Outbox.filter(state="ambiguous").count(),
        undeliverable=await Outbox.filter(state="undeliverable").count(),
        expired=await Outbox.filter(state="expired", expires_at__gt=now - LATELY).count(),
        safe_mode=safe_mode,
        why=why,
        held=held,
        auditor=beat.to_json(),
        jobs={job.name: iso(job.watermark) for job in await Job.all().order_by("name")},
    )
