"""毕业后没上班的月数。

The longest. Twelve months are the most any rule asks for, so beyond that nobody unknown matters.
"""

from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.example import home
from core.variables.engine.tally import Tally, most
from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="毕业后没上班的月数",
    title_en="Months out of work since graduation",
    kind="number",
    unit="月",
    classes=("P06-02", "P03-06"),
    fresh_days=45,
    ask="孩子毕业多久了，上班没有？",
)


def members(std: Standards) -> dict[str, Tally]:
    return {"grad_idle_most": most(col.grad_idle)}


def value(std: Standards) -> Expr:
    enough = col.grad_idle_most >= std.integer("grad_unemployed_alert_months")
    return when((col.grad_idle_most_unknown == 0) | enough).then("grad_idle_most")


EXAMPLES = (
    home("最长的", 12, [{"grad_idle": 12}, {"grad_idle": 0}, {"grad_idle": 3}]),
    home("没有毕业生", 0, [{"grad_idle": 0}]),
    home("有一个不知道", None, [{"grad_idle": 3}, {"grad_idle": None}]),
    home("有一个不知道，已经够一年", 12, [{"grad_idle": 12}, {"grad_idle": None}]),
)
