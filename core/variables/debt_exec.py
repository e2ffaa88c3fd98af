"""有未结被执行案件。"""

from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="有未结被执行案件",
    title_en="Open judgment debt",
    kind="bool",
    classes=("M27-01",),
    fresh_days=60,
    ask="家里有没有被法院执行的欠债？",
    sensitivity="S2",
)
