"""重大伤亡且支付断裂：即为红色，权重不参与。

Death or grave injury, and a bill of more than two months of income.
"""

from datetime import date

from polars import Expr, col

from core.city.standards import Standards
from core.portrait.reading import MORE, worst
from core.rule import Label, hit, miss, unknown

LABEL = Label(
    id="B-red-5",
    title="重大伤亡且支付断裂",
    title_en="Grave injury and no cash left",
    since=date(2022, 5, 18),
    source="五型三色红色底线（提案）B",
    tag="assumed",
)
READS = {"shock_accident": worst("severe", best="none"), "shock_cost_ratio": MORE}


def when(std: Standards) -> Expr:
    return (col.shock_accident == "severe") & (col.shock_cost_ratio > 20_000)


EXAMPLES = (
    hit("重伤，自付超过两个月", shock_accident="severe", shock_cost_ratio=20001),
    miss("恰为两个月", shock_accident="severe", shock_cost_ratio=20000),
    miss("轻伤", shock_accident="mild", shock_cost_ratio=50000),
    unknown("自付未知", shock_accident="severe", shock_cost_ratio=None),
    unknown("伤情未知", shock_accident=None, shock_cost_ratio=30000),
    miss("花费不大，伤情未知也不影响", shock_accident=None, shock_cost_ratio=0),
)
