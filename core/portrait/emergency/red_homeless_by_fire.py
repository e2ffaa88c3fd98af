"""火灾致无处居住：即为红色，权重不参与。

A family without a roof tonight cannot wait for its score.
"""

from datetime import date

from polars import Expr, col

from core.city.standards import Standards
from core.portrait.reading import worst
from core.rule import Label, hit, miss, unknown

LABEL = Label(
    id="B-red-4",
    title="火灾致无处居住",
    title_en="No home after a fire",
    since=date(2022, 5, 18),
    source="五型三色红色底线（提案）B",
    tag="assumed",
)
READS = {"shock_fire": worst("severe", best="none")}


def when(std: Standards) -> Expr:
    return col.shock_fire == "severe"


EXAMPLES = (
    hit("无法居住", shock_fire="severe"),
    miss("轻微受损", shock_fire="mild"),
    miss("没有火灾", shock_fire="none"),
    unknown("火灾数据缺失", shock_fire=None),
)
