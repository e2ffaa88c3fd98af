"""独居或唯一照护者住院。

Why           Whoever was looked after at home is alone tonight; whoever lives alone has nobody to come.
Who acts      卫健局 knows when the patient comes home; 民政 with the consortium (助联体, which answers
              as M01 for now) sends somebody; the town and the village look in today.
False alarms  A stay of less than two days does not count, and a hospital's double entry is one stay.
              A family in which a visit already found somebody caring is left out.
"""

from datetime import date, timedelta

from polars import Expr, col, lit

from core.cases.brief import VILLAGE, Span
from core.city import Standards
from core.rule import Label, hit, miss, unknown
from core.variables.engine.tally import Tally, count
from core.variables.engine.words import sure
from scheduler.monitors.watch import Show, Watch
from scheduler.monitors.words import RED, at_least, none_of

LABEL = Label(
    id="MON-09",
    title="独居或唯一照护者住院",
    title_en="Carer, or elder living alone, in hospital",
    since=date(2022, 5, 18),
    source="领域档案 6.2",
    tag="assumed",
)
WATCH = Watch(
    grain="household",
    reads=("P01-11", "P02-04", "P04-02", "P10-01", "P13-01", "M01-01", "M07-04", "M22-02"),
    why="这家平时照应的人，这几天不在家。",
    why_en="The one who usually cares for this home has been away for days.",
    ask="问问：家里现在谁做饭，谁照看？晚上有没有人？",
    ask_en="Ask: who cooks and cares now? Is anybody there at night?",
    need="1 户人家照应的人不在家，请看看谁先顶上",
    need_en="In 1 family the one who cares is away: please see who can step in",
    whistle=("M04", "M01", VILLAGE),
    answer_within=Span(hours=12),
    visit_within=Span(hours=24),
    close_within=Span(days=30),
    offers=("HP-09", "HP-19", "HP-22"),
    shows=(Show("家里要照应的人", "need_care", "P01-11"),),
    proof="人回来了，照应也接上了。",
    proof_en="Back home, and care is arranged.",
    quiet_days=14,
)


def members(std: Standards) -> dict[str, Tally]:
    two_days = col.in_hospital & (col.admitted_on <= std.at - timedelta(days=2))
    return {"n_in_hospital_2d": count(two_days), "n_in_hospital": count(col.in_hospital)}


def when(std: Standards) -> Expr:
    nobody_left = col.elder_alone | col.sole_carer_lost
    return nobody_left & at_least("n_in_hospital_2d", 1) & ~sure(col.visit_has_carer)


def proven(std: Standards) -> Expr:
    return none_of("n_in_hospital") & col.visit_has_carer


def colour(std: Standards) -> Expr:
    return lit(RED)


AT = date(2022, 7, 15)
ROW = {
    "elder_alone": True,
    "sole_carer_lost": False,
    "n_in_hospital_2d": 1,
    "n_in_hospital_2d_unknown": 0,
}
EXAMPLES = [
    hit("独居的住院了", **ROW),
    hit("唯一照护者住院了", **ROW | {"elder_alone": False, "sole_carer_lost": True}),
    miss("当天出院，不满两天", **ROW | {"n_in_hospital_2d": 0}),
    miss("家里还有别人照护", **ROW | {"elder_alone": False}),
    miss("走访说家人已经到了", **ROW | {"visit_has_carer": True}),
    unknown("住院数据断供", **ROW | {"n_in_hospital_2d": 0, "n_in_hospital_2d_unknown": 1}),
    unknown("独不独居说不准", **ROW | {"elder_alone": None}),
]
OUT = {"n_in_hospital": 0, "n_in_hospital_unknown": 0}
PROOFS = [
    hit("出院了，有人照护", **OUT, visit_has_carer=True),
    miss("出院了，没人照护", **OUT, visit_has_carer=False),
    unknown("出院了，还没去看过", **OUT, visit_has_carer=None),
]
