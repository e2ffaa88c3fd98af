"""失去支柱是哪天：过世、走失、停保或登记失业。"""

from datetime import date

import polars as pl
from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.column import Column
from core.variables.engine.example import gives
from core.variables.engine.words import since

COLUMN = Column("失去支柱日期", pl.Date())


def value(std: Standards) -> Expr:
    window = std.integer("shock_window_days")
    lost = [
        when(since(col(name), std.at, window)).then(name)
        for name in ("insured_stopped_on", "work_registered_on")
    ]
    gone = pl.max_horizontal("died_on", "missing_on")
    grade = col.breadwinner_level
    return when(grade == 2).then(gone).when(grade == 1).then(pl.max_horizontal(*lost))


EXAMPLES = (
    gives("过世", date(2022, 6, 1), breadwinner_level=2, died_on=date(2022, 6, 1)),
    gives("停保", date(2022, 6, 1), breadwinner_level=1, insured_stopped_on=date(2022, 6, 1)),
    gives("没有", None, breadwinner_level=0, insured_stopped_on=date(2022, 6, 1)),
)
