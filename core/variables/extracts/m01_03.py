"""家庭养老床位：在不在运营，每月上门几次。"""

from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale

EXTRACT = Extract(take="latest", absent={"care_bed": False})


def columns(std: Standards) -> dict[str, Expr]:
    running = col.status == "运营"
    return {
        "care_bed": running,
        "care_bed_visits": when(running).then("service_month"),
        "care_bed_state": col.status,
    }


EXAMPLES = (
    given("运营", {"status": "运营", "service_month": 4}, care_bed=True, care_bed_visits=4),
    given("还在建", {"status": "在建"}, care_bed=False, care_bed_visits=None),
    given("没有床位", care_bed=False),
    stale("断供", {"status": "运营"}, care_bed=None),
)
