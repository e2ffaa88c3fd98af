"""学业心理风险。"""

from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="学业心理风险",
    title_en="School or psychological risk",
    kind="enum",
    categories=("none", "watch", "high"),
    classes=("M05-02", "M05-03"),
    fresh_days=60,
    ask="孩子这阵子天天去上学吗，心情好不好？",
    effort=("department", "visit"),
    sensitivity="S3",
    line="child",
)
