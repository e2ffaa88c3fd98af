"""缺少的基本家电。"""

from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="缺少的基本家电",
    title_en="Missing basic appliances",
    kind="number",
    unit="件",
    classes=("M21-05", "M01-12"),
    fresh_days=365,
    ask="冰箱、洗衣机、热水器、电视、空调，缺哪几样？",
)
