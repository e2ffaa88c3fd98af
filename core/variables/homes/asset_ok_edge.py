"""财产在低边限额内（R-08）：金融资产人均不超过3倍年低保标准，其余同低保。"""

import polars as pl
from polars import Expr, col

from core.city.standards import Standards
from core.rule import hit, miss, unknown
from core.variables.engine.column import Column

COLUMN = Column("财产在低边限额内", pl.Boolean())


def value(std: Standards) -> Expr:
    limit = std.fen("dibao_std", std.number("prop_edge_cash_mult_year") * 12)
    return (col.financial_assets <= limit * col.n_members) & col.goods_ok


EXAMPLES = (
    hit("正好到限额", financial_assets=38_520_00 * 2, n_members=2, goods_ok=True),
    miss("多一分", financial_assets=38_520_00 * 2 + 1, n_members=2, goods_ok=True),
    miss("有车", financial_assets=0, n_members=2, goods_ok=False),
    unknown("没核对过", financial_assets=None, n_members=2, goods_ok=True),
)
