"""重大疾病确诊登记：是不是在册的大病，最近一次确诊的日子。"""

from datetime import date

from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import sure

EXTRACT = Extract(absent={"serious_illness": False}, lasting=("serious_illness", "diagnosed_on"))


def columns(std: Standards) -> dict[str, Expr]:
    open_ = ~sure(col.treatment.is_in(["治愈", "已治愈", "痊愈"]))
    return {"serious_illness": open_.any(), "diagnosed_on": when(open_).then("diagnosed_at").max()}


EXAMPLES = (
    given(
        "确诊",
        {"diagnosed_at": date(2022, 7, 1)},
        serious_illness=True,
        diagnosed_on=date(2022, 7, 1),
    ),
    given("已治愈", {"diagnosed_at": date(2020, 7, 1), "treatment": "治愈"}, serious_illness=False),
    given("不在册", serious_illness=False, diagnosed_on=None),
    stale("断供，病不会自己没了", {"diagnosed_at": date(2022, 7, 1)}, serious_illness=True),
    stale("断供，不知道", serious_illness=None),
)
