"""基本医疗保险参保：今年是不是断保。

Everybody should have a row, also who is not insured: no row means insured elsewhere, perhaps.
"""

from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import some

EXTRACT = Extract()


def where(std: Standards) -> Expr:
    return col.year == std.at.year


def columns(std: Standards) -> dict[str, Expr]:
    insured = some(col.state == "正常")
    return {"uninsured_this_year": ~insured, "insurance_subsidised": some(col.subsidised)}


EXAMPLES = (
    given("正常", {"year": 2022, "state": "正常"}, uninsured_this_year=False),
    given("中断", {"year": 2022, "state": "中断"}, uninsured_this_year=True),
    given("未参保", {"year": 2022, "state": "未参保"}, uninsured_this_year=True),
    given(
        "居民险中断，职工险正常",
        {"year": 2022, "state": "中断"},
        {"year": 2022, "state": "正常"},
        uninsured_this_year=False,
    ),
    given("只有去年的", {"year": 2021, "state": "正常"}, uninsured_this_year=None),
    given("没有记录，多半在外地参保", uninsured_this_year=None),
    stale("断供", {"year": 2022, "state": "中断"}, uninsured_this_year=None),
)
