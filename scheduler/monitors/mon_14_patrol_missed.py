"""特殊老年人巡防未达每周2次。

Why           Nearly 1,300 elders were promised two visits a week; the week is a calendar week.
Who acts      The patrol's organisation (through M01 for now), the village; the town if it goes on.
When          From Friday on, so that the weekend can still make it good. From Monday to Thursday it
              is too early to miss anything, and an open finding simply stays.
False alarms  Seen out or in hospital this week, in a hospital bed, living in a home: left out. A visit
              noted late withdraws the finding. Newly listed, a changed duty roster: asked.
Colour        Yellow; red when nobody has seen the elder for two weeks.
"""

from datetime import date, timedelta

import polars as pl
from polars import Expr, col, lit

from core.cases.brief import TOWN, VILLAGE, Span
from core.city import Standards
from core.rule import Label, hit, miss, unknown
from core.variables.engine.words import sure
from scheduler.monitors.watch import Show, Watch
from scheduler.monitors.words import RED, YELLOW, told

LABEL = Label(
    id="MON-14",
    title="特殊老年人巡防未达每周2次",
    title_en="Twice-weekly patrol missed",
    since=date(2022, 5, 18),
    source="特殊老年人信息库、每周 2 次巡防助老（种子 S3:253-257）",
    tag="seed",
)
WATCH = Watch(
    grain="person",
    reads=("P02-04", "P04-02", "M01-01", "M01-02", "M01-13"),
    why="这家老人这周还没看够两回。",
    why_en="This elder has not been visited twice this week yet.",
    ask="去看一眼，问问这两天好不好。不在家的问清去哪了。",
    ask_en="Look in and ask how they are. Not at home: find out where they went.",
    need="1 位老人这周没看够两回，请补上",
    need_en="1 elder has not been visited twice this week: please go",
    whistle=("M01", VILLAGE, TOWN),
    answer_within=Span(hours=24),
    visit_within=Span(hours=48),
    close_within=Span(days=7),
    offers=("HP-16",),
    shows=(
        Show("这周看了几回", "patrols_week", "M01-02"),
        Show("上次见到", "patrol_seen_on", "M01-02"),
    ),
    proof="这周见到人了。",
    proof_en="The elder was seen this week.",
    quiet_days=4,
    every="0 10 * * *",
)
FRIDAY = 4


def _too_few(std: Standards) -> Expr:
    promised = pl.coalesce("patrol_freq", lit(std.integer("patrol_per_week")))
    excused = sure(col.patrol_excused_week) | sure(col.in_hospital) | sure(col.in_institution)
    return ~sure(col.dead) & col.special & (col.patrols_week < promised) & ~excused


def when(std: Standards) -> Expr:
    return _too_few(std) & lit(std.at.weekday() >= FRIDAY)


def still(std: Standards) -> Expr:
    return _too_few(std) | (~sure(col.dead) & col.special & lit(std.at.weekday() < FRIDAY))


def proven(std: Standards) -> Expr:
    return told("patrols_week", col.patrol_seen_on >= std.at - timedelta(days=std.at.weekday()))


def colour(std: Standards) -> Expr:
    lately_seen = sure(col.patrol_seen_on > std.at - timedelta(days=14))
    return pl.when(lately_seen).then(lit(YELLOW)).otherwise(lit(RED))


AT = date(2022, 7, 15)  # a Friday
ROW = {"special": True, "patrols_week": 1, "patrol_excused_week": False}
EXAMPLES = [
    hit("只看了一回", **ROW),
    hit("一回也没有", **ROW | {"patrols_week": 0}),
    hit("约定一周三回的，两回不够", **ROW | {"patrol_freq": 3, "patrols_week": 2}),
    miss("看了两回", **ROW | {"patrols_week": 2}),
    miss("不在库里", **ROW | {"special": False}),
    miss("报过外出或住院", **ROW | {"patrol_excused_week": True}),
    miss("医院里住着", **ROW | {"in_hospital": True}),
    miss("住在养老院", **ROW | {"in_institution": True}),
    miss("过世了", **ROW | {"dead": True}),
    unknown("巡防记录断供", **ROW | {"patrols_week": None, "patrol_excused_week": None}),
    unknown("名册断供", **ROW | {"special": None}),
]
KEEPS = [hit("周五还不够", **ROW), miss("补上了", **ROW | {"patrols_week": 2})]
PROOFS = [
    hit("这周一见到", patrols_week=1, patrol_seen_on=date(2022, 7, 11)),
    miss("上周日见到", patrols_week=0, patrol_seen_on=date(2022, 7, 10)),
]
