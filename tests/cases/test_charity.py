"""Charity's funds stand beside the projects, honestly marked, and count as help given before."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from core import catalogue
from core.cases import advice
from core.cases.doubles import earlier
from core.cases.suggesting import plan_of
from core.catalogue import offer
from core.store.casework import Help
from tests.factories import case, staff
from tests.scheduler.families import listed, street
from tests.variables.world import standards

AT = date(2022, 7, 15)
POTS = yaml.safe_load((Path(offer.__file__).parent / "not_for_families.yaml").read_text("utf-8"))
PAID = {fund for one in catalogue.offers().values() for fund in one.fund}


def test_all_twenty_funds_are_offers_or_say_why_no_family_can_have_them():
    assert {f"CF-{n:02}" for n in range(1, 21)} == PAID | set(POTS)
    assert not PAID & set(POTS) and all(pot["why"] for pot in POTS.values())


@pytest.mark.parametrize("name", [name for name in catalogue.offers() if name.startswith("CF-")])
def test_a_fund_promises_no_number_nobody_told(name):
    fund = catalogue.offers()[name]
    assert fund.kind == offer.CHARITY and fund.tag in ("seed", "assumed")
    assert fund.capacity is None and fund.budget_yuan is None
    assert fund.when and fund.why and fund.why_en and fund.documents and fund.units


def test_what_is_for_the_same_purpose_is_alike_and_public_money_is_not_charity():
    assert catalogue.alike(["CF-15"]) == {"CF-15", "CF-16", "HP-10", "慈善"}
    assert catalogue.alike(["HP-09"]) == {"HP-09"} and catalogue.alike(["米"]) == {"米"}
    assert catalogue.alike(["HP-27"]) == {"HP-27"}  # a service: no grant doubles it


GRANTS = {
    "M21_01": [{"project": "X", "amount": 500_00, "granted_at": date(2022, 3, 1)}],
    "M21_02": [{"reason": "X", "amount": 3_000_00, "granted_at": date(2022, 4, 1)},
               {"reason": "X", "amount": 900_00, "granted_at": date(2021, 7, 1)}],
    "M19_04": [{"purpose": "X", "amount": 800_00, "granted_at": date(2022, 5, 1)}],
}  # fmt: skip


async def test_grants_of_charity_are_shown_before_the_same_is_given_again(db, now):
    await staff(now)
    found = await case(now, household="陆家", offers=("HP-02",))
    world = street({"陆家": listed(**GRANTS)})
    found.evidence |= advice.read(world, standards(AT), ["陆家"]).of(found)
    found.evidence |= {"found_needs": ["CF-15", "CF-14"]}
    before = await earlier(found, ["CF-15"], at=now)
    assert [(one.what, one.giver, one.quantity) for one in before] == [
        ("金平湖维康基金", "M21", "3000 元"), ("慈善救助", "M21", "500 元")
    ]  # fmt: skip
    assert [one.what for one in await earlier(found, ["HP-25"], at=now)] == [
        "妇女儿童关爱基金", "慈善救助"
    ]  # fmt: skip
    assert not {"CF-14", "CF-15"} & {line.offer for line in await plan_of(found, at=now)}


async def test_what_one_fund_gave_is_seen_by_another_of_the_same_purpose(both, now):
    await staff(now)
    found, other = await case(now), await case(now, subject="p2")
    await Help.create(case=other, at=now, kind="cash", item="HP-10", giver="M21", key="k")
    assert [one.giver for one in await earlier(found, ["CF-16"], at=now)] == ["M21"]
    assert await earlier(found, ["HP-09"], at=now) == []
