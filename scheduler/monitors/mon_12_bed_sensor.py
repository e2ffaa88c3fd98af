"""智能床垫体征、离床异常。

Why           Out of bed for an hour and a half at night, or breathing badly: somebody should ask.
Who acts      The platform's desk (M01 for now), the family, then the family doctor (M04).
Shows         That something was odd and when; never a figure.
False alarms  A short walk does not count (ninety minutes do); told to be away is left out. A bag on
              the bed, a pet, watching television on the edge of it: settled by the call.
"""

from datetime import date

import polars as pl
from polars import Expr, col, lit

from core.cases.brief import Span
from core.city import Standards
from core.rule import Label, hit, miss, unknown
from core.variables.engine.words import sure
from scheduler.monitors.watch import Show, Watch
from scheduler.monitors.words import RED, YELLOW

LABEL = Label(
    id="MON-12",
    title="智能床垫体征、离床异常",
    title_en="Bed sensor: vital signs or out of bed",
    since=date(2022, 5, 18),
    source="金平湖智慧健康养老服务（种子 S3:164-178）",
    tag="seed",
)
WATCH = Watch(
    grain="device",
    reads=("M01-04",),
    why="这家夜里的床垫报了异常。",
    why_en="The bed sensor of this home reported something odd at night.",
    ask="先打电话问问：人还好吗？要不要叫人来看看？",
    ask_en="Call and ask: all well? Should somebody come?",
    need="1 户人家夜里的床垫报了异常，请联系看看",
    need_en="1 home’s bed sensor reported something odd: please get in touch",
    whistle=("M01", "M04"),
    answer_within=Span(minutes=15),
    visit_within=Span(hours=2),
    close_within=Span(hours=48),
    offers=("HP-18",),
    shows=(Show("最近一次事件", "event_at", "M01-04"),),
    proof="人好好的，床垫也正常了。",
    proof_en="They are well, and the sensor is calm again.",
    quiet_days=0,
    every="*/5 * * * *",
)
LONG = 90


def when(std: Standards) -> Expr:
    odd = col.vital | col.off_bed | (col.off_bed_minutes > LONG)
    return odd & ~sure(col.away)


def proven(std: Standards) -> Expr:
    return ~col.vital & ~col.off_bed


def colour(std: Standards) -> Expr:
    return pl.when(sure(col.vital)).then(lit(RED)).otherwise(lit(YELLOW))


AT = date(2022, 7, 15)
ROW = {"vital": False, "off_bed": False, "off_bed_minutes": 0}
EXAMPLES = [
    hit("体征报了异常", **ROW | {"vital": True}),
    hit("平台报离床太久", **ROW | {"off_bed": True}),
    hit("离床九十一分钟", **ROW | {"off_bed_minutes": 91}),
    miss("离床九十分钟", **ROW | {"off_bed_minutes": 90}),
    miss("起来上个厕所", **ROW | {"off_bed_minutes": 10}),
    miss("报过要出门", **ROW | {"off_bed": True, "away": True}),
    unknown("线路不通", vital=None, off_bed=None, off_bed_minutes=None),
]
PROOFS = [hit("正常了", vital=False, off_bed=False), miss("还没有", vital=True, off_bed=False)]
