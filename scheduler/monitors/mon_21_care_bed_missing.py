"""低收入失能半失能老人无家庭养老床位。

Why           A bed with sensors and a carer each month, up to 4,000 yuan paid: 175 places in 2022.
Who acts      民政 and the town check and build, the village asks the family.
Places        Only in years with places (2022, 2023). When they are gone the town keeps a list of who is
              next: that is no question of one elder, so it is not decided here.
False alarms  Living in a home, kept by the state in one, or a bed being built: left out. An assessment
              out of date is unknown. Whether the family wants the sensors is asked on the visit.
"""

from datetime import date

from polars import Expr, col, lit

from core.cases.brief import TOWN, VILLAGE, Span
from core.city import Standards
from core.rule import Label, hit, miss, unknown
from core.variables.engine.words import sure
from scheduler.monitors.watch import Show, Watch
from scheduler.monitors.words import YELLOW, in_force

LABEL = Label(
    id="MON-21",
    title="低收入失能半失能老人无家庭养老床位",
    title_en="Elder in need of care without a home care bed",
    since=date(2022, 5, 18),
    source="家庭养老床位建设（试点）工作方案（种子 S3:182-201、569-571）",
    tag="seed",
)
READS = ("P01-01", "P01-02", "P01-03", "P01-04", "P01-06", "P01-11", "P02-01", "P02-02", "P04-07",
         "P10-01", "M01-03", "M01-12", "M01-13", "M04-04")  # fmt: skip
WATCH = Watch(
    grain="person",
    reads=READS,
    why="这家老人要人照应，家里还没装照护床位。",
    why_en="An elder here needs care, and there is no care bed at home yet.",
    ask="问问：愿不愿意装？家里人同意吗？平时谁照应？",
    ask_en="Ask: would they like one? Does the family agree? Who cares day by day?",
    need="1 位老人要人照应，请看看能不能装照护床位",
    need_en="1 elder needs care: please see whether a care bed can be set up",
    whistle=("M01", TOWN, VILLAGE),
    answer_within=Span(days=3),
    visit_within=Span(days=15),
    close_within=Span(days=60),
    offers=("HP-15", "HP-17", "HP-13"),
    shows=(Show("评估日期", "assessed_on", "P01-11"),),
    proof="床位用起来了。",
    proof_en="The bed is in use.",
    quiet_days=90,
    every="0 3 * * mon",
)


def when(std: Standards) -> Expr:
    if not in_force(std, "bed_quota_2022", "bed_quota_2023"):
        return lit(False) & col.care_bed
    old = col.member & (col.age >= std.integer("bed_min_age"))
    needs = col.ability.is_in(["semi", "full"])
    cared = sure(col.in_institution) | sure(col.tekun_support == "集中")
    building = sure(col.care_bed_state == "在建")
    return old & col.low_income & needs & ~col.care_bed & ~cared & ~building


def proven(std: Standards) -> Expr:
    return col.care_bed


def colour(std: Standards) -> Expr:
    return lit(YELLOW)


AT = date(2022, 7, 15)
ROW = {"member": True, "age": 60, "low_income": True, "ability": "semi", "care_bed": False}
EXAMPLES = [
    hit("六十岁当天，半失能", **ROW),
    hit("完全失能", **ROW | {"ability": "full"}),
    hit("床位停了", **ROW | {"care_bed_state": "终止"}),
    miss("差一天六十", **ROW | {"age": 59}),
    miss("能自理", **ROW | {"ability": "able"}),
    miss("不是低收入", **ROW | {"low_income": False}),
    miss("已经有了", **ROW | {"care_bed": True}),
    miss("正在建", **ROW | {"care_bed_state": "在建"}),
    miss("住在养老院", **ROW | {"in_institution": True}),
    miss("集中供养", **ROW | {"tekun_support": "集中"}),
    miss("过世或搬走了", **ROW | {"member": False}),
    unknown("评估过期", **ROW | {"ability": None}),
    unknown("床位名单断供", **ROW | {"care_bed": None}),
    unknown("收入说不准", **ROW | {"low_income": None}),
]
PROOFS = [hit("用起来了", care_bed=True), miss("还没有", care_bed=False)]
