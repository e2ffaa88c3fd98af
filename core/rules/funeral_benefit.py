"""惠民殡葬：本市户籍的人去世，基本殡葬服务免费。

Told to relatives only. The same day stops what the deceased received.
"""

from collections.abc import Mapping
from datetime import date

from polars import col

from core.city.standards import Standards
from core.rule import Label, hit, miss, unknown
from core.rules.engine.need import Need, need

LABEL = Label(
    id="R-27",
    title="惠民殡葬",
    title_en="Free basic funeral",
    since=date(2022, 1, 1),
    source="种子 S3:595；国务院令第649号第15条第4项",
    tag="seed",
)


def conditions(std: Standards) -> Mapping[str, Need]:
    return {"deceased": need(col.deceased), "hukou": need(col.hukou_local)}


GONE = {"deceased": True, "hukou_local": True}
EXAMPLES = (
    hit("本市户籍的人去世", **GONE),
    miss("人还在", **GONE | {"deceased": False}),
    miss("户口不在本市", **GONE | {"hukou_local": False}),
    hit("已经减免", gets_funeral_benefit=True),
    unknown("没说有人过世", **GONE | {"deceased": None}),
    unknown("户口没说", **GONE | {"hukou_local": None}),
)
