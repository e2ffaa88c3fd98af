"""家暴、自伤等人身安全危机。

Seen by restricted staff only; to everybody else the colour has no reason attached.
"""

from datetime import date

from polars import col

from core.city.standards import Standards
from core.portrait.reading import YES, Level, Relief, only
from core.rule import Example, Label

LABEL = Label(
    id="B11",
    title="家暴、自伤等人身安全危机",
    title_en="Violence or self-harm",
    since=date(2022, 5, 18),
    source="五型三色指标体系（提案）B11",
    tag="assumed",
)
DIMENSION = "安全"
WEIGHT = 4
NAMES = (("人身危机", "personal danger"),)
READS = {"crisis": YES}
FRESH = 7
LINE = "restricted"
RELIEF = Relief("确认人身安全", "personal safety is confirmed", {"crisis": False})


def level(std: Standards) -> Level:
    return only(col.crisis)


EXAMPLES = (
    Example("是", 2, {"crisis": True}),
    Example("否", 0, {"crisis": False}),
    Example("未掌握情况", None, {"crisis": None}),
)
