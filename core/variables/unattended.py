"""小孩或失能者没人看护。"""

from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="小孩或失能者没人看护",
    title_en="Child or disabled person unattended",
    kind="bool",
    classes=("M01-14", "M22-02"),
    fresh_days=7,
    ask="家里的小孩、病人，现在有人看着吗？",
    sensitivity="S3",
    line="child",
)
