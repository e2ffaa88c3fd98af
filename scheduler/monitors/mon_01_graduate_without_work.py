"""低收入家庭毕业生未就业。

Why           The graduate is the family's way out of hardship; a year idle is a year lost.
Who acts      人社局 offers training and posts; the town and the village ask local firms.
Decides       Social insurance, while its feed is fresh; tax and employment registration speak only
              against a finding, so a town without these feeds still finds its graduates.
False alarms  Further study, military service and those who set up a business are excluded by what the
              register says; casual work without insurance, insurance paid in another province and
              preparing for examinations are not in the data: the grid worker asks on the visit.
"""

from datetime import date

import polars as pl
from polars import Expr, col, lit

from core.cases.brief import TOWN, VILLAGE, Span
from core.city import Standards
from core.rule import Label, hit, miss, unknown
from scheduler.monitors.watch import Show, Watch

LABEL = Label(
    id="MON-01",
    title="低收入家庭毕业生未就业",
    title_en="Graduate of a low-income family out of work",
    since=date(2022, 5, 18),
    source="平湖日报 2022-09-20 精平扶（种子 S0:42-65）",
    tag="seed",
)
READS = ("P01-01", "P01-02", "P01-03", "P01-04", "P02-01", "P02-02", "P03-03", "P03-04", "P03-06",
         "P06-02", "P11-01", "M01-11")  # fmt: skip
WATCH = Watch(
    grain="person",
    reads=READS,
    why="家里有人毕业满一年了，还没有工作。",
    why_en="Somebody in this family finished school a year ago and has no job yet.",
    ask="问问：在找工作，还是备考、身体不好、要照顾家人？愿意培训吗？想去什么岗位？",
    ask_en="Ask: looking for work, studying, unwell, caring for somebody? Training? Which job?",
    need="1 户家庭有人毕业满一年没工作，想请大家帮着找找出路",
    need_en="In 1 family somebody finished school a year ago and has no job: please help find a way",
    whistle=("M02", TOWN, VILLAGE),
    answer_within=Span(hours=24),
    visit_within=Span(days=3),
    close_within=Span(days=60),
    offers=("HP-01", "HP-02", "HP-03"),
    shows=(
        Show("毕业时间", "graduate_on", "P03-06"),
        Show("专业", "graduate_major", "P03-06"),
        Show("近 60 天有没有参保", "insured_60d", "P03-03"),
        Show("近 60 天有没有就业登记", "job_registered_60d", "P03-04"),
    ),
    proof="他已经上班，社保缴了两个月。",
    proof_en="He has a job: social insurance paid for two months.",
    quiet_days=90,
)
AGES = (16, 35)  # beyond, a person without a record is no graduate in question
LOW_INCOME = ("dibao", "edge", "tekun", "danrenbao")


def graduated() -> Expr:
    return pl.coalesce("graduate_on", "college_graduated_on")


def when(std: Standards) -> Expr:
    months = std.integer("grad_unemployed_alert_months")
    long_ago = graduated() <= lit(std.at).dt.offset_by(f"-{months}mo")
    seen_at_work = col("job_registered_60d").fill_null(False) | col("wage_60d").fill_null(False)
    low_income = col("member") & col("status").is_in(LOW_INCOME)
    idle = ~col("insured_60d") & ~seen_at_work
    young = col("age").is_between(*AGES)
    return young & low_income & long_ago & (col("graduate_state") == "未就业") & idle


def proven(std: Standards) -> Expr:
    paid = col("insured_60d") & (col("insured_months_12") >= 2)
    return paid | col("job_registered_60d")


def colour(std: Standards) -> Expr:
    very_long = graduated() <= lit(std.at).dt.offset_by("-18mo")
    return pl.when(very_long).then(lit("红")).otherwise(lit("黄"))


AT = date(2022, 7, 15)
ROW = {
    "age": 22,
    "member": True,
    "status": "dibao",
    "graduate_on": date(2021, 7, 1),
    "college_graduated_on": None,
    "graduate_state": "未就业",
    "insured_60d": False,
    "job_registered_60d": False,
    "wage_60d": False,
}
EXAMPLES = [
    hit("毕业满一年，没有参保", **ROW),
    hit("恰满一年当天", **ROW | {"graduate_on": date(2021, 7, 15)}),
    hit("低边家庭也算", **ROW | {"status": "edge"}),
    hit("个税和就业登记没接进来，也看得见", **ROW | {"wage_60d": None, "job_registered_60d": None}),
    hit(
        "只有学籍里的毕业日期",
        **ROW | {"graduate_on": None, "college_graduated_on": date(2021, 6, 30)},
    ),
    miss("差一天满一年", **ROW | {"graduate_on": date(2021, 7, 16)}),
    miss("十一个月", **ROW | {"graduate_on": date(2021, 8, 15)}),
    miss("不是低收入家庭", **ROW | {"status": "none"}),
    miss("参保了", **ROW | {"insured_60d": True}),
    miss("年纪大的人没有毕业记录，不算说不准", **ROW | {"age": 65, "graduate_state": None}),
    miss("有就业登记", **ROW | {"job_registered_60d": True}),
    miss("有工资", **ROW | {"wage_60d": True}),
    miss("升学了", **ROW | {"graduate_state": "升学"}),
    miss("当兵了", **ROW | {"graduate_state": "入伍"}),
    miss("搬走了，不是这家的人了", **ROW | {"member": False}),
    unknown("参保数据旧了或没来", **ROW | {"insured_60d": None}),
    unknown("去向没登记", **ROW | {"graduate_state": None}),
    unknown("毕业日期没有", **ROW | {"graduate_on": None}),
    unknown("身份说不准", **ROW | {"status": None}),
]
PROOFS = [
    hit("缴了两个月", insured_60d=True, insured_months_12=2),
    miss("才缴一个月", insured_60d=True, insured_months_12=1, job_registered_60d=False),
    hit("就业登记了", insured_60d=False, job_registered_60d=True),
]
