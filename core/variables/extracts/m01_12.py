"""入户走访和年度复核：最近走访、最近复核的日子，复核时缺哪几样家电，有没有亲属，有没有照护者。

A yearly review goes through the whole home, so what it does not note is not missing; an empty cell
is how a file says that nothing has changed. The codes are ours until the bureau hands over its own.
"""

from datetime import date

from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import last, sure, year_back

EXTRACT = Extract(per="household", through_person=True, lasting=("reviewed_on", "home_visited_on"))

APPLIANCES = {
    "fridge": "缺冰箱",
    "washer": "缺洗衣机",
    "heater": "缺热水器",
    "tv": "缺电视",
    "aircon": "缺空调",
}


def where(std: Standards) -> Expr:
    return col.visit_at <= std.at


def columns(std: Standards) -> dict[str, Expr]:
    full = col.kind.is_in(["年度复核", "主动发现"]) & year_back(col.visit_at, std.at)
    noted = (
        col.changes.filter(full)
        .sort_by(col.visit_at.filter(full), col.record_id.filter(full))
        .last()
    )
    newest = last("changes", "visit_at")
    seen = sure(full).any()
    lacks = {
        f"lacks_{n}": when(seen).then(sure(noted.list.contains(code)))
        for n, code in APPLIANCES.items()
    }
    return {
        "home_visited_on": col.visit_at.max(),
        "reviewed_on": when(full).then("visit_at").max(),
        **lacks,
        "review_no_relatives": newest.list.contains("无亲属"),
        "review_no_carer": newest.list.contains("无人照护"),
        "review_care_tied": newest.list.contains("照护拖累"),
    }


REVIEW = {"visit_at": date(2022, 5, 1), "kind": "年度复核", "changes": []}
EXAMPLES = (
    given("样样有", REVIEW, reviewed_on=date(2022, 5, 1), lacks_fridge=False, lacks_aircon=False),
    given("缺冰箱", REVIEW | {"changes": ["缺冰箱"]}, lacks_fridge=True, lacks_tv=False),
    given(
        "季度探访不看家电",
        REVIEW | {"kind": "季度探访"},
        lacks_fridge=None,
        reviewed_on=None,
        home_visited_on=date(2022, 5, 1),
    ),
    given("没有变化，空着没填", REVIEW | {"changes": None}, lacks_fridge=False),
    given(
        "没有亲属",
        REVIEW | {"changes": ["无亲属", "照护拖累"]},
        review_no_relatives=True,
        review_care_tied=True,
    ),
    given("没去过", reviewed_on=None, lacks_fridge=None),
    stale("断供，去过还是去过", REVIEW, reviewed_on=date(2022, 5, 1), lacks_fridge=None),
)
