"""技能不足。

A certificate is what the job centre can place; schooling alone is half of it.
"""

from datetime import date

from polars import col

from core.city.standards import Standards
from core.portrait.reading import Level, Relief, graded, worst
from core.rule import Example, Label

LABEL = Label(
    id="E4",
    title="技能不足",
    title_en="Low skills",
    since=date(2022, 5, 18),
    source="五型三色指标体系（提案）E4",
    tag="assumed",
)
DIMENSION = "技能教育"
WEIGHT = 10
NAMES = (("无技能证书", "no certificate of skill"),)
READS = {"skill": worst("none", best="cert")}
FRESH = 365
RELIEF = Relief(
    "取得职业技能证书", "a certificate of skill is earned", {"skill": "cert", "trained_12m": True}
)


def level(std: Standards) -> Level:
    return graded(col.skill == "none", col.skill == "degree_only")


EXAMPLES = (
    Example("无学历无证书", 2, {"skill": "none"}),
    Example("有学历无证书", 1, {"skill": "degree_only"}),
    Example("有职业资格", 0, {"skill": "cert"}),
    Example("没有这方面的数据", None, {"skill": None}),
)
