"""财产和经营月收入。"""

from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="财产和经营月收入",
    title_en="Monthly income from assets",
    kind="money",
    unit="元/月",
    classes=("M10-02", "P14-02", "M10-04"),
    fresh_days=365,
    ask="有没有分红、租金或者小生意的收入？",
)
