"""Weights change only when two people sign, from that day on; every day before keeps its own."""

from datetime import date, datetime, timedelta

import polars as pl
import pytest

from core import accounts
from core.city import load_city
from core.clock import SHANGHAI
from core.governance import NotReady, propose, refuse, sign, signed_models, with_models
from core.governance.trying import NotAModel, Tried, _over
from core.portrait import portrait
from core.portrait.model import current
from core.portrait.preview import preview
from core.variables import whole_schema
from tests.factories import person
from tests.portrait.households import frame, seeds

NOW = datetime(2022, 7, 15, 9, tzinfo=SHANGHAI)
AT = NOW.date()
MILDER = {"version": "2022-2", "lines": {"E": [40, 80]}}


@pytest.fixture
async def two(db):
    for handle in ("cheng", "deng"):
        await person(handle, "supervisor", NOW, area="330482")
    await person("town", "supervisor", NOW, area="330482102")
    return [await accounts.who(await accounts.by_handle(h)) for h in ("cheng", "deng")]


def tried(data=MILDER) -> Tried:
    std = load_city().standards(AT)
    now = current(std)
    model = _over(now, data)
    empty = pl.DataFrame(schema=whole_schema(std))
    return Tried(model, AT, preview(now, model, empty, std))


async def live(two, data=MILDER):
    made = await propose(tried(data), two[0], why="红线偏低", since=AT, at=NOW)
    for who in two:
        await sign(made.version, who, at=NOW)
    return with_models(load_city(), await signed_models())


async def test_one_signature_changes_nothing(two):
    made = await propose(tried(), two[0], why="红线偏低", since=AT, at=NOW)
    await sign(made.version, two[0], at=NOW)
    assert await signed_models() == []


async def test_nobody_signs_twice(two):
    made = await propose(tried(), two[0], why="红线偏低", since=AT, at=NOW)
    await sign(made.version, two[0], at=NOW)
    with pytest.raises(NotReady, match="另一个人"):
        await sign(made.version, two[0], at=NOW)


async def test_two_signatures_make_it_live_from_that_day_on_and_not_before(two):
    city = await live(two)
    assert current(city.standards(AT)).version == "2022-2"
    assert current(city.standards(AT)).lines["E"] == (40, 80)
    assert current(city.standards(AT - timedelta(days=1))).version.startswith("files-")


async def test_a_day_in_the_past_cannot_be_changed(two):
    made = await propose(tried(), two[0], why="补", since=date(2022, 6, 1), at=NOW)
    await sign(made.version, two[0], at=NOW)
    signed = await sign(made.version, two[1], at=NOW)
    assert signed.since == AT


async def test_the_live_model_is_what_families_are_scored_with(two):
    before, after = load_city(), await live(two)
    lu = frame([seeds()["陆水根家·就业前"]["input"]])
    colours = [
        portrait(lu, city.standards(AT)).get_column("E_colour_high").item()
        for city in (before, after)
    ]
    assert colours == [3, 2]


async def test_a_refused_version_is_over(two):
    made = await propose(tried(), two[0], why="红线偏低", since=AT, at=NOW)
    await refuse(made.version, two[1], why="再看看", at=NOW)
    with pytest.raises(NotReady, match="退回"):
        await sign(made.version, two[1], at=NOW)


async def test_a_town_may_not_sign_for_the_city(two):
    town = await accounts.who(await accounts.by_handle("town"))
    with pytest.raises(NotReady, match="全市"):
        await propose(tried(), town, why="试", since=AT, at=NOW)


@pytest.mark.parametrize(
    "data", [[], {}, {"version": "x", "weights": {"Z9": 1}}, {"version": "x", "colour": 1}]
)
def test_what_is_not_a_model_is_refused_with_a_sentence(data):
    with pytest.raises(NotAModel):
        _over(current(load_city().standards(AT)), data)
