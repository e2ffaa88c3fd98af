"""失信和被执行人：有没有没结的案件，多少钱。"""

from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import amount_if, sure

EXTRACT = Extract(absent={"judgment_debt": False})

OVER = ("结案", "已结案", "已履行", "终结", "撤销")


def columns(std: Standards) -> dict[str, Expr]:
    open_ = ~sure(col.status.is_in(OVER))
    return {"judgment_debt": open_.any(), "judgment_amount": amount_if(open_, "amount")}


EXAMPLES = (
    given("在执行", {"status": "执行中", "amount": 500}, judgment_debt=True, judgment_amount=500),
    given("状态没填，还算", {"status": None}, judgment_debt=True),
    given("结案了", {"status": "结案"}, judgment_debt=False),
    given("没有案件", judgment_debt=False),
    stale("断供", {"status": "执行中"}, judgment_debt=None),
)
