"""技能。

The best of those who can work.
"""

from polars import Expr, col, lit, when

from core.city.standards import Standards
from core.variables.engine.example import home
from core.variables.engine.tally import Tally, most
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


def members(std: Standards) -> dict[str, Tally]:
    skilled = when(col.labour).then(col.skill_level).when(~col.labour).then(0)
    return {"skill_best": most(skilled)}


def value(std: Standards) -> Expr:
    best, all_known = col.skill_best, col.skill_best_unknown == 0
    word = when(best == 2).then(lit("cert")).when(all_known & (best == 1)).then(lit("degree_only"))
    return word.when(all_known & (best == 0)).then(lit("none"))


EXAMPLES = (
    home("一个有证书", "cert", [{"labour": True, "skill_level": 2}, {"labour": True}]),
    home("大专没证", "degree_only", [{"labour": True, "skill_level": 1}, {"labour": False}]),
    home("都没有", "none", [{"labour": True, "skill_level": 0}]),
    home("有证书的不是劳动力", "none", [{"labour": False, "skill_level": 2}]),
    home("有一个不知道", None, [{"labour": True, "skill_level": 1}, {"labour": True}]),
    home("是不是劳动力不知道", None, [{"labour": None, "skill_level": 1}]),
)
