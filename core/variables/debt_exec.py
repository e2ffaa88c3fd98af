"""有未结被执行案件。"""

from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.example import home
from core.variables.engine.tally import Tally, any_of, count
from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="有未结被执行案件",
    title_en="Open judgment debt",
    kind="bool",
    classes=("M27-01",),
    fresh_days=60,
    ask="家里有没有被法院执行的欠债？",
    sensitivity="S2",
)


def members(std: Standards) -> dict[str, Tally]:
    return {"n_debtors": count(col.judgment_debt)}


def value(std: Standards) -> Expr:
    return any_of("n_debtors")


EXAMPLES = (
    home("一个被执行", True, [{"judgment_debt": True}, {"judgment_debt": None}]),
    home("没有", False, [{"judgment_debt": False}]),
    home("法院没来", None, [{"judgment_debt": None}]),
)
