"""完全失能，却没有长护险、护理补贴、养老服务补贴中的任何一项；特困的照料护理费也算有。"""

import polars as pl
from polars import Expr, col

from core.city.standards import Standards
from core.rule import hit, miss, unknown
from core.variables.engine.column import Column
from core.variables.engine.words import sure

COLUMN = Column("失能没补贴", pl.Boolean())


def value(std: Standards) -> Expr:
    tekun = sure(col.tekun_care_amount > 0)
    covered = col.ltc_insured | col.nursing_subsidy | col.elder_service_subsidy | tekun
    return (col.ability == "full") & ~covered


BARE = {
    "ability": "full",
    "ltc_insured": False,
    "nursing_subsidy": False,
    "elder_service_subsidy": False,
}
EXAMPLES = (
    hit("什么都没有", **BARE),
    miss("有长护险", **BARE | {"ltc_insured": True}),
    miss("有护理补贴", **BARE | {"nursing_subsidy": True}),
    miss("有服务补贴", **BARE | {"elder_service_subsidy": True}),
    miss("特困有照料费", **BARE, tekun_care_amount=103500),
    miss("半失能不在此列", **BARE | {"ability": "semi"}),
    unknown("补贴没来", **BARE | {"nursing_subsidy": None}),
    unknown("失能没有不知道", **BARE | {"ability": None}),
)
