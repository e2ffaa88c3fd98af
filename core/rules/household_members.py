"""共同生活的家庭成员：谁算一家人。

The number of members is what every income per head is divided by. Graduation turns a dependent
child into a grown one: that is to be looked at, never recalculated by itself.
"""

from collections.abc import Mapping
from datetime import date

from polars import col

from core.city.standards import Standards
from core.rule import Label, hit, miss, unknown
from core.rules.engine.logic import all_of, any_of
from core.rules.engine.need import Need, need
from core.rules.words import STUDYING

LABEL = Label(
    id="R-01",
    title="共同生活的家庭成员",
    title_en="Household composition",
    since=date(2021, 7, 1),
    source="民发〔2021〕57号（凭记忆，条号待核）",
    tag="law",
)
SCHOOLS = tuple(stage for stage in STUDYING if stage != "graduate")
DUTY = ("child", "parent", "grandchild", "grandparent", "sibling")


def conditions(std: Standards) -> Mapping[str, Need]:
    dependent = any_of(col.age < 18, col.student_stage.is_in(list(SCHOOLS)))
    belongs = any_of(
        col.kin.is_in(["self", "spouse"]),
        all_of(col.kin == "child", dependent),
        all_of(col.kin.is_in(list(DUTY)), col.lives_together),
    )
    return {"belongs": need(belongs), "not_away": need(~col.away)}


HERE = {"kin": "child", "age": 25, "student_stage": "none", "lives_together": True, "away": False}
EXAMPLES = (
    hit("住在一起的成年子女", **HERE),
    hit("分开住的配偶", **HERE | {"kin": "spouse", "lives_together": False}),
    hit("分开住的未成年子女", **HERE | {"age": 17, "lives_together": False}),
    miss("满18岁、毕业、分开住", **HERE | {"age": 18, "lives_together": False}),
    hit("住校的大学生", **HERE | {"student_stage": "college", "lives_together": False}),
    miss("在外读研究生", **HERE | {"student_stage": "graduate", "lives_together": False}),
    miss("同住但没有法定义务", **HERE | {"kin": "other"}),
    miss("在服刑", **HERE | {"away": True}),
    unknown("住不住一起没说", **HERE | {"lives_together": None}),
    unknown("年龄没说，分开住", **HERE | {"age": None, "lives_together": False}),
    unknown("关系没说", **HERE | {"kin": None}),
    unknown("上没上学没说，分开住", **HERE | {"student_stage": None, "lives_together": False}),
    unknown("在不在服刑没有数据", **HERE | {"away": None}),
)
