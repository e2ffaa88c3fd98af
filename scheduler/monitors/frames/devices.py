"""One row a sensor: its open alarms, how long it has been silent, and what explains the silence.

The nightly view of records; what comes through the intake minute by minute fills the same frame.
"""

from collections.abc import Collection
from datetime import datetime, timedelta

import polars as pl
from polars import Expr, LazyFrame, col, lit, when

from core.facts import View
from core.variables.engine.words import sure
from scheduler.monitors.watch import FRAMES

PLATFORM, FIRE, GAS = "M01-04", "M16-04", "M06-03"
ALARMS = {
    "sos": ("SOS",),
    "motionless": ("无活动", "门未开"),
    "off_bed": ("离床超时",),
    "vital": ("体征异常",),
    "smoke": ("火警",),
}
TESTS = ("测试", "test")
KEEPS = timedelta(days=30)
LOW = 14  # per cent, where a sensor says "low" without a figure


def devices(
    view: View,
    now: datetime,
    persons: pl.DataFrame,
    households: pl.DataFrame,
    only: Collection[str] | None = None,
) -> pl.DataFrame:
    """Every sensor heard of in thirty days (or *only* these), as `FRAMES["device"]`.

    *now* is Shanghai wall time without a zone, as events are; what is dated later is left out.
    *persons* and *households* are those of `core.variables.features`. Alarms that were answered,
    that the sensor itself took back later, or that were tests, are not open. A line that fell
    silent keeps the alarms it told; whether there are others nobody can tell (null).
    """
    people, homes = _people(persons), _homes(persons, households)
    lines = [c for c in (PLATFORM, FIRE, GAS) if view.fresh(c) is not None]
    told = [_sensors(view, c, now, people, only) for c in lines if c != GAS]
    found = pl.concat([*told, _gas_meters(homes)], how="diagonal")
    if only is not None:
        found = found.filter(col.device.is_in(list(only)))
    around = found.join(people, on="person", how="left").join(homes, on="household", how="left")
    either = {n: pl.coalesce(n, f"home_{n}") for n in ("away", "high_risk", "region")}
    return around.with_columns(**either).select(_typed()).sort("device").collect()


def _typed() -> list[Expr]:
    return [pl.col(name).cast(dtype) for name, dtype in FRAMES["device"].items()]


def _sensors(
    view: View, class_id: str, now: datetime, people: LazyFrame, only: Collection[str] | None
) -> LazyFrame:
    """The sensors of one line, one row each. Of an event told twice, the answered one counts."""
    wanted = col.device_id.is_not_null() if only is None else col.device_id.is_in(list(only))
    records = view.records(class_id).filter(col.event_at.is_between(now - KEEPS, now) & wanted)
    if class_id == FIRE:
        nothing = [lit(None, pl.String).alias("value"), lit(None, pl.Int64).alias("battery")]
        records = records.with_columns(*nothing, device_kind=lit("烟感"))
    lives = people.select("person", lives="home")
    events = (
        records.filter(~sure(col.value.is_in(TESTS)))
        .sort(col.ack_at.is_null(), maintain_order=True)
        .unique(["device_id", "event", "event_at"], maintain_order=True)
        .join(lives, on="person", how="left")
        .with_columns(household=pl.coalesce("household", "lives", lit("")))
    )
    states = events.group_by(device="device_id").agg(_state(now)).with_columns(gas=lit(False))
    return states if view.fresh(class_id) else states.with_columns(_only_what_was_told())


def _state(now: datetime) -> list[Expr]:
    newest = {
        n: col(n).sort_by("event_at", "record_id").last()
        for n in ("household", "person", "region", "event")
    }
    recovered = col.event_at.filter(col.event == "恢复").max()
    level = pl.coalesce("battery", when(col.event == "低电").then(LOW))
    open_ = {n: _open(events, recovered) for n, events in ALARMS.items()}
    since_newest = (lit(now) - col.event_at.max()).dt.total_minutes()
    return [
        *(e.alias(n) for n, e in newest.items() if n != "event"),
        col.device_kind.sort_by("event_at", "record_id").last().alias("kind"),
        col.event_at.max(),
        *(e.any().alias(n) for n, e in open_.items()),
        _minutes(open_["motionless"], now).alias("motionless_minutes"),
        _minutes(open_["off_bed"], now).alias("off_bed_minutes"),
        when(newest["event"] == "离线").then(since_newest).otherwise(0).alias("offline_minutes"),
        level.sort_by("event_at", "record_id").drop_nulls().last().alias("battery"),
    ]


def _open(events: tuple[str, ...], recovered: Expr) -> Expr:
    """Which events of this sort nobody answered and the sensor has not taken back."""
    return sure(col.event.is_in(events) & col.ack_at.is_null() & ~sure(recovered >= col.event_at))


def _minutes(open_: Expr, now: datetime) -> Expr:
    """At least so long: since the oldest alarm of this sort that is still open; 0 without one."""
    since = col.event_at.filter(open_).min()
    return (lit(now) - since).dt.total_minutes().fill_null(0)


def _only_what_was_told() -> list[Expr]:
    """A silent line: what it reported has happened, of everything else nobody can tell."""
    counts = [pl.col(n) for n in ("motionless_minutes", "off_bed_minutes", "offline_minutes")]
    heard = [when(col(name)).then(True).alias(name) for name in ALARMS]
    return (
        heard
        + [when(count > 0).then(count) for count in counts]
        + [lit(None, pl.Int64).alias("battery")]
    )


def _people(persons: pl.DataFrame) -> LazyFrame:
    away = sure(col.patrol_excused_week) | sure(col.in_hospital) | sure(col.in_institution)
    return persons.lazy().select(
        "person", home="household", away=away, high_risk=col.special_risk == "高"
    )


def _homes(persons: pl.DataFrame, households: pl.DataFrame) -> LazyFrame:
    """What is known of a home: for sensors that hang on no person."""
    members = persons.lazy().filter(sure(col.member)).select("household", "person")
    whole = members.join(_people(persons), on="person").group_by("household")
    counted = whole.agg(home_away=col.away.all(), home_high_risk=col.high_risk.any())
    homes = households.lazy().select(
        "household", "power_cut", "gas_alarm", alone="elder_alone", home_region="region"
    )
    return homes.join(counted, on="household", how="left")


def _gas_meters(homes: LazyFrame) -> LazyFrame:
    """A meter that reported this month stands as a sensor of its own."""
    quiet = {name: lit(False) for name in ALARMS}
    minutes = dict.fromkeys(
        ("motionless_minutes", "off_bed_minutes", "offline_minutes"), lit(0, pl.Int64)
    )
    return homes.filter(col.gas_alarm.is_not_null()).select(
        "household",
        device=lit(f"{GAS}/") + col.household,
        kind=lit("燃气"),
        gas="gas_alarm",
        person=lit(None, pl.String),
        region=lit(None, pl.String),
        event_at=lit(None, pl.Datetime("us")),
        battery=lit(None, pl.Int64),
        **quiet,
        **minutes,
    )
