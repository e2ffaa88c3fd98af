"""无劳动性收入（工资与经营收入占比不足）。

Tells families who need lasting support from families who can grow by their own work.
"""

from datetime import date

from polars import col

from core.city.standards import Standards
from core.portrait.reading import LESS, Level, graded
from core.rule import Example, Label

LABEL = Label(
    id="A2",
    title="无劳动性收入（工资与经营收入占比不足）",
    title_en="Hardly any income from work",
    since=date(2022, 5, 18),
    source="五型三色指标体系（提案）A2",
    tag="assumed",
)
DIMENSION = "收入"
WEIGHT = 15
NAMES = (("无劳动收入", "no income from work"),)
READS = {"labor_income_share": LESS}
FRESH = 180


def level(std: Standards) -> Level:
    return graded(col.labor_income_share < 500, col.labor_income_share < 2000)


EXAMPLES = (
    Example("占比不到5%", 2, {"labor_income_share": 499}),
    Example("恰为5%", 1, {"labor_income_share": 500}),
    Example("不到20%", 1, {"labor_income_share": 1999}),
    Example("恰为20%", 0, {"labor_income_share": 2000}),
    Example("占比未知", None, {"labor_income_share": None}),
)
