"""学生连续缺勤或疑似辍学。

Why           Three days away without a word is how dropping out begins, or something worse.
Who acts      教育局 and the school, the child director of the village; only the children's line.
Compulsory    Primary and junior school; where the stage is not recorded, the ages of six to fifteen.
False alarms  Leave that was asked for, a change of school that was entered, a pupil the school has
              already visited, one in a hospital bed: left out. A note nobody entered, a trip with the
              parents: asked.
"""

from datetime import date

import polars as pl
from polars import Expr, col, lit

from core.cases.brief import VILLAGE, Span
from core.city import Standards
from core.rule import Label, hit, miss, unknown
from core.variables.engine.words import sure
from scheduler.monitors.watch import Show, Watch
from scheduler.monitors.words import RED

LABEL = Label(
    id="MON-23",
    title="学生连续缺勤或疑似辍学",
    title_en="Pupil absent, perhaps dropped out",
    since=date(2022, 5, 18),
    source="领域档案 6.2",
    tag="assumed",
)
WATCH = Watch(
    grain="person",
    reads=("P02-01", "P02-04", "P04-02", "P06-01", "M01-14", "M05-02"),
    why="这家孩子好几天没去上课，也没请假。",
    why_en="A child here has missed school for days without a word.",
    ask="问问：孩子在哪，好不好？是不想去还是去不了？",
    ask_en="Ask: where is the child, is it well? Does it not want to go, or can it not?",
    need="1 个孩子好几天没上课，请去看看",
    need_en="1 child has missed school for days: please go and see",
    whistle=("M05", VILLAGE),
    answer_within=Span(hours=4),
    visit_within=Span(hours=24),
    close_within=Span(days=7),
    offers=("HP-22", "HP-23", "HP-24"),
    shows=(Show("几天没去", "absence_open_days", "M05-02"),),
    proof="孩子又上学了。",
    proof_en="The child is back at school.",
    quiet_days=30,
    every="0 18 * * *",
    line="children",
)
DAYS = 3


def when(std: Standards) -> Expr:
    stage = pl.coalesce("school_stage", "last_school_stage").is_in(["小学", "初中"])
    compulsory = pl.coalesce(stage, col.age.is_between(6, 15))
    away = (col.absence_open_days >= DAYS) & ~sure(col.in_hospital) & ~sure(col.dead)
    return compulsory & away


def proven(std: Standards) -> Expr:
    return (col.absence_open_days == 0) & col.child_school_ok


def colour(std: Standards) -> Expr:
    return lit(RED)


AT = date(2022, 7, 15)
ROW = {"school_stage": "小学", "age": 9, "absence_open_days": 3}
EXAMPLES = [
    hit("三天没去", **ROW),
    hit("学籍已离校，还没人跟进", **ROW | {"school_stage": None, "last_school_stage": "初中"}),
    hit("学籍没来，年纪在义务教育", **ROW | {"school_stage": None}),
    miss("两天", **ROW | {"absence_open_days": 2}),
    miss("高中不归这条管", **ROW | {"school_stage": "普高"}),
    miss("学籍没来，十六岁了", **ROW | {"school_stage": None, "age": 16}),
    miss("住着院", **ROW | {"in_hospital": True}),
    miss("请过假、转了学、已经家访，或没有缺勤", **ROW | {"absence_open_days": 0}),
    unknown("缺勤数据断供", **ROW | {"absence_open_days": None}),
    unknown("学段和年纪都不知道", **ROW | {"school_stage": None, "age": None}),
]
PROOFS = [
    hit("返校了", absence_open_days=0, child_school_ok=True),
    miss("还没去", absence_open_days=4, child_school_ok=False),
    unknown("没人去看过", absence_open_days=0, child_school_ok=None),
]
