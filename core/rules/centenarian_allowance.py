"""百岁老人长寿保健金：本市户籍、满一百周岁的老人。

It takes the place of the old-age allowance: nobody gets both.
"""

from collections.abc import Mapping
from datetime import date

from polars import col

from core.city.standards import Standards
from core.rule import Example, Label, hit, miss, unknown
from core.rules.engine.need import Amount, Need, need

LABEL = Label(
    id="R-13",
    title="百岁老人长寿保健金",
    title_en="Centenarian allowance",
    since=date(2022, 1, 1),
    source="浙江省实施《老年人权益保障法》办法第27条（已核）；种子：2022年提高标准",
    tag="law",
)


def conditions(std: Standards) -> Mapping[str, Need]:
    return {"hukou": need(col.hukou_local), "age": need(col.age >= 100, limit=100)}


def amount(std: Standards) -> Amount:
    return Amount(low=std.fen("elder_100"), high=std.fen("elder_100"), rests_on="elder_100")


OLD = {"hukou_local": True, "age": 100}
EXAMPLES = (
    hit("满一百周岁", **OLD),
    miss("九十九周岁", **OLD | {"age": 99}),
    miss("户口不在本市", **OLD | {"hukou_local": False}),
    hit("已经在领", gets_centenarian_allowance=True),
    unknown("年龄没说", **OLD | {"age": None}),
    unknown("户口没说", **OLD | {"hukou_local": None}),
)
PAYS = (Example("每月", (50000, 50000), OLD),)
