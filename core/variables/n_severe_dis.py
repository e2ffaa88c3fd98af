"""重度残疾人数。"""

from polars import col

from core.city.standards import Standards
from core.variables.engine.example import home
from core.variables.engine.tally import Tally, count
from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="重度残疾人数",
    title_en="Severely disabled members",
    kind="count",
    unit="人",
    classes=("P10-01",),
    fresh_days=365,
    ask="家里谁有残疾证，是几级？",
    sensitivity="S2",
)


def members(std: Standards) -> dict[str, Tally]:
    return {"n_severe_dis": count(col.severe_disability)}


EXAMPLES = (
    home("一个重残", (1, 0), [{"severe_disability": True}, {"severe_disability": False}]),
    home("残联没来", (0, 1), [{"severe_disability": None}]),
)
