"""正停电或停水。"""

from polars import Expr, col

from core.city.standards import Standards
from core.rule import hit, miss, unknown
from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="正停电或停水",
    title_en="Power or water cut off now",
    kind="bool",
    classes=("M24-03", "M25-01"),
    fresh_days=45,
    ask="家里现在水电通着吗？",
)


def value(std: Standards) -> Expr:
    return col.power_cut | col.water_cut


EXAMPLES = (
    hit("停电", power_cut=True, water_cut=False),
    hit("停水", power_cut=False, water_cut=True),
    miss("都通着", power_cut=False, water_cut=False),
    hit("停电，水务没来", power_cut=True, water_cut=None),
    unknown("没停电，水务没来", power_cut=False, water_cut=None),
)
