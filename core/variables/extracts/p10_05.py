"""残疾人就业：是不是在就业（只作有，不作没有）。"""

from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale

EXTRACT = Extract(take="latest")


def columns(std: Standards) -> dict[str, Expr]:
    return {"disabled_job": col.form != "未就业"}


EXAMPLES = (
    given("辅助性就业", {"form": "辅助性"}, disabled_job=True),
    given("未就业", {"form": "未就业"}, disabled_job=False),
    given("没调查过", disabled_job=None),
    stale("断供", {"form": "灵活"}, disabled_job=None),
)
