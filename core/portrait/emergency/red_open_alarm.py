"""SOS/无活动告警未解除：即为红色，权重不参与。

Somebody may be lying on the floor: no score can outweigh that.
"""

from datetime import date

from polars import Expr, col

from core.city.standards import Standards
from core.portrait.reading import YES
from core.rule import Label, hit, miss, unknown

LABEL = Label(
    id="B-red-1",
    title="SOS/无活动告警未解除",
    title_en="SOS or no-movement alarm still open",
    since=date(2022, 5, 18),
    source="五型三色红色底线（提案）B",
    tag="assumed",
)
READS = {"alarm_open": YES}


def when(std: Standards) -> Expr:
    return col.alarm_open


EXAMPLES = (
    hit("是", alarm_open=True),
    miss("否", alarm_open=False),
    unknown("未知", alarm_open=None),
)
