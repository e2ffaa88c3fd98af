"""电信网络诈骗受害：近30天损失多少，哪天。"""

from datetime import date

from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import amount_if, since

EXTRACT = Extract(absent={"fraud_loss_30d": 0}, lasting=("fraud_on",))


def columns(std: Standards) -> dict[str, Expr]:
    recent = since(col.happened_at, std.at, 30)
    return {
        "fraud_loss_30d": amount_if(recent, "loss"),
        "fraud_on": when(col.happened_at <= std.at).then("happened_at").max(),
    }


EXAMPLES = (
    given("被骗", {"happened_at": date(2022, 7, 1), "loss": 600_000}, fraud_loss_30d=600_000),
    given("去年的事", {"happened_at": date(2021, 7, 1), "loss": 600_000}, fraud_loss_30d=0),
    given("没有", fraud_loss_30d=0),
    stale("断供", {"happened_at": date(2022, 7, 1), "loss": 1}, fraud_loss_30d=None),
)
