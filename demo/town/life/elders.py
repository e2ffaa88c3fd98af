"""Old age: what people can still do, who is looked after by patrols, care beds, nursing homes."""

import numpy as np
import polars as pl

from demo.town.dice import Dice
from demo.town.span import NEVER, Days, Flags, Numbers, birthday, months_later
from demo.town.world import World

GRADES = ("能力完好", "轻度", "中度", "重度", "完全失能")
NEEDING = ("中度", "重度", "完全失能")
LISTED = {"lone elder": 0.96, "old couple": 0.52}  # share in the register of special elders
LATE_COMERS = 0.08
PROVIDERS = ("颐养金平湖居家养老服务中心", "夕阳红照护服务社", "邻里助老服务社")


def elders(world: World) -> None:
    """Tables `nursing`, `abilities`, `special`, `beds`, `allowances`."""
    dice = world.dice("elders")
    _nursing(dice, world)
    _abilities(dice, world)
    _special(dice, world)
    _beds(dice, world)
    _allowances(dice, world)


def old_enough(world: World, on: np.datetime64, age: int = 60) -> Numbers:
    """People of that age who live in the town that day."""
    everybody = np.arange(world.people.height)
    return np.flatnonzero((world.age(on) >= age) & world.here(everybody, on))


def _nursing(dice: Dice, world: World) -> None:
    """Nursing homes: most people on tekun, and a few very old ones; some move in later."""
    old = old_enough(world, world.span.first)
    tekun = world.kind_is(old, "tekun")
    alone = world.home_is(world.numbers("home")[old], "template", "lone elder")
    share = np.where(
        tekun, 0.5, np.where(alone & (world.age(world.span.first, old) >= 80), 0.06, 0.0)
    )
    person = old[dice.chance(share, len(old))]
    since = world.span.first - dice.whole(30, 1500, len(person)).astype("m8[D]")
    later = dice.chance(0.25, len(person))
    days = int((world.span.last - world.span.first).astype(int))
    since = np.where(later, world.span.first + dice.whole(30, days, len(person)), since)
    there = world.here(person, np.maximum(since, world.span.first))
    person, since = person[there], since[there]
    world.add(
        "nursing",
        person=person, since=since, until=world.days("until")[person],
        institution=dice.pick(["市社会福利院", "广陈镇养老服务中心", "远辰幸福驿嘉"], len(person)),
        bed=dice.pick(["护理", "普通", "认知障碍"], len(person), [6, 3, 1]),
        fee=dice.whole(1800, 4200, len(person)) * 100,
    )  # fmt: skip


def in_nursing(world: World, person: Numbers, on: Days | np.datetime64) -> Flags:
    """Who lives in a nursing home on that day."""
    moved = np.full(world.people.height, NEVER)
    moved[world["nursing"]["person"].to_numpy()] = world["nursing"]["since"].to_numpy()
    return moved[person] <= on


def _abilities(dice: Dice, world: World) -> None:
    """Assessments last two years; most are made again before they run out, with the same result."""
    old = old_enough(world, world.span.first)
    share = np.where(world.kind_is(old, "tekun"), 1.0, 0.33)
    person = old[dice.chance(share, len(old))]
    frail = (world.age(world.span.first, person) >= 80).astype(float)
    draw = dice.share(len(person)) - 0.18 * frail
    grade = np.searchsorted([0.05, 0.14, 0.30, 0.55], draw)
    on = world.span.first - dice.whole(5, 700, len(person)).astype("m8[D]")
    frames = [_assessed(dice, world, person, on, 4 - grade)]
    again = months_later(on, 24) - dice.whole(5, 40, len(person)).astype("m8[D]")
    redo = dice.chance(0.85, len(person)) & world.here(person, again) & (again <= world.span.last)
    frames.append(_assessed(dice, world, person[redo], again[redo], 4 - grade[redo]))
    rows = (
        pl.concat(frames, how="vertical_relaxed")
        .sort("person", "on")
        .with_columns(
            until=pl.min_horizontal(
                pl.col("expires"), pl.col("on").shift(-1).over("person") - pl.duration(days=1)
            )
        )
    )
    world.add("abilities", **rows.to_dict())


