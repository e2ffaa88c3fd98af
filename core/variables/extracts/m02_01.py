"""公益性岗位安置：在不在岗，哪天到期。"""

from datetime import date

from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import valid

EXTRACT = Extract(take="latest", by="start_date", absent={"public_post": False})


def columns(std: Standards) -> dict[str, Expr]:
    running = (col.start_date <= std.at) & valid(col.end_date, std.at)
    return {"public_post": running, "public_post_end": col.end_date}


POST = {"start_date": date(2022, 1, 1), "end_date": date(2022, 7, 15)}
EXAMPLES = (
    given("最后一天", POST, public_post=True, public_post_end=date(2022, 7, 15)),
    given("已到期", POST | {"end_date": date(2022, 7, 14)}, public_post=False),
    given("没有岗位", public_post=False),
    stale("断供", POST, public_post=None),
)
