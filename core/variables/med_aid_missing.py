"""该有的医疗救助没到。

R-20: what one has paid within the policy above the deductible of one's standing, and nothing has
come in twelve months. Families of no standing have to apply first.
"""

from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.example import home
from core.variables.engine.tally import Tally, any_of, count, total
from core.variables.engine.variable import Variable
from core.variables.engine.words import sure

VARIABLE = Variable(
    title="该有的医疗救助没到",
    title_en="Medical aid due but not paid",
    kind="bool",
    classes=("P04-05", "M03-02"),
    fresh_days=45,
    ask="住院看病后，医疗救助的钱到了吗？",
    sensitivity="S2",
)


FREE, EDGE, POOR = ("tekun", "dibao", "danrenbao"), "edge", "rigid"


def members(std: Standards) -> dict[str, Tally]:
    edge = std.fen("dpi_pc_year", std["med_aid_deduct_edge_rate"])
    poor = std.fen("dpi_pc_year", std["med_aid_deduct_poor_rate"])
    floors = {"n_due_free": 0, "n_due_edge": edge, "n_due_poor": poor}
    due = {name: count(col.covered_cost_12m > floor) for name, floor in floors.items()}
    return due | {"medical_aid_sum": total(col.medical_aid_12m)}


def value(std: Standards) -> Expr:
    due = (
        when(col.status.is_in(FREE))
        .then(any_of("n_due_free"))
        .when(col.status == EDGE)
        .then(any_of("n_due_edge"))
        .when(col.status == POOR)
        .then(any_of("n_due_poor"))
        .when(col.status == "none")
        .then(False)
    )
    paid = (col.medical_aid_sum > 0) | sure(col.illness_aid_12m > 0)
    none = when(paid).then(False).when(col.medical_aid_sum_unknown == 0).then(True)
    return due & none


def cost(covered: int | None, aid: int | None = 0) -> list[dict[str, int | None]]:
    return [{"covered_cost_12m": covered, "medical_aid_12m": aid}]


EXAMPLES = (
    home("低保有自付，没救助", True, cost(100), status="dibao"),
    home("低保没看过病", False, cost(0), status="dibao"),
    home("救助到了", False, cost(100, 80), status="dibao"),
    home("低边没过起付线", False, cost(6_600_00), status="edge"),
    home("低边过了起付线", True, cost(6_600_01), status="edge"),
    home("刚性支出户过了起付线", True, cost(16_500_01), status="rigid"),
    home("批过因病致贫救助", False, cost(16_500_01), status="rigid", illness_aid_12m=900),
    home("没有身份，要先申请", False, cost(99_999_00), status="none"),
    home("医保没来", None, cost(None), status="dibao"),
    home("救助没来", None, cost(100, None), status="dibao"),
    home("身份不知道", None, cost(100), status=None),
)
