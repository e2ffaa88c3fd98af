"""特困全护理无照料人：即为红色，权重不参与。

The state is the family of a tekun person: with full dependence and no carer it has failed tonight.
"""

from datetime import date

from polars import Expr, col

from core.city.standards import Standards
from core.portrait.reading import MORE, worst
from core.rule import Label, hit, miss, unknown

LABEL = Label(
    id="A-red-1",
    title="特困全护理无照料人",
    title_en="Tekun, fully dependent, no carer",
    since=date(2022, 5, 18),
    source="五型三色红色底线（提案）A",
    tag="assumed",
)
READS = {
    "status": worst("tekun", best="edge"),
    "carer": worst("none", best="ok"),
    "n_disabled_full": MORE,
}


def when(std: Standards) -> Expr:
    return (col.status == "tekun") & (col.carer == "none") & (col.n_disabled_full >= 1)


EXAMPLES = (
    hit("特困、完全失能、无人照护", status="tekun", carer="none", n_disabled_full=1),
    miss("低保户", status="dibao", carer="none", n_disabled_full=1),
    miss("有人照护", status="tekun", carer="ok", n_disabled_full=1),
    miss("能自理", status="tekun", carer="none", n_disabled_full=0),
    unknown("身份未知", status=None, carer="none", n_disabled_full=1),
    unknown("照护者未知", status="tekun", carer=None, n_disabled_full=1),
    unknown("失能评估缺失", status="tekun", carer="none", n_disabled_full=None),
)
