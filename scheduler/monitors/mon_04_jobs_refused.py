"""连续拒绝岗位提醒（仅提示，不处置）。

Why           Three refusals in half a year may end a benefit by law, so somebody must first ask why.
Who acts      One named person at 人社局, who offers something that fits. Nothing is cut by this.
Counts        What our own visits recorded: no department keeps a register of refusals.
False alarms  A family without anybody able to work, or tied by care, is left out. Posts that do not
              fit, poor health and slips of recording are asked on the visit.
"""

from datetime import date

from polars import Expr, col, lit

from core.cases.brief import Span
from core.city import Standards
from core.rule import Label, hit, miss, unknown
from core.variables.engine.words import sure
from scheduler.monitors.watch import Show, Watch
from scheduler.monitors.words import GREEN, at_least, listed

LABEL = Label(
    id="MON-04",
    title="连续拒绝岗位提醒（仅提示，不处置）",
    title_en="Several jobs refused (a hint, never a penalty)",
    since=date(2022, 5, 18),
    source="浙江省社会救助条例第36条（领域档案 R-23）",
    tag="law",
)
READS = ("P01-01", "P01-02", "P01-03", "P01-04", "P02-01", "P03-03", "P03-04", "P06-02", "P10-01",
         "P11-01", "M01-11", "M01-12", "M22-02", "M28-01")  # fmt: skip
WATCH = Watch(
    grain="household",
    reads=READS,
    why="给这家介绍过几次工作，都没有成。",
    why_en="Several jobs were offered to this family, and none came off.",
    ask="问问：岗位不合适，身体吃不消，还是走不开？只听，不催。",
    ask_en="Ask: did the posts not fit, is it too hard, or tied to the home? Only listen, do not push.",
    need="1 户人家几次没谈成工作，请看看岗位合不合适",
    need_en="1 family turned down several jobs: please look whether the posts fit",
    whistle=("M02",),
    answer_within=Span(hours=48),
    visit_within=Span(days=7),
    close_within=Span(days=30),
    offers=("HP-02", "HP-32"),
    shows=(Show("半年里没谈成几次", "job_refusals_180d", "M22-02"),),
    proof="找到了合适的活。",
    proof_en="A job that fits was found.",
    quiet_days=180,
    every="0 3 * * mon",
)


def when(std: Standards) -> Expr:
    often = col.job_refusals_180d >= std.integer("refuse_job_times")
    unable = sure((col.n_labor == 0) & (col.n_labor_unknown == 0))
    tied = sure(col.visit_care_tied) | sure(col.care_tied)
    return listed() & often & ~unable & ~tied


def proven(std: Standards) -> Expr:
    return at_least("n_employed", 1)


def colour(std: Standards) -> Expr:
    return lit(GREEN)


AT = date(2022, 7, 15)
ROW = {"status": "dibao", "job_refusals_180d": 3, "n_labor": 1, "n_labor_unknown": 0}
EXAMPLES = [
    hit("半年里三次", **ROW),
    miss("两次", **ROW | {"job_refusals_180d": 2}),
    miss("不在册", **ROW | {"status": "none"}),
    miss("没有人能干活", **ROW | {"n_labor": 0}),
    miss("走访说走不开", **ROW | {"visit_care_tied": True}),
    miss("登记说走不开", **ROW | {"care_tied": True}),
    unknown("走访记录断供", **ROW | {"job_refusals_180d": None}),
    unknown("身份说不准", **ROW | {"status": None}),
]
PROOFS = [
    hit("上班了", n_employed=1, n_employed_unknown=0),
    miss("没有", n_employed=0, n_employed_unknown=0),
]
