"""重度残疾人护理补贴：一级、二级残疾，三级的智力、精神残疾。

Not together with other nursing money. Grades change and cards expire: both are watched.
"""

from collections.abc import Mapping
from datetime import date

from polars import col, when

from core.city.standards import Standards
from core.rule import Example, Label, hit, miss, unknown
from core.rules.engine.logic import all_of
from core.rules.engine.need import Amount, Need, need
from core.rules.words import not_tekun, severe

LABEL = Label(
    id="R-15",
    title="重度残疾人护理补贴",
    title_en="Nursing subsidy for severe disability",
    since=date(2016, 1, 1),
    source="国发〔2015〕52号（凭记忆）；残疾预防和残疾人康复条例第26条（已核）",
    tag="law",
)


def conditions(std: Standards) -> Mapping[str, Need]:
    return {
        "severe": need(severe(), shows=("disability_level", "disability_kind")),
        "no_other": need(all_of(not_tekun(), ~col.other_nursing)),
    }


def amount(std: Standards) -> Amount:
    names = [f"dis_nurse_{grade}" for grade in (1, 2, 3)]
    first, second, third = (std.fen(name) for name in names)
    level = col.disability_level
    a_month = (
        when(level == 1).then(first).when(level == 2).then(second).when(level == 3).then(third)
    )
    return Amount(low=a_month, high=a_month, rests_on=tuple(names))


TWO = {
    "disability_level": 2,
    "disability_kind": "physical",
    "status": "none",
    "other_nursing": False,
}
EXAMPLES = (
    hit("肢体二级", **TWO),
    miss("肢体三级", **TWO | {"disability_level": 3}),
    hit("精神三级", **TWO | {"disability_level": 3, "disability_kind": "mental"}),
    miss("智力四级", **TWO | {"disability_level": 4, "disability_kind": "intellectual"}),
    miss("没有残疾证", **TWO | {"disability_level": 0, "disability_kind": None}),
    miss("特困已有照料护理费", **TWO | {"tekun": True}),
    miss("在领工伤护理费", **TWO | {"other_nursing": True}),
    hit("已经在领", gets_disability_care_subsidy=True),
    unknown("几级没说", **TWO | {"disability_level": None}),
    unknown("三级，类别没说", **TWO | {"disability_level": 3, "disability_kind": None}),
    unknown("别的护理费没说", **TWO | {"other_nursing": None}),
    unknown("是不是特困没说", **TWO | {"status": None}),
)
PAYS = (
    Example("一级", (50000, 50000), TWO | {"disability_level": 1}),
    Example("二级", (25000, 25000), TWO),
    Example("三级", (12500, 12500), TWO | {"disability_level": 3, "disability_kind": "mental"}),
)
