"""就业救助与零就业家庭援助：低保低边家庭能干活没工作的人，全家没人上班的家庭。

Refused offers are noted with their reasons for the job service; what follows from three of them is
for the Civil Affairs Bureau to decide and sign. Nothing is reduced by a machine.
"""

from collections.abc import Mapping
from datetime import date

from polars import Expr, col

from core.city.standards import Standards
from core.rule import Label, hit, miss, unknown
from core.rules.engine.logic import any_of
from core.rules.engine.need import Need, need
from core.rules.words import DIBAO_EDGE, on

LABEL = Label(
    id="R-23",
    title="就业救助与零就业家庭援助",
    title_en="Employment aid",
    since=date(2014, 11, 1),
    source="浙江省社会救助条例第33–37条；就业促进法第52–56条（已核）",
    tag="law",
)


def conditions(std: Standards) -> Mapping[str, Need]:
    reason = any_of(on(*DIBAO_EDGE), ~col.anyone_works)
    return {
        "able": need(col.able_to_work),
        "no_job": need(~col.employed),
        "reason": need(reason, shows=("status", "anyone_works")),
    }


def hints(std: Standards) -> Mapping[str, Expr]:
    return {"refused": col.refusals_6m >= std.integer("refuse_job_times")}


IDLE = {"able_to_work": True, "employed": False, "status": "edge", "anyone_works": True}
EXAMPLES = (
    hit("低边家庭，能干活没工作", **IDLE),
    miss("不能干活", **IDLE | {"able_to_work": False}),
    miss("有工作", **IDLE | {"employed": True}),
    miss("不在册，家里有人上班", **IDLE | {"status": "none"}),
    hit("不在册，全家没人上班", **IDLE | {"status": "none", "anyone_works": False}),
    hit("拒绝过三次也照样帮", **IDLE | {"refusals_6m": 3}),
    hit("已经在享受", gets_employment_aid=True),
    unknown("能不能干活没说", **IDLE | {"able_to_work": None}),
    unknown("有没有工作没说", **IDLE | {"employed": None}),
    unknown("身份没说", **IDLE | {"status": None}),
    unknown("家里有没有人上班没说", **IDLE | {"status": "none", "anyone_works": None}),
)
