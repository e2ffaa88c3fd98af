"""儿童或失能老人无人看护：即为红色，权重不参与。

A child or a dependent person alone is red whatever the rest of the family looks like. Why it is
red is told on the children's line; others see the colour alone.
"""

from datetime import date

from polars import Expr, col

from core.city.standards import Standards
from core.portrait.reading import YES
from core.rule import Label, hit, miss, unknown

LABEL = Label(
    id="B-red-2",
    title="儿童或失能老人无人看护",
    title_en="A child or dependent elder left alone",
    since=date(2022, 5, 18),
    source="五型三色红色底线（提案）B；未成年人保护法第92条",
    tag="assumed",
)
READS = {"unattended": YES}
LINE = "children"


def when(std: Standards) -> Expr:
    return col.unattended


EXAMPLES = (
    hit("是", unattended=True),
    miss("否", unattended=False),
    unknown("未知", unattended=None),
)
