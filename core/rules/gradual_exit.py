"""就业后低保渐退：在保的家里有人上班了，低保不会马上停。

What residents fear most. Wages of the new job up to three standards do not count for six to twelve
months; after that the family is counted anew, and where it then stands above the standard it
leaves step by step.
"""

from collections.abc import Mapping
from datetime import date

from polars import col

from core.city.standards import Standards
from core.rule import Example, Label, hit, miss, unknown
from core.rules.engine.logic import any_of
from core.rules.engine.need import Amount, Need, need
from core.rules.wages import PARAMETERS, disregard_cap, disregard_months, is_spared
from core.rules.words import below, gap, on

LABEL = Label(
    id="R-06",
    title="就业后低保渐退",
    title_en="Leaving dibao step by step",
    since=date(2014, 11, 1),
    source="浙江省社会救助条例第13、50条（已核）",
    tag="law",
)


receiving = None


def conditions(std: Standards) -> Mapping[str, Need]:
    months = disregard_months(std) + std.integer("gradual_exit_months")
    still_poor = below(std.fen("dibao_std"))
    return {
        "dibao": need(on("dibao")),
        "job": need(col.new_wage > 0, shows="new_wage", limit=0),
        "in_time": need(
            any_of(col.job_months < months, still_poor),
            shows="job_months",
            limit=months,
            rests_on=("employ_disregard_months", "gradual_exit_months"),
        ),
    }


def amount(std: Standards) -> Amount:
    """The grant after the disregard; 0 where only the steps of leaving remain."""
    grant = gap(std.fen("dibao_std"))
    sure = is_spared(std.integer("employ_disregard_months_min")) & (col.wages == 0)
    return Amount(low=grant, high=grant, rests_on=("dibao_std", *PARAMETERS), assumed=~sure)


def blanks(std: Standards) -> Mapping[str, object]:
    return {"disregard_cap": f"{disregard_cap(std) // 100:,}"}


LU = {
    "status": "dibao",
    "n_members": 3,
    "income_month": 80000,
    "wages": 0,
    "obligors_apart": False,
    "new_wage": 320000,
    "job_months": 1,
}
EXAMPLES = (
    hit("刚上班", **LU),
    hit("满期后仍低于标准", **LU | {"job_months": 30}),
    hit("工资高，渐退期最后一个月", **LU | {"new_wage": 800000, "job_months": 17}),
    miss("工资高，渐退期满", **LU | {"new_wage": 800000, "job_months": 18}),
    miss("没有新工作", **LU | {"new_wage": 0}),
    miss("不是低保户", **LU | {"status": "edge"}),
    unknown("上班几个月没说", **LU | {"new_wage": 800000, "job_months": None}),
    unknown("身份没说", **LU | {"status": None}),
    unknown("工资没说", **LU | {"new_wage": None}),
    unknown("满期了，几口人没说", **LU | {"job_months": 30, "n_members": None}),
)
PAYS = (
    Example("三千二全部豁免", (241000, 241000), LU),
    Example("刚好三千二百一", (241000, 241000), LU | {"new_wage": 321000}),
    Example("三千二百一十一，算一元", (240900, 240900), LU | {"new_wage": 321100}),
    Example("豁免最后一个月", (62000, 62000), LU | {"new_wage": 500000, "job_months": 11}),
    Example("豁免期满，扣就业成本", (17000, 17000), LU | {"job_months": 12}),
)
