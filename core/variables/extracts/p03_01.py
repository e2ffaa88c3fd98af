"""城乡居民养老保险待遇：每月领多少、其中基础养老金多少，状态，最后发到哪个月，认证日。

A pension that has not been paid for the two months before last counts as nothing. A record that
stops or ends it says for which month nothing was paid: the last paid month lies before it.
"""

from datetime import date

from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import month_before

EXTRACT = Extract(absent={"resident_pension": 0, "resident_pension_basic": 0})


def columns(std: Standards) -> dict[str, Expr]:
    paid = col.status == "在发"
    running = paid & (col.pay_month >= month_before(std.at, 3))
    newest = {
        "resident_pension": when(running).then("total").when(~running).then(0),
        "resident_pension_basic": when(running).then("basic_pension").when(~running).then(0),
        "resident_pension_state": col.status,
        "resident_pension_certified_on": col.cert_date,
    }
    return {
        **{name: said.sort_by("pay_month", "record_id").last() for name, said in newest.items()},
        "resident_pension_month": when(paid).then("pay_month").max(),
    }


PENSION = {
    "status": "在发",
    "pay_month": date(2022, 6, 1),
    "total": 590_50,
    "basic_pension": 190_00,
}
EXAMPLES = (
    given("在发", PENSION, resident_pension=590_50, resident_pension_basic=190_00),
    given("暂停", PENSION | {"status": "暂停"}, resident_pension=0, resident_pension_state="暂停"),
    given("三个月前还在发", PENSION | {"pay_month": date(2022, 4, 1)}, resident_pension=590_50),
    given("四个月没发", PENSION | {"pay_month": date(2022, 3, 1)}, resident_pension=0),
    given("状态没填", PENSION | {"status": None}, resident_pension=None),
    given(
        "七月终止，最后发的是六月",
        PENSION,
        PENSION | {"status": "终止", "pay_month": date(2022, 7, 1)},
        resident_pension=0,
        resident_pension_state="终止",
        resident_pension_month=date(2022, 6, 1),
    ),
    given("没有发", resident_pension=0, resident_pension_state=None),
    stale("断供", PENSION, resident_pension=None),
)
