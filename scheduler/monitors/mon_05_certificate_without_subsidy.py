"""新增残疾证未享补贴。

Why           The certificate comes from one office and the subsidy from another: people miss it.
Who acts      残联 checks the entry, the town takes the application, the village helps with it.
Only          Who is entitled: a severe grade (care), or a low-income family (living).
False alarms  A grade that is not in yet is unknown, not a hit; people in the care of the state or in
              day care are covered already. Moves from another city are asked on the visit.
Stays         As long as the certificate is good and nothing is paid.
"""

from datetime import date

from polars import Expr, col, lit

from core.cases.brief import TOWN, VILLAGE, Span
from core.city import Standards
from core.rule import Label, hit, miss, unknown
from core.variables.engine.words import sure
from scheduler.monitors.watch import Show, Watch
from scheduler.monitors.words import YELLOW, here, lately, told

LABEL = Label(
    id="MON-05",
    title="新增残疾证未享补贴",
    title_en="New disability certificate, no subsidy",
    since=date(2022, 5, 18),
    source="领域档案 6.2（R-14、R-15）",
    tag="assumed",
)
READS = ("P01-01", "P01-02", "P01-03", "P01-04", "P01-06", "P01-10", "P02-01", "P02-04", "P10-01",
         "M08-02")  # fmt: skip
WATCH = Watch(
    grain="person",
    reads=READS,
    why="这家有人新办了证，该有的补贴可能还没领。",
    why_en="Somebody here has a new certificate, and the subsidy that goes with it may be missing.",
    ask="问问：补贴申请了没有？证上写得对吗？要不要帮着办？",
    ask_en="Ask: applied for it? Is the certificate right? Help with the form?",
    need="1 户人家有人新办了证，补贴可能没领，请看看",
    need_en="In 1 family somebody has a new certificate and perhaps no subsidy: please look",
    whistle=("M08", TOWN, VILLAGE),
    answer_within=Span(hours=48),
    visit_within=Span(days=7),
    close_within=Span(days=30),
    offers=("HP-13", "HP-27"),
    shows=(
        Show("发证日期", "disability_issued_on", "P10-01"),
        Show("到期日", "disability_valid_to", "P10-01"),
    ),
    proof="补贴发下来了。",
    proof_en="The subsidy is being paid.",
    quiet_days=90,
)


def _missed() -> Expr:
    covered = sure(col.tekun) | sure(col.day_care)
    entitled = col.severe_disability | col.low_income
    return here() & entitled & ~col.living_subsidy & ~col.nursing_subsidy & ~covered


def when(std: Standards) -> Expr:
    return told("disabled", lately("disability_issued_on", std.at, 60)) & _missed()


def still(std: Standards) -> Expr:
    return col.disabled & _missed()


def proven(std: Standards) -> Expr:
    return col.living_subsidy | col.nursing_subsidy


def colour(std: Standards) -> Expr:
    return lit(YELLOW)


AT = date(2022, 7, 15)
ROW = {
    "disabled": True,
    "disability_issued_on": date(2022, 6, 1),
    "severe_disability": True,
    "low_income": False,
    "living_subsidy": False,
    "nursing_subsidy": False,
    "hukou_local": True,
}
EXAMPLES = [
    hit("重度，没有补贴", **ROW),
    hit("不重，可是低收入家庭", **ROW | {"severe_disability": False, "low_income": True}),
    hit("六十天前发的证", **ROW | {"disability_issued_on": date(2022, 5, 16)}),
    miss("六十一天前", **ROW | {"disability_issued_on": date(2022, 5, 15)}),
    miss("没有证", **ROW | {"disabled": False, "disability_issued_on": None}),
    miss("不重也不困难，本来就没有", **ROW | {"severe_disability": False}),
    miss("护理补贴在发", **ROW | {"nursing_subsidy": True}),
    miss("生活补贴在发", **ROW | {"living_subsidy": True}),
    miss("由政府供养", **ROW | {"tekun": True}),
    miss("在托养", **ROW | {"day_care": True}),
    miss("户口迁走了", **ROW | {"hukou_local": False}),
    miss("过世了", **ROW | {"dead": True}),
    unknown("等级待评", **ROW | {"severe_disability": None}),
    unknown("发放名单断供", **ROW | {"nursing_subsidy": None}),
    unknown("残联数据断供", **ROW | {"disabled": None, "disability_issued_on": None}),
]
KEEPS = [
    hit("过了三个月还没补贴", **ROW | {"disability_issued_on": date(2022, 4, 1)}),
    miss("证过期了", **ROW | {"disabled": False}),
]
PROOFS = [
    hit("在发", living_subsidy=False, nursing_subsidy=True),
    miss("没在发", living_subsidy=False, nursing_subsidy=False),
]
