"""唯一照护者缺位。

Somebody needs care, a grown-up who could give it has died, been detained or lies in hospital, and
no other is left at home.
"""

from polars import Expr, coalesce, col, when

from core.city.standards import Standards
from core.rule import hit, miss, unknown
from core.variables.engine.tally import any_of, known
from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="唯一照护者缺位",
    title_en="Sole carer lost",
    kind="bool",
    classes=("P04-02", "P02-04", "P13-01"),
    fresh_days=60,
    ask="平时照顾家人的那个人，现在还在家照顾吗？",
    sensitivity="S2",
)


def value(std: Standards) -> Expr:
    lost = any_of("n_able_in_hospital") | any_of("n_lost_carers")
    left = col.n_able - col.n_able_in_hospital - col.n_able_in_hospital_unknown
    sure_left = when(left > 0).then(True)
    none_left = (known("n_able") - known("n_able_in_hospital")) <= 0
    return col.need_care & lost & coalesce(~sure_left, none_left)


def here(able: int, hospital: int, lost: int) -> dict[str, int]:
    found = {"n_able": able, "n_able_in_hospital": hospital, "n_lost_carers": lost}
    return found | {f"{name}_unknown": 0 for name in found}


EXAMPLES = (
    hit("唯一的照护者住院", need_care=True, **here(1, 1, 0)),
    hit("唯一的照护者过世", need_care=True, **here(0, 0, 1)),
    miss("还有别人", need_care=True, **here(2, 1, 0)),
    miss("没人要照护", need_care=False, **here(1, 1, 0)),
    miss("本来就没有照护者", need_care=True, **here(0, 0, 0)),
    unknown("医保没来", need_care=True, **here(1, 0, 0) | {"n_able_in_hospital_unknown": 1}),
    miss(
        "医保没来，家里没人要照护",
        need_care=False,
        **here(1, 0, 0) | {"n_able_in_hospital_unknown": 1},
    ),
)
