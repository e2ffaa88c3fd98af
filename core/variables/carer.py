"""照护者。

Whoever is grown up and needs no care can care: frail from 70 on, when seriously ill, or with two
fully disabled people to look after. What the newest visit says goes first. With nobody at home,
an institution, a tekun agreement, or the register of elders who have nobody decides.
"""

from polars import Expr, col, lit, when

from core.city.standards import Standards
from core.variables.engine.example import home
from core.variables.engine.tally import Tally, count, known
from core.variables.engine.variable import Variable
from core.variables.engine.words import sure

VARIABLE = Variable(
    title="照护者",
    title_en="Carer",
    kind="enum",
    categories=("ok", "frail", "none"),
    classes=("M01-01", "M01-12"),
    fresh_days=180,
    ask="平时谁在照顾？他自己身体怎么样？",
    sensitivity="S2",
)


def members(std: Standards) -> dict[str, Tally]:
    return {"n_fit": count(col.able_adult & ~col.frail_carer)}


def value(std: Standards) -> Expr:
    two = when(col.n_disabled_full >= 2).then(lit("frail"))
    fit = two.when(col.n_disabled_full + col.n_disabled_full_unknown < 2).then(lit("ok"))
    nobody = (known("n_able") == 0) & (known("n_fit") == 0)
    at_home = (
        when(col.n_fit > 0)
        .then(fit)
        .when((known("n_fit") == 0) & (col.n_frail > 0))
        .then(lit("frail"))
        .when(nobody)
        .then(_outside())
    )
    deserted = sure(col.visit_no_carer) | sure(col.review_no_carer)
    told = when(deserted).then(lit("none")).otherwise(at_home)
    return when(~col.need_care).then(lit("ok")).when(col.need_care).then(told)


def _outside() -> Expr:
    kept = (col.n_in_institution >= col.n_need_care) | (col.n_tekun_carers > 0)
    alone = when(col.n_unsupported > 0).then(lit("none"))
    return when(kept | sure(col.visit_has_carer)).then(lit("ok")).otherwise(alone)


FIT = {"able_adult": True, "frail_carer": False}
FRAIL = {"able_adult": True, "frail_carer": True}
NONE = {"able_adult": False, "frail_carer": False}
OPEN = {"able_adult": None, "frail_carer": None}


def here(fit: int, frail: int, **more: object) -> dict[str, object]:
    nothing = {"n_in_institution": 0, "n_tekun_carers": 0, "n_unsupported": 0, "n_need_care": 1}
    able = {"n_able": fit + frail, "n_able_unknown": 0, "n_frail": frail}
    full = {"n_disabled_full": 1, "n_disabled_full_unknown": 0, "need_care": True}
    return nothing | able | full | more


EXAMPLES = (
    home("没人要照护", "ok", [FRAIL], **here(0, 1, need_care=False)),
    home("有健康的大人", "ok", [FIT], **here(1, 0)),
    home("照顾两个失能的人", "frail", [FIT], **here(1, 0, n_disabled_full=2)),
    home("照护者70岁", "frail", [FRAIL], **here(0, 1)),
    home("家里没有能照顾的人，库里写没有亲属", "none", [NONE], **here(0, 0, n_unsupported=1)),
    home("走访说没人照顾", "none", [FIT], **here(1, 0, visit_no_carer=True)),
    home("走访说有人照顾", "ok", [NONE], **here(0, 0, visit_has_carer=True)),
    home("住在养老院", "ok", [NONE], **here(0, 0, n_in_institution=1)),
    home("特困有照料人", "ok", [NONE], **here(0, 0, n_tekun_carers=1)),
    home("家里没有能照顾的人，外面有没有不知道", None, [NONE], **here(0, 0)),
    home("能不能照顾不知道", None, [OPEN], **here(0, 0, n_able_unknown=1)),
    home("要不要照护不知道", None, [FIT], **here(1, 0, need_care=None)),
)
