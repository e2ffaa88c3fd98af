"""家庭经济状况核对报告：存款理财、金融资产合计、车房店的数量，核对的结论和日期。

A report is made on demand; it speaks for a year.
"""

from datetime import date

import polars as pl
from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import year_back

EXTRACT = Extract(per="household", take="latest", by="checked_at")

MONEY = ("bank_total", "securities_total")
ALL_MONEY = (*MONEY, "insurance_cash_value", "fund_balance")


def columns(std: Standards) -> dict[str, Expr]:
    current = year_back(col.checked_at, std.at)
    rest = pl.sum_horizontal(*(col(name).fill_null(0) for name in ALL_MONEY[2:]))
    liquid = col.bank_total + col.securities_total.fill_null(0)
    found = {"liquid": liquid, "financial_assets": liquid + rest}
    counts = {f"checked_{n}": col(n) for n in ("vehicles", "houses", "businesses", "result")}
    shown = {name: when(current).then(e) for name, e in (found | counts).items()}
    return {**shown, "checked_on": col.checked_at}


REPORT = {"checked_at": date(2022, 3, 1), "bank_total": 2_000_00, "securities_total": 700_00}
EXAMPLES = (
    given(
        "一年内的报告",
        REPORT | {"houses": 1, "result": "相符"},
        liquid=2_700_00,
        financial_assets=2_700_00,
        checked_houses=1,
        checked_vehicles=None,
        checked_result="相符",
    ),
    given("保单和公积金也是金融资产", REPORT | {"fund_balance": 5}, financial_assets=2_700_05),
    given("存款没查到", REPORT | {"bank_total": None}, liquid=None),
    given("满一年，不再算数", REPORT | {"checked_at": date(2021, 7, 15)}, liquid=None),
    given("新报告顶替旧的", REPORT, {"checked_at": date(2022, 6, 1), "bank_total": 5}, liquid=5),
    given("没核对过", liquid=None, checked_on=None),
    stale("断供", REPORT, liquid=None),
)
