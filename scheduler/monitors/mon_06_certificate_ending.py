"""残疾等级变更或证件到期。

Why           When the certificate ends the subsidies end with it, often unnoticed; with another grade
              another subsidy is due, and nobody tells the office that pays it.
Who acts      残联 renews, at home if need be; the town sees to the subsidy.
Changed       The newest certificate has another grade than the one before it; a first one has none.
False alarms  A certificate replaced after a loss keeps its grade and is not a hit. Bulk updates at 残联
              show as many hits at once: MON-54 holds them.
Stays         A change of grade three months.
"""

from datetime import date, timedelta

from polars import Expr, col, lit

from core.cases.brief import TOWN, Span
from core.city import Standards
from core.rule import Label, hit, miss, unknown
from core.variables.engine.words import sure
from scheduler.monitors.watch import Show, Watch
from scheduler.monitors.words import GREEN, here, lately, told

LABEL = Label(
    id="MON-06",
    title="残疾等级变更或证件到期",
    title_en="Disability certificate changed or running out",
    since=date(2022, 5, 18),
    source="领域档案 6.2",
    tag="assumed",
)
WATCH = Watch(
    grain="person",
    reads=("P02-01", "P02-04", "P10-01"),
    why="这家有人的证快到期，或者刚改了等级。",
    why_en="A certificate in this family is running out, or its grade has just changed.",
    ask="问问：证要不要换，去办方便吗？补贴跟着改了没有？",
    ask_en="Ask: does it need renewing, can they go? Has the subsidy been changed with it?",
    need="1 户人家有人的证到期或改了等级，请帮着办",
    need_en="In 1 family a certificate is running out or changed: please help with it",
    whistle=("M08", TOWN),
    answer_within=Span(hours=48),
    visit_within=Span(days=10),
    close_within=Span(days=30),
    offers=("HP-13",),
    shows=(
        Show("到期日", "disability_valid_to", "P10-01"),
        Show("原来几级", "disability_level_before", "P10-01"),
        Show("现在几级", "disability_level", "P10-01"),
    ),
    proof="换了新证，补贴也跟上了。",
    proof_en="The new certificate is there, and the subsidy follows it.",
    quiet_days=60,
    every="0 3 * * mon",
)


def _ending(std: Standards, back: int) -> Expr:
    until = std.at + timedelta(days=30)
    return col.disability_valid_to.is_between(std.at - timedelta(days=back), until)


def _changed(std: Standards, days: int) -> Expr:
    other = col.disability_level != col.disability_level_before
    return sure(other) & sure(lately("disability_issued_on", std.at, days))


def when(std: Standards) -> Expr:
    return here() & told("disabled", _ending(std, 30) | _changed(std, 60))


def still(std: Standards) -> Expr:
    return here() & told("disabled", _ending(std, 365) | _changed(std, 90))


def proven(std: Standards) -> Expr:
    return col.disabled & ~sure(_ending(std, 365)) & ~_changed(std, 90)


def colour(std: Standards) -> Expr:
    return lit(GREEN)


AT = date(2022, 7, 15)
ROW = {"disabled": True, "disability_valid_to": date(2022, 8, 14), "hukou_local": True}
NEW = {
    "disabled": True,
    "disability_valid_to": date(2032, 7, 8),
    "disability_level_before": 2,
    "disability_level": 3,
    "disability_issued_on": date(2022, 7, 8),
    "hukou_local": True,
}
EXAMPLES = [
    hit("还有三十天", **ROW),
    hit("刚过期", **ROW | {"disabled": False, "disability_valid_to": date(2022, 7, 14)}),
    hit(
        "上周换的证，等级变了",
        **NEW | {"disability_level": 1, "disability_issued_on": date(2022, 7, 8)},
    ),
    hit("六十天前换的", **NEW | {"disability_issued_on": date(2022, 5, 16)}),
    miss("六十一天前换的", **NEW | {"disability_issued_on": date(2022, 5, 15)}),
    miss("挂失补办，等级没变", **NEW | {"disability_level": 2}),
    miss("第一张证", **NEW | {"disability_level_before": None}),
    miss("还有三十一天", **ROW | {"disability_valid_to": date(2022, 8, 15)}),
    miss("早就过期", **ROW | {"disabled": False, "disability_valid_to": date(2021, 1, 1)}),
    miss("长期有效", **ROW | {"disability_valid_to": None}),
    miss("没有证", **ROW | {"disabled": False, "disability_valid_to": None}),
    miss("户口迁走了", **ROW | {"hukou_local": False}),
    miss("过世了", **ROW | {"dead": True}),
    unknown("残联数据断供", **ROW | {"disabled": None, "disability_valid_to": None}),
    unknown("户籍断供", **ROW | {"hukou_local": None}),
]
KEEPS = [
    hit("过期两个月还没换", **ROW | {"disability_valid_to": date(2022, 5, 15)}),
    hit("等级变了两个多月", **NEW | {"disability_issued_on": date(2022, 4, 30)}),
    miss("等级变了三个多月", **NEW | {"disability_issued_on": date(2022, 4, 15)}),
]
PROOFS = [
    hit("换到明年", disabled=True, disability_valid_to=date(2032, 7, 1)),
    miss("等级刚变，补贴跟没跟上还不知道", **NEW),
    miss("还是旧证", disabled=True, disability_valid_to=date(2022, 8, 1)),
]
