"""低收入（含潜在对象）。

Listed, or measured: income up to the edge line and nothing known against the assets. What is known
of the income can already be too much.
"""

from polars import Expr, coalesce, col, when

from core.city.standards import Standards
from core.rule import hit, miss, unknown
from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="低收入（含潜在对象）",
    title_en="Low income, listed or likely",
    kind="bool",
    classes=("P01-01", "P01-03", "P01-04", "P01-06"),
    fresh_days=30,
    ask="家里一个月全部收入大概多少，够用吗？",
    sensitivity="S2",
)


def value(std: Standards) -> Expr:
    cap = std.fen(std["edge_cap_rule"])
    line = min(std.fen("dibao_std", std["edge_ratio"]), cap)
    poor = col.pc_income <= line
    rich = when(col.income_least > line * col.n_members).then(False)
    return (col.status != "none") | (coalesce(poor, rich) & col.asset_ok.fill_null(True))


EXAMPLES = (
    hit("低保户", status="dibao", pc_income=None),
    hit("没在册，正好到低边线1605元", status="none", pc_income=1_605_00, asset_ok=True),
    miss("没在册，过线一分", status="none", pc_income=1_605_01, asset_ok=True),
    hit("没在册，财产没核", status="none", pc_income=1_000_00, asset_ok=None),
    miss("没在册，财产超限", status="none", pc_income=1_000_00, asset_ok=False),
    unknown("没在册，收入不知道", status="none", pc_income=None, asset_ok=True),
    miss(
        "有一个人的收入不知道，光知道的就过线",
        status="none",
        pc_income=None,
        asset_ok=True,
        income_least=3_210_01,
        n_members=2,
    ),
    unknown("身份不知道，收入也过线", status=None, pc_income=1_605_01, asset_ok=True),
    hit("身份不知道，收入在线内", status=None, pc_income=1_000_00, asset_ok=True),
)
