"""Is this installation well? Each finding is one sentence and the command that mends it.

machine.py    clock, disk, font, token, trail, database, copies
work.py       people, data, cases, monitors, messages
What only upper rooms know (the timetable, the vendor's own clock) is brought by them.
"""

from collections.abc import Mapping
from typing import Any

from core.checks.finding import Check, Finding, Level
from core.checks.machine import MACHINE
from core.checks.work import WORK, model_told
from core.house import House

__all__ = ["CHECKS", "Check", "Finding", "Level", "as_json", "examine", "model_told", "worst"]

CHECKS: Mapping[str, Check] = {**MACHINE, **WORK}
NONE: Mapping[str, Check] = {}


async def examine(house: House, more: Mapping[str, Check] = NONE) -> list[Finding]:
    """Every check, in a fixed order; a check that breaks is itself a finding."""
    found = []
    for name, check in {**CHECKS, **more}.items():
        try:
            found += await check(house)
        except Exception as error:
            found.append(
                Finding(name, "bad", f"这一项没查成：{type(error).__name__}。", "jpf doctor")
            )
    return found


def worst(findings: list[Finding]) -> Level:
    levels: tuple[Level, ...] = ("bad", "warn", "ok")
    return next((level for level in levels if any(f.level == level for f in findings)), "ok")


def as_json(findings: list[Finding]) -> dict[str, Any]:
    return {"worst": worst(findings), "findings": [f.to_json() for f in findings]}
