"""户籍人口基本信息：性别、出生日期、户籍状态、是不是本市户籍、所在区划。"""

from datetime import date

from polars import Expr, coalesce, col, when

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale

EXTRACT = Extract(take="latest", absent={"hukou_local": False}, lasting=("sex", "birth_date"))


def columns(std: Standards) -> dict[str, Expr]:
    return {
        "sex": col.sex,
        "birth_date": col.birth_date,
        "hukou_status": col.status,
        "hukou_local": col.status == "正常",
        "hukou_region": coalesce("region_code", "region"),
        "hukou_changed_on": when(col.status != "正常").then("data_date"),
    }


EXAMPLES = (
    given(
        "本市户籍",
        {"sex": "女", "birth_date": date(1960, 1, 1), "status": "正常"},
        sex="女",
        birth_date=date(1960, 1, 1),
        hukou_local=True,
    ),
    given("迁出", {"status": "迁出"}, hukou_local=False, hukou_changed_on=date(2022, 7, 15)),
    given("不在册", hukou_local=False, birth_date=None),
    stale("断供，生日照旧", {"birth_date": date(1960, 1, 1)}, birth_date=date(1960, 1, 1)),
)
