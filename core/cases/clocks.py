"""Every open case has a next alarm, and who hears of it was settled on the day the case opened.

A case is always in one stage: somebody should take it, go there, finish the plan, or the data should
prove it. Each stage has a limit; after it the rungs of a ladder are told one after the other, and the
last again and again, until the case moves. A called unit has a clock of its own in the same way.
Limits and ladders are data of the city (case_clocks), by colour; a copy is frozen in the case.
"""

import re
from datetime import datetime
from typing import Any

from core.cases.brief import Span
from core.city import Standards, here
from core.clock import day_of
from core.store.casework import Call, Case

STAGES = {
    "new": "answer", "pushed": "answer", "taken": "visit", "visited": "help", "concluded": "help",
    "planned": "help", "helping": "help", "proving": "prove",
}  # fmt: skip
CALL_STAGES = {"called": "call", "accepted": "task"}
RESTARTS = ("open", "hand_over", "flare_up", "visit_again")
RED, AT_ONCE = "红", "急"
SPAN = re.compile(r"(\d+)([mhd])")
Clocks = dict[str, dict[str, Any]]


def span(text: str) -> Span:
    """ "30m", "4h", "3d" as a span."""
    found = SPAN.fullmatch(text)
    if found is None:
        raise ValueError(f"时限“{text}”写得不对：请写数字加 m、h 或 d，如 4h。")
    unit = {"m": "minutes", "h": "hours", "d": "days"}[found[2]]
    return Span(**{unit: int(found[1])})


def freeze(std: Standards, colour: str, *, at_once: bool = False) -> Clocks:
    """The limits and ladders of all stages for a case of this colour, as of today.

    *at_once*: a red matter whose monitor counts in minutes has a quicker ladder where there is one.
    """
    told: dict[str, dict[str, Any]] = std["case_clocks"]
    paces = (AT_ONCE, colour, "黄") if at_once and colour == RED else (colour, "黄")
    return {
        stage: next(by_pace[pace] for pace in paces if pace in by_pace)
        for stage, by_pace in told.items()
    }


def frozen(case: Case, stage: str, at: datetime) -> dict[str, Any]:
    """A stage of the case's own plan; today's where it was opened before there was one."""
    clocks = case.clocks or freeze(here().standards(day_of(at)), case.colour)
    return clocks[stage]


def entered(case: Case, what: str, before: str, *, at: datetime) -> None:
    """Set the alarm after a move: a new stage begins, the old goes on, or the case is over."""
    stage = STAGES.get(case.state)
    if stage is None:
        case.alarm_at, case.stage_at, case.rung = None, None, 0
    elif stage != STAGES.get(before) or what in RESTARTS or case.alarm_at is None:
        begin(case, stage, at=at)
    elif what == "tried_visit":
        case.alarm_at = max(case.alarm_at, _after("24h", at, case))


def begin(case: Case, stage: str, *, at: datetime) -> None:
    limits = {"answer": case.answer_due, "visit": case.visit_due, "help": case.close_due}
    told, limit = frozen(case, stage, at), limits.get(stage)
    if limit is None or limit <= at:
        limit = _after(told["within"], at, case)
    case.stage_at, case.rung = at, 0
    case.alarm_at = _after(told["steps"][0][1], limit, case)


def role_now(case: Case, at: datetime) -> str:
    """Who is to be told when the case's alarm rings."""
    return _role(frozen(case, STAGES[case.state], at), case.rung)


def climb(case: Case, *, at: datetime) -> None:
    """The rung was told: set the alarm for the next one, or for telling the last one again."""
    told = frozen(case, STAGES[case.state], at)
    case.alarm_at = _next(told, case.rung, case, at=at)
    case.rung += 1


def limit_of_call(case: Case, *, at: datetime) -> datetime:
    """By when a unit called only now should answer."""
    return _after(frozen(case, "call", at)["within"], at, case)


def called(call: Call, case: Case, *, at: datetime, due: datetime | None = None) -> None:
    """Set a unit's own alarm: to answer by its limit, or, once it is in, to finish by *due*."""
    stage = CALL_STAGES.get(call.state)
    if stage is None:
        call.alarm_at, call.rung = None, 0
        return
    told = frozen(case, stage, at)
    limit = call.due if stage == "call" else due
    if limit is None or limit <= at:
        limit = _after(told["within"], at, case)
    call.rung, call.alarm_at = 0, _after(told["steps"][0][1], limit, case)


def call_role_now(call: Call, case: Case, at: datetime) -> str:
    return _role(frozen(case, CALL_STAGES[call.state], at), call.rung)


def climb_call(call: Call, case: Case, *, at: datetime) -> None:
    told = frozen(case, CALL_STAGES[call.state], at)
    call.alarm_at = _next(told, call.rung, case, at=at)
    call.rung += 1


def climbed(case: Case, call: Call | None = None) -> bool:
    """Whether everybody on the ladder has been told."""
    one = call or case
    stage = CALL_STAGES.get(one.state) if call else STAGES.get(one.state)
    return stage is not None and one.rung >= len(frozen(case, stage, case.opened_at)["steps"])


def _role(told: dict[str, Any], rung: int) -> str:
    steps = told["steps"]
    return str(steps[min(rung, len(steps) - 1)][0])


def _next(told: dict[str, Any], rung: int, case: Case, *, at: datetime) -> datetime:
    """The moment of the next rung: its distance from this one; after the last, *again*."""
    steps = told["steps"]
    if rung + 1 >= len(steps):
        return _after(told["again"], at, case)
    here_, there = (_after(steps[n][1], at, case) for n in (rung, rung + 1))
    return max(at + (there - here_), at)


def _after(text: str, start: datetime, case: Case) -> datetime:
    return span(text).after(start, red=case.colour == RED)
