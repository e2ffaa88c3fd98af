"""家庭财产认定：存款、房子、车、店铺有没有超过限额。

A car that only bears the family's name, a scrapped one still registered, an account opened for
somebody else: these are the common mistakes, so a "no" here is always checked by people.
"""

from collections.abc import Mapping
from datetime import date

from core.city.standards import Standards
from core.rule import Label, hit, miss, unknown
from core.rules.engine.need import Need
from core.rules.words import property_needs

LABEL = Label(
    id="R-04",
    title="家庭财产认定",
    title_en="Property test",
    since=date(2014, 11, 1),
    source="社会救助暂行办法第9、58条；浙江省社会救助条例第9、49条",
    tag="law",
)


def conditions(std: Standards) -> Mapping[str, Need]:
    return property_needs(std, "prop_cash_mult_year")


POOR = {"n_members": 3, "fin_assets": 7704000, "houses": 1, "vehicles": 0, "has_business": False}
TWO = POOR | {"houses": 2, "house_area": 180}
EXAMPLES = (
    hit("恰在存款限额", **POOR),
    miss("存款超一分", **POOR | {"fin_assets": 7704001}),
    hit("单人户限额高", **POOR | {"n_members": 1, "fin_assets": 3852000}),
    miss("单人户超一分", **POOR | {"n_members": 1, "fin_assets": 3852001}),
    hit("两套房，人均恰六十平方米", **TWO),
    miss("两套房，面积超了", **TWO | {"house_area": 181}),
    miss("有汽车", **POOR | {"vehicles": 1}),
    miss("开着店", **POOR | {"has_business": True}),
    hit("部门核对过", asset_ok=True),
    miss("部门核对超了，哪样超没说", asset_ok=False),
    hit("存款很少，几口人都一样", **POOR | {"n_members": None, "fin_assets": 2568000}),
    unknown("存款不少，几口人没说", **POOR | {"n_members": None}),
    unknown("存款没说", **POOR | {"fin_assets": None}),
    unknown("房子没说", **POOR | {"houses": None}),
    unknown("两套房，面积没说", **TWO | {"house_area": None}),
    unknown("车没说", **POOR | {"vehicles": None}),
    unknown("店没说", **POOR | {"has_business": None}),
)
