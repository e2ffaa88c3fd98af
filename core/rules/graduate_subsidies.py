"""求职创业补贴与就业见习：低保家庭快毕业的学生，离校两年内没工作的毕业生。

The subsidy goes to the student, the money for a traineeship to the firm.
"""

from collections.abc import Mapping
from datetime import date

from polars import col, when

from core.city.standards import Standards
from core.rule import Example, Label, hit, miss, unknown
from core.rules.engine.logic import all_of, any_of
from core.rules.engine.need import YUAN, Amount, Need, need
from core.rules.words import on

LABEL = Label(
    id="R-32",
    title="求职创业补贴与就业见习",
    title_en="Graduate subsidy and traineeship",
    since=date(2022, 1, 1),
    source="就业促进法第52条；种子：离校未就业毕业生",
    tag="law",
)
TERTIARY = ("vocational", "college", "graduate")


def conditions(std: Standards) -> Mapping[str, Need]:
    months = std.integer("grad_track_months")
    leaving = all_of(on("dibao"), col.student_stage.is_in(list(TERTIARY)), col.final_year)
    left = all_of(col.grad_months <= months, ~col.employed)
    return {
        "graduate": need(
            any_of(leaving, left),
            shows=("student_stage", "final_year", "grad_months", "employed"),
            limit=months,
            rests_on="grad_track_months",
        )
    }


def amount(std: Standards) -> Amount:
    once = std.fen("job_seek_subsidy")
    leaving = on("dibao") & col.final_year
    paid = when(leaving).then(once).when(~leaving).then(0)
    return Amount(
        low=paid.fill_null(0), high=paid.fill_null(once), unit=YUAN, rests_on="job_seek_subsidy"
    )


SON = {"student_stage": "none", "grad_months": 24, "employed": False, "status": "dibao"}
LAST = SON | {"student_stage": "college", "final_year": True, "grad_months": 999}
EXAMPLES = (
    hit("毕业满两年，还没工作", **SON),
    miss("毕业超过两年", **SON | {"grad_months": 25}),
    miss("有工作了", **SON | {"employed": True}),
    hit("低保家庭今年毕业", **LAST),
    miss("今年毕业，不是低保", **LAST | {"status": "edge"}),
    miss("大学还没到最后一年", **LAST | {"final_year": False}),
    miss("上初中", **LAST | {"student_stage": "junior"}),
    hit("已经领过", gets_graduate_subsidies=True),
    unknown("毕业多久没说", **SON | {"grad_months": None}),
    unknown("有没有工作没说", **SON | {"employed": None}),
    unknown("今年毕不毕业没说", **LAST | {"final_year": None}),
    unknown("身份没说", **LAST | {"status": None}),
    unknown("上到哪里没说", **LAST | {"student_stage": None}),
)
PAYS = (
    Example("快毕业的领补贴", (300000, 300000), LAST),
    Example("已毕业的去见习", (0, 0), SON | {"final_year": False}),
)
