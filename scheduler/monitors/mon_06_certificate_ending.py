"""残疾等级变更或证件到期。

Why           When the certificate ends the subsidies end with it, often unnoticed.
Who acts      残联 renews, at home if need be; the town sees to the subsidy.
Misses        A change of grade: the newest certificate is known, the one before it is not.
False alarms  A certificate replaced after a loss runs on and is not a hit. Bulk updates at 残联 show
              as many hits at once: MON-54 holds them.
"""

from datetime import date, timedelta

from polars import Expr, col, lit

from core.cases.brief import TOWN, Span
from core.city import Standards
from core.rule import Label, hit, miss, unknown
from core.variables.engine.words import sure
from scheduler.monitors.watch import Show, Watch
from scheduler.monitors.words import GREEN, here, told

LABEL = Label(
    id="MON-06",
    title="残疾等级变更或证件到期",
    title_en="Disability certificate running out",
    since=date(2022, 5, 18),
    source="领域档案 6.2",
    tag="assumed",
)
WATCH = Watch(
    grain="person",
    reads=("P02-01", "P02-04", "P10-01"),
    why="这家有人的证快到期了，要换新的。",
    why_en="A certificate in this family is running out and must be renewed.",
    ask="问问：知道要换证吗？自己去方便吗？要不要上门办？",
    ask_en="Ask: do they know? Can they go themselves? Should somebody come?",
    need="1 户人家有人的证快到期，请帮着换新",
    need_en="In 1 family a certificate is running out: please help renew it",
    whistle=("M08", TOWN),
    answer_within=Span(hours=48),
    visit_within=Span(days=10),
    close_within=Span(days=30),
    offers=("HP-13",),
    shows=(Show("到期日", "disability_valid_to", "P10-01"),),
    proof="换了新证。",
    proof_en="The new certificate is there.",
    quiet_days=60,
    every="0 3 * * mon",
)


def _ending(std: Standards, back: int) -> Expr:
    until = std.at + timedelta(days=30)
    return col.disability_valid_to.is_between(std.at - timedelta(days=back), until)


def when(std: Standards) -> Expr:
    return here() & told("disabled", _ending(std, 30))


def still(std: Standards) -> Expr:
    return here() & told("disabled", _ending(std, 365))


def proven(std: Standards) -> Expr:
    return col.disabled & ~sure(_ending(std, 365))


def colour(std: Standards) -> Expr:
    return lit(GREEN)


AT = date(2022, 7, 15)
ROW = {"disabled": True, "disability_valid_to": date(2022, 8, 14), "hukou_local": True}
EXAMPLES = [
    hit("还有三十天", **ROW),
    hit("刚过期", **ROW | {"disabled": False, "disability_valid_to": date(2022, 7, 14)}),
    miss("还有三十一天", **ROW | {"disability_valid_to": date(2022, 8, 15)}),
    miss("早就过期", **ROW | {"disabled": False, "disability_valid_to": date(2021, 1, 1)}),
    miss("长期有效", **ROW | {"disability_valid_to": None}),
    miss("没有证", **ROW | {"disabled": False, "disability_valid_to": None}),
    miss("户口迁走了", **ROW | {"hukou_local": False}),
    miss("过世了", **ROW | {"dead": True}),
    unknown("残联数据断供", **ROW | {"disabled": None, "disability_valid_to": None}),
    unknown("户籍断供", **ROW | {"hukou_local": None}),
]
KEEPS = [hit("过期两个月还没换", **ROW | {"disability_valid_to": date(2022, 5, 15)})]
PROOFS = [
    hit("换到明年", disabled=True, disability_valid_to=date(2032, 7, 1)),
    miss("还是旧证", disabled=True, disability_valid_to=date(2022, 8, 1)),
]
