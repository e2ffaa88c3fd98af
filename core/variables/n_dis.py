"""持残疾证人数。"""

from polars import col

from core.city.standards import Standards
from core.variables.engine.example import home
from core.variables.engine.tally import Tally, count
from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="持残疾证人数",
    title_en="Members with a disability certificate",
    kind="count",
    unit="人",
    classes=("P10-01",),
    fresh_days=365,
    ask="家里有几个人有残疾证？",
    sensitivity="S2",
)


def members(std: Standards) -> dict[str, Tally]:
    return {"n_dis": count(col.disabled)}


EXAMPLES = (
    home("一个有证", (1, 0), [{"disabled": True}, {"disabled": False}]),
    home("残联没来", (0, 1), [{"disabled": None}]),
)
