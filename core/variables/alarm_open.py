"""设备告警未解除。"""

from polars import Expr, col

from core.city.standards import Standards
from core.rule import hit, miss, unknown
from core.variables.engine.variable import Variable
from core.variables.engine.words import sure

VARIABLE = Variable(
    title="设备告警未解除",
    title_en="Open sensor alarm",
    kind="bool",
    classes=("M01-04", "M16-04"),
    fresh_days=1,
    ask="家里的呼叫器或烟感刚才响过吗？人没事吧？",
    sensitivity="S2",
)


def value(std: Standards) -> Expr:
    return col.device_alarm | col.smoke_alarm | sure(col.gas_alarm)


EXAMPLES = (
    hit("呼叫没人处置", device_alarm=True, smoke_alarm=False),
    hit("烟感报警", device_alarm=False, smoke_alarm=True),
    hit("燃气泄漏", device_alarm=False, smoke_alarm=False, gas_alarm=True),
    miss("都没响", device_alarm=False, smoke_alarm=False),
    unknown("烟感断线", device_alarm=False, smoke_alarm=None),
    hit("烟感断线，呼叫没人处置", device_alarm=True, smoke_alarm=None),
)
