"""Who lives together at the start: households of every kind, and the people in them."""

import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
import yaml

from demo.town.dice import Dice
from demo.town.names import names
from demo.town.places import settle
from demo.town.span import Numbers
from demo.town.wording import form
from demo.town.world import NOBODY, World

MEMBER = re.compile(r"(\w+) (\d+)-(\d+)(?: ([mf]))?(?: (\w+))?")
RELATION = {"head": ("02", "02"), "spouse": ("11", "12"), "child": ("20", "30"),
            "grandchild": ("41", "42"), "parent": ("51", "52")}  # fmt: skip
FURTHEST = {"child": 20, "grandchild": 42, "spouse": -12, "parent": -60, "head": 0}


@cache
def design() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(
        Path(__file__).with_name("families.yaml").read_text("utf-8")
    )
    return found


def families(world: World) -> None:
    """Homes and people on the day the town begins."""
    dice = world.dice("families")
    plan = pl.DataFrame(_plan(world.households), schema=["kind", "template"], orient="row")
    homes = plan.with_row_index("home").with_columns(pl.col("home").cast(pl.Int64))
    homes = homes.with_columns(household_no=form("PH{}", pl.col("home") + 10_000_001))
    world.homes = homes.hstack(settle(dice, world.places, homes.height))
    world.people = _named(dice, world, _members(dice, world))
    _centenarians(world)
    _story(world)


def _plan(households: int) -> list[tuple[str, str]]:
    """Kind and template of every household: fixed numbers, no chance."""
    about = design()
    kinds = apportioned(about["households"], households)
    return [
        (kind, template)
        for kind, many in kinds.items()
        for template, number in apportioned(about["mixture"][kind], many).items()
        for _ in range(number)
    ]


