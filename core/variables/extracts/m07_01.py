"""涉家暴、走失、轻生警情：半年内没化解的人身危险，哪天，是不是家暴。限定人员。

Somebody in danger is not safe because nobody wrote down how it ended.
"""

from datetime import date

from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, moment, stale
from core.variables.engine.words import day, since, some, sure

EXTRACT = Extract(
    per="household",
    through_person=True,
    absent={"police_danger": False},
    lasting=("police_danger", "police_danger_on", "violence_on"),
)

DANGER, OVER = ("家暴", "轻生", "虐待"), ("已化解", "已解除", "误报", "误报警")
CALLER = "报警"  # who only called, for somebody else: whose home it is, another record says


def columns(std: Standards) -> dict[str, Expr]:
    on = day("called_at")
    recent = since(on, std.at, std.integer("shock_window_days")) & ~sure(col.role == CALLER)
    open_ = recent & col.kind.is_in(DANGER) & ~sure(col.result.is_in(OVER))
    return {
        "police_danger": some(open_),
        "police_danger_on": when(open_).then(on).max(),
        "violence_on": when((col.kind == "家暴") & ~sure(col.role == CALLER)).then(on).max(),
    }


CALL = {"called_at": moment(2022, 7, 10, 23), "kind": "家暴", "result": "出警"}
EXAMPLES = (
    given("家暴", CALL, police_danger=True, police_danger_on=date(2022, 7, 10)),
    given("结果没写，还算危险", CALL | {"result": None}, police_danger=True),
    given(
        "已化解", CALL | {"result": "已化解"}, police_danger=False, violence_on=date(2022, 7, 10)
    ),
    given("邻居报的警，不是当事人", CALL | {"role": "报警"}, police_danger=False, violence_on=None),
    given("受害人", CALL | {"role": "受害"}, police_danger=True),
    given("走失另算", CALL | {"kind": "走失"}, police_danger=False),
    given("半年以前", CALL | {"called_at": moment(2022, 1, 15)}, police_danger=False),
    given("没有警情", police_danger=False),
    stale("断供，危险还在", CALL, police_danger=True),
    stale("断供，不知道", police_danger=None),
)
