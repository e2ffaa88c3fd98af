"""独居老人用水用电骤降。

Why           Who lives alone and uses no water for a day and a half may be lying on the floor.
Who acts      The grid worker goes today; the village has the key.
Says          Low or normal, never a figure: meters tell how people live.
False alarms  Told to be out, in hospital, or in a home; a line that was cut off is MON-16's. Repairs in
              the street, a changed or frozen meter, solar panels, a new tenant: asked at the door.
"""

from datetime import date

from polars import Expr, col, lit

from core.cases.brief import VILLAGE, Span
from core.city import Standards
from core.rule import Label, hit, miss, unknown
from core.variables.engine.tally import Tally, count
from core.variables.engine.words import sure
from scheduler.monitors.watch import Show, Watch
from scheduler.monitors.words import RED

LABEL = Label(
    id="MON-15",
    title="独居老人用水用电骤降",
    title_en="Water or power use drops to nothing",
    since=date(2022, 5, 18),
    source="线上发现、线下探访（种子 S0:67-72）；阈值见领域档案 6.2",
    tag="seed",
)
READS = ("P04-02", "M01-01", "M01-02", "M01-13", "M07-04", "M24-03", "M24-04", "M25-01", "M25-03")  # fmt: skip
WATCH = Watch(
    grain="household",
    reads=READS,
    why="这家这两天几乎没用水用电。",
    why_en="This home has used almost no water or power for two days.",
    ask="先打电话，再去敲门。不在家的问清去哪了。",
    ask_en="Call, then knock. Not at home: find out where they went.",
    need="1 户人家这两天几乎没用水电，请去看看",
    need_en="1 home has used almost no water or power for two days: please look",
    whistle=(VILLAGE,),
    answer_within=Span(hours=4),
    visit_within=Span(hours=12),
    close_within=Span(hours=48),
    offers=("HP-16", "HP-33"),
    shows=(
        Show("几天用电太低", "power_low_days", "M24-04"),
        Show("最近一次抄水表", "water_read_on", "M25-03"),
    ),
    proof="见到人了，水电又用起来了。",
    proof_en="Somebody saw them; water and power are used again.",
    quiet_days=7,
    every="0 7 * * *",
)
HOURS = 36


def members(std: Standards) -> dict[str, Tally]:
    away = sure(col.in_hospital) | sure(col.patrol_excused_week) | sure(col.in_institution)
    return {"n_told_away": count(away)}


def when(std: Standards) -> Expr:
    dropped = (col.power_low_days >= 2) | (col.hours_no_water > HOURS)
    away = sure(col.n_told_away > 0) | sure(col.power_cut) | sure(col.water_cut)
    return col.elder_alone & dropped & ~away


def proven(std: Standards) -> Expr:
    return (col.power_low_days == 0) & ~sure(col.hours_no_water > HOURS)


def colour(std: Standards) -> Expr:
    return lit(RED)


AT = date(2022, 7, 15)
ROW = {"elder_alone": True, "power_low_days": 2, "hours_no_water": 0}
EXAMPLES = [
    hit("连着两天", **ROW),
    hit("三十七小时没用水", **ROW | {"power_low_days": 0, "hours_no_water": 37}),
    hit("水表断供，用电看得见", **ROW | {"hours_no_water": None}),
    miss("只有一天", **ROW | {"power_low_days": 1}),
    miss("正好三十六小时", **ROW | {"power_low_days": 0, "hours_no_water": 36}),
    miss("不是独居", **ROW | {"elder_alone": False}),
    miss("住院或报过外出", **ROW | {"n_told_away": 1}),
    miss("是停了电", **ROW | {"power_cut": True}),
    unknown("两只表都断供", **ROW | {"power_low_days": None, "hours_no_water": None}),
    unknown("独不独居说不准", **ROW | {"elder_alone": None}),
]
PROOFS = [
    hit("又用起来了", power_low_days=0, hours_no_water=3),
    miss("还是没用", power_low_days=2, hours_no_water=60),
]
