"""持居住证人员遭遇急难。

Why           Those who came here to work are on none of our lists, and an emergency finds them alone.
Who acts      民政 and the town: emergency aid at the place where it happened, not where they come from.
Counts        A valid permit and no register here, and a fire, an accident, a grave illness, a
              breadwinner lost or a disaster within thirty days.
False alarms  A permit that ran out is left out. Gone home already: asked. One finding a family and
              emergency, however many are hurt.
Stays         As long as the shock lasts (half a year).
"""

from datetime import date

import polars as pl
from polars import Expr, col, lit

from core.cases.brief import TOWN, Span
from core.city import Standards
from core.rule import Label, hit, miss, unknown
from core.variables.engine.tally import Tally, count
from scheduler.monitors.watch import Show, Watch
from scheduler.monitors.words import RED, at_least, lately, told

LABEL = Label(
    id="MON-52",
    title="持居住证人员遭遇急难",
    title_en="Newcomers in an emergency",
    since=date(2022, 5, 18),
    source="持居住证者急难救助（浙江省社会救助条例第62条；领域档案 R-11）",
    tag="law",
)
READS = ("P01-05", "P02-01", "P02-03", "P02-04", "P02-06", "P03-04", "P04-02", "P05-02", "M15-01",
         "M15-03", "M16-03")  # fmt: skip
WATCH = Watch(
    grain="household",
    reads=READS,
    why="外地来的一家人碰到了急事。",
    why_en="A family that came from elsewhere is in an emergency.",
    ask="先问：人平安吗？住哪？钱够用几天？",
    ask_en="First: is everybody safe? Where do they stay? Money for how many days?",
    need="1 户外地来的人家碰到急事，请先帮一把",
    need_en="1 newcomer family is in an emergency: please help first",
    whistle=("M01", TOWN),
    answer_within=Span(hours=4),
    visit_within=Span(hours=24),
    close_within=Span(days=15),
    offers=("HP-09", "HP-33"),
    shows=(Show("有几位持证的", "n_newcomer", "P02-03"),),
    proof="救助到了，人安顿好了。",
    proof_en="The aid has arrived, and they are settled.",
    quiet_days=60,
)
MILD = ("shock_fire", "shock_accident", "shock_breadwinner", "shock_disaster")


def members(std: Standards) -> dict[str, Tally]:
    return {"n_newcomer": count(~col.hukou_local & col.migrant)}


def when(std: Standards) -> Expr:
    return at_least("n_newcomer", 1) & _struck(30)


def still(std: Standards) -> Expr:
    return at_least("n_newcomer", 1) & col.shock_recent


def _struck(days: int) -> Expr:
    found = [(col(name) != "none") & _recent(name, days) for name in MILD]
    found.append((col.shock_illness == "severe") & _recent("shock_illness", days))
    return pl.any_horizontal(*found)


def _recent(name: str, days: int) -> Expr:
    return pl.when(col(name) == "none").then(False).otherwise(col(f"{name}_days") <= days)


def proven(std: Standards) -> Expr:
    return told("temp_aids_12m", lately("temp_aid_on", std.at, 60))


def colour(std: Standards) -> Expr:
    return lit(RED)


AT = date(2022, 7, 15)
CALM = {
    "n_newcomer": 1,
    "n_newcomer_unknown": 0,
    "shock_fire": "none",
    "shock_accident": "none",
    "shock_breadwinner": "none",
    "shock_disaster": "none",
    "shock_illness": "none",
}
FIRE = CALM | {"shock_fire": "mild", "shock_fire_days": 3}
EXAMPLES = [
    hit("着了火", **FIRE),
    hit("三十天前", **FIRE | {"shock_fire_days": 30}),
    hit("出了大事", **CALM | {"shock_illness": "severe", "shock_illness_days": 5}),
    hit("别的断供，着火看得见", **FIRE | {"shock_accident": None}),
    miss("三十一天前", **FIRE | {"shock_fire_days": 31}),
    miss("不重", **CALM | {"shock_illness": "mild", "shock_illness_days": 5}),
    miss("没有急事", **CALM),
    miss("居住证过期，或是本市户籍", **FIRE | {"n_newcomer": 0}),
    unknown("哪天着的火不知道", **FIRE | {"shock_fire_days": None}),
    unknown("交警断供", **CALM | {"shock_accident": None}),
    unknown("有没有居住证不知道", **FIRE | {"n_newcomer": 0, "n_newcomer_unknown": 1}),
]
KEEPS = [
    hit("两个月了", n_newcomer=1, n_newcomer_unknown=0, shock_recent=True),
    miss("过去了", n_newcomer=1, n_newcomer_unknown=0, shock_recent=False),
]
PROOFS = [
    hit("救助到了", temp_aids_12m=1, temp_aid_on=date(2022, 7, 10)),
    miss("没有", temp_aids_12m=0, temp_aid_on=None),
]
