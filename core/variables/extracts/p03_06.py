"""离校未就业高校毕业生实名信息：毕业日期、专业、去向，联系过几次，有没有职业指导。"""

from datetime import date

import polars as pl
from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale

EXTRACT = Extract(take="latest")

GUIDANCE = ("职业指导", "职业培训", "就业指导", "技能培训")


def columns(std: Standards) -> dict[str, Expr]:
    return {
        "graduate_state": col.employ_state,
        "graduate_on": col.grad_date,
        "graduate_major": col.major,
        "graduate_degree": col.degree,
        "graduate_contacts": col.contact_times,
        "graduate_guided": col.services.list.eval(pl.element().is_in(GUIDANCE)).list.any(),
    }


LU = {
    "grad_date": date(2021, 7, 1),
    "major": "机电一体化",
    "employ_state": "未就业",
    "services": [],
}
EXAMPLES = (
    given(
        "未就业", LU, graduate_state="未就业", graduate_on=date(2021, 7, 1), graduate_guided=False
    ),
    given("做过职业指导", LU | {"services": ["职业指导"]}, graduate_guided=True),
    given("外省院校常缺，没有记录不等于没毕业", graduate_state=None, graduate_on=None),
    stale("断供", LU, graduate_state=None),
)
