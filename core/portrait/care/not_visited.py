"""社会隔离（超期未探访）。

Only seeing the person, or hearing the voice, counts as contact.
"""

from datetime import date

from polars import col

from core.city.standards import Standards
from core.portrait.reading import MORE, Level, Relief, graded
from core.rule import Example, Label

LABEL = Label(
    id="D12",
    title="社会隔离（超期未探访）",
    title_en="Not seen for too long",
    since=date(2022, 5, 18),
    source="五型三色指标体系（提案）D12",
    tag="assumed",
)
DIMENSION = "安全联系"
WEIGHT = 6
NAMES = (("久未探访", "not seen for long"),)
READS = {"days_since_contact": MORE}
FRESH = 7
RELIEF = Relief("本周见到本人", "the person is seen this week", {"days_since_contact": 0})


def level(std: Standards) -> Level:
    return graded(col.days_since_contact > 60, col.days_since_contact > 30)


EXAMPLES = (
    Example("61天", 2, {"days_since_contact": 61}),
    Example("60天", 1, {"days_since_contact": 60}),
    Example("31天", 1, {"days_since_contact": 31}),
    Example("30天", 0, {"days_since_contact": 30}),
    Example("没有探访记录", None, {"days_since_contact": None}),
)
