"""教育支出占年收入。"""

from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="教育支出占年收入",
    title_en="Education cost as a share of income",
    kind="share",
    classes=("P06-02", "M05-01"),
    fresh_days=180,
    ask="今年学费、住宿费一共交了多少？",
    sensitivity="S2",
)
