"""因私出国（境）频次：有没有自费留学。"""

from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale

EXTRACT = Extract(take="latest", absent={"studies_abroad": False})


def columns(std: Standards) -> dict[str, Expr]:
    return {"studies_abroad": col.self_funded_study.fill_null(False)}


EXAMPLES = (
    given("自费留学", {"self_funded_study": True}, studies_abroad=True),
    given("只是旅游", {"exits_12m": 2}, studies_abroad=False),
    given("没有出境", studies_abroad=False),
    stale("断供", {"self_funded_study": True}, studies_abroad=None),
)
