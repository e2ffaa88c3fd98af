"""家暴、自伤等人身危机：即为红色，权重不参与。

Shown with its reason to restricted staff only.
"""

from datetime import date

from polars import Expr, col

from core.city.standards import Standards
from core.portrait.reading import YES
from core.rule import Label, hit, miss, unknown

LABEL = Label(
    id="B-red-3",
    title="家暴、自伤等人身危机",
    title_en="Violence or self-harm",
    since=date(2022, 5, 18),
    source="五型三色红色底线（提案）B",
    tag="assumed",
)
READS = {"crisis": YES}
LINE = "restricted"


def when(std: Standards) -> Expr:
    return col.crisis


EXAMPLES = (
    hit("是", crisis=True),
    miss("否", crisis=False),
    unknown("未知", crisis=None),
)
