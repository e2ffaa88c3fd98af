"""市场主体登记：在营的有几个、有没有注册资本超限的，最近哪天成立。

A member of a farmers' co-operative owns no business. Capital is in hundredths of 万元.
"""

from datetime import date

import polars as pl
from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import some, sure

EXTRACT = Extract(absent={"businesses": 0, "business_too_big": False})


def columns(std: Standards) -> dict[str, Expr]:
    own = (col.role != "成员") & (col.ent_kind != "农民合作社")
    live = own & col.status.is_in(["存续", "异常"])
    too_big = col.capital > std.fen("prop_business_cap")
    return {
        "businesses": sure(live).sum().cast(pl.Int64),
        "business_too_big": some(live & too_big),
        "business_on": when(live).then("est_date").max(),
    }


SHOP = {
    "role": "经营者",
    "ent_kind": "个体户",
    "status": "存续",
    "capital": 10_00,
    "est_date": date(2022, 6, 1),
}
EXAMPLES = (
    given("小店", SHOP, businesses=1, business_too_big=False, business_on=date(2022, 6, 1)),
    given("资本超限", SHOP | {"capital": 10_01}, business_too_big=True),
    given("合作社成员不算", SHOP | {"role": "成员", "ent_kind": "农民合作社"}, businesses=0),
    given("已注销", SHOP | {"status": "注销"}, businesses=0, business_on=None),
    given("没有登记", businesses=0, business_too_big=False),
    stale("断供", SHOP, businesses=None),
)
