"""家暴求助（妇联）：有没有没办结的。限定人员。"""

from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import sure

EXTRACT = Extract(
    per="household",
    through_person=True,
    absent={"violence_help_open": False},
    lasting=("violence_help_open",),
)


def columns(std: Standards) -> dict[str, Expr]:
    return {"violence_help_open": (~sure(col.closed)).any()}


EXAMPLES = (
    given("没办结", {"closed": False}, violence_help_open=True),
    given("办没办结没写，还算", {"closed": None}, violence_help_open=True),
    given("办结了", {"closed": True}, violence_help_open=False),
    given("没有求助", violence_help_open=False),
    stale("断供，没办结的还在", {"closed": False}, violence_help_open=True),
    stale("断供，不知道", violence_help_open=None),
)
