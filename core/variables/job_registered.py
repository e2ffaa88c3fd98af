"""没工作的都登记了。

Every member who could work and does not. A family without such members has nobody to register.
"""

from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.example import home
from core.variables.engine.tally import Tally, any_of, count
from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="没工作的都登记了",
    title_en="All jobless members registered",
    kind="bool",
    classes=("P03-04",),
    fresh_days=45,
    ask="没工作的人，去登记过失业或求职吗？",
)


def members(std: Standards) -> dict[str, Tally]:
    return {"n_unregistered": count(col.jobless & ~col.registered_jobless)}


def value(std: Standards) -> Expr:
    return ~any_of("n_unregistered")


EXAMPLES = (
    home("登记过", True, [{"jobless": True, "registered_jobless": True}, {"jobless": False}]),
    home("有一个没登记", False, [{"jobless": True, "registered_jobless": False}]),
    home("没有人要登记", True, [{"jobless": False}]),
    home("登记没来", None, [{"jobless": True, "registered_jobless": None}]),
    home("有没有上班不知道", None, [{"jobless": None}]),
)
