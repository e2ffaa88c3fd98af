"""在读子女升学或辍学风险。

Poverty is handed down where school ends early. The children's line only.
"""

from datetime import date

from polars import col

from core.city.standards import Standards
from core.portrait.reading import MORE, Level, graded, worst
from core.rule import Example, Label

LABEL = Label(
    id="E6",
    title="在读子女升学或辍学风险",
    title_en="A pupil may drop out or not go on",
    since=date(2022, 5, 18),
    source="五型三色指标体系（提案）E6",
    tag="assumed",
)
DIMENSION = "技能教育"
WEIGHT = 8
NAMES = (("升学风险", "schooling at risk"),)
READS = {"child_risk": worst("high", best="none"), "n_student_unaided": MORE}
FRESH = 60
LINE = "children"


def level(std: Standards) -> Level:
    return graded(col.child_risk == "high", col.n_student_unaided >= 1)


EXAMPLES = (
    Example("辍学高风险", 2, {"child_risk": "high", "n_student_unaided": 0}),
    Example("学生未获资助", 1, {"child_risk": "none", "n_student_unaided": 1}),
    Example("仅关注不计", 0, {"child_risk": "watch", "n_student_unaided": 0}),
    Example("风险未知", (0, 2), {"child_risk": None, "n_student_unaided": 0}),
    Example("风险未知，未获资助", (1, 2), {"child_risk": None, "n_student_unaided": 1}),
    Example("资助未知", (0, 1), {"child_risk": "none", "n_student_unaided": None}),
)
