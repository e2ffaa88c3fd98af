"""需照护而未享服务。

The deprivation is the unmet need, not the frailty.
"""

from datetime import date

from polars import col

from core.city.standards import Standards
from core.portrait.reading import LESS, YES, Level, Relief, graded
from core.rule import Example, Label

LABEL = Label(
    id="D5",
    title="需照护而未享服务",
    title_en="Needs care, receives no service",
    since=date(2022, 5, 18),
    source="五型三色指标体系（提案）D5",
    tag="assumed",
)
DIMENSION = "照护供给"
WEIGHT = 10
NAMES = (("服务未覆盖", "no care services"),)
READS = {"need_care": YES, "n_care_services": LESS, "care_gap": YES}
FRESH = 60
RELIEF = Relief(
    "开通两项照护服务", "two care services start", {"n_care_services": 2, "care_gap": False}
)


def level(std: Standards) -> Level:
    thin = (col.n_care_services == 1) & col.care_gap
    return graded(col.need_care & (col.n_care_services == 0), col.need_care & thin)


ROW = {"need_care": True, "n_care_services": 0, "care_gap": False}
EXAMPLES = (
    Example("需照护，无服务", 2, ROW),
    Example("一项且频次不够", 1, ROW | {"n_care_services": 1, "care_gap": True}),
    Example("一项且够用", 0, ROW | {"n_care_services": 1}),
    Example("两项", 0, ROW | {"n_care_services": 2, "care_gap": True}),
    Example("不需照护", 0, ROW | {"need_care": False}),
    Example("服务项数未知", (0, 2), ROW | {"n_care_services": None}),
    Example("频次未知", (0, 1), ROW | {"n_care_services": 1, "care_gap": None}),
    Example("是否需照护未知", (0, 2), ROW | {"need_care": None}),
)
