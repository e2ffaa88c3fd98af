"""照护者老弱或病倒。

Why           When the carer breaks down two people need care.
Who acts      民政, the consortium (助联体) and the village: respite, training, a team at home.
Shows         That the carer needs relief; never what is the matter with them.
False alarms  A visit found somebody else caring: left out. Relatives taking turns: asked.
Colour        Red where the only carer is lost; yellow where the carer is old or frail, which lasts.
"""

from datetime import date

import polars as pl
from polars import Expr, col, lit

from core.cases.brief import VILLAGE, Span
from core.city import Standards
from core.rule import Label, hit, miss, unknown
from core.variables.engine.words import sure
from scheduler.monitors.watch import Show, Watch
from scheduler.monitors.words import RED, YELLOW

LABEL = Label(
    id="MON-47",
    title="照护者老弱或病倒",
    title_en="The carer cannot go on",
    since=date(2022, 5, 18),
    source="领域档案 6.2",
    tag="assumed",
)
READS = ("P01-02", "P01-11", "P02-01", "P02-04", "P04-02", "P04-07", "P05-05", "P10-01", "P13-01",
         "M01-01", "M01-12", "M04-04", "M07-02", "M22-02")  # fmt: skip
WATCH = Watch(
    grain="household",
    reads=READS,
    why="这家照应人的人，自己也顾不过来了。",
    why_en="The one who cares in this home can hardly go on.",
    ask="问问：晚上谁起来照应？有没有人能换换手？",
    ask_en="Ask: who gets up at night? Can anybody take turns?",
    need="1 户人家照应的人顾不过来，请看看谁能换手",
    need_en="The carer in 1 home can hardly go on: please see who can take turns",
    whistle=("M01", "Z01", VILLAGE),
    answer_within=Span(hours=12),
    visit_within=Span(hours=24),
    close_within=Span(days=30),
    offers=("HP-19", "HP-18", "HP-15"),
    shows=(Show("要照应的人有几个", "n_need_care", "P01-11"),),
    proof="有人换手了。",
    proof_en="Somebody takes turns now.",
    quiet_days=60,
)


def when(std: Standards) -> Expr:
    worn = (col.carer == "frail") | col.sole_carer_lost
    return col.need_care & worn & ~sure(col.visit_has_carer)


def proven(std: Standards) -> Expr:
    return (col.carer == "ok") | sure(col.visit_has_carer)


def colour(std: Standards) -> Expr:
    return pl.when(sure(col.sole_carer_lost)).then(lit(RED)).otherwise(lit(YELLOW))


AT = date(2022, 7, 15)
ROW = {"need_care": True, "carer": "frail", "sole_carer_lost": False}
EXAMPLES = [
    hit("照护者满七十或身体差", **ROW),
    hit("唯一照护者缺位", **ROW | {"carer": "none", "sole_carer_lost": True}),
    hit("照护者不清楚，可知道缺位了", **ROW | {"carer": None, "sole_carer_lost": True}),
    miss("照护者身体好", **ROW | {"carer": "ok"}),
    miss("没有要照护的人", **ROW | {"need_care": False}),
    miss("家里人已经轮着来", **ROW | {"visit_has_carer": True}),
    unknown("谁在照护不清楚", **ROW | {"carer": None}),
    unknown("要不要照护说不准", **ROW | {"need_care": None}),
]
PROOFS = [
    hit("换了身体好的人", carer="ok"),
    hit("走访说有人照护", carer="frail", visit_has_carer=True),
    miss("还没有", carer="frail", visit_has_carer=False),
]
