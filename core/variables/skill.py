"""技能。"""

from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="技能",
    title_en="Skills",
    kind="enum",
    categories=("cert", "degree_only", "none"),
    classes=("P03-08", "P06-02"),
    fresh_days=365,
    ask="家里能干活的人，有没有技能证书，读到什么程度？",
)
