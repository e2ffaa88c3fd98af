"""人均月收入（救助发放前）。"""

from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="人均月收入（救助发放前）",
    title_en="Income per head before assistance",
    kind="money",
    unit="元/人·月",
    classes=("P01-06", "P11-01", "P03-01"),
    fresh_days=180,
    ask="全家一个月挣多少、领多少养老金？低保金不算。",
    sensitivity="S2",
)
