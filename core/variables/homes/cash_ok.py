"""金融资产在限额内（R-04）：人均不超过2倍年低保标准，单人户3倍。"""

import polars as pl
from polars import Expr, col, when

from core.city.standards import Standards
from core.rule import hit, miss, unknown
from core.variables.engine.column import Column

COLUMN = Column("金融资产在限额内", pl.Boolean())


def value(std: Standards) -> Expr:
    year = std.fen("dibao_std", 12)
    several, single = std.number("prop_cash_mult_year"), std.number("prop_cash_single_mult_year")
    limit = when(col.n_members == 1).then(int(year * single)).otherwise(int(year * several))
    return col.financial_assets <= limit * col.n_members


EXAMPLES = (
    hit("正好到限额", financial_assets=25_680_00 * 3, n_members=3),
    miss("多一分", financial_assets=25_680_00 * 3 + 1, n_members=3),
    hit("单人户放宽", financial_assets=38_520_00, n_members=1),
    miss("单人户也有限", financial_assets=38_520_01, n_members=1),
    unknown("没核对过", financial_assets=None, n_members=3),
)
