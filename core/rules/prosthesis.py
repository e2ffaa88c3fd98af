"""“福彩助我行”假肢安装：困难家庭里要装假肢的人，免费装。

Fitted after an assessment, and seen again afterwards.
"""

from collections.abc import Mapping
from datetime import date

from polars import col

from core.city.standards import Standards
from core.rule import Label, hit, miss, unknown
from core.rules.engine.need import Need, need
from core.rules.words import LISTED, on

LABEL = Label(
    id="R-30",
    title="“福彩助我行”假肢安装",
    title_en="Free prosthesis",
    since=date(2022, 1, 1),
    source="种子 S3:101-103",
    tag="seed",
)


def conditions(std: Standards) -> Mapping[str, Need]:
    return {"listed": need(on(*LISTED)), "limb_loss": need(col.limb_loss)}


LOST = {"status": "edge", "limb_loss": True}
EXAMPLES = (
    hit("低边家庭，截过肢", **LOST),
    hit("支出型困难家庭", **LOST | {"status": "rigid"}),
    miss("不在册", **LOST | {"status": "none"}),
    miss("没截过肢", **LOST | {"limb_loss": False}),
    hit("已经装过", gets_prosthesis=True),
    unknown("身份没说", **LOST | {"status": None}),
    unknown("截没截过肢没说", **LOST | {"limb_loss": None}),
)
