"""财产显著变化。

Why           A car or a shop in the name of a listed family may be a change, or a lent name.
Who acts      The town's checker, who asks the family before anything is written. Nothing is cut by this.
False alarms  Scooters of the disabled, motorcycles, farm tricycles and scrapped cars do not count; a
              means check after the day closes it. A lent name, a flat for one pulled down, an
              inheritance not yet divided, scrapped but not signed off: asked.
Unknown       Cars elsewhere are missing in the register: without a clean means check, "no" is unknown.
"""

from datetime import date

import polars as pl
from polars import Expr, col, lit

from core.cases.brief import TOWN, Span
from core.city import Standards
from core.rule import Label, hit, miss, unknown
from core.variables.engine.tally import Tally, most
from core.variables.engine.words import sure
from scheduler.monitors.watch import Show, Watch
from scheduler.monitors.words import YELLOW, lately, listed

LABEL = Label(
    id="MON-33",
    title="财产显著变化",
    title_en="Something new in the family’s name",
    since=date(2022, 5, 18),
    source="财产认定（浙江省社会救助条例第9、49条；领域档案 R-04）",
    tag="law",
)
READS = ("P01-01", "P01-02", "P01-03", "P01-04", "P01-06", "P02-05", "P07-02", "P08-01", "P09-01",
         "M01-11", "M01-12")  # fmt: skip
WATCH = Watch(
    grain="household",
    reads=READS,
    why="这家名下新登记了东西，要对一对。",
    why_en="Something new is registered to this family: it has to be checked.",
    ask="问问：是自己的吗？有没有借别人名字？",
    ask_en="Ask: is it theirs? Did they lend their name?",
    need="1 户人家名下有新登记，请对一对",
    need_en="Something new is registered to 1 family: please check",
    whistle=(TOWN,),
    answer_within=Span(days=10),
    visit_within=Span(days=20),
    close_within=Span(days=45),
    offers=(),
    shows=(
        Show("哪天登记的", "asset_newest_on", "P02-05"),
        Show("上次核对", "checked_on", "P01-06"),
    ),
    proof="问清了，写下来了。",
    proof_en="Asked, settled and written down.",
    quiet_days=90,
    every="0 3 * * mon",
)


def members(std: Standards) -> dict[str, Tally]:
    days = ("vehicle_on", "home_bought_on", "home_registered_on", "business_on")
    return {"asset_newest_on": most(pl.max_horizontal(*days))}


def _looked_at() -> Expr:
    checked = pl.max_horizontal("checked_on", "reviewed_on")
    return sure(checked >= col.asset_newest_on)


def _new(std: Standards, days: int) -> Expr:
    new = sure(lately("asset_newest_on", std.at, days))
    clean = pl.when(sure(col.asset_ok)).then(False)
    seen = pl.when(new & ~_looked_at()).then(True).when(new).then(False).otherwise(clean)
    return listed() & seen


def when(std: Standards) -> Expr:
    return _new(std, 60)


def still(std: Standards) -> Expr:
    return _new(std, 180)


def proven(std: Standards) -> Expr:
    return _looked_at()


def colour(std: Standards) -> Expr:
    return lit(YELLOW)


AT = date(2022, 7, 15)
ROW = {"status": "dibao", "asset_newest_on": date(2022, 7, 1), "asset_ok": None}
EXAMPLES = [
    hit("上月的车", **ROW),
    hit("六十天前", **ROW | {"asset_newest_on": date(2022, 5, 16)}),
    hit("去年核对过，东西是后来的", **ROW | {"checked_on": date(2022, 3, 1), "asset_ok": True}),
    miss("登记以后核对过", **ROW | {"checked_on": date(2022, 7, 5)}),
    miss("登记以后复核过", **ROW | {"reviewed_on": date(2022, 7, 5)}),
    miss("早就有的，核对没有问题", **ROW | {"asset_newest_on": date(2020, 1, 1), "asset_ok": True}),
    miss("什么都没有，核对没有问题", **ROW | {"asset_newest_on": None, "asset_ok": True}),
    miss("不在册", **ROW | {"status": "none"}),
    unknown("没有登记，也没核对过", **ROW | {"asset_newest_on": None}),
    unknown("身份说不准", **ROW | {"status": None}),
]
KEEPS = [hit("四个月了还没核对", **ROW | {"asset_newest_on": date(2022, 3, 15)})]
PROOFS = [
    hit("核对了", asset_newest_on=date(2022, 7, 1), checked_on=date(2022, 7, 5)),
    miss("还没有", asset_newest_on=date(2022, 7, 1), checked_on=date(2022, 3, 1)),
]
