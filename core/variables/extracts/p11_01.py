"""个税工资薪金申报：核算期内月均工资，近60天有没有工资，头一个和最后一个有工资的月份。

The window ends with the newest month that is surely in (filed by the 15th, here 20 days later),
or with the person's own newest month; a new job is averaged over the months worked, not over
the whole window.
"""

from datetime import date, timedelta

from polars import Expr, LazyFrame, col, when

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import in_months, month_before, some

EXTRACT = Extract(absent={"wage": 0, "wage_60d": False})

SURE_AFTER_DAYS = 35


def _number(month: date) -> int:
    return month.year * 12 + month.month


def where(std: Standards) -> Expr:
    paid = (col.wage > 0).fill_null(True)
    return paid & col.tax_month.is_between(month_before(std.at, 13), std.at)


def prepare(records: LazyFrame, std: Standards) -> LazyFrame:
    complete = _number(month_before(std.at - timedelta(days=SURE_AFTER_DAYS), 1))
    numbered = records.with_columns(n=col.tax_month.dt.year() * 12 + col.tax_month.dt.month())
    return numbered.with_columns(end=col.n.max().over("key").clip(lower_bound=complete))


def columns(std: Standards) -> dict[str, Expr]:
    counted = col.n > col.end - std.integer("income_window_months")
    worked = col.end.max() - when(counted).then("n").min() + 1
    year = col.tax_month >= month_before(std.at, 12)
    blank = (counted & col.wage.is_null()).any()
    average = (when(counted).then("wage").sum() // worked).fill_null(0)
    return {
        "wage": when(~blank).then(average),
        "wage_60d": some(in_months(col.tax_month, std.at, 60)),
        "wage_first_month_12": when(year).then("tax_month").min(),
        "wage_last_month": col.tax_month.max(),
    }


def paid(month: int, wage: int) -> dict[str, object]:
    return {"tax_month": date(2022, month, 1), "wage": wage}


EXAMPLES = (
    given("整半年", *(paid(m, 300_000) for m in range(1, 7)), wage=300_000, wage_60d=True),
    given("头一个月", paid(6, 320_000), wage=320_000, wage_first_month_12=date(2022, 6, 1)),
    given("两个月的平均", paid(5, 300_000), paid(6, 300_001), wage=300_000),
    given(
        "三月以后没了，平均到五月", paid(2, 300_000), paid(3, 300_000), wage=150_000, wage_60d=False
    ),
    given("去年的早过了核算期", {"tax_month": date(2021, 11, 1), "wage": 300_000}, wage=0),
    given("金额没填", {"tax_month": date(2022, 6, 1)}, wage=None, wage_60d=True),
    given("工资为零", paid(6, 0), wage=0, wage_60d=False),
    given("没有申报", wage=0, wage_60d=False, wage_last_month=None),
    stale("断供", paid(6, 320_000), wage=None, wage_60d=None),
)
