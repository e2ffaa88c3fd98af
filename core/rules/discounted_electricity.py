"""优惠用电：低保、特困家庭每月有一些免费电。

Families behind a landlord's or a shared meter are the ones missed: they tell their own number.
"""

from collections.abc import Mapping
from datetime import date

from core.city.standards import Standards
from core.rule import Example, Label, hit, miss, unknown
from core.rules.engine.need import Amount, Need, need
from core.rules.words import on

LABEL = Label(
    id="R-24",
    title="优惠用电",
    title_en="Discounted electricity",
    since=date(2012, 7, 1),
    source="种子 S3:149-151",
    tag="seed",
)


def conditions(std: Standards) -> Mapping[str, Need]:
    return {"listed": need(on("dibao", "danrenbao", "tekun"))}


def amount(std: Standards) -> Amount:
    free = std.integer("free_kwh")
    unit = ("度/月", "kWh a month")
    return Amount(low=free, high=free, unit=unit, rests_on="free_kwh", counted=True)


EXAMPLES = (
    hit("低保", status="dibao"),
    hit("特困", status="tekun"),
    miss("低边", status="edge"),
    miss("不在册", status="none"),
    hit("已经在享受", gets_discounted_electricity=True),
    unknown("身份没说", status=None),
)
PAYS = (Example("每月", (15, 15), {"status": "dibao"}),)
