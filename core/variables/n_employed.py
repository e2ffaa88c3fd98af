"""正在就业人数。"""

from polars import col

from core.city.standards import Standards
from core.variables.engine.example import home
from core.variables.engine.tally import Tally, count
from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="正在就业人数",
    title_en="Members at work",
    kind="count",
    unit="人",
    classes=("P03-03", "P03-04", "P11-01", "M28-01"),
    fresh_days=45,
    ask="家里现在有几个人在上班或打零工？",
)


def members(std: Standards) -> dict[str, Tally]:
    return {"n_employed": count(col.employed)}


EXAMPLES = (
    home("一个在上班", (1, 0), [{"employed": True}, {"employed": False}]),
    home("有一个不知道", (0, 1), [{"employed": None}, {"employed": False}]),
)
