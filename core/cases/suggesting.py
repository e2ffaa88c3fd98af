"""At most five things that may help this family now, at least one a service where any has room.

What the matter asks for comes first, then what the visit found, then what the portrait suggests
(written into the case at night); each with whether the family may have it. What the visit found and
the family may not have is told too, with what stands against it. Left out: what somebody refused in
this matter, and what others gave within a year unless the matter itself asks for it.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from core.cases import quota
from core.cases.doubles import Earlier, earlier
from core.cases.fitting import SURE, Fit, discreet, fit
from core.cases.planning import MOST, givers, offered
from core.catalogue import Offer, offers
from core.city import here
from core.store.casework import Case, Task


@dataclass(frozen=True)
class Line:
    """One line of a plan: an offer, who gives it, where it stands, what was given before."""

    offer: str
    unit: str
    state: str  # suggested, proposed, accepted, waiting, done
    fit: Fit = SURE
    left: int | None = None  # places left this year; None: no end of it
    ahead: int = 0  # how many wait before this family
    before: tuple[Earlier, ...] = ()

    @property
    def what(self) -> Offer:
        return offers()[self.offer]


async def plan_of(case: Case, *, at: datetime) -> list[Line]:
    """The tasks of the plan as they stand, then what else is suggested; five suggestions in all."""
    tasks = await Task.filter(case=case).order_by("id")
    lines = [await _task_line(case, task) for task in tasks if task.state != "dropped"]
    known = {task.offer for task in tasks}
    ideas = [await _idea(case, name, at) for name in _wanted(case) if name not in known]
    fresh = [idea for idea in ideas if not idea.before and idea.left != 0]
    full = [idea for idea in ideas if not idea.before and idea.left == 0]
    return lines + _some([*fresh, *full], lines)


def _wanted(case: Case) -> list[str]:
    """What is asked for and found, and of what the portrait suggests all that may still be had."""
    sought = [*offered(case), *case.evidence.get("found_needs", ())]
    told = [one["offer"] for one in case.evidence.get("suggested", ())]
    may = [name for name in told if name in offers() and _may_be_told(case, name)]
    return [name for name in dict.fromkeys([*sought, *may]) if name in offers()]


def _may_be_told(case: Case, offer: str) -> bool:
    return discreet(case, offer) and fit(case, offer).says is not False


def _some(ideas: list[Line], lines: list[Line]) -> list[Line]:
    """As many ideas as five leave room for, a service among them if there is none yet."""
    space = max(0, MOST - sum(line.state != "done" for line in lines))
    chosen = ideas[:space]
    if not any(one.what.is_service for one in (*lines, *chosen)):
        service = next((one for one in ideas if one.what.is_service and one.left != 0), None)
        if service and service not in chosen:
            chosen = [*chosen[: max(0, space - 1)], service]
    return chosen


async def _task_line(case: Case, task: Task) -> Line:
    line = Line(task.offer, task.unit, task.state)
    if task.state == "waiting" and (place := await quota.place_of(case, task.offer)):
        return replace(line, ahead=place.ahead)
    return line


async def _idea(case: Case, offer: str, at: datetime) -> Line:
    own = offer in offered(case)
    return Line(
        offer,
        givers(offer, case)[0],
        "suggested",
        fit=fit(case, offer),
        left=await quota.room(offer, here(), at),
        before=() if own else tuple(await earlier(case, [offer], at=at)),
    )
