"""自住房安全等级。"""

from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="自住房安全等级",
    title_en="Safety grade of the home",
    kind="enum",
    categories=("A", "B", "C", "D"),
    classes=("P07-03", "M06-02", "M10-05"),
    fresh_days=365,
    ask="房子有没有裂缝、漏雨、歪斜，有人来鉴定过吗？",
)
