"""学生心理健康关注名单：关注是 1，重点是 2。儿童线。"""

import polars as pl
from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale

EXTRACT = Extract(take="latest", absent={"mind_watch": 0})


def columns(std: Standards) -> dict[str, Expr]:
    grade = {"关注": 1, "重点": 2}
    return {"mind_watch": col.level.replace_strict(grade, default=None, return_dtype=pl.Int64)}


EXAMPLES = (
    given("关注", {"level": "关注"}, mind_watch=1),
    given("重点", {"level": "重点"}, mind_watch=2),
    given("等级没填", {"level": None}, mind_watch=None),
    given("不在名单", mind_watch=0),
    stale("断供", {"level": "重点"}, mind_watch=None),
)
