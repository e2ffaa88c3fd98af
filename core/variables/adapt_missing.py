"""没做无障碍改造。"""

from polars import Expr, col

from core.city.standards import Standards
from core.rule import hit, miss, unknown
from core.variables.engine.tally import any_of
from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="没做无障碍改造",
    title_en="Home not adapted",
    kind="bool",
    classes=("M08-01",),
    fresh_days=180,
    ask="家里装扶手、改厕所了吗？",
)


def value(std: Standards) -> Expr:
    needed = any_of("n_severe_dis") | any_of("n_disabled_full")
    return needed & ~col.home_adapted


def of(severe: int, full: int, unsure: int = 0) -> dict[str, int]:
    counts = {"n_severe_dis": severe, "n_disabled_full": full}
    return counts | {"n_severe_dis_unknown": 0, "n_disabled_full_unknown": unsure}


EXAMPLES = (
    hit("重残，没改造", **of(1, 0), home_adapted=False),
    hit("失能，没改造", **of(0, 1), home_adapted=False),
    miss("改造过", **of(1, 0), home_adapted=True),
    miss("没人需要", **of(0, 0), home_adapted=None),
    unknown("重残，残联改造没来", **of(1, 0), home_adapted=None),
    unknown("有一个没评估", **of(0, 0, 1), home_adapted=False),
)
