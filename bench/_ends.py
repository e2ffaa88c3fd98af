"""Which end of every variable is the better and which the worse, written out by hand again."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from polars import col

from bench._population import FLAGS
from bench._rules import FADING, FLOORS, GATES, RULES

TOP = 10**9
LESS_IS_WORSE = {
    "A": ("pc_income", "labor_income_share", "liquid_pc", "n_labor", "kwh_month"),
    "B": ("liquid_pc",),
    "C": ("pc_after_rigid",),
    "D": ("n_care_services",),
    "E": ("asset_income_m", "n_employed"),
}
NO_IS_WORSE = ("trained_12m", "job_registered")
CATEGORIES: dict[str, tuple[str, str]] = {
    "housing_grade": ("A", "D"),
    "carer": ("ok", "none"),
    "child_risk": ("none", "high"),
    "unstable": ("none", "high"),
    "skill": ("cert", "none"),
    **{
        f"shock_{kind}": ("none", "severe")
        for kind in ("fire", "accident", "illness", "breadwinner", "disaster")
    },
}
STATUS = {"A": ("edge", "tekun"), "C": ("none", "rigid")}
TORN = ("n_labor", "n_employed")


def ends_of(letter: str, variable: str) -> tuple[Any, Any]:
    """(best, worst) of a variable for a type; counts and amounts as 0 and TOP."""
    if variable == "status":
        return STATUS[letter]
    if variable in CATEGORIES:
        return CATEGORIES[variable]
    if variable in FADING.values():
        return 180, 0
    if variable in FLAGS:
        return (True, False) if variable in NO_IS_WORSE else (False, True)
    return (TOP, 0) if variable in LESS_IS_WORSE[letter] else (0, TOP)


class _Seen(Mapping[str, Any]):
    """Notes which columns a rule asks for."""

    def __init__(self) -> None:
        self.names: dict[str, None] = {}

    def __getitem__(self, name: str) -> Any:
        self.names[name] = None
        return col(name)

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def __len__(self) -> int:
        return len(self.names)


@cache
def reads(letter: str) -> tuple[str, ...]:
    """Every variable the rules of a type read."""
    seen = _Seen()
    for name, rule in RULES.items():
        if name[0] == letter:
            rule(seen)
            if name in FADING:
                seen[FADING[name]]
    for condition in (GATES[letter], *FLOORS[letter].values()):
        condition(seen)
    return tuple(seen)
