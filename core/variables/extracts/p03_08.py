"""职业技能培训和证书：有没有职业资格证书，近12月有没有参加培训。"""

from datetime import date

from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import some, year_back

EXTRACT = Extract(absent={"certified": False, "skill_course_12m": False}, lasting=("certified",))


def columns(std: Standards) -> dict[str, Expr]:
    named = col.cert_name.is_not_null() & (col.cert_level.fill_null("") != "无")
    return {
        "certified": some(named),
        "skill_course_12m": some(year_back(col.start_date, std.at)),
        "skill_course_on": col.start_date.max(),
    }


COURSE = {"course": "电工", "start_date": date(2022, 3, 1), "cert_level": "无"}
EXAMPLES = (
    given("培训了，没证书", COURSE, certified=False, skill_course_12m=True),
    given("有证书", COURSE | {"cert_name": "电工", "cert_level": "中级"}, certified=True),
    given("证书没写等级", COURSE | {"cert_name": "电工", "cert_level": None}, certified=True),
    given("整一年前的培训", COURSE | {"start_date": date(2021, 7, 15)}, skill_course_12m=False),
    given("没有记录", certified=False, skill_course_12m=False),
    stale(
        "断供，证书还在",
        COURSE | {"cert_name": "电工", "cert_level": "中级"},
        certified=True,
        skill_course_12m=None,
    ),
)
