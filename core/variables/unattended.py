"""小孩或失能者没人看护。

What the newest visit said; a family with neither minors nor anybody fully disabled has nobody to
leave alone.
"""

from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.example import home
from core.variables.engine.tally import Tally, any_of, count
from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="小孩或失能者没人看护",
    title_en="Child or disabled person unattended",
    kind="bool",
    classes=("M01-14", "M22-02"),
    fresh_days=7,
    ask="家里的小孩、病人，现在有人看着吗？",
    sensitivity="S3",
    line="child",
)


def members(std: Standards) -> dict[str, Tally]:
    return {
        "n_watched": count((col.age < 18) | (col.ability == "full")),
        "n_guardian_failed": count((col.age < 18) & col.guardian_failed),
    }


def value(std: Standards) -> Expr:
    told = col.visit_unattended | any_of("n_guardian_failed")
    return any_of("n_watched") & told


CHILD = {"age": 8, "ability": "able", "guardian_failed": False}
GROWN = {"age": 40, "ability": "able", "guardian_failed": False}
EXAMPLES = (
    home("走访说没人看", True, [CHILD, GROWN], visit_unattended=True),
    home("监护落空", True, [CHILD | {"guardian_failed": True}], visit_unattended=False),
    home("失能老人没人看", True, [GROWN | {"age": 80, "ability": "full"}], visit_unattended=True),
    home("有人看", False, [CHILD, GROWN], visit_unattended=False),
    home("家里没有孩子和失能的人", False, [GROWN], visit_unattended=None),
    home("走访没来", None, [CHILD], visit_unattended=None),
    home("走访没来，监护落空", True, [CHILD | {"guardian_failed": True}], visit_unattended=None),
)
