"""自理能力：full 完全失能，semi 半失能，able 能自理。

The heaviest finding counts. Assessments are made of elders: a younger person who is not severely
disabled and draws no long-term care counts as able, and so does an elder whose home the town has
gone through within a year; any other elder nobody has assessed stays unknown.
"""

from datetime import date

import polars as pl
from polars import Expr, coalesce, col, lit, when

from core.city.standards import Standards
from core.variables.engine.column import Column
from core.variables.engine.example import gives
from core.variables.engine.words import sure, year_back

COLUMN = Column("自理能力", pl.String())


def value(std: Standards) -> Expr:
    full = (
        sure(col.ability_grade.is_in(["重度", "完全失能"]))
        | sure(col.ltc_grade.str.starts_with("重度"))
        | sure(col.tekun_selfcare == "全护理")
        | sure(col.health_ability == "full")
    )
    semi = (
        sure(col.ability_grade == "中度")
        | sure(col.tekun_selfcare == "半护理")
        | sure(col.health_ability == "semi")
    )
    assessed = coalesce("ability_grade", "tekun_selfcare", "health_ability").is_not_null()
    young = (col.age < std.integer("elder_age")) & ~col.severe_disability & ~col.ltc_insured
    seen = year_back(col.reviewed_on, std.at)
    able = assessed | sure(young) | sure(seen)
    words = when(full).then(lit("full")).when(semi).then(lit("semi"))
    return words.when(able).then(lit("able"))


EXAMPLES = (
    gives("评估重度", "full", ability_grade="重度"),
    gives("评估完全失能", "full", ability_grade="完全失能"),
    gives("评估中度", "semi", ability_grade="中度"),
    gives("评估轻度", "able", ability_grade="轻度"),
    gives("长护险重度", "full", ability_grade="中度", ltc_grade="重度一级"),
    gives("长护险其他等级", None, age=70, ltc_grade="其他", ltc_insured=True),
    gives("特困全护理", "full", tekun_selfcare="全护理"),
    gives("特困半护理", "semi", tekun_selfcare="半护理"),
    gives("卫健评为半失能", "semi", health_ability="semi"),
    gives("年轻、没有重残", "able", age=30, severe_disability=False, ltc_insured=False),
    gives("年轻、重残、没评估", None, age=30, severe_disability=True, ltc_insured=False),
    gives("年轻、残联没来", None, age=30, severe_disability=None, ltc_insured=False),
    gives("老人没评估", None, age=60, severe_disability=False, ltc_insured=False),
    gives("老人没评估，一年内复核过", "able", age=60, reviewed_on=date(2022, 5, 1)),
    gives("复核满一年", None, age=60, reviewed_on=date(2021, 7, 15)),
)
