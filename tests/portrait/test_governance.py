"""Weights change only when two people sign, from that day on; every day before keeps its own."""

from datetime import date, datetime, timedelta

import polars as pl
import pytest

from core import accounts
from core.checks import model_told
from core.city import load_city
from core.clock import SHANGHAI
from core.governance import NotReady, propose, refuse, sign, signed_models, with_models
from core.governance.trying import NotAModel, Tried, _over
from core.portrait import portrait
from core.portrait.model import current, newest_signed, outgrown
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


def outgrown_city(letter="E"):
    """The city with a model that was signed before the last indicator of one type existed."""
    std = load_city().standards(AT)
    files = current(std)
    last = max((i for i in files.weights if i[0] == letter), key=lambda i: int(i[1:]))
    weights = {i: w for i, w in files.weights.items() if i != last}
    first = next(i for i in weights if i[0] == letter)
    weights[first] += files.weights[last]
    weights |= {"A1": files.weights["A1"] + 1, "A2": files.weights["A2"] - 1}
    data = {"version": "old", "weights": weights, "lines": {**files.lines, letter: [30, 80]}}
    return with_models(load_city(), [{**data, "since": AT, "by": "cheng、deng"}]), files


def test_a_model_signed_before_an_indicator_came_keeps_what_it_can_and_says_so():
    city, files = outgrown_city()
    std = city.standards(AT)
    model = current(std)
    assert model.version == "old+files-E"
    assert model.weights["A1"] == files.weights["A1"] + 1  # what it weighs stays signed
    of_e = {i: w for i, w in model.weights.items() if i[0] == "E"}
    assert of_e == {i: w for i, w in files.weights.items() if i[0] == "E"}
    assert model.lines["E"] == (30, 80)
    rows = [seed["input"] for seed in seeds().values()]
    assert portrait(frame(rows), std).height == len(rows)


def test_the_doctor_says_which_type_goes_by_the_files():
    city, _ = outgrown_city()
    signed = newest_signed(city.standards(AT))
    assert [kind.letter for kind in outgrown(signed, city.standards(AT))] == ["E"]
    told = model_told(city.standards(AT))
    assert told.level == "warn" and "old" in told.words and "jpf model propose" in told.fix
