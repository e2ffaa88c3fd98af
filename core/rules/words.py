"""What many rules say: on which list a family is, how poor, how much it owns, how disabled."""

from decimal import Decimal

from polars import Expr, coalesce, col, when

from core.city.standards import Standards
from core.rules.engine.logic import Part, all_of, any_of
from core.rules.engine.need import Need, need

DIBAO = ("dibao",)
DIBAO_EDGE = ("dibao", "danrenbao", "edge")
IN_HARDSHIP = ("dibao", "danrenbao", "edge", "tekun")
LISTED = (*IN_HARDSHIP, "rigid")
STUDYING = ("kindergarten", "primary", "junior", "senior", "vocational", "college", "graduate")
MIND = ("intellectual", "mental")
CHECKED = {"prop_cash_mult_year": "asset_ok", "prop_edge_cash_mult_year": "asset_ok_edge"}
"""Which finding of the departments speaks for which limit on savings."""
GRADES = {"一级": 1, "二级": 2, "三级": 3, "四级": 4}
KINDS = {"肢体": "physical", "视力": "visual", "听力": "hearing", "言语": "speech"}
KINDS |= {"智力": "intellectual", "精神": "mental", "多重": "multiple"}


def on(*lists: str) -> Expr:
    """Whether the family is on one of these lists now."""
    return col.status.is_in(list(lists))


def not_tekun() -> Expr:
    """The person is not tekun; where only the family is known to be, the person is meant."""
    return ~coalesce(col.tekun, on("tekun"))


def not_orphan() -> Part:
    return any_of(col.age >= 18, ~col.parents_gone)


def at_school() -> Expr:
    return col.student_stage.is_in(list(STUDYING))


def severe() -> Part:
    """Grade one or two, and grade three of mind or intellect."""
    return any_of(
        col.disability_level.is_between(1, 2),
        all_of(col.disability_kind.is_in(list(MIND)), col.disability_level == 3),
    )


def disabled_as(written: list[str]) -> Part:
    """The disabilities a parameter lists, such as 一级, 智力三级."""
    grades = [GRADES[w] for w in written if w in GRADES]
    parts: list[Expr | Part] = [col.disability_level.is_in(grades)] if grades else []
    for kind, grade in ((w[:-2], w[-2:]) for w in written if w not in GRADES):
        of_kind = col.disability_kind.is_in([KINDS[kind]])
        parts.append(all_of(of_kind, col.disability_level == GRADES[grade]))
    return any_of(*parts)


def below(limit: int) -> Expr:
    """Counted income per head is below *limit* fen; totals are compared, nothing is rounded."""
    few, much = (col(end) < limit * col.n_members for end in ("income_most", "income_least"))
    return coalesce(_sure(few), _sure_not(much), col.pc < limit, _sure(col.income_most < limit))


def at_most(limit: int) -> Expr:
    """Counted income per head is *limit* fen or less."""
    few, much = (col(end) <= limit * col.n_members for end in ("income_most", "income_least"))
    return coalesce(_sure(few), _sure_not(much), col.pc <= limit, _sure(col.income_most <= limit))


def below_with_support(limit: int) -> Expr:
    """The same with what relatives living apart owe."""
    total, most = col.income + col.support, col.income_most + col.support_most
    few = _sure(most < limit * col.n_members)
    alone = when(col.support == 0).then(col.pc < limit)
    known = total < limit * col.n_members
    return coalesce(known, few, alone, _sure(most < limit), _sure_not(below(limit)))


def at_most_with_support(limit: int) -> Expr:
    total, most = col.income + col.support, col.income_most + col.support_most
    few = _sure(most <= limit * col.n_members)
    alone = when(col.support == 0).then(col.pc <= limit)
    known = total <= limit * col.n_members
    return coalesce(known, few, alone, _sure(most <= limit), _sure_not(at_most(limit)))


def _sure(test: Expr) -> Expr:
    """True where the test holds, else unknown."""
    return when(test).then(True)


def _sure_not(test: Expr) -> Expr:
    """False where the test fails, else unknown."""
    return when(~test).then(False)


