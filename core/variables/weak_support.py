"""没有亲属可依靠。

The register of special elders knows who has nobody; a visit may know too.
"""

from polars import Expr, coalesce, col, when

from core.city.standards import Standards
from core.variables.engine.example import home
from core.variables.engine.tally import Tally, any_of, count
from core.variables.engine.variable import Variable
from core.variables.engine.words import sure

VARIABLE = Variable(
    title="没有亲属可依靠",
    title_en="No relatives to rely on",
    kind="bool",
    classes=("M01-01", "M01-12"),
    fresh_days=60,
    ask="急用人的时候，有亲戚能来帮一把吗？",
    sensitivity="S2",
)


def members(std: Standards) -> dict[str, Tally]:
    alone = col.listed_childless | ~col.has_contact
    return {"n_unsupported": count(coalesce(alone, when(~col.special).then(False)))}


def value(std: Standards) -> Expr:
    return any_of("n_unsupported") | sure(col.review_no_relatives)


EXAMPLES = (
    home("孤寡", True, [{"special": True, "listed_childless": True, "has_contact": False}]),
    home("没有联系人", True, [{"special": True, "listed_childless": False, "has_contact": False}]),
    home("有联系人", False, [{"special": True, "listed_childless": False, "has_contact": True}]),
    home("不在库里", False, [{"special": False}]),
    home("走访说没有亲属", True, [{"special": False}], review_no_relatives=True),
    home("库没来", None, [{"special": None}]),
)
