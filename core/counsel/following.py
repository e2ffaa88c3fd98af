"""“我的申请”: how far the things are that somebody applied for himself."""

from dataclasses import dataclass
from datetime import datetime

from core.access import Who
from core.cases.states import BEFORE_VISIT, OPEN
from core.rules import rules
from core.store.casework import Case
from core.store.consulting import Consultation
from core.store.people import Account

STEPS = ("交上去了", "有人接了", "上门看过了", "在办", "办结了")


@dataclass(frozen=True)
class Progress:
    """One application: its case number, the rule, how many of STEPS are done, and what is next."""

    number: str
    rule: str
    title: str
    title_en: str
    done: int
    worker: str
    due: datetime | None


async def progress(who: Who) -> list[Progress]:
    """Newest first; only what this very account applied for."""
    rows = Consultation.filter(account_id=who.id).exclude(case=None)
    found = await rows.order_by("-id").prefetch_related("case")
    return [await _of(row, row.case) for row in found if row.case]


async def _of(row: Consultation, case: Case) -> Progress:
    owner = await Account.get_or_none(id=case.worker_id)
    rule = rules(row.day).get(row.rule)
    return Progress(
        number=case.number,
        rule=row.rule,
        title=rule.label.title if rule else "家里有变化",
        title_en=rule.label.title_en if rule else "A change at home",
        done=_done(case),
        worker=owner.name if owner else "",
        due=case.visit_due if case.state in BEFORE_VISIT else None,
    )


def _done(case: Case) -> int:
    if case.state not in OPEN:
        return len(STEPS)
    if case.state in ("new", "pushed"):
        return 1
    return 2 if case.state == "taken" else 3 if case.state in ("visited", "concluded") else 4
