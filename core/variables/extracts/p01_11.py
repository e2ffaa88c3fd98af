"""老年人能力评估与养老服务补贴：有效评估的能力等级、认知，服务补贴是不是在发。

Nobody is able because nobody has assessed them: without an assessment the grade is unknown.
"""

from datetime import date

from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import sure, valid

EXTRACT = Extract(take="latest", by="assess_date", absent={"elder_service_subsidy": False})


def columns(std: Standards) -> dict[str, Expr]:
    current = valid(col.expires, std.at)
    return {
        "ability_grade": when(current).then("ability_grade"),
        "cognition": when(current).then("cognition"),
        "elder_service_subsidy": sure(col.amount > 0) & current,
        "assessed_on": col.assess_date,
        "ability_expires": col.expires,
    }


HEAVY = {"assess_date": date(2022, 1, 1), "ability_grade": "重度", "expires": date(2022, 7, 15)}
EXAMPLES = (
    given("最后一天仍有效", HEAVY, ability_grade="重度", elder_service_subsidy=False),
    given("过期，等级不知道", HEAVY | {"expires": date(2022, 7, 14)}, ability_grade=None),
    given("有服务补贴", HEAVY | {"amount": 30000}, elder_service_subsidy=True),
    given("没评估过", ability_grade=None, cognition=None, elder_service_subsidy=False),
    stale("断供", HEAVY, ability_grade=None, elder_service_subsidy=None),
)
