"""临时救助：遇上火灾、车祸、急病，或者一下子花钱太多，过不下去的。

What is urgent is helped at once and the papers follow. How much is for the town to decide; the law
only sets the ceilings.
"""

from collections.abc import Mapping
from datetime import date

from polars import col

from core.city.standards import Standards
from core.rule import Example, Label, hit, miss, unknown
from core.rules.engine.logic import all_of, any_of
from core.rules.engine.need import YUAN, Amount, Need, need
from core.rules.words import IN_HARDSHIP, on

LABEL = Label(
    id="R-11",
    title="临时救助",
    title_en="Temporary assistance",
    since=date(2014, 11, 1),
    source="国务院令第649号第47–50条；浙江省社会救助条例第38–41条（已核）",
    tag="law",
)


def conditions(std: Standards) -> Mapping[str, Need]:
    cause = any_of(
        all_of(col.shock, col.destitute),
        all_of(on(*IN_HARDSHIP), col.cost_jump),
    )
    return {
        "home": need(any_of(col.family_hukou_local, col.residence_permit)),
        "cause": need(cause, shows=("shock", "destitute", "status", "cost_jump")),
    }


def amount(std: Standards) -> Amount:
    most = std.fen("dibao_std", std.number("temp_mult_base")) * col.n_members
    return Amount(low=0, high=most, unit=YUAN, rests_on=("dibao_std", "temp_mult_base"))


def special_limit(std: Standards, members: int) -> int:
    """The ceiling in particular hardship. Fen for the whole family."""
    return std.fen("dibao_std", std.number("temp_mult_max")) * members


FIRE = {"family_hukou_local": True, "shock": True, "destitute": True, "n_members": 2}
COSTS = {"family_hukou_local": True, "shock": False, "status": "edge", "cost_jump": True}
EXAMPLES = (
    hit("出了大事，眼下没着落", **FIRE | {"status": "none", "cost_jump": False}),
    miss("出了大事，还过得去", **FIRE | {"destitute": False, "status": "none"}),
    hit("低边家庭突然花钱多", **COSTS),
    miss("不是低保低边，也没出大事", **COSTS | {"status": "none"}),
    miss("低边，没多花钱", **COSTS | {"cost_jump": False}),
    hit("外地户口有居住证", **FIRE | {"family_hukou_local": False, "residence_permit": True}),
    miss("外地户口没有居住证", **FIRE | {"family_hukou_local": False, "residence_permit": False}),
    unknown("户口没说", **FIRE | {"family_hukou_local": None}),
    unknown("外地户口，居住证没说", **FIRE | {"family_hukou_local": False}),
    unknown("眼下有没有着落没说", **FIRE | {"destitute": None}),
    unknown("出没出事没说", **FIRE | {"shock": None}),
    unknown("身份没说", **COSTS | {"status": None}),
    unknown("花没花钱没说", **COSTS | {"cost_jump": None}),
)
PAYS = (Example("两口人的一般上限", (0, 1284000), FIRE),)
