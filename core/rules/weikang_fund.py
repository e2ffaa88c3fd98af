"""金平湖维康基金医疗救助：困难家庭、因病致困家庭，自己掏的钱还很多的。

Comes after insurance and medical assistance; the three are not paid twice for one bill.
"""

from collections.abc import Mapping
from datetime import date

from polars import col

from core.city.standards import Standards
from core.rule import Label, hit, miss, unknown
from core.rules.engine.logic import any_of
from core.rules.engine.need import Need, need
from core.rules.words import LISTED, on, poor_after_costs

LABEL = Label(
    id="R-33",
    title="金平湖维康基金医疗救助",
    title_en="Weikang medical fund",
    since=date(2022, 1, 1),
    source="种子 S3:148、462",
    tag="seed",
)


def conditions(std: Standards) -> Mapping[str, Need]:
    high = std.fen("med_warn_oop")
    poor = any_of(on(*LISTED), poor_after_costs(std))
    return {
        "poor": need(poor, shows=("status", "costs_pc")),
        "costs": need(col.med_year >= high, limit=high, rests_on="med_warn_oop"),
    }


ILL = {"status": "edge", "med_year": 3000000}
OTHER = ILL | {"status": "none", "n_members": 2, "income_12m": 6000000, "rigid_year": 3432001}
EXAMPLES = (
    hit("低边家庭，自付恰三万", **ILL),
    miss("差一分", **ILL | {"med_year": 2999999}),
    hit("不在册，因病致困", **OTHER),
    miss("不在册，也不算因病致困", **OTHER | {"rigid_year": 0}),
    hit("已经在领", gets_weikang_fund=True),
    unknown("身份没说", **ILL | {"status": None}),
    unknown("自付没说", **ILL | {"med_year": None}),
    unknown("不在册，一年收入没说", **OTHER | {"income_12m": None}),
    unknown("不在册，开销没说", **OTHER | {"rigid_year": None}),
    unknown("不在册，几口人没说", **OTHER | {"n_members": None}),
)
