"""New findings become cases: together what belongs together, again what had been solved."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from core.cases import proof
from core.cases.brief import Brief, Found, Piece
from core.cases.opening import open_case
from core.city import City
from core.store.casework import Case, Finding
from scheduler.conduct import RED
from scheduler.monitors.shelf import Monitor

Row = dict[str, Any]
Names = Mapping[str, Mapping[str, str]]
BACK = ("helped", "withdraw", "mended")  # a case closed so flares up when its reason is back
WAKES = ("withdraw", "gone")  # nobody said it was false, nobody helped: no cooling down
PIECE = 500


@dataclass(frozen=True)
class New:
    """One hit without a case. *way*: what may become of it; *finding*: the one that was *held*, or
    that was over already today (a button pressed again)."""

    monitor: Monitor
    row: Row
    way: str
    finding: int | None = None
    held: str = ""

    @property
    def key(self) -> tuple[str, str]:
        return self.monitor.id, self.row["subject"]

    @property
    def group(self) -> tuple[str, str, str]:
        """What may share a case: one family, one line; red ones and their monitors stand alone.

        Of matters that are no family's, those of one monitor and one unit belong together.
        """
        if not self.row["household"]:
            return "", self.row.get("unit") or self.row["subject"], self.monitor.id
        alone = self.monitor.id if self.row["colour"] == RED else ""
        return self.row["household"], self.monitor.watch.line, alone

    @property
    def asked(self) -> tuple[str, str, str | None]:
        return self.row["subject"], self.row["household"], self.row["person"]


Last = dict[tuple[str, str], Finding]


async def last_findings(found: Iterable[New]) -> Last:
    """The newest closed finding of each monitor and subject, as far as there is one."""
    subjects: dict[str, list[str]] = defaultdict(list)
    for new in found:
        subjects[new.monitor.id].append(new.row["subject"])
    last: Last = {}
    for monitor, asked in subjects.items():
        for start in range(0, len(asked), PIECE):
            rows = Finding.filter(monitor=monitor, subject__in=asked[start : start + PIECE])
            for row in await rows.exclude(closed_on=None).order_by("id"):
                last[monitor, row.subject] = row
    return last


def cools_down(new: New, last: Last, at: date) -> bool:
    """A person said it is false, or it was just dealt with: no second alarm for a while."""
    before = last.get(new.key)
    if before is None or before.closed_on is None or before.why_closed in WAKES:
        return False
    return at < before.closed_on + timedelta(days=new.monitor.watch.quiet_days)


def again_today(new: New, last: Last, at: date) -> New:
    """What began and was over this very day and is back is the same finding."""
    before = last.get(new.key)
    if new.finding is None and before is not None and before.opened_on == at:
        return replace(new, finding=before.id)
    return new


async def open_group(
    group: list[New], last: Last, names: Names, city: City, *, day: date, now: datetime
) -> list[str]:
    """One case for the group, or the old case again; the monitors that opened something.

    Inside a transaction.
    """
    fresh, opened = [], []
    for new in group:
        before = last.get(new.key)
        case = await Case.get_or_none(id=before.case_id) if before and before.case_id else None
        if case is not None and case.why_closed in BACK:
            await proof.flare_up(case, at=now)
            await _keep(new, case, day)
            opened.append(new.monitor.id)
        else:
            fresh.append(new)
    if fresh:
        found = [_found(new, names) for new in fresh]
        turn = found[0].colour != RED and found[0].brief.visit_within is not None
        case = await open_case(found[0], city, at=now, also=found[1:], turn=turn)
        for new in fresh:
            await _keep(new, case, day)
    return opened + [new.monitor.id for new in fresh]


async def _keep(new: New, case: Case, day: date) -> None:
    if new.finding is None:
        await finding(new, day, case=case).save()
    else:
        open_again = {"closed_on": None, "why_closed": "", "held": ""}
        await Finding.filter(id=new.finding).update(case_id=case.id, **open_again)


def finding(new: New, day: date, *, case: Case | None = None, held: str = "") -> Finding:
    return Finding(
        monitor=new.monitor.id,
        version=new.monitor.watch.version,
        subject=new.row["subject"],
        household=new.row["household"],
        opened_on=day,
        case=case,
        held=held,
    )


def _found(new: New, names: Names) -> Found:
    row = new.row
    return Found(
        brief=_brief(new),
        subject=row["subject"],
        household=row["household"],
        person=row["person"],
        region=row["region"] or "",
        colour=row["colour"] or "黄",
        names=dict(names.get(row["subject"], {})),
        evidence=tuple(
            Piece(show.what, words(row.get(f"shown.{show.column}")), show.class_id, "")
            for show in new.monitor.watch.shows
        ),
    )


def _brief(new: New) -> Brief:
    """The monitor's instructions; where the matter belongs to one unit, that unit is called too."""
    brief, unit = new.monitor.brief(), new.row.get("unit")
    if not unit or unit in brief.whistle:
        return brief
    return replace(brief, whistle=(unit, *brief.whistle))


def words(value: Any) -> str:
    if value is None:
        return "不清楚"
    if isinstance(value, bool):
        return "有" if value else "没有"
    return str(value)
