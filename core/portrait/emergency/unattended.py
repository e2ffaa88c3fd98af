"""儿童或失能老人无人看护。

Temporary guardianship is a duty under the law for minors (article 92).
"""

from datetime import date

from polars import col

from core.city.standards import Standards
from core.portrait.reading import YES, Level, Relief, only
from core.rule import Example, Label

LABEL = Label(
    id="B10",
    title="儿童或失能老人无人看护",
    title_en="A child or dependent elder left alone",
    since=date(2022, 5, 18),
    source="五型三色指标体系（提案）B10；未成年人保护法第92条",
    tag="assumed",
)
DIMENSION = "安全"
WEIGHT = 8
NAMES = (("无人看护", "nobody looking after"),)
READS = {"unattended": YES}
FRESH = 7
LINE = "children"
RELIEF = Relief("落实看护人", "somebody looks after them", {"unattended": False})


def level(std: Standards) -> Level:
    return only(col.unattended)


EXAMPLES = (
    Example("是", 2, {"unattended": True}),
    Example("否", 0, {"unattended": False}),
    Example("看护情况未知", None, {"unattended": None}),
)
