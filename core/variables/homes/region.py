"""这家在哪个区划：户主的，没有就看家人的，再看低保名册的。"""

import polars as pl
from polars import Expr, coalesce, col, when

from core.city.standards import Standards
from core.variables.engine.column import Column
from core.variables.engine.example import home
from core.variables.engine.tally import Tally, least

COLUMN = Column("区划", pl.String())


def members(std: Standards) -> dict[str, Tally]:
    lives = coalesce("hukou_region", "reside_region")
    return {
        "region_of_head": least(when(col.relation == "head").then(lives)),
        "region_of_any": least(lives, everyone=True),
    }


def value(std: Standards) -> Expr:
    return coalesce("region_of_head", "region_of_any", "listed_region")


EXAMPLES = (
    home(
        "户主的",
        "330482102",
        [
            {"relation": "child", "hukou_region": "330482001"},
            {"relation": "head", "hukou_region": "330482102"},
        ],
    ),
    home("没有户主", "330482001", [{"relation": "child", "hukou_region": "330482001"}]),
    home("新居民看居住地", "330482003", [{"reside_region": "330482003"}]),
    home("只有低保名册", "330482103", [], listed_region="330482103"),
    home("都没有", None, [{"relation": "head"}]),
)
