"""零就业家庭。

Why           Able to work, and nobody has worked for two months: the longer, the harder.
Who acts      人社局 offers a post of its own if need be; the town and the village ask around.
Only          Low-income families, so that families who live on savings are left in peace.
False alarms  Casual work that pays contributions, public posts, workshops and shops count as work
              (the sixty days lie in `n_employed`), also by somebody who need not work, being ill or
              disabled; who must stay at home to care is left to MON-47.
              Farming and jobs paid in cash are not in the data: the grid worker asks on the visit.
"""

from datetime import date

from polars import Expr, col, lit

from core.cases.brief import TOWN, VILLAGE, Span
from core.city import Standards
from core.rule import Label, hit, miss, unknown
from core.variables.engine.tally import Tally, count
from core.variables.engine.words import sure
from scheduler.monitors.watch import Show, Watch
from scheduler.monitors.words import YELLOW, at_least, none_of

LABEL = Label(
    id="MON-02",
    title="零就业家庭",
    title_en="Household in which nobody works",
    since=date(2022, 5, 18),
    source="零就业家庭就业援助（领域档案 R-23、6.2）",
    tag="law",
)
READS = ("P01-01", "P01-03", "P01-04", "P01-06", "P02-01", "P03-03", "P03-04", "P03-06", "P06-02",
         "P09-01", "P10-01", "P10-05", "P11-01", "P11-03", "M01-12", "M02-01", "M09-02", "M22-02",
         "M28-01", "M28-02")  # fmt: skip
WATCH = Watch(
    grain="household",
    reads=READS,
    why="这家有人能干活，可两个月没人上班了。",
    why_en="Somebody here could work, but nobody has for two months.",
    ask="问问：在找活、打零工、种地，还是走不开？想做什么？",
    ask_en="Ask: looking for work, casual jobs, farming, or tied to the home? What would they like?",
    need="1 户人家两个月没人上班，请帮着找份活",
    need_en="In 1 family nobody has worked for two months: please help find a job",
    whistle=("M02", TOWN, VILLAGE),
    answer_within=Span(hours=24),
    visit_within=Span(days=5),
    close_within=Span(days=90),
    offers=("HP-04", "HP-01", "HP-02"),
    shows=(
        Show("能干活的人数", "n_labor", "P02-01"),
        Show("在上班的人数", "n_employed", "P03-03"),
    ),
    proof="家里有人上班了。",
    proof_en="Somebody in the family works now.",
    quiet_days=60,
    every="0 3 * * mon",
)


def members(std: Standards) -> dict[str, Tally]:
    return {"n_with_shop": count(sure(col.businesses > 0)), "n_at_work": count(sure(col.at_work))}


def when(std: Standards) -> Expr:
    idle = at_least("n_labor", 1) & none_of("n_employed")
    busy = sure(col.n_with_shop > 0) | sure(col.n_at_work > 0) | sure(col.care_tied)
    return col.low_income & idle & ~busy


def proven(std: Standards) -> Expr:
    return at_least("n_employed", 1)


def colour(std: Standards) -> Expr:
    return lit(YELLOW)


AT = date(2022, 7, 15)
ROW = {
    "low_income": True,
    "n_labor": 1,
    "n_labor_unknown": 0,
    "n_employed": 0,
    "n_employed_unknown": 0,
}
EXAMPLES = [
    hit("一个劳动力，没人上班", **ROW),
    hit("有一个能干活，另一个说不准", **ROW | {"n_labor_unknown": 1}),
    miss("有人上班", **ROW | {"n_employed": 1}),
    miss("没有劳动力", **ROW | {"n_labor": 0}),
    miss("不是低收入家庭", **ROW | {"low_income": False}),
    miss("开着小店", **ROW | {"n_with_shop": 1}),
    miss("重残的家人在上班", **ROW | {"n_at_work": 1}),
    miss("要照顾家人，走不开", **ROW | {"care_tied": True}),
    unknown("有一个人在不在上班说不准", **ROW | {"n_employed_unknown": 1}),
    unknown("能不能干活说不准", **ROW | {"n_labor": 0, "n_labor_unknown": 1}),
    unknown("收入说不准", **ROW | {"low_income": None}),
]
PROOFS = [
    hit("有人上班了", n_employed=1, n_employed_unknown=0),
    miss("还没有", n_employed=0, n_employed_unknown=0),
]
