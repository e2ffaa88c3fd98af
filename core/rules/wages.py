"""What counts of wages: the disregard of a new job, the cost of going to work (R-02, R-06)."""

from polars import Expr, col, max_horizontal, min_horizontal, when

from core.city.standards import Standards
from core.rules.words import basis_points

PARAMETERS = ("work_cost_deduct_ratio", "work_cost_deduct_cap_mult", "employ_disregard_months")


def disregard_months(std: Standards) -> int:
    """For how long wages of a new job do not count: the city's choice within the law's bounds."""
    least, most = (std.integer(f"employ_disregard_months_{end}") for end in ("min", "max"))
    return min(max(std.integer("employ_disregard_months"), least), most)


def disregard_cap(std: Standards) -> int:
    """How much of them a month, in fen."""
    return std.fen("dibao_std", std.number("employ_disregard_cap_mult"))


def work_cost(std: Standards, wage: Expr) -> Expr:
    """What going to work costs, and is not counted as income. Fen."""
    cap = std.fen("dibao_std", std.number("work_cost_deduct_cap_mult"))
    return (wage * basis_points(std, "work_cost_deduct_ratio") // 10_000).clip(upper_bound=cap)


def is_spared(months: int) -> Expr:
    """Whether the new job is one found on dibao, fewer than so many months ago."""
    return col.status.is_in(["dibao"]) & (col.job_months < months)


def counted_wage(std: Standards) -> tuple[Expr, Expr, Expr]:
    """What counts of the wage of a new job: the amount, and at least and at most. Fen."""
    spared = is_spared(disregard_months(std))
    above_cap = (col.new_wage - disregard_cap(std)).clip(lower_bound=0)
    after_cost = col.new_wage - work_cost(std, col.new_wage)
    counted = when(spared).then(above_cap).when(~spared).then(after_cost)
    wage = when(col.new_wage == 0).then(0).otherwise(counted)
    least, most = min_horizontal(above_cap, after_cost), max_horizontal(above_cap, after_cost)
    return wage, wage.fill_null(least), wage.fill_null(most)
