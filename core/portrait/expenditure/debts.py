"""欠费或被执行债务。

Debts eat tomorrow's aid; arrears announce them.
"""

from datetime import date

from polars import col

from core.city.standards import Standards
from core.portrait.reading import YES, Level, Relief, graded
from core.rule import Example, Label

LABEL = Label(
    id="C10",
    title="欠费或被执行债务",
    title_en="Arrears or a judgment debt",
    since=date(2022, 5, 18),
    source="五型三色指标体系（提案）C10",
    tag="assumed",
)
DIMENSION = "偿付"
WEIGHT = 8
NAMES = (("负债欠费", "debts or arrears"),)
READS = {"debt_exec": YES, "arrears": YES}
FRESH = 60
RELIEF = Relief("缴清欠费", "the arrears are paid", {"arrears": False})


def level(std: Standards) -> Level:
    return graded(col.debt_exec, col.arrears)


EXAMPLES = (
    Example("被执行未结", 2, {"debt_exec": True, "arrears": False}),
    Example("只有欠费", 1, {"debt_exec": False, "arrears": True}),
    Example("都没有", 0, {"debt_exec": False, "arrears": False}),
    Example("执行数据缺失", (0, 2), {"debt_exec": None, "arrears": False}),
    Example("执行数据缺失，已有欠费", (1, 2), {"debt_exec": None, "arrears": True}),
    Example("欠费数据缺失", (0, 1), {"debt_exec": False, "arrears": None}),
)
