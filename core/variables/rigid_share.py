"""刚性支出占年收入。"""

from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="刚性支出占年收入",
    title_en="Unavoidable cost as a share of income",
    kind="share",
    classes=("P01-04", "P04-02"),
    fresh_days=60,
    ask="看病、上学、康复，一年自己要花掉多少？",
    sensitivity="S2",
)
