"""有隐患没整改。"""

from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="有隐患没整改",
    title_en="Open fire or gas hazard",
    kind="bool",
    classes=("M16-01", "M16-02"),
    fresh_days=180,
    ask="家里的电线、煤气，查出来的毛病修好了吗？",
)
