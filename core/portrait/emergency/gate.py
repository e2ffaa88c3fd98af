"""近期有冲击，或有告警、无人看护、人身危机，任何一项即是急难型。

A blow within the window of days that is not settled yet, or somebody in danger right now.
"""

from datetime import date

from polars import Expr, col

from core.city.standards import Standards
from core.portrait.reading import YES
from core.rule import Label, hit, miss, unknown

LABEL = Label(
    id="B",
    title="急难型",
    title_en="Emergency",
    since=date(2022, 5, 18),
    source="五型三色归型条件（提案）B",
    tag="assumed",
)
READS = {"shock_recent": YES, "alarm_open": YES, "unattended": YES, "crisis": YES}


def when(std: Standards) -> Expr:
    return col.shock_recent | col.alarm_open | col.unattended | col.crisis


ROW = {"shock_recent": False, "alarm_open": False, "unattended": False, "crisis": False}
EXAMPLES = (
    hit("近期有冲击", **ROW | {"shock_recent": True}),
    hit("告警未解除", **ROW | {"alarm_open": True}),
    hit("无人看护", **ROW | {"unattended": True}),
    hit("人身危机", **ROW | {"crisis": True}),
    miss("都没有", **ROW),
    unknown("冲击情况未知", **ROW | {"shock_recent": None}),
    unknown("设备离线", **ROW | {"alarm_open": None}),
    unknown("看护情况未知", **ROW | {"unattended": None}),
    unknown("危机情况未知", **ROW | {"crisis": None}),
    hit(
        "一项已知便够",
        **ROW | {"shock_recent": True, "alarm_open": None, "unattended": None, "crisis": None},
    ),
)
