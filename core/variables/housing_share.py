"""住房支出占收入。"""

from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="住房支出占收入",
    title_en="Housing cost as a share of income",
    kind="share",
    classes=("P07-01", "M07-04"),
    fresh_days=180,
    ask="一个月房租多少？修房子自己出了多少钱？",
    sensitivity="S2",
)
