"""户籍或居住迁移。

Why           Between two towns a family falls off both lists.
Who acts      Both towns: the old one hands over, the new one takes up.
Counts        A member registered away within sixty days, or first seen living elsewhere within thirty.
False alarms  Flats for the time of rebuilding, a child registered elsewhere, collective registers: asked.
Proof         None in the data: somebody makes sure that the file has arrived.
Stays         Half a year.
"""

from datetime import date

from polars import Expr, col, lit

from core.cases.brief import TOWN, Span
from core.city import Standards
from core.rule import Label, hit, miss, unknown
from core.variables.engine.tally import Tally, count
from core.variables.engine.words import sure
from scheduler.monitors.watch import Show, Watch
from scheduler.monitors.words import GREEN, at_least, lately, listed, no_data_proves

LABEL = Label(
    id="MON-50",
    title="户籍或居住迁移",
    title_en="A listed family moves",
    since=date(2022, 5, 18),
    source="领域档案 6.2",
    tag="assumed",
)
WATCH = Watch(
    grain="household",
    reads=("P01-01", "P01-02", "P01-03", "P01-04", "P02-01", "M01-11", "M07-04"),
    why="这家有人搬了家，或者户口动了。",
    why_en="Somebody of this family moved house or register.",
    ask="问问：现在住哪？打算住多久？",
    ask_en="Ask: where do they live now? For how long?",
    need="1 户人家搬了地方，请两边接好手",
    need_en="1 family has moved: please hand over well",
    whistle=(TOWN,),
    answer_within=Span(days=10),
    visit_within=Span(days=20),
    close_within=Span(days=30),
    offers=("HP-07",),
    shows=(
        Show("户口动了几个", "n_moved_away", "P02-01"),
        Show("几个住到外面", "n_newly_elsewhere", "M07-04"),
    ),
    proof="两边都接上了。",
    proof_en="Both sides have taken over.",
    quiet_days=90,
)


def members(std: Standards) -> dict[str, Tally]:
    return {
        "n_moved_away": count(_registered_away(std, 60), everyone=True),
        "n_moved_away_180d": count(_registered_away(std, 180), everyone=True),
        "n_newly_elsewhere": count(_elsewhere() & lately("residence_seen_on", std.at, 30)),
        "n_elsewhere": count(_elsewhere()),
    }


def _registered_away(std: Standards, days: int) -> Expr:
    return (col.hukou_status == "迁出") & sure(lately("hukou_changed_on", std.at, days))


def _elsewhere() -> Expr:
    return col.same_as_hukou == False  # noqa: E712


def when(std: Standards) -> Expr:
    return listed() & (at_least("n_moved_away", 1) | sure(col.n_newly_elsewhere > 0))


def still(std: Standards) -> Expr:
    return listed() & (at_least("n_moved_away_180d", 1) | sure(col.n_elsewhere > 0))


def proven(std: Standards) -> Expr:
    return no_data_proves()


def colour(std: Standards) -> Expr:
    return lit(GREEN)


AT = date(2022, 7, 15)
ROW = {"status": "dibao", "n_moved_away": 1, "n_moved_away_unknown": 0, "n_newly_elsewhere": 0}
CALM = ROW | {"n_moved_away": 0}
EXAMPLES = [
    hit("一个人户口迁走", **ROW),
    hit("一个人住到外面", **CALM | {"n_newly_elsewhere": 1}),
    hit("户籍断供，住到外面看得见", **CALM | {"n_moved_away_unknown": 2, "n_newly_elsewhere": 1}),
    miss("都没有", **CALM),
    miss("不在册", **ROW | {"status": "none"}),
    unknown("户籍断供", **CALM | {"n_moved_away_unknown": 2}),
    unknown("身份说不准", **ROW | {"status": None}),
]
KEEPS = [
    hit("四个月前迁走的", status="dibao", n_moved_away_180d=1, n_moved_away_180d_unknown=0),
    miss(
        "又迁回来了",
        status="dibao",
        n_moved_away_180d=0,
        n_moved_away_180d_unknown=0,
        n_elsewhere=0,
    ),
]
PROOFS = [unknown("没有数据能证明", status="dibao")]
