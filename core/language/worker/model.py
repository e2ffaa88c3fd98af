"""What is understood of a grid worker's reply."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing understood and the words it came from.

    `about` is "action", "finding", "help", "department", "visited_at", "scheduled_at" or "next_step".
    """

    about: str
    key: str
    value: Any
    said: str
    start: int
    end: int
    confidence: float


@dataclass(frozen=True, slots=True)
class Help:
    """Help that was given: kind, a short noun, and how much where that was said."""

    kind: str
    item: str
    quantity: int | float | None = None
    unit: str | None = None
    amount_yuan: int | float | None = None

    def to_json(self) -> dict[str, Any]:
        told = {
            "kind": self.kind,
            "item": self.item,
            "quantity": self.quantity,
            "unit": self.unit,
            "amount_yuan": self.amount_yuan,
        }
        return {k: v for k, v in told.items() if v is not None}


@dataclass(frozen=True)
class Worker:
    """A grid worker's reply understood; `to_json` is exactly the object of the contract."""

    action: str
    visited_at: str | None = None
    scheduled_at: str | None = None
    helps: tuple[Help, ...] = ()
    findings: tuple[str, ...] = ()
    next_step: str | None = None
    follow_up_in_days: int | None = None
    departments: tuple[str, ...] = ()
    cases: tuple[str, ...] = ()  # case numbers named, as written
    who: str = ""  # the family or door a part speaks of, as written
    parts: tuple["Worker", ...] = ()  # one for each family or case number when there are several
    corrects: bool = False  # takes back something said before
    crisis: tuple[str, ...] = ()  # kinds of danger now
    spans: tuple[Evidence, ...] = ()
    confidence: float = 1.0
    uncertain: tuple[str, ...] = field(
        default=()
    )  # keys whose reading should be shown for confirmation

    def to_json(self) -> dict[str, Any]:
        told: dict[str, Any] = {"action": self.action}
        for key in ("visited_at", "scheduled_at"):
            if (value := getattr(self, key)) is not None:
                told[key] = value
        told["helps"] = [h.to_json() for h in self.helps]
        told["findings"] = list(self.findings)
        for key in ("next_step", "follow_up_in_days"):
            if (value := getattr(self, key)) is not None:
                told[key] = value
        told["departments"] = list(self.departments)
        return told
