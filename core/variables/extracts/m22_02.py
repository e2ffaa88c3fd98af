"""网格走访：最近哪天见到人，最近一次说没说无人看护、无人照护、照护拖累；半年内几次不愿上班。

Visits that met nobody do not count. The tags are those our own visits are recorded with; a visit
without any has nothing to tell.
"""

from datetime import date

import polars as pl
from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, moment, stale
from core.variables.engine.words import day, since, sure

EXTRACT = Extract(
    per="household",
    through_person=True,
    absent={"visit_unattended": False, "visit_care_tied": False, "job_refusals_180d": 0},
    lasting=("visited_on",),
)

NOBODY = ("not_home", "未见到", "moved_away", "wrong_person")


def where(std: Standards) -> Expr:
    return (day("visited_at") <= std.at) & ~sure(_tagged(*NOBODY))


def _tagged(*tags: str) -> Expr:
    return col.tags.list.eval(pl.element().is_in(tags)).list.any()


def columns(std: Standards) -> dict[str, Expr]:
    refused = sure(_tagged("refuses_work")) & since(day("visited_at"), std.at, 180)
    says = {
        "visit_unattended": ("child_unattended", "无人看护"),
        "visit_no_carer": ("no_carer", "无人照护"),
        "visit_has_carer": ("has_carer", "有人照护"),
        "visit_care_tied": ("care_tied", "照护拖累"),
    }
    newest = {
        n: sure(_tagged(*t)).sort_by("visited_at", "record_id").last() for n, t in says.items()
    }
    return {
        "visited_on": day("visited_at").max(),
        **newest,
        "job_refusals_180d": refused.sum().cast(pl.Int64),
    }


VISIT = {"visited_at": moment(2022, 6, 25, 9), "tags": []}
ALONE = VISIT | {"tags": ["child_unattended"]}
EXAMPLES = (
    given("见到人", VISIT, visited_on=date(2022, 6, 25), visit_unattended=False),
    given("没人在家", VISIT | {"tags": ["not_home"]}, visited_on=None, visit_unattended=False),
    given("无人看护", ALONE, visit_unattended=True),
    given(
        "后来有人看了", ALONE, VISIT | {"visited_at": moment(2022, 7, 1)}, visit_unattended=False
    ),
    given("不愿上班", VISIT | {"tags": ["refuses_work"]}, job_refusals_180d=1),
    given(
        "要照顾家里",
        VISIT | {"tags": ["care_tied", "has_carer"]},
        visit_care_tied=True,
        visit_has_carer=True,
    ),
    given("标签空着", VISIT | {"tags": None}, visited_on=date(2022, 6, 25), visit_unattended=False),
    given("没走访过", visited_on=None, visit_unattended=False),
    stale("断供，去过还是去过", ALONE, visited_on=date(2022, 6, 25), visit_unattended=None),
)