def apportioned(shares: dict[str, int], many: int) -> dict[str, int]:
    """*many* split by weight: whole numbers, the largest remainders rounded up."""
    whole = sum(shares.values())
    floor = {name: share * many // whole for name, share in shares.items()}
    rest = sorted(shares, key=lambda n: (-(shares[n] * many % whole), n))
    for name in rest[: many - sum(floor.values())]:
        floor[name] += 1
    return floor


def _members(dice: Dice, world: World) -> pl.DataFrame:
    """One row per person, household by household, head first."""
    frames = [
        _one_template(dice, world, template, members)
        for template, members in design()["templates"].items()
    ]
    people = pl.concat([f for f in frames if f.height])
    return (
        people.sort("home", "place")
        .with_row_index("person")
        .with_columns(pl.col("person").cast(pl.Int64))
    )


def _one_template(dice: Dice, world: World, template: str, members: list[str]) -> pl.DataFrame:
    homes = world.where(template=template)
    ages: list[Numbers] = []
    rows = []
    for place, text in enumerate(members):
        role, low, high, sex, trait = _read(text)
        age = dice.whole(low, high, len(homes))
        if place:
            age = np.minimum(age, ages[0] - FURTHEST[role])
        ages.append(age)
        male = dice.whole(0, 1, len(homes)) if sex is None else np.full(len(homes), int(sex == "m"))
        rows.append(_rows(dice, world, homes, place, role, age, male, trait))
    return pl.concat(rows)


def _read(text: str) -> tuple[str, int, int, str | None, str | None]:
    found = MEMBER.fullmatch(text)
    if found is None:
        raise ValueError(f"unreadable member: {text}")
    role, low, high, sex, trait = found.groups()
    return role, int(low), int(high), sex, trait


def _rows(
    dice: Dice, world: World, homes: Numbers, place: int, role: str, age: Numbers, male: Numbers,
    trait: str | None,
) -> pl.DataFrame:  # fmt: skip
    born = world.span.first - (age * 365.25).astype("m8[D]") - dice.whole(0, 364, len(homes))
    code = np.where(male == 1, *RELATION[role])
    return pl.DataFrame(
        {"home": homes, "place": place, "role": role, "relation": code, "male": male,
         "born": born, "trait": pl.Series([trait] * len(homes), dtype=pl.String)},
        schema_overrides={"place": pl.Int64, "role": pl.String},
    )  # fmt: skip


def _named(dice: Dice, world: World, people: pl.DataFrame) -> pl.DataFrame:
    born, male = people["born"].to_numpy(), people["male"].to_numpy()
    people = people.with_columns(
        names(dice, born, male),
        since=pl.lit((world.span.before - 20_000).item()),
    )
    return shared_surnames(with_kin(people))


def story_home(world: World) -> int:
    """The household of 陆水根 (the seed's pseudonym): two old parents and a graduate, on dibao."""
    like = world.where(kind="dibao", template="old couple and youth")
    return int(like[0]) if len(like) else 0


def _story(world: World) -> None:
    """The seed's family by name, in its village."""
    home, here = story_home(world), world.places.grids.filter(pl.col("village_name") == "鱼圻塘村")
    ours = pl.col("home") == home
    place = {
        name: here[name][0] for name in ("grid", "village", "town", "town_name", "village_name")
    }
    place["address"] = "新埭镇鱼圻塘村3组12号"
    world.homes = world.homes.with_columns(
        pl.when(ours).then(pl.lit(v)).otherwise(pl.col(n)).alias(n) for n, v in place.items()
    )
    told = {
        "head": ("陆水根", 1, "02", date(1960, 3, 2)),
        "child": ("陆杰", 1, "20", date(1999, 10, 15)),
    }
    for role, values in told.items():
        mine = ours & (pl.col("role") == role)
        columns = zip(("name", "male", "relation", "born"), values, strict=True)
        world.people = world.people.with_columns(
            pl.when(mine).then(pl.lit(v)).otherwise(pl.col(n)).alias(n) for n, v in columns
        )


def _centenarians(world: World) -> None:
    """Every town has somebody of a hundred and one."""
    homes = world.where(kind="elder", template="lone elder")[: world.scaled(3)]
    oldest = pl.col("home").is_in(homes.tolist()) & (pl.col("role") == "head")
    born = pl.when(oldest).then(pl.lit(date(1920, 9, 3))).otherwise(pl.col("born"))
    world.people = world.people.with_columns(born.alias("born"))


def with_kin(people: pl.DataFrame) -> pl.DataFrame:
    """Father, mother and spouse, where they live in the same household."""
    kin = pl.DataFrame(_ties(people), schema=["father", "mother", "spouse"], orient="row")
    return people.hstack(kin.select(pl.all().cast(pl.Int64)))


def _ties(people: pl.DataFrame) -> list[tuple[int, int, int]]:
    house: dict[int, dict[str, tuple[int, int]]] = {}
    for person, home, role, male in people.select("person", "home", "role", "male").rows():
        house.setdefault(home, {}).setdefault(role, (person, male))
    return [_tie(house[home], role) for home, role in people.select("home", "role").rows()]


def _tie(house: dict[str, tuple[int, int]], role: str) -> tuple[int, int, int]:
    """Row numbers of father, mother and spouse of the member with this role."""
    head, spouse, parent = (house.get(r) for r in ("head", "spouse", "parent"))
    parents = {"child": (head, spouse), "head": (parent,)}.get(role, ())
    by_sex = {male: person for person, male in filter(None, parents)}
    married = {"head": spouse, "spouse": head}.get(role)
    return by_sex.get(1, NOBODY), by_sex.get(0, NOBODY), married[0] if married else NOBODY


def shared_surnames(people: pl.DataFrame) -> pl.DataFrame:
    """Children carry the surname of the head; a parent of the head gives theirs."""
    head = people.filter(pl.col("role") == "head").select(
        "home", surname=pl.col("name").str.slice(0, 1)
    )
    follows = pl.col("role").is_in(["child", "grandchild", "parent"])
    name = pl.when(follows).then(pl.col("surname") + pl.col("name").str.slice(1))
    return people.join(head, on="home", how="left", maintain_order="left").with_columns(
        name=name.otherwise(pl.col("name"))
    ).drop("surname")  # fmt: skip
