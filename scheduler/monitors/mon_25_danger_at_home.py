"""涉家暴警情的低收入家庭。

Why           The night after the police leave is the most dangerous one.
Who acts      公安, 妇联 and one named person at 民政, within the hour. Restricted: nothing in a room,
              nothing on any phone of this household, no detail to anybody.
False alarms  A call found to be wrong is over; the home of somebody who only called is left out. A
              quarrel of words: settled by 公安.
Stays         Until the police or 妇联 say it is over.
"""

from datetime import date

from polars import Expr, col, lit

from core.cases.brief import Span
from core.city import Standards
from core.rule import Label, hit, miss, unknown
from core.variables.engine.tally import Tally
from scheduler.monitors.watch import Show, Watch
from scheduler.monitors.words import MINORS, RED, at_least, lately, listed, told

LABEL = Label(
    id="MON-25",
    title="涉家暴警情的低收入家庭",
    title_en="Danger at home",
    since=date(2022, 5, 18),
    source="反家庭暴力法第14条、未成年人保护法第11条（领域档案 8.4）",
    tag="law",
)
READS = ("P01-01", "P01-02", "P01-03", "P01-04", "P01-07", "P02-01", "P06-01", "M01-11", "M07-01",
         "M19-03")  # fmt: skip
WATCH = Watch(
    grain="household",
    reads=READS,
    why="这家有人身安全风险。",
    why_en="Somebody in this home is not safe.",
    ask="悄悄问一句：现在安全吗？不劝和，不传话，不打家里电话。",
    ask_en="Ask quietly: are you safe now? Do not reconcile, do not pass words on, do not call the home.",
    need="1 户人家有人身安全风险，请马上确认平安",
    need_en="In 1 home somebody is not safe: please make sure at once",
    whistle=("M07", "M19", "M01"),
    answer_within=Span(hours=1),
    visit_within=Span(hours=4),
    close_within=Span(days=30),
    offers=("HP-32", "HP-25", "HP-34"),
    shows=(Show("家里几个孩子", "n_minor", "P02-01"),),
    proof="人安全了，也有人管着。",
    proof_en="They are safe, and it is followed up.",
    quiet_days=3,
    line="restricted",
)


def members(std: Standards) -> dict[str, Tally]:
    return MINORS


def _danger(std: Standards) -> Expr:
    window = std.integer("shock_window_days")
    police = told("police_danger", col.police_danger & lately("violence_on", std.at, window))
    return (police | col.violence_help_open) & (listed() | at_least("n_minor", 1))


def when(std: Standards) -> Expr:
    return _danger(std)


def proven(std: Standards) -> Expr:
    return ~col.police_danger & ~col.violence_help_open


def colour(std: Standards) -> Expr:
    return lit(RED)


AT = date(2022, 7, 15)
ROW = {
    "status": "dibao",
    "police_danger": True,
    "violence_on": date(2022, 7, 14),
    "violence_help_open": False,
    "n_minor": 0,
    "n_minor_unknown": 0,
}
EXAMPLES = [
    hit("在册的", **ROW),
    hit("不在册，家里有孩子", **ROW | {"status": "none", "n_minor": 1}),
    hit("妇联还没办结", **ROW | {"police_danger": False, "violence_help_open": True}),
    hit(
        "公安断供，妇联还没办结",
        **ROW | {"police_danger": None, "violence_on": None, "violence_help_open": True},
    ),
    miss("误报，已化解", **ROW | {"police_danger": False}),
    miss("是别的事", **ROW | {"violence_on": None}),
    miss("不在册，也没有孩子", **ROW | {"status": "none"}),
    unknown("公安断供", **ROW | {"police_danger": None, "violence_on": None}),
    unknown("妇联断供", **ROW | {"police_danger": False, "violence_help_open": None}),
    unknown("身份说不准", **ROW | {"status": None}),
]
PROOFS = [
    hit("都办结了", police_danger=False, violence_help_open=False),
    miss("妇联还开着", police_danger=False, violence_help_open=True),
]
