"""自然灾害受灾。"""

from polars import Expr, coalesce, col, lit, when

from core.city.standards import Standards
from core.variables.engine.example import gives
from core.variables.engine.shock import faded, graded
from core.variables.engine.variable import Variable
from core.variables.engine.words import days_since, sure

VARIABLE = Variable(
    title="自然灾害受灾",
    title_en="Natural disaster",
    kind="enum",
    categories=("none", "mild", "severe"),
    classes=("M15-01",),
    fresh_days=30,
    ask="这半年台风、大水有没有让家里遭灾？",
    decays=True,
)


LEVELS = {"disaster": "disaster_on"}


def value(std: Standards) -> Expr:
    sheltered = when(sure(col.sheltered)).then(lit("mild"))
    found = graded(*LEVELS)
    return when(found.fill_null("none") == "none").then(coalesce(sheltered, found)).otherwise(found)


def value_days(std: Standards) -> Expr:
    days = faded(std, graded(*LEVELS), LEVELS)
    moved = days_since(col.sheltered_on, std.at)
    calm = graded(*LEVELS).fill_null("none") == "none"
    return when(calm & sure(col.sheltered)).then(moved).otherwise(days)


EXAMPLES = (
    gives("房屋倒塌", "severe", disaster=2, sheltered=False),
    gives("受灾", "mild", disaster=1, sheltered=False),
    gives("只转移过", "mild", disaster=0, sheltered=True),
    gives("没有", "none", disaster=0, sheltered=False),
    gives("没受灾，安置没来", "none", disaster=0, sheltered=None),
    gives("应急没来", None, disaster=None, sheltered=None),
)
