"""大病人数。"""

from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="大病人数",
    title_en="Seriously ill members",
    kind="count",
    unit="人",
    classes=("P05-02",),
    fresh_days=180,
    ask="家里有人得了大病，在治吗？",
    sensitivity="S2",
)
