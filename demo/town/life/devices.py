"""Sensors at home: who has which, and what they report, rightly or wrongly."""

import numpy as np
import polars as pl

from demo.town.dice import Dice
from demo.town.span import Days, Numbers
from demo.town.world import World

Event = tuple[str, float, dict[str, float]]
AT_BEDS = ("门磁", "红外", "SOS", "床垫")
AT_RISK = ("SOS", "红外")
# Events a year per device of a kind, and what they turn out to be (weights).
EVENTS: dict[str, list[Event]] = {
    "SOS": [("SOS", 0.35, {"real": 4, "pressed by mistake": 5, "test": 1})],
    "红外": [("无活动", 0.22, {"real": 5, "away": 3, "moved about soon": 2})],
    "门磁": [("门未开", 0.10, {"real": 3, "away": 2, "moved about soon": 2})],
    "床垫": [
        ("离床超时", 0.45, {"real": 3, "back soon": 7}),
        ("体征异常", 0.25, {"real": 4, "back soon": 6}),
    ],
}
UPKEEP: tuple[Event, ...] = (
    ("离线", 0.16, {"real": 5, "power cut": 5}),
    ("低电", 0.22, {"real": 1}),
)
SMOKE: tuple[Event, ...] = (("火警", 0.045, {"real": 2, "cooking": 6, "test": 2}), ("故障", 0.05, {"real": 1}),
         ("离线", 0.06, {"real": 1}))  # fmt: skip
SOON = ("pressed by mistake", "test", "moved about soon", "back soon", "power cut", "cooking")


def devices(world: World) -> None:
    """Tables `devices` (person, kind, since) and `alarms` (device, event, at, restored, cause)."""
    dice = world.dice("devices")
    _installed(dice, world)
    _alarms(dice, world)


def _installed(dice: Dice, world: World) -> None:
    beds = world["beds"].select("person", since="built", until="until")
    at_beds = beds.join(pl.DataFrame({"kind": AT_BEDS}), how="cross")
    special = world["special"].filter(~pl.col("person").is_in(beds["person"].implode()))
    risky = special.filter(pl.col("risk") == "高").select("person", "since", "until")
    at_risk = risky.join(pl.DataFrame({"kind": AT_RISK}), how="cross")
    lone = special.filter(pl.col("kind") != "空巢").select("person", "since", "until")
    smoke = lone.filter(pl.Series(dice.chance(0.5, lone.height))).with_columns(kind=pl.lit("烟感"))
    rows = pl.concat(
        [f.select("person", "kind", "since", "until") for f in (at_beds, at_risk, smoke)]
    )
    world.add("devices", **rows.to_dict())


def _alarms(dice: Dice, world: World) -> None:
    frames = []
    for kind, told in EVENTS.items():
        frames += [_of_kind(dice, world, [kind], *event) for event in told]
    everything = [*AT_BEDS]
    frames += [_of_kind(dice, world, everything, *event) for event in UPKEEP]
    frames += [_of_kind(dice, world, ["烟感"], *event) for event in SMOKE]
    rows = pl.concat(frames, how="vertical_relaxed").sort("at", "device")
    world.add("alarms", **rows.to_dict())


def _of_kind(
    dice: Dice, world: World, kinds: list[str], event: str, yearly: float, causes: dict[str, float]
) -> pl.DataFrame:
    """Events of one sort; in every town at least one is real."""
    devices = world["devices"].filter(pl.col("kind").is_in(kinds))
    span = int((world.span.last - world.span.first).astype(int)) - 8
    who, on = dice.happen(yearly, devices.height, world.span.first, span)
    device = devices["row"].to_numpy().astype(np.int64)[who]
    cause = dice.pick(list(causes), len(who), list(causes.values())).to_numpy()
    device, on, cause = _one_real(world, devices, device, on, cause)
    device, on, cause = _while_installed(world, device, on, cause)
    restored = np.isin(cause, SOON)
    at = on.astype("M8[us]") + dice.whole(0, 1439, len(on)).astype("m8[m]")
    soon = at + dice.whole(2, 50, len(on)).astype("m8[m]")
    later = at + dice.whole(26 * 60, 96 * 60, len(on)).astype("m8[m]")
    return pl.DataFrame(
        {"device": device, "event": event, "at": at, "cause": cause,
         "restored": np.where(restored, soon, later)},
        schema_overrides={"cause": pl.String, "event": pl.String},
    )  # fmt: skip


def _one_real(
    world: World, devices: pl.DataFrame, device: Numbers, on: Days, cause: Numbers
) -> tuple[Numbers, Days, Numbers]:
    live = world.span.first + 170
    if not devices.height or ((cause == "real") & (on > live)).any():
        return device, on, cause
    steady = devices.filter(pl.col("until").is_null(), pl.col("since") < live.item())
    first = (steady if steady.height else devices)["row"].to_numpy().astype(np.int64)[:1]
    later = np.array([live + 30]).astype("M8[D]")
    return np.r_[device, first], np.r_[on, later], np.r_[cause, np.array(["real"], dtype=object)]


def _while_installed(
    world: World, device: Numbers, on: Days, cause: Numbers
) -> tuple[Numbers, Days, Numbers]:
    """A device speaks from when it hangs there until some days before its owner is gone."""
    since = world["devices"]["since"].to_numpy()[device]
    until = world["devices"]["until"].to_numpy()[device]
    kept = (on >= since) & (np.isnat(until) | (on + 6 < until))
    return device[kept], on[kept], cause[kept]
