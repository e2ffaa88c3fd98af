"""认知或精神障碍人数。"""

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
