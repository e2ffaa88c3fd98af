"""长期门诊治疗人数。"""

from polars import col

from core.city.standards import Standards
from core.variables.engine.example import home
from core.variables.engine.tally import Tally, count
from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="长期门诊治疗人数",
    title_en="Members in long-term treatment",
    kind="count",
    unit="人",
    classes=("P04-03",),
    fresh_days=180,
    ask="家里有人办了慢特病门诊、要长期配药吗？",
    sensitivity="S2",
)


def members(std: Standards) -> dict[str, Tally]:
    return {"n_long_treat": count(col.long_treatment)}


EXAMPLES = (
    home("一个长期治疗", (1, 0), [{"long_treatment": True}, {"long_treatment": False}]),
    home("医保没来", (0, 1), [{"long_treatment": None}]),
)
