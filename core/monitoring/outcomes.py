"""What people found when they went, per version of the monitor that sent them.

Read off the steps of cases, which are kept for ever and in order: nothing is told twice, nothing can
be forgotten. A verdict is about the leading reason of a case; for the others of the same card it
is noted too, but proves nothing about them. Nobody met and nobody reached says nothing.

    true, partly      the alarm was right
    false_alarm       it was not, for one of four causes: person, matter, data, helped
    already_helped    somebody had helped before: too late to be useful
    unreachable       nobody can be found; not counted
"""

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from core.monitoring.interval import Share
from core.store.casework import Case, Finding, Step
from core.store.marks import Mark
from core.store.monitoring import Outcome

RIGHT = ("true", "partly")
JUDGED = ("true", "partly", "false_alarm", "already_helped")
CAUSES = ("person", "matter", "data", "helped")
TELLING = ("visit", "visit_again", "tried_visit", "conclude", "false_alarm", "note")
LOST_AFTER = 3  # tries without meeting anybody
MARK = "learned:step"
PIECE = 500


def read(what: str, detail: Mapping[str, Any]) -> tuple[str, str] | None:
    """(verdict, cause) that a step tells; None when it tells none."""
    action, findings = detail.get("action", ""), detail.get("findings", ())
    if what == "false_alarm":
        return "false_alarm", str(detail.get("cause", ""))
    if action == "wrong_person":
        return "false_alarm", "person"
    if action == "already_helped":
        return "already_helped", ""
    if "lost_contact" in findings:
        return "unreachable", ""
    if what == "conclude" and detail.get("verdict") in RIGHT:
        return str(detail["verdict"]), ""
    return None


async def learn(*, at: datetime) -> list[Outcome]:
    """Take in what the steps since the last time tell; the outcomes that are new or changed.

    Inside a transaction: the place reached is kept with what was learnt.
    """
    mark, _ = await Mark.get_or_create(name=MARK, defaults={"value": "0", "at": at})
    steps = await Step.filter(id__gt=int(mark.value), what__in=TELLING).order_by("id").limit(PIECE)
    found = [outcome for step in steps for outcome in await _of(step)]
    if steps:
        await Mark.filter(name=MARK).update(value=str(steps[-1].id), at=at)
    return found


async def _of(step: Step) -> list[Outcome]:
    case = await Case.get(id=step.case_id)  # type: ignore[attr-defined]
    told = read(step.what, step.detail or {}) or await _lost(step, case)
    if told is None:
        return []
    versions = {f.monitor: f.version for f in await Finding.filter(case=case)}
    versions.setdefault(case.monitor, str(case.evidence["brief"]["version"]))
    kept = [await _keep(case, m, v, told, step.at) for m, v in versions.items()]
    return [outcome for outcome in kept if outcome]


async def _lost(step: Step, case: Case) -> tuple[str, str] | None:
    """Three times nobody there: this family cannot be reached."""
    if step.what != "tried_visit":
        return None
    tries = await Step.filter(case=case, what="tried_visit", number__lte=step.number).count()
    return ("unreachable", "") if tries >= LOST_AFTER else None


async def _keep(
    case: Case, monitor: str, version: str, told: tuple[str, str], at: datetime
) -> Outcome | None:
    verdict, cause = told
    known = await Outcome.get_or_none(case=case, monitor=monitor)
    if known is None:
        return await Outcome.create(
            case=case, monitor=monitor, version=version, leads=monitor == case.monitor,
            verdict=verdict, cause=cause, at=at,
        )  # fmt: skip
    if verdict == "unreachable" or (known.verdict, known.cause) == (verdict, cause):
        return None
    known.verdict, known.cause, known.at = verdict, cause, at
    await known.save()
    return known


async def tallies(monitor: str = "") -> dict[tuple[str, str], dict[str, int]]:
    """How often each verdict was given, by monitor and version; of leading reasons only."""
    rows = Outcome.filter(leads=True, **({"monitor": monitor} if monitor else {}))
    found: dict[tuple[str, str], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for row in await rows.values("monitor", "version", "verdict"):
        found[row["monitor"], row["version"]][row["verdict"]] += 1
    return {key: dict(counts) for key, counts in found.items()}


def precision(counts: Mapping[str, int]) -> Share:
    """The share that was right, of those somebody judged."""
    right = sum(counts.get(verdict, 0) for verdict in RIGHT)
    return Share(right, sum(counts.get(verdict, 0) for verdict in JUDGED))


async def precisions() -> dict[str, Share]:
    """The precision of each monitor in its newest version that was judged."""
    newest = await _newest()
    return {m: precision(c) for (m, v), c in (await tallies()).items() if newest[m] == v}


async def _newest() -> dict[str, str]:
    rows = await Outcome.filter(leads=True).order_by("id").values("monitor", "version")
    return {row["monitor"]: row["version"] for row in rows}


async def causes(monitor: str, version: str) -> dict[str, int]:
    """Why its false alarms were false."""
    found: dict[str, int] = defaultdict(int)
    rows = Outcome.filter(monitor=monitor, version=version, leads=True, verdict="false_alarm")
    for row in await rows:
        found[row.cause or "unknown"] += 1
    return dict(found)
