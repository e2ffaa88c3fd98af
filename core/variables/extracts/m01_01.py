"""特殊老年人信息库：在不在库，是不是孤寡、空巢、独居，有没有联系人，巡防频次，风险。

Not on the register says nothing about how somebody lives, only that nobody patrols there.
"""

from polars import Expr, col, lit

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import last

EXTRACT = Extract(absent={"special": False})


def columns(std: Standards) -> dict[str, Expr]:
    return {
        "special": lit(True).any(),
        "listed_alone": col.kind.is_in(["独居", "孤寡"]).any(),
        "listed_empty_nest": (col.kind == "空巢").any(),
        "listed_childless": (col.kind == "孤寡").any(),
        "has_contact": (col.contact_name.is_not_null() | col.contact_phone.is_not_null()).any(),
        "patrol_freq": col.patrol_freq.max(),
        "special_risk": last("risk"),
    }


ALONE = {"kind": "独居", "patrol_freq": 2, "risk": "高"}
EXAMPLES = (
    given(
        "独居", ALONE, special=True, listed_alone=True, listed_empty_nest=False, has_contact=False
    ),
    given("孤寡也是独居", {"kind": "孤寡"}, listed_alone=True, listed_childless=True),
    given(
        "空巢",
        {"kind": "空巢", "contact_name": b"x"},
        listed_empty_nest=True,
        listed_alone=False,
        has_contact=True,
    ),
    given("不在库里", special=False, listed_alone=None, has_contact=None),
    stale("断供", ALONE, special=None, listed_alone=None),
)
