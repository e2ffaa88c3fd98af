"""没有资助的在读学生。"""

from polars import col

from core.city.standards import Standards
from core.variables.engine.example import home
from core.variables.engine.tally import Tally, count
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


def members(std: Standards) -> dict[str, Tally]:
    return {"n_student_unaided": count(col.student_unaided)}


EXAMPLES = (
    home("一个没资助", (1, 0), [{"student_unaided": True}, {"student_unaided": False}]),
    home("资助没来", (0, 1), [{"student_unaided": None}]),
)