def _assessed(dice: Dice, world: World, person: Numbers, on: Days, grade: Numbers) -> pl.DataFrame:
    poor = world.kind_is(person, "dibao", "edge", "danrenbao", "tekun")
    amount = np.select([poor & (grade >= 3), poor & (grade >= 1)], [100_000, 30_000], 0)
    return pl.DataFrame(
        {"person": person, "on": on, "expires": months_later(on, 24),
         "grade": np.array(GRADES)[grade], "adl": np.array([100, 85, 60, 35, 10])[grade],
         "cognition": dice.pick(["正常", "轻度", "中重度"], len(person), [88, 8, 4]),
         "amount": amount, "provider": dice.pick(PROVIDERS, len(person))}
    )  # fmt: skip


def _special(dice: Dice, world: World) -> None:
    """The register of special elders (seed: close to 1,300, visited twice a week)."""
    old = old_enough(world, world.span.first)
    template = world.homes["template"].to_numpy()[world.numbers("home")[old]]
    share = np.array([LISTED.get(t, 0.0) for t in template.tolist()])
    chosen = dice.chance(share, len(old)) & ~in_nursing(world, old, world.span.first)
    person = old[chosen]
    home = world.numbers("home")[person]
    kind = np.where(world.home_is(home, "template", "old couple"), "空巢", "独居")
    kind = np.where(world.kind_is(person, "tekun"), "孤寡", kind)
    since = world.span.first - dice.whole(60, 1500, len(person)).astype("m8[D]")
    days = int((world.span.last - world.span.first).astype(int))
    later = world.span.first + dice.whole(30, days - 60, len(person)).astype("m8[D]")
    since = np.where(dice.chance(LATE_COMERS, len(person)), later, since)
    moved = np.full(world.people.height, NEVER)
    moved[world["nursing"]["person"].to_numpy()] = world["nursing"]["since"].to_numpy()
    until = np.fmin(world.days("until")[person], moved[person])
    kept = np.isnat(until) | (until > since + 21)
    world.add(
        "special",
        person=person[kept], kind=kind[kept], since=since[kept], until=until[kept],
        risk=dice.pick(["高", "中", "低"], int(kept.sum()), [20, 45, 35]),
        org=dice.pick(PROVIDERS, int(kept.sum())),
    )  # fmt: skip


def _beds(dice: Dice, world: World) -> None:
    """Home care beds (seed: 175 in 2022, 200 in 2023) for poor elders who cannot do all themselves."""
    needy = world["abilities"].filter(pl.col("grade").is_in(NEEDING))
    person = needy["person"].unique().sort().to_numpy()
    poor = world.kind_is(person, "dibao", "edge", "danrenbao")
    person = person[poor & ~in_nursing(world, person, world.span.first)]
    person = dice.some(person, max(1, round(0.72 * len(person))))
    begun = np.datetime64("2022-03-20") + dice.whole(0, 400, len(person)).astype("m8[D]")
    built = begun + dice.whole(15, 50, len(person)).astype("m8[D]")
    there = world.here(person, built) & (built <= world.span.last)
    person, begun, built = person[there], begun[there], built[there]
    world.add(
        "beds",
        person=person, begun=begun, built=built, until=world.days("until")[person],
        subsidy=dice.whole(24, 40, len(person)) * 10_000,
        provider=dice.pick(PROVIDERS, len(person)),
    )  # fmt: skip


def _allowances(dice: Dice, world: World) -> None:
    """80+ allowance from 2023 on (seed), 100+ before already; a few who are due are not paid."""
    frames = []
    for age, begins in ((80, np.datetime64("2023-01-01")), (100, world.span.before)):
        turned = birthday(world.days("born"), age)
        due = np.maximum((turned.astype("M8[M]") + 1).astype("M8[D]"), begins)
        hundred = birthday(world.days("born"), 100) <= world.span.last
        local = ~world.kind_is(np.arange(len(due)), "migrant") & ((age == 100) | ~hundred)
        person = np.flatnonzero(local & (np.maximum(turned, begins) <= world.span.last))
        person = person[world.here(person, np.maximum(turned[person], world.span.first))]
        missed = dice.chance(0.05, len(person))
        missed[len(person) // 2 : len(person) // 2 + 1] |= age == 80
        since = np.where(missed, NEVER, due[person])
        late = missed & dice.chance(0.5, len(person))
        after = due[person].astype("M8[M]") + dice.whole(4, 8, len(person))
        since = np.where(late, after.astype("M8[D]"), since)
        frames.append(
            pl.DataFrame({"person": person, "age": age, "turned": turned[person], "due": due[person],
                          "since": since, "missed": missed, "until": world.days("until")[person]})
        )  # fmt: skip
    world.add("allowances", **pl.concat(frames, how="vertical_relaxed").to_dict())
