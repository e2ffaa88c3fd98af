"""认知或精神障碍人数。"""

from polars import col

from core.city.standards import Standards
from core.variables.engine.example import home
from core.variables.engine.tally import Tally, count
from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="认知或精神障碍人数",
    title_en="Members with dementia or mental disorder",
    kind="count",
    unit="人",
    classes=("P05-05", "P01-11"),
    fresh_days=365,
    ask="家里有没有人记性很差、常认不得人？",
    effort=("department", "visit"),
    sensitivity="S3",
    line="mental",
)


def members(std: Standards) -> dict[str, Tally]:
    return {"n_cognitive": count(col.cognitive_disorder)}


EXAMPLES = (
    home("一个", (1, 0), [{"cognitive_disorder": True}, {"cognitive_disorder": False}]),
    home("有一个没评估", (0, 1), [{"cognitive_disorder": None}]),
)
