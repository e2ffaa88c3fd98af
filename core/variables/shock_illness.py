"""突发大病。"""

from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="突发大病",
    title_en="Sudden serious illness",
    kind="enum",
    categories=("none", "mild", "severe"),
    classes=("P05-02", "P04-02"),
    fresh_days=30,
    ask="这半年家里有人查出大病或住过院吗？",
    sensitivity="S2",
    decays=True,
)
