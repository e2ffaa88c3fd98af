"""全家都是老幼病残。"""

from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.example import home
from core.variables.engine.tally import Tally, any_of, count
from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="全家都是老幼病残",
    title_en="All members dependent",
    kind="bool",
    classes=("P02-01", "P10-01"),
    fresh_days=90,
    ask="家里是不是只有老人、小孩和病人？",
    sensitivity="S2",
)


def members(std: Standards) -> dict[str, Tally]:
    return {"n_independent": count(~col.dependent)}


def value(std: Standards) -> Expr:
    return when(col.n_members > 0).then(~any_of("n_independent"))


EXAMPLES = (
    home("老的老小的小", True, [{"dependent": True}, {"dependent": True}], n_members=2),
    home("有一个健康的大人", False, [{"dependent": True}, {"dependent": False}], n_members=2),
    home("有一个不知道", None, [{"dependent": True}, {"dependent": None}], n_members=2),
    home(
        "有一个不知道，另一个健康", False, [{"dependent": False}, {"dependent": None}], n_members=2
    ),
    home("一个成员也没有", None, [{"dependent": True, "member": False}], n_members=0),
)
