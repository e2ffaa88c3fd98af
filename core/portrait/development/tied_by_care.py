"""因照护家人无法就业。

A service that takes over some hours sets a worker free.
"""

from datetime import date

from polars import col

from core.city.standards import Standards
from core.portrait.reading import YES, Level, Relief, only
from core.rule import Example, Label

LABEL = Label(
    id="E10",
    title="因照护家人无法就业",
    title_en="Kept from work by caring",
    since=date(2022, 5, 18),
    source="五型三色指标体系（提案）E10",
    tag="assumed",
)
DIMENSION = "机会"
WEIGHT = 7
NAMES = (("照护束缚", "tied by care"),)
READS = {"care_tied": YES}
FRESH = 180
RELIEF = Relief("有服务接手照护", "a service takes over the care", {"care_tied": False})


def level(std: Standards) -> Level:
    return only(col.care_tied)


EXAMPLES = (
    Example("是", 2, {"care_tied": True}),
    Example("否", 0, {"care_tied": False}),
    Example("未问过", None, {"care_tied": None}),
)
