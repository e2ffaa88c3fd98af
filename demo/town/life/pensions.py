"""Old age pensions: of residents and of retired employees, paid, suspended, resumed, ended."""

import numpy as np
import polars as pl

from demo.town.dice import Dice
from demo.town.life.work import retiring
from demo.town.span import NEVER, Days, Flags, Numbers, birthday, month_of
from demo.town.world import World

BASIC = 190_00  # fen a month; assumed
SUSPENDED = 0.02  # of resident pensioners in two years: their living was not confirmed in time
UNCLAIMED = 0.01


def pensions(world: World) -> None:
    """Table `pensions`: person, kind, since (month), basic, total, suspended, resumed, certified."""
    dice = world.dice("pensions")
    employee = _retired_from_jobs(dice, world)
    age60 = birthday(world.days("born"), 60)
    begins = np.where(employee, retiring(world), age60)
    local = ~world.kind_is(np.arange(len(begins)), "migrant")
    person = np.flatnonzero(local & (begins < world.span.last))
    person = person[~dice.chance(UNCLAIMED, len(person))]
    since = (begins[person].astype("M8[M]") + 1).astype("M8[D]")
    kind = np.where(employee[person], "employee", "resident")
    suspended = _suspended(dice, world, person, since, kind)
    account = dice.whole(60, 420, len(person)) * 100
    total = np.where(kind == "employee", _employee_pension(dice, world, person), BASIC + account)
    world.add(
        "pensions",
        person=person, kind=kind, since=since, basic=np.where(kind == "resident", BASIC, 0),
        total=total, suspended=suspended,
        resumed=_resumed(dice, suspended, world.span.last),
        certified=_certified(dice, world, len(person)),
    )  # fmt: skip


def _retired_from_jobs(dice: Dice, world: World) -> Flags:
    """Whoever was insured as an employee; nobody on dibao or tekun."""
    everybody = np.arange(world.people.height)
    poor = world.kind_is(everybody, "dibao", "tekun", "migrant")
    jobs = world["jobs"].filter(pl.col("kind") == "职工")["person"].unique().to_numpy()
    worked = np.isin(everybody, jobs)
    old = world.kind_is(everybody, "elder", "plain", "edge", "child")
    older = world.age(world.span.first) >= 60
    return ~poor & (worked | (old & older) | dice.chance(0.3, len(everybody)))


def _employee_pension(dice: Dice, world: World, person: Numbers) -> Numbers:
    edge = world.kind_is(person, "edge", "danrenbao")
    low, high = np.where(edge, 1290, 2700), np.where(edge, 1540, 4300)
    return dice.whole(low, high, len(person)) * 100


def _suspended(dice: Dice, world: World, person: Numbers, since: Days, kind: Numbers) -> Days:
    """The month from which a resident pension is held back."""
    who = np.flatnonzero((kind == "resident") & (since < world.span.first))
    many = max(1, round(SUSPENDED * len(who)))
    held = np.full(len(person), NEVER)
    days = int((world.span.last - world.span.first).astype(int)) - 150
    chosen = dice.some(who, many)
    on = world.span.first + 60 + dice.whole(0, max(days, 1), len(chosen)).astype("m8[D]")
    held[chosen] = month_of(on)
    until = world.days("until")[person]
    held[~np.isnat(until) & (until < held + 120)] = NEVER
    return held


def _resumed(dice: Dice, suspended: Days, last: np.datetime64) -> Days:
    back = (suspended.astype("M8[M]") + dice.whole(3, 6, len(suspended))).astype("M8[D]")
    back[back > last] = NEVER
    return back


def _certified(dice: Dice, world: World, many: int) -> Days:
    """The last day before the town begins on which a pensioner proved to be alive."""
    found: Days = world.span.first - dice.whole(20, 330, many).astype("m8[D]")
    return found
