"""The state machine of a case (dossier 6.1): illegal moves cannot be written down.

    new → pushed → taken → visited → concluded → planned → helping → proving → closed
Any open case may be ended by a person (with a reason) or withdrawn by later data; a closed one may
flare up again, with its history.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import structlog

from core.cases import clocks
from core.cases.winding import wind_up
from core.store.casework import Case, Step
from core.store.people import Account

log = structlog.get_logger()

OPEN = ("new", "pushed", "taken", "visited", "concluded", "planned", "helping", "proving")
SHUT = ("closed", "ended")
WAITING = ("new", "pushed")
BEFORE_VISIT = ("new", "pushed", "taken")
AFTER_VISIT = ("visited", "concluded", "planned", "helping", "proving")

# what happens → from which states → to which state ("" stays where it is)
MOVES: Mapping[str, tuple[tuple[str, ...], str]] = {
    "open": (("",), "new"),
    "push": (("new",), "pushed"),
    "take": (("new", "pushed"), "taken"),
    "hand_over": (("pushed", "taken"), "pushed"),
    "change_worker": (AFTER_VISIT, ""),
    "tried_visit": (OPEN, ""),
    "visit": (("pushed", "taken"), "visited"),
    "visit_again": (AFTER_VISIT, ""),
    "conclude": (("visited",), "concluded"),
    "plan": (("concluded",), "planned"),
    "report_in": (OPEN, ""),
    "decline": (OPEN, ""),
    "pass_on": (OPEN, ""),
    "ask_lead": (OPEN, ""),
    "set_lead": (OPEN, ""),
    "more_units": (OPEN, ""),
    "change_plan": (AFTER_VISIT, ""),
    "compare": ((*AFTER_VISIT, *SHUT), ""),
    "help": (("planned", "helping", "proving"), "helping"),
    "await_proof": (("visited", "concluded", "planned", "helping"), "proving"),
    "note": ((*OPEN, *SHUT), ""),
    "remind": (OPEN, ""),
    "escalate": (OPEN, ""),
    "helped": (AFTER_VISIT, "closed"),
    "mended": (BEFORE_VISIT, "closed"),  # a matter nobody need go for: its data are right again
    "withdraw": (OPEN, "closed"),
    "false_alarm": (("visited", "concluded"), "closed"),
    "end": (OPEN, "ended"),
    "flare_up": (SHUT, "pushed"),
}

STATE_WORDS = {
    "new": "新建",
    "pushed": "已推送",
    "taken": "已签收",
    "visited": "已走访",
    "concluded": "已有结论",
    "planned": "已有方案",
    "helping": "帮扶中",
    "proving": "核验中",
    "closed": "已关闭",
    "ended": "人工终止",
}


class IllegalMove(ValueError):
    """This cannot happen to a case in this state."""


def allowed(state: str, what: str) -> bool:
    return what in MOVES and state in MOVES[what][0]


async def advance(
    case: Case,
    what: str,
    *,
    at: datetime,
    by: Account | int | None = None,
    detail: dict[str, Any] | None = None,
) -> None:
    """Let *what* happen to the case and keep it as its next step; raises IllegalMove.

    Must run inside a transaction. The step number guards against a second writer: two steps of the
    same number cannot both be kept.
    """
    if not allowed(case.state, what):
        raise IllegalMove(f"{what} 不能发生在状态 {case.state} 的案件上")
    before, after = case.state, MOVES[what][1] or case.state
    case.state = after
    case.steps += 1
    if after in SHUT and before not in SHUT:
        case.closed_at, case.why_closed = at, what
    elif before in SHUT and after not in SHUT:
        case.closed_at, case.why_closed = None, ""
    clocks.entered(case, what, before, at=at)
    await Step.create(
        case=case,
        number=case.steps,
        at=at,
        what=what,
        before=before,
        after=after,
        by_id=by.id if isinstance(by, Account) else by,
        detail=detail,
    )
    await case.save()
    log.info("step", case=case.number, number=case.steps, what=what, state=after)
    if after in SHUT and before not in SHUT:
        await wind_up(case, what, at=at)


async def let_go(case: Case, *, at: datetime, by: int | None = None) -> None:
    """Nobody has it in hand any more; before the visit it is everybody's to take again."""
    case.worker = None
    what = {"new": "note", "pushed": "hand_over", "taken": "hand_over"}.get(case.state)
    await advance(case, what or "change_worker", at=at, by=by, detail={"let_go": True})


async def hold(case: Case) -> Case:
    """The same object as it is in the database now, locked until the transaction ends."""
    fresh = await Case.select_for_update().get(id=case.id)
    for name in case._meta.db_fields:
        setattr(case, name, getattr(fresh, name))
    return case
