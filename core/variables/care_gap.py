"""服务次数不够。"""

from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.example import home
from core.variables.engine.tally import Tally, any_of, count
from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="服务次数不够",
    title_en="Care visits below need",
    kind="bool",
    classes=("M01-03", "P01-11"),
    fresh_days=60,
    ask="上门服务一个月来几次，够不够？",
    sensitivity="S2",
)


def members(std: Standards) -> dict[str, Tally]:
    return {"n_service_gap": count(col.service_gap)}


def value(std: Standards) -> Expr:
    return any_of("n_service_gap")


EXAMPLES = (
    home("一个不够", True, [{"service_gap": True}, {"service_gap": None}]),
    home("都够", False, [{"service_gap": False}]),
    home("有一个不知道", None, [{"service_gap": None}]),
)
