"""有隐患没整改。

An order not carried out, or a check that asks for repair and no repair since.
"""

from datetime import date

from polars import Expr, col

from core.city.standards import Standards
from core.rule import hit, miss, unknown
from core.variables.engine.variable import Variable
from core.variables.engine.words import sure

VARIABLE = Variable(
    title="有隐患没整改",
    title_en="Open fire or gas hazard",
    kind="bool",
    classes=("M16-01", "M16-02"),
    fresh_days=180,
    ask="家里的电线、煤气，查出来的毛病修好了吗？",
)


def value(std: Standards) -> Expr:
    fixed = sure((col.hazard_fixed_on >= col.fire_checked_on) & (col.hazards_open == 0))
    return (col.hazards_open > 0) | (col.fire_needs_fix & ~fixed)


EXAMPLES = (
    hit("整改任务没完成", hazards_open=1, fire_needs_fix=None),
    hit(
        "查出要整改，没派单", hazards_open=0, fire_needs_fix=True, fire_checked_on=date(2022, 5, 1)
    ),
    miss(
        "查出来，改好了",
        hazards_open=0,
        fire_needs_fix=True,
        fire_checked_on=date(2022, 5, 1),
        hazard_fixed_on=date(2022, 6, 1),
    ),
    hit(
        "改好以后又查出来",
        hazards_open=0,
        fire_needs_fix=True,
        fire_checked_on=date(2022, 7, 1),
        hazard_fixed_on=date(2022, 6, 1),
    ),
    miss("查过没隐患", hazards_open=0, fire_needs_fix=False),
    unknown("没查过", hazards_open=0, fire_needs_fix=None),
    unknown("整改没来，查过没隐患", hazards_open=None, fire_needs_fix=False),
)
