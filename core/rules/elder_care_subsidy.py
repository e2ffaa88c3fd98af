"""养老服务补贴：低保低边家庭里失能、失智或者高龄的老人。

Paid in vouchers or hours of service, never in cash, and only while the assessment is valid.
"""

from collections.abc import Mapping
from datetime import date

from polars import col, when

from core.city.standards import Standards
from core.rule import Example, Label, hit, miss, unknown
from core.rules.engine.logic import any_of
from core.rules.engine.need import YUAN_A_MONTH, Amount, Need, need
from core.rules.words import DIBAO_EDGE, on

LABEL = Label(
    id="R-19",
    title="养老服务补贴",
    title_en="Elder-care service subsidy",
    since=date(2015, 3, 1),
    source="浙江省社会养老服务促进条例第35、36条（已核）",
    tag="law",
)


def conditions(std: Standards) -> Mapping[str, Need]:
    old = std.integer("elder_age")
    needs_care = any_of(col.selfcare >= 1, col.dementia, col.age >= 80)
    return {
        "listed": need(on(*DIBAO_EDGE)),
        "age": need(col.age >= old, limit=old, rests_on="elder_age"),
        "needs_care": need(needs_care, shows=("selfcare", "age")),
        "assessed": need(col.assessed),
    }


def amount(std: Standards) -> Amount:
    heavy, light = std.fen("care_sub_heavy"), std.fen("care_sub_light")
    a_month = when(col.selfcare == 2).then(heavy).when(col.selfcare < 2).then(light)
    return Amount(
        low=a_month.fill_null(light),
        high=a_month.fill_null(heavy),
        unit=YUAN_A_MONTH,
        rests_on=("care_sub_light", "care_sub_heavy"),
    )


OLD = {"status": "edge", "age": 60, "selfcare": 1, "dementia": False, "assessed": True}
EXAMPLES = (
    hit("低边家庭的失能老人", **OLD),
    miss("五十九周岁", **OLD | {"age": 59}),
    miss("自理，不失智，七十九周岁", **OLD | {"selfcare": 0, "age": 79}),
    hit("自理，满八十周岁", **OLD | {"selfcare": 0, "age": 80}),
    hit("失智", **OLD | {"selfcare": 0, "dementia": True}),
    miss("不是低保低边", **OLD | {"status": "none"}),
    miss("没做过评估", **OLD | {"assessed": False}),
    hit("已经在领", gets_elder_care_subsidy=True),
    unknown("身份没说", **OLD | {"status": None}),
    unknown("多大没说", **OLD | {"age": None}),
    unknown("自理怎样没说", **OLD | {"selfcare": None}),
    unknown("失不失智没说", **OLD | {"selfcare": 0, "dementia": None}),
    unknown("评估没说", **OLD | {"assessed": None}),
)
PAYS = (
    Example("轻中度", (30000, 30000), OLD),
    Example("重度", (100000, 100000), OLD | {"selfcare": 2}),
    Example("自理怎样没说", (30000, 100000), OLD | {"selfcare": None}),
)
