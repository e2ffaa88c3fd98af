"""无照护者或照护者老弱。

Need without hands to meet it, or with hands that need help themselves.
"""

from datetime import date

from polars import col

from core.city.standards import Standards
from core.portrait.reading import YES, Level, Relief, graded, worst
from core.rule import Example, Label

LABEL = Label(
    id="D4",
    title="无照护者或照护者老弱",
    title_en="No carer, or a frail one",
    since=date(2022, 5, 18),
    source="五型三色指标体系（提案）D4",
    tag="assumed",
)
DIMENSION = "照护供给"
WEIGHT = 12
NAMES = (("照护缺位", "no carer"), ("老老照护", "frail carer"))
READS = {"need_care": YES, "carer": worst("none", best="ok")}
FRESH = 180
RELIEF = Relief("落实照护人", "a fit carer is found", {"carer": "ok"})


def level(std: Standards) -> Level:
    return graded(col.need_care & (col.carer == "none"), col.need_care & (col.carer == "frail"))


EXAMPLES = (
    Example("需照护而无人", 2, {"need_care": True, "carer": "none"}),
    Example("照护者老弱", 1, {"need_care": True, "carer": "frail"}),
    Example("有人照护", 0, {"need_care": True, "carer": "ok"}),
    Example("不需照护", 0, {"need_care": False, "carer": "none"}),
    Example("不需照护，照护者未知", 0, {"need_care": False, "carer": None}),
    Example("照护者未知", (0, 2), {"need_care": True, "carer": None}),
    Example("是否需照护未知", (0, 2), {"need_care": None, "carer": "none"}),
    Example("是否需照护未知，照护者老弱", (0, 1), {"need_care": None, "carer": "frail"}),
)
