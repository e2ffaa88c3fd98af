"""SOS或无活动告警未解除。

An alarm nobody answered is an emergency until somebody has looked.
"""

from datetime import date

from polars import col

from core.city.standards import Standards
from core.portrait.reading import YES, Level, Relief, only
from core.rule import Example, Label

LABEL = Label(
    id="B9",
    title="SOS或无活动告警未解除",
    title_en="SOS or no-movement alarm still open",
    since=date(2022, 5, 18),
    source="五型三色指标体系（提案）B9",
    tag="assumed",
)
DIMENSION = "安全"
WEIGHT = 8
NAMES = (("设备告警", "open alarm"),)
READS = {"alarm_open": YES}
FRESH = 1
RELIEF = Relief("上门核实并解除告警", "somebody checks and clears the alarm", {"alarm_open": False})


def level(std: Standards) -> Level:
    return only(col.alarm_open)


EXAMPLES = (
    Example("是", 2, {"alarm_open": True}),
    Example("否", 0, {"alarm_open": False}),
    Example("设备离线", None, {"alarm_open": None}),
)
