"""家庭养老床位：低保、低边家庭六十周岁以上失能、半失能的老人。

Devices that see or hear need the elder's own consent. Places are limited each year.
"""

from collections.abc import Mapping
from datetime import date

from polars import col

from core.city.standards import Standards
from core.rule import Example, Label, hit, miss, unknown
from core.rules.engine.need import Amount, Need, need
from core.rules.words import DIBAO_EDGE, on

LABEL = Label(
    id="R-28",
    title="家庭养老床位",
    title_en="Home care bed",
    since=date(2022, 3, 1),
    source="平湖市2022年度家庭养老床位建设（试点）工作方案（种子 S3:185-192）",
    tag="seed",
)


def conditions(std: Standards) -> Mapping[str, Need]:
    old = std.integer("bed_min_age")
    return {
        "listed": need(on(*DIBAO_EDGE)),
        "age": need(col.age >= old, limit=old, rests_on="bed_min_age"),
        "needs_care": need(col.selfcare >= 1),
    }


def amount(std: Standards) -> Amount:
    """What the fitting costs, up to the ceiling; not known yet means anything up to it."""
    cap = std.fen("bed_subsidy_cap")
    paid = col.works_cost.clip(upper_bound=cap)
    return Amount(
        low=paid.fill_null(0),
        high=paid.fill_null(cap),
        unit=("元/户", "yuan a household"),
        rests_on="bed_subsidy_cap",
    )


OLD = {"status": "edge", "age": 60, "selfcare": 1}
EXAMPLES = (
    hit("六十周岁当天，半失能", **OLD),
    miss("五十九周岁", **OLD | {"age": 59}),
    hit("失能", **OLD | {"selfcare": 2}),
    miss("自理", **OLD | {"selfcare": 0}),
    miss("不是低保低边", **OLD | {"status": "none"}),
    hit("已经有床位", gets_home_care_bed=True),
    unknown("身份没说", **OLD | {"status": None}),
    unknown("多大没说", **OLD | {"age": None}),
    unknown("自理怎样没说", **OLD | {"selfcare": None}),
)
PAYS = (
    Example("五千二，封顶四千", (400000, 400000), OLD | {"works_cost": 520000}),
    Example("三千五，据实", (350000, 350000), OLD | {"works_cost": 350000}),
    Example("还没改造", (0, 400000), OLD),
)
