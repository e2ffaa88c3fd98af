"""低收入，并且家里有劳动力。

With nobody able to work the family is not asked to develop itself.
"""

from datetime import date

from polars import Expr, col

from core.city.standards import Standards
from core.portrait.reading import MORE, YES
from core.rule import Label, hit, miss, unknown

LABEL = Label(
    id="E",
    title="发展型",
    title_en="Development",
    since=date(2022, 5, 18),
    source="五型三色归型条件（提案）E",
    tag="assumed",
)
READS = {"low_income": YES, "n_labor": MORE}


def when(std: Standards) -> Expr:
    return col.low_income & (col.n_labor >= 1)


EXAMPLES = (
    hit("低收入有一名劳动力", low_income=True, n_labor=1),
    miss("没有劳动力", low_income=True, n_labor=0),
    miss("不是低收入", low_income=False, n_labor=2),
    unknown("是否低收入未知", low_income=None, n_labor=1),
    unknown("劳动力未知", low_income=True, n_labor=None),
    unknown("一人未核", low_income=True, n_labor=0, n_labor_unknown=1, n_members=2),
    hit("一人未核，另有一名劳动力", low_income=True, n_labor=1, n_labor_unknown=1),
    miss("不是低收入便不必问", low_income=False, n_labor=None),
)
