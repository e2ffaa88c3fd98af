"""Cases: made anonymous after a false alarm, deleted on request, or kept as the law says."""

from dataclasses import dataclass, field
from datetime import date, datetime

from tortoise.queryset import QuerySet

from core.cases.states import OPEN
from core.safety.retention.orders import Subject
from core.safety.retention.records import lasting, of_cases, without_people
from core.store import guards
from core.store.casework import Case, Finding, Help, Step
from core.store.database import raw
from core.store.mail import Outbox

ANONYMOUS = "anon:"
NOT_ARCHIVE = ("false_alarm", "withdraw")  # nothing was granted: no file of assistance
OVER = ("sent", "cancelled", "undeliverable", "expired")
CODES = ("action", "cause", "verdict", "unit", "offers", "told")  # what a step may still say


@dataclass
class Sorted:
    """The cases about a subject: still open, archive within its time, to be deleted."""

    open: list[Case] = field(default_factory=list)
    archive: list[Case] = field(default_factory=list)
    gone: list[Case] = field(default_factory=list)


async def sort_out(subject: Subject, keys: list[str], archive_from: datetime) -> Sorted:
    """The cases of a subject, known by any of *keys*."""
    found = Sorted()
    for case in await Case.filter(**{f"{subject.kind}__in": keys}).order_by("id"):
        if case.state in OPEN:
            found.open.append(case)
        elif (
            case.why_closed not in NOT_ARCHIVE and (case.closed_at or archive_from) >= archive_from
        ):
            found.archive.append(case)
        else:
            found.gone.append(case)
    return found


async def delete(case: Case) -> None:
    """A case and, by the database's own cascade, everything that belongs to it, steps included."""
    async with guards.steps_open():
        await raw('DELETE FROM "case" WHERE id = ? RETURNING id', [case.id])


async def lock_away(case: Case) -> None:
    """An archive is kept, but nobody works with it any more: only its restricted line sees it."""
    await Case.filter(id=case.id, line="").update(line="restricted")
    await silence(case)


async def silence(case: Case) -> None:
    """Messages about a case that are over keep their record and lose their words."""
    await Outbox.filter(case=case, state__in=OVER).update(body=None)


def false_alarms(before: datetime) -> QuerySet[Case]:
    """The false alarms closed before *before* that still say whose they were."""
    return Case.filter(why_closed="false_alarm", closed_at__lt=before).exclude(
        household__startswith=ANONYMOUS
    )


async def anonymise(case: Case, day: date) -> None:
    """A false alarm teaches what went wrong with the rule, not with whom; inside a transaction.

    What still keeps the same false alarm from being raised again (a finding whose condition holds, a
    silence that lasts) goes on without the case.
    """
    evidence = {**case.evidence, "names": {}, "pieces": []}
    nobody = {"household": f"{ANONYMOUS}{case.id}", "person": None, "evidence": evidence}
    await Case.filter(id=case.id).update(**nobody)
    await Finding.filter(case=case, closed_on=None).update(case_id=None)
    for model in lasting():
        await model.filter(case_id=case.id, until__gte=day).update(case_id=None)
    for model in of_cases():
        if model not in (Step, Outbox):
            for row in await model.filter(case_id=case.id):
                if changes := without_people(row):
                    await model.filter(pk=row.pk).update(**changes)
    await Help.filter(case=case).update(item="")
    await silence(case)
    async with guards.steps_open():
        for step in await Step.filter(case=case):
            kept = {k: v for k, v in (step.detail or {}).items() if k in CODES}
            await Step.filter(id=step.id).update(detail=kept or None)