def gap(line: int) -> Expr:
    """What is missing to *line* fen a head, a started yuan counting as whole."""
    missing = (line * col.n_members - col.income - col.support).clip(lower_bound=0)
    return (missing + 99) // 100 * 100


def after_costs() -> dict[str, Expr]:
    """`year`: income of a year; `after_costs`: the same less unavoidable costs; `costs_pc`: what
    is left a head and month. Fen."""
    year = coalesce(col.income_12m, col.income_month * 12)
    left = year - col.rigid_year
    per_head = coalesce(col.after_costs_pc, left // (12 * col.n_members))
    return {"year": year, "after_costs": left, "costs_pc": per_head}


def after_costs_asks() -> dict[str, tuple[str, ...]]:
    """What to ask so that these become known."""
    year = "income_12m|income_month"
    wanted = ("n_members", year, "rigid_year")
    return {"year": (year,), "after_costs": wanted, "costs_pc": wanted}


def poor_after_costs(std: Standards) -> Expr:
    """What is left after unavoidable costs is below the dibao standard.

    Costs only take away: a family whose income is below it needs no bills to be so.
    """
    line = std.fen("dibao_std")
    sure = [_sure(col(left) < line * 12 * n) for left in ("year", "after_costs") for n in _sizes()]
    return coalesce(col.after_costs < line * 12 * col.n_members, col.costs_pc < line, *sure)


def _sizes() -> tuple[Expr, int]:
    """As many members as there are; at least one."""
    return (col.n_members, 1)


def edge_line(std: Standards) -> int:
    """The low-income line per head in fen: a multiple of dibao, never above the minimum wage."""
    return min(_edge(std), std.fen(std["edge_cap_rule"]))


def edge_rests_on(std: Standards) -> tuple[str, ...]:
    """The parameters the line is made of; the cap only where it bites."""
    cap = std["edge_cap_rule"]
    return ("dibao_std", "edge_ratio", *([cap] if std.fen(cap) < _edge(std) else []))


def _edge(std: Standards) -> int:
    return std.fen("dibao_std", std.number("edge_ratio"))


def savings_limit(
    std: Standards, multiple: str, single: str = "prop_cash_single_mult_year"
) -> Expr:
    """How much a family may own in fen a head: years of dibao, more for somebody alone."""
    years = std.number(multiple)
    alone = max(years, std.number(single))
    a_head = std.fen("dibao_std", years * 12)
    return when(col.n_members == 1).then(std.fen("dibao_std", alone * 12)).otherwise(a_head)


def savings_within(std: Standards, multiple: str) -> Expr:
    """Savings within the limit; what one person may own, any family may."""
    least = std.fen("dibao_std", std.number(multiple) * 12)
    known = col.fin_assets <= savings_limit(std, multiple) * col.n_members
    return coalesce(known, when(col.fin_assets <= least).then(True))


def property_needs(std: Standards, multiple: str) -> dict[str, Need]:
    """Savings, homes, cars and shops (R-04); what departments have checked has passed or not."""
    area = std.integer("prop_house_area_pc")
    few = col.houses <= std.integer("prop_house_max")
    small = coalesce(col.house_area <= area * col.n_members, _sure(col.house_area <= area))
    checked = col(CHECKED[multiple])
    passed = checked.fill_null(False)
    return {
        "savings": need(
            any_of(passed, savings_within(std, multiple)),
            shows="fin_assets",
            limit=savings_limit(std, multiple) * col.n_members,
            rests_on=("dibao_std", multiple),
        ),
        "houses": need(
            any_of(passed, few, small),
            shows="houses",
            limit=std.integer("prop_house_max"),
            rests_on="prop_house_max",
        ),
        "vehicles": need(any_of(passed, col.vehicles == 0), shows="vehicles", limit=0),
        "business": need(any_of(passed, ~col.has_business), shows="has_business", limit=False),
        "checked": need(checked.fill_null(True), optional=True),
    }


def basis_points(std: Standards, name: str) -> int:
    """A ratio as basis points."""
    return int(std.number(name) * Decimal(10_000))
