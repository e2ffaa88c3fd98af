"""老人独居。

Where somebody really lives. The register of special elders knows; without it, a household of one
elder lives alone if the elder is known to live there and shares with nobody.
"""

from polars import Expr, coalesce, col, when

from core.city.standards import Standards
from core.variables.engine.example import home
from core.variables.engine.tally import Tally, any_of, count, known
from core.variables.engine.variable import Variable
from core.variables.engine.words import sure

VARIABLE = Variable(
    title="老人独居",
    title_en="Elder living alone",
    kind="bool",
    classes=("M01-01", "M07-04"),
    fresh_days=90,
    ask="老人是一个人住吗？",
)


def members(std: Standards) -> dict[str, Tally]:
    elder = col.age >= std.integer("elder_age")
    return {
        "n_listed_alone": count(elder & sure(col.listed_alone)),
        "n_listed_together": count(elder & sure(~col.listed_alone)),
        "n_lives_alone": count(elder & col.same_as_hukou & (col.co_tenants.fill_null(0) == 0)),
        "n_lives_with": count(elder & sure((col.co_tenants > 0) | ~col.same_as_hukou)),
    }


def value(std: Standards) -> Expr:
    several = (col.n_members > 1) | (known("n_elder60") == 0)
    apart = when(col.n_listed_together > 0).then(False).when(col.n_lives_with > 0).then(False)
    single = coalesce(apart, any_of("n_lives_alone"))
    single_elder = when(several).then(False).when(~several).then(single)
    return when(col.n_listed_alone > 0).then(True).otherwise(single_elder)


OLD = {"age": 75, "listed_alone": None, "same_as_hukou": None}
ONE = {"n_members": 1, "n_elder60": 1, "n_elder60_unknown": 0}
EXAMPLES = (
    home("库里写独居", True, [OLD | {"listed_alone": True}], **ONE),
    home(
        "户口在一起，库里写独居",
        True,
        [OLD | {"listed_alone": True}, {"age": 40}],
        n_members=2,
        n_elder60=1,
        n_elder60_unknown=0,
    ),
    home("一人户，库里写空巢", False, [OLD | {"listed_alone": False}], **ONE),
    home("一人户，住在户籍地", True, [OLD | {"same_as_hukou": True}], **ONE),
    home("一人户，和人合住", False, [OLD | {"same_as_hukou": True, "co_tenants": 1}], **ONE),
    home("一人户，住在别处", False, [OLD | {"same_as_hukou": False}], **ONE),
    home("一人户，住哪不知道", None, [OLD], **ONE),
    home("一家三口", False, [OLD, {"age": 40}], n_members=3, n_elder60=1, n_elder60_unknown=0),
    home("一个年轻人", False, [{"age": 30}], n_members=1, n_elder60=0, n_elder60_unknown=0),
)
