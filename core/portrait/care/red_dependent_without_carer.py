"""完全失能且无人照护：即为红色，权重不参与。

Somebody who cannot eat or turn over alone, and nobody there.
"""

from datetime import date

from polars import Expr, col

from core.city.standards import Standards
from core.portrait.reading import MORE, worst
from core.rule import Label, hit, miss, unknown

LABEL = Label(
    id="D-red-1",
    title="完全失能且无人照护",
    title_en="Fully dependent and no carer",
    since=date(2022, 5, 18),
    source="五型三色红色底线（提案）D",
    tag="assumed",
)
READS = {"n_disabled_full": MORE, "carer": worst("none", best="ok")}


def when(std: Standards) -> Expr:
    return (col.n_disabled_full >= 1) & (col.carer == "none")


EXAMPLES = (
    hit("完全失能，无人照护", n_disabled_full=1, carer="none"),
    miss("照护者老弱", n_disabled_full=1, carer="frail"),
    miss("有人照护", n_disabled_full=1, carer="ok"),
    miss("无完全失能者", n_disabled_full=0, carer="none"),
    unknown("照护者未知", n_disabled_full=1, carer=None),
    unknown("失能评估缺失", n_disabled_full=None, carer="none"),
)
