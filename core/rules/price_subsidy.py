"""价格临时补贴：物价涨得多的月份，给低保、特困等补一笔。

Started month by month by the index; either of two triggers is enough, and a revised index is
counted again. Nobody applies.
"""

from collections.abc import Mapping
from datetime import date

from polars import Expr, col

from core.city.standards import Standards
from core.rule import Label, hit, miss, unknown
from core.rules.engine.logic import Part, all_of, any_of
from core.rules.engine.need import Need, need
from core.rules.words import on

LABEL = Label(
    id="R-25",
    title="价格临时补贴（物价补贴）",
    title_en="Price-linked subsidy",
    since=date(2021, 11, 1),
    source="发改价格〔2021〕1553号；2022-08-31六部门通知（新华社等转载）",
    tag="page",
)
LISTED = {"低保": ("dibao", "danrenbao"), "特困": ("tekun",), "低保边缘人口": ("edge",)}


def price_trigger(std: Standards) -> int:
    """By how much consumer prices must have risen on the year, in basis points."""
    lower = in_force(std, "cpi_trigger_temp")
    return int(std.number("cpi_trigger_temp" if lower else "cpi_trigger") * 100)


def entitled(std: Standards) -> Part:
    """The standing list of those who get it, and those added for a while."""
    added = std["price_objects_temp"] if in_force(std, "price_objects_temp") else []
    names = [*std["price_objects_base"], *added]
    young, benefit = col.age < 18, col.unemployment_benefit
    others: dict[str, Expr | Part] = {
        "孤儿": all_of(young, col.parents_gone),
        "事实无人抚养儿童": all_of(young, col.parents_unable),
        "领失业保险金人员": benefit == "insurance",
        "领失业补助金人员": benefit == "subsidy",
    }
    lists = [name for n in names if n in LISTED for name in LISTED[n]]
    return any_of(on(*lists), *(others[n] for n in names if n in others))


def in_force(std: Standards, parameter: str) -> bool:
    return any(value.holds(std.at) for value in std.parameters[parameter].values)


def conditions(std: Standards) -> Mapping[str, Need]:
    cpi, food = price_trigger(std), int(std.number("food_trigger") * 100)
    return {
        "entitled": need(entitled(std), shows="status"),
        "prices": need(any_of(col.cpi_yoy >= cpi, col.food_yoy >= food), limit=cpi),
    }


AT = date(2022, 7, 15)
JULY = {"status": "dibao", "cpi_yoy": 270, "food_yoy": 600}
OTHER = JULY | {"status": "none", "age": 40, "unemployment_benefit": "none"}
EXAMPLES = (
    hit("食品恰好涨百分之六", **JULY),
    miss("两样都差一点", **JULY | {"cpi_yoy": 349, "food_yoy": 599}),
    hit("消费价格恰好涨百分之三点五", **JULY | {"cpi_yoy": 350, "food_yoy": 0}),
    miss("七月低边还不在名单里", **JULY | OTHER | {"status": "edge"}),
    hit("领失业保险金", **OTHER | {"unemployment_benefit": "insurance"}),
    miss("七月领失业补助金还不算", **OTHER | {"unemployment_benefit": "subsidy"}),
    hit("孤儿", **OTHER | {"age": 10, "parents_gone": True, "parents_unable": False}),
    hit("事实无人抚养", **OTHER | {"age": 10, "parents_gone": False, "parents_unable": True}),
    hit("已经在领", gets_price_subsidy=True),
    unknown("指数还没公布", **JULY | {"cpi_yoy": None, "food_yoy": None}),
    unknown("只公布了一样，没到线", **JULY | {"cpi_yoy": None, "food_yoy": 599}),
    unknown("身份没说", **OTHER | {"status": None}),
    unknown("失业金没说", **OTHER | {"unemployment_benefit": None}),
    unknown("多大没说", **OTHER | {"age": None}),
    unknown("孩子的父母怎样没说", **OTHER | {"age": 10, "parents_unable": False}),
)
