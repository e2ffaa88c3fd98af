"""失业保险金到期未就业。

Why           When the benefit ends there is nothing, and nobody is told until the money is missing.
Who acts      人社局 finds a post or a training; the village asks how the family gets by.
False alarms  Who draws a pension already, or works without insurance but is seen in tax or the
              register, or stopped drawing long before the end, is left out. Work paid in cash is
              asked on the visit.
Stays         Up to two months after the end: that is when it hurts.
"""

from datetime import date, timedelta

from polars import Expr, col, lit

from core.cases.brief import VILLAGE, Span
from core.city import Standards
from core.rule import Label, hit, miss, unknown
from core.variables.engine.words import sure
from scheduler.monitors.watch import Show, Watch
from scheduler.monitors.words import YELLOW, told

LABEL = Label(
    id="MON-03",
    title="失业保险金到期未就业",
    title_en="Unemployment benefit running out",
    since=date(2022, 5, 18),
    source="领域档案 6.2",
    tag="assumed",
)
READS = ("P01-01", "P01-03", "P01-04", "P01-06", "P02-02", "P03-01", "P03-02", "P03-03", "P03-04",
         "P03-05", "P11-01")  # fmt: skip
WATCH = Watch(
    grain="person",
    reads=READS,
    why="这家有人没上班，每月领的钱快到期了。",
    why_en="Somebody here is out of work, and the monthly benefit is running out.",
    ask="问问：有没有新工作？愿不愿意培训？想去什么岗位？",
    ask_en="Ask: any new job? Training? Which kind of work?",
    need="1 户人家的补助快到期，还没上班，请找找岗位",
    need_en="In 1 family a benefit ends and there is no job yet: please look for posts",
    whistle=("M02", VILLAGE),
    answer_within=Span(hours=48),
    visit_within=Span(days=7),
    close_within=Span(days=60),
    offers=("HP-01", "HP-02"),
    shows=(Show("领到哪个月", "unemployment_benefit_end", "P03-05"),),
    proof="他又上班了，社保接上了。",
    proof_en="Back at work: social insurance is paid again.",
    quiet_days=120,
    every="0 3 * * mon",
)


def when(std: Standards) -> Expr:
    last_day = col.unemployment_benefit_end.dt.month_end()
    near = last_day.is_between(std.at - timedelta(days=60), std.at + timedelta(days=30))
    drawn = col.unemployment_benefit_month >= col.unemployment_benefit_end.dt.offset_by("-2mo")
    seen_at_work = sure(col.wage_60d) | sure(col.job_registered_60d)
    retired = sure(col.employee_pension > 0) | sure(col.resident_pension > 0)
    jobless = ~col.insured_60d & ~seen_at_work & ~retired
    return col.member & col.low_income & told("unemployment_benefit", near & drawn) & jobless


def proven(std: Standards) -> Expr:
    return col.insured_60d


def colour(std: Standards) -> Expr:
    return lit(YELLOW)


AT = date(2022, 7, 15)
ROW = {
    "member": True,
    "low_income": True,
    "unemployment_benefit": 1_656_00,
    "unemployment_benefit_end": date(2022, 7, 1),
    "unemployment_benefit_month": date(2022, 6, 1),
    "insured_60d": False,
}
EXAMPLES = [
    hit("月底到期", **ROW),
    hit("刚过期一个月", **ROW | {"unemployment_benefit_end": date(2022, 6, 1)}),
    miss("八月底才到期，还有四十七天", **ROW | {"unemployment_benefit_end": date(2022, 8, 1)}),
    miss("四月就到期了", **ROW | {"unemployment_benefit_end": date(2022, 4, 1)}),
    hit("最后一笔还没到账", **ROW | {"unemployment_benefit_month": date(2022, 5, 1)}),
    miss("找到过工作，早就不领了", **ROW | {"unemployment_benefit_month": date(2022, 4, 1)}),
    miss("没领过", **ROW | {"unemployment_benefit": 0, "unemployment_benefit_end": None}),
    miss("又参保了", **ROW | {"insured_60d": True}),
    miss("有工资，没参保", **ROW | {"wage_60d": True}),
    miss("就业登记了", **ROW | {"job_registered_60d": True}),
    miss("已经退休", **ROW | {"employee_pension": 2_800_00}),
    miss("不是低收入家庭", **ROW | {"low_income": False}),
    miss("过世或搬走了", **ROW | {"member": False}),
    unknown("名单断供", **ROW | {"unemployment_benefit": None, "unemployment_benefit_end": None}),
    unknown("参保数据旧了", **ROW | {"insured_60d": None}),
]
PROOFS = [hit("参保了", insured_60d=True), miss("还没有", insured_60d=False)]
