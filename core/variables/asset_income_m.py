"""财产和经营月收入。

Dividends, rent of land and profit of a business a month. The three dividends and the land must be
known; profit counts where it is.
"""

from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.example import home
from core.variables.engine.tally import Tally, known, total
from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="财产和经营月收入",
    title_en="Monthly income from assets",
    kind="money",
    unit="元/月",
    classes=("M10-02", "P14-02", "M10-04"),
    fresh_days=365,
    ask="有没有分红、租金或者小生意的收入？",
)


def members(std: Standards) -> dict[str, Tally]:
    return {
        "village_dividend_sum": total(col.village_dividend),
        "share_dividend_sum": total(col.share_dividend.fill_null(0)),
        "business_income_sum": total(col.business_income.fill_null(0)),
    }


def value(std: Standards) -> Expr:
    needed = known("village_dividend_sum") + col.enclave_dividend + col.land_rent
    return needed + col.share_dividend_sum + col.business_income_sum


NONE = [{"village_dividend": 0, "share_dividend": 0, "business_income": 0}]
EXAMPLES = (
    home("没有", 0, NONE, enclave_dividend=0, land_rent=0),
    home("飞地分红", 100, NONE, enclave_dividend=100, land_rent=0),
    home(
        "样样有",
        1_111,
        [{"village_dividend": 1, "share_dividend": 10, "business_income": 100}],
        enclave_dividend=500,
        land_rent=500,
    ),
    home("没有经营数据不碍事", 0, [{"village_dividend": 0}], enclave_dividend=0, land_rent=0),
    home("飞地没来", None, NONE, enclave_dividend=None, land_rent=0),
)
