"""普通高校学籍学历：是不是全日制在读、是不是研究生，毕业日期和专业，有没有学历。"""

from datetime import date

from polars import Expr, coalesce, col, when

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale

EXTRACT = Extract(
    take="latest",
    by="enroll_date",
    absent={"at_college": False, "has_degree": False},
    lasting=("has_degree", "college_graduated_on", "college_major"),
)


def columns(std: Standards) -> dict[str, Expr]:
    left = coalesce("grad_date", "expected_grad")
    begun = col.enroll_date.fill_null(std.at) <= std.at
    there = begun & (left.is_null() | (left > std.at))
    return {
        "at_college": there & col.fulltime.fill_null(True),
        "postgraduate": col.degree.is_in(["硕士", "博士"]),
        "has_degree": col.grad_date <= std.at,
        "college_graduated_on": when(col.grad_date <= std.at).then("grad_date"),
        "college_major": col.major,
    }


LU = {"degree": "专科", "fulltime": True, "enroll_date": date(2018, 9, 1)}
DONE = LU | {"grad_date": date(2021, 7, 1), "major": "机电一体化"}
EXAMPLES = (
    given("毕业了", DONE, at_college=False, has_degree=True, college_graduated_on=date(2021, 7, 1)),
    given("在读", LU | {"expected_grad": date(2022, 7, 16)}, at_college=True, has_degree=None),
    given("今天毕业", LU | {"grad_date": date(2022, 7, 15)}, at_college=False, has_degree=True),
    given("非全日制", LU | {"fulltime": False}, at_college=False),
    given(
        "又读研了",
        DONE,
        {"degree": "硕士", "enroll_date": date(2021, 9, 1)},
        at_college=True,
        postgraduate=True,
    ),
    given("没有学籍", at_college=False, has_degree=False, college_graduated_on=None),
    stale("断供，学历还在", DONE, has_degree=True, at_college=None),
)
