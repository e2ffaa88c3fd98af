"""空巢老人。

The register says so, or all the family are elders, two or more; a grown-up under 60 in the family
means no.
"""

from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.example import home
from core.variables.engine.tally import Tally, any_of, count
from core.variables.engine.variable import Variable
from core.variables.engine.words import sure

VARIABLE = Variable(
    title="空巢老人",
    title_en="Elders without young people at home",
    kind="bool",
    classes=("M01-01",),
    fresh_days=90,
    ask="家里只有老两口，没有小辈同住吗？",
)


def members(std: Standards) -> dict[str, Tally]:
    return {
        "n_listed_empty": count(sure(col.listed_empty_nest)),
        "n_younger": count(col.age < std.integer("elder_age")),
        "n_special": count(col.special),
    }


def value(std: Standards) -> Expr:
    couple = (col.n_members >= 2) & ~any_of("n_younger")
    alone = when(~any_of("n_special") | (col.n_special > 0)).then(False)
    shared = when(col.n_younger > 0).then(False).when(couple).then(True).otherwise(alone)
    return when(col.n_listed_empty > 0).then(True).otherwise(shared)


OLD = {"age": 75, "special": False}
EXAMPLES = (
    home("库里写空巢", True, [OLD | {"special": True, "listed_empty_nest": True}], n_members=1),
    home("老两口", True, [OLD, OLD | {"age": 72}], n_members=2),
    home("和儿子住", False, [OLD, {"age": 40, "special": False}], n_members=2),
    home(
        "和儿子住，库没来",
        False,
        [OLD | {"special": None}, {"age": 40, "special": None}],
        n_members=2,
    ),
    home("老两口，库没来", True, [OLD | {"special": None}, OLD | {"special": None}], n_members=2),
    home("一个老人，不在库里", False, [OLD], n_members=1),
    home("一个老人，库没来", None, [OLD | {"special": None}], n_members=1),
)
