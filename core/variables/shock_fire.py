"""火灾或房屋损毁。

A house that cannot be lived in, or people hurt, is severe.
"""

from polars import Expr

from core.city.standards import Standards
from core.variables.engine.example import gives
from core.variables.engine.shock import faded, graded
from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="火灾或房屋损毁",
    title_en="Fire or house damage",
    kind="enum",
    categories=("none", "mild", "severe"),
    classes=("M16-03", "M15-01"),
    fresh_days=30,
    ask="这半年家里着过火、房子塌过吗？还能住吗？",
    decays=True,
)


LEVELS = {"fire": "fire_on", "house_damage": "house_damage_on"}


def value(std: Standards) -> Expr:
    return graded(*LEVELS)


def value_days(std: Standards) -> Expr:
    return faded(std, graded(*LEVELS), LEVELS)


EXAMPLES = (
    gives("起火没伤人", "mild", fire=1, house_damage=0),
    gives("起火伤人", "severe", fire=2, house_damage=0),
    gives("房子倒了", "severe", fire=0, house_damage=2),
    gives("都没有", "none", fire=0, house_damage=0),
    gives("应急没来", None, fire=0, house_damage=None),
    gives("应急没来，起火没伤人", None, fire=1, house_damage=None),
    gives("应急没来，起火伤人", "severe", fire=2, house_damage=None),
)
