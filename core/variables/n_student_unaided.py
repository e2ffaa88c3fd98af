"""没有资助的在读学生。"""

from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="没有资助的在读学生",
    title_en="Students without any aid",
    kind="count",
    unit="人",
    classes=("P06-01", "P06-03"),
    fresh_days=60,
    ask="读高中、中职、大学的孩子，领到助学金了吗？",
    sensitivity="S2",
)
