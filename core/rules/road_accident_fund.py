"""道路交通事故社会救助基金困难补助：家里有人车祸伤亡，日子难过的。

Not on top of what insurance or temporary aid has paid. How late one may apply is a parameter.
"""

from collections.abc import Mapping
from datetime import date

from polars import col

from core.city.standards import Standards
from core.rule import Example, Label, hit, miss, unknown
from core.rules.engine.need import YUAN, Amount, Need, need

LABEL = Label(
    id="R-26",
    title="道路交通事故社会救助基金困难补助",
    title_en="Hardship aid of the road-accident fund",
    since=date(2022, 1, 1),
    source="浙政办发〔2022〕77号、浙财行〔2023〕68号；种子：困难补助审批",
    tag="page",
)


def conditions(std: Standards) -> Mapping[str, Need]:
    months = std.integer("road_apply_months")
    return {
        "accident": need(col.road_accident),
        "in_time": need(col.accident_months <= months, limit=months, rests_on="road_apply_months"),
    }


def amount(std: Standards) -> Amount:
    most = std.fen("road_hardship_cap")
    return Amount(low=0, high=most, unit=YUAN, rests_on="road_hardship_cap")


HURT = {"road_accident": True, "accident_months": 36}
EXAMPLES = (
    hit("最后一个月", **HURT),
    miss("过了申请期限", **HURT | {"accident_months": 37}),
    miss("没出过车祸", **HURT | {"road_accident": False}),
    hit("已经领过", gets_road_accident_fund=True),
    unknown("出没出过车祸没说", **HURT | {"road_accident": None}),
    unknown("过了几个月没说", **HURT | {"accident_months": None}),
)
PAYS = (Example("一次", (0, 5000000), HURT),)
