"""消防隐患整改超期。

Why           The hazard was found; the fire will not wait for the date to be moved.
Who acts      消防 and the town repair it, with their own money if need be; the village lets them in.
False alarms  Repaired but not entered, or refused at the door: asked.
Colour        Red where the check graded it grave, else yellow.
"""

from datetime import date

import polars as pl
from polars import Expr, col, lit

from core.cases.brief import TOWN, VILLAGE, Span
from core.city import Standards
from core.rule import Label, hit, miss, unknown
from core.variables.engine.words import sure
from scheduler.monitors.watch import Show, Watch
from scheduler.monitors.words import RED, YELLOW, told

LABEL = Label(
    id="MON-39",
    title="消防隐患整改超期",
    title_en="Fire hazard not repaired in time",
    since=date(2022, 5, 18),
    source="8 个镇街道 2888 户消防大排查（种子 S3:137-144）",
    tag="seed",
)
WATCH = Watch(
    grain="household",
    reads=("M16-01", "M16-02"),
    why="这家查出来的火灾苗头，过了日子还没改。",
    why_en="A fire hazard found in this home is not repaired, and the day has passed.",
    ask="看看：电线、灶台改了没有？为什么没改成？",
    ask_en="Look: are the wires and the stove repaired? Why not?",
    need="1 户人家的火灾苗头过期没改，请去改掉",
    need_en="A fire hazard in 1 home is overdue: please repair it",
    whistle=("M16", TOWN, VILLAGE),
    answer_within=Span(hours=24),
    visit_within=Span(days=3),
    close_within=Span(days=15),
    offers=("HP-30",),
    shows=(
        Show("哪一样", "hazard_kind", "M16-02"),
        Show("哪天到期", "hazard_due", "M16-02"),
    ),
    proof="改好了，也拍了照。",
    proof_en="Repaired, with a photo.",
    quiet_days=14,
)


def when(std: Standards) -> Expr:
    return (col.hazards_open > 0) & told("hazards_open", col.hazard_due < std.at)


def proven(std: Standards) -> Expr:
    return col.hazards_open == 0


def colour(std: Standards) -> Expr:
    return pl.when(sure(col.fire_level == "重大")).then(lit(RED)).otherwise(lit(YELLOW))


AT = date(2022, 7, 15)
ROW = {"hazards_open": 1, "hazard_due": date(2022, 7, 14)}
EXAMPLES = [
    hit("昨天到期", **ROW),
    miss("今天到期", **ROW | {"hazard_due": date(2022, 7, 15)}),
    miss("没写期限", **ROW | {"hazard_due": None}),
    miss("都改好了", hazards_open=0, hazard_due=None),
    unknown("整改记录断供", hazards_open=None, hazard_due=None),
]
PROOFS = [hit("改好了", hazards_open=0), miss("还没有", hazards_open=1)]
