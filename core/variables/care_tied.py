"""因照护不能上班。

A visit said so. Nobody jobless, or nobody who needs care, means no; otherwise it has to be asked.
"""

from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.example import home
from core.variables.engine.tally import Tally, any_of, count
from core.variables.engine.variable import Variable
from core.variables.engine.words import sure

VARIABLE = Variable(
    title="因照护不能上班",
    title_en="Tied down by caring",
    kind="bool",
    classes=("M22-02", "M01-12"),
    fresh_days=180,
    ask="有没有人因为要照顾家里，出不去上班？",
    sensitivity="S2",
)


def members(std: Standards) -> dict[str, Tally]:
    return {"n_jobless": count(col.jobless)}


def value(std: Standards) -> Expr:
    possible = any_of("n_jobless") & col.need_care
    told = when(sure(col.visit_care_tied) | sure(col.review_care_tied)).then(True)
    return when(~possible).then(False).otherwise(told)


JOBLESS, BUSY = [{"jobless": True}], [{"jobless": False}]
EXAMPLES = (
    home("走访说走不开", True, JOBLESS, need_care=True, visit_care_tied=True),
    home("复核说走不开", True, JOBLESS, need_care=True, review_care_tied=True),
    home("都在上班", False, BUSY, need_care=True),
    home("没人要照顾", False, JOBLESS, need_care=False),
    home("没上班，家里有病人，没问过", None, JOBLESS, need_care=True, visit_care_tied=False),
)
