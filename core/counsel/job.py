"""A job found by somebody on dibao: what of the wage does not count, and for how long."""

from dataclasses import dataclass

from core.city.standards import Standards
from core.rules.wages import disregard_cap

RESTS_ON = ("employ_disregard_months_min", "employ_disregard_months_max",
            "employ_disregard_cap_mult", "dibao_std")  # fmt: skip


@dataclass(frozen=True)
class Spared:
    """From *least* to *most* months wages up to *cap* yuan a month do not count; *over* is what does."""

    least: int
    most: int
    cap: int
    wage: int | None
    over: int


def after_a_job(std: Standards, wage: object = None) -> Spared | None:
    """The numbers of the law; None where one of them is an assumption. *wage*: yuan a month."""
    if any(std.value(name).tag == "assumed" for name in RESTS_ON):
        return None
    told = wage if isinstance(wage, int) and not isinstance(wage, bool) and wage > 0 else None
    cap = disregard_cap(std) // 100
    return Spared(
        least=std.integer(RESTS_ON[0]),
        most=std.integer(RESTS_ON[1]),
        cap=cap,
        wage=told,
        over=max(0, (told or 0) - cap),
    )
