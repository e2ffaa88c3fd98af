"""扣除刚性支出后人均月收入。"""

from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="扣除刚性支出后人均月收入",
    title_en="Income per head after unavoidable cost",
    kind="money",
    unit="元/人·月",
    classes=("P01-04", "P04-02"),
    fresh_days=60,
    ask="看病、上学的钱交完，一个月还剩多少过日子？",
    sensitivity="S2",
)
