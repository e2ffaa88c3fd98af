"""公益岗或见习到期。

Why           A public post ends on a day everybody knew; the next job should be ready before it.
Who acts      人社 extends or finds another, the village asks what they would like.
Misses        Internships: their last payment is known, their end is not.
False alarms  Insured again after the post ended: left out. A renewal nobody entered: asked.
Stays         Two months after the end.
"""

from datetime import date, timedelta

from polars import Expr, col, lit

from core.cases.brief import VILLAGE, Span
from core.city import Standards
from core.rule import Label, hit, miss, unknown
from core.variables.engine.words import sure
from scheduler.monitors.watch import Show, Watch
from scheduler.monitors.words import YELLOW, told

LABEL = Label(
    id="MON-37",
    title="公益岗或见习到期",
    title_en="Public post ending",
    since=date(2022, 5, 18),
    source="领域档案 6.2",
    tag="assumed",
)
WATCH = Watch(
    grain="person",
    reads=("P02-04", "P03-03", "M02-01"),
    why="这家有人的岗位快到期了，后面还没着落。",
    why_en="A post in this family is ending, and nothing follows yet.",
    ask="问问：能不能续？想不想换个活？要不要培训？",
    ask_en="Ask: can it go on? Another kind of work? Training?",
    need="1 户人家的岗位快到期，请帮着接上",
    need_en="In 1 family a post is ending: please find what follows",
    whistle=("M02", VILLAGE),
    answer_within=Span(hours=48),
    visit_within=Span(days=10),
    close_within=Span(days=60),
    offers=("HP-02", "HP-03"),
    shows=(Show("哪天到期", "public_post_end", "M02-01"),),
    proof="岗位续上了，或者找到了新的。",
    proof_en="It goes on, or there is a new job.",
    quiet_days=90,
    every="0 3 * * mon",
)


def _ending(std: Standards) -> Expr:
    return col.public_post_end.is_between(std.at - timedelta(days=60), std.at + timedelta(days=30))


def when(std: Standards) -> Expr:
    nothing_new = col.public_post | ~col.insured_60d
    return ~sure(col.dead) & told("public_post", _ending(std)) & nothing_new


def proven(std: Standards) -> Expr:
    renewed = col.public_post & ~sure(_ending(std))
    return renewed | (~col.public_post & col.insured_60d)


def colour(std: Standards) -> Expr:
    return lit(YELLOW)


AT = date(2022, 7, 15)
ROW = {"public_post": True, "public_post_end": date(2022, 8, 14), "insured_60d": True}
ENDED = {"public_post": False, "public_post_end": date(2022, 7, 1), "insured_60d": False}
EXAMPLES = [
    hit("还有三十天", **ROW),
    hit("过了期，没有新工作", **ENDED),
    miss("还有三十一天", **ROW | {"public_post_end": date(2022, 8, 15)}),
    miss("没有期限", **ROW | {"public_post_end": None}),
    miss("过了期，又上班了", **ENDED | {"insured_60d": True}),
    miss("半年前的事", **ENDED | {"public_post_end": date(2022, 1, 1)}),
    miss("不在公益岗", public_post=False, public_post_end=None, insured_60d=False),
    miss("过世了", **ROW | {"dead": True}),
    unknown("名单断供", public_post=None, public_post_end=None, insured_60d=False),
    unknown("过了期，参保断供", **ENDED | {"insured_60d": None}),
]
PROOFS = [
    hit("续到明年", public_post=True, public_post_end=date(2023, 7, 1), insured_60d=True),
    hit("换了新工作", **ENDED | {"insured_60d": True}),
    miss("还没有", **ENDED),
]
