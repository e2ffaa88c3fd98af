"""特困人员信息：是不是特困，自理等级，照料护理费，有没有照料人，协议到期日。"""

from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale

EXTRACT = Extract(take="latest", absent={"tekun": False})


def columns(std: Standards) -> dict[str, Expr]:
    active = col.status == "在册"
    return {
        "tekun": active,
        "tekun_support": when(active).then("support_form"),
        "tekun_selfcare": when(active).then("selfcare_grade"),
        "tekun_care_amount": when(active).then("care_amount"),
        "tekun_has_carer": when(active).then(col.carer_name.is_not_null()),
        "tekun_agreement_end": when(active).then("agreement_end"),
    }


EXAMPLES = (
    given(
        "在册",
        {"status": "在册", "selfcare_grade": "全护理", "care_amount": 103500},
        tekun=True,
        tekun_selfcare="全护理",
        tekun_has_carer=False,
    ),
    given("终止", {"status": "终止", "selfcare_grade": "全护理"}, tekun=False, tekun_selfcare=None),
    given("名册里没有", tekun=False),
    stale("名册断供", {"status": "在册"}, tekun=None),
)
