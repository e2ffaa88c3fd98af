"""What a monitor says beside its condition: whom to call, by when, what to show, what may help."""

from dataclasses import dataclass
from typing import Literal

import polars as pl

from core.cases.brief import Span

Grain = Literal["person", "household", "device", "region", "source", "monitor", "task"]

WHERE: dict[str, pl.DataType] = {
    "household": pl.String(),  # "" where the matter is no family's
    "person": pl.String(),
    "region": pl.String(),
}
FRAMES: dict[str, dict[str, pl.DataType]] = {
    # One row a sensor. An alarm is open until somebody answers it or the sensor itself recovers;
    # tests of the sensor are left out. Null: the line was silent, nobody can tell.
    "device": {
        "device": pl.String(),
        **WHERE,
        "kind": pl.String(),  # 门磁 红外 SOS 床垫 烟感 燃气
        "event_at": pl.Datetime("us"),  # Shanghai wall time of the newest event
        "sos": pl.Boolean(),  # an open alarm of this sort, and so on:
        "motionless": pl.Boolean(),
        "off_bed": pl.Boolean(),
        "vital": pl.Boolean(),
        "smoke": pl.Boolean(),
        "gas": pl.Boolean(),
        "motionless_minutes": pl.Int64(),  # since the last sign of life from any of his sensors
        "off_bed_minutes": pl.Int64(),  # at night; 0 in bed
        "offline_minutes": pl.Int64(),  # 0 online
        "battery": pl.Int64(),  # percent
        "away": pl.Boolean(),  # told to be out, in hospital, in a home
        "alone": pl.Boolean(),
        "high_risk": pl.Boolean(),
        "power_cut": pl.Boolean(),
    },
    # One row an area and month whose price index is due; indices in hundredths of a per cent.
    "region": {
        "period": pl.String(),  # 330482/2022-07
        **WHERE,
        "month": pl.Date(),
        "cpi": pl.Int64(),
        "food": pl.Int64(),
        "published_on": pl.Date(),
        "started": pl.Boolean(),  # a notice for this month was issued
        "people_listed": pl.Int64(),
        "people_paid": pl.Int64(),
    },
    # One row a class of data.
    "source": {
        "source": pl.String(),
        **WHERE,
        "title": pl.String(),
        "unit": pl.String(),  # the department that owes it, called beside the whistle
        "last_on": pl.Date(),
        "fresh": pl.Boolean(),  # null: never delivered
        "monitors": pl.Int64(),  # how many monitors go blind without it
    },
    # One row a monitor. Sums over the days before today, so that no fraction is needed.
    "monitor": {
        "monitor": pl.String(),
        **WHERE,
        "hits": pl.Int64(),  # in the last 24 hours
        "days": pl.Int64(),  # of history
        "hits_sum": pl.Int64(),  # of the daily counts
        "hits_squares": pl.Int64(),  # of their squares
        "cap": pl.Int64(),  # more than this a day is never sent unseen
        "released_on": pl.Date(),  # a person looked and let them go
    },
    # One row a piece of help that was promised; scores in twentieths, as portraits give them.
    "task": {
        "task": pl.String(),
        **WHERE,
        "unit": pl.String(),
        "offer": pl.String(),
        "promised_on": pl.Date(),
        "lead_days": pl.Int64(),
        "done_on": pl.Date(),
        "dropped": pl.Boolean(),
        "score_before_low": pl.Int64(),
        "score_before_high": pl.Int64(),
        "score_now_low": pl.Int64(),
        "score_now_high": pl.Int64(),
        "scored_on": pl.Date(),
    },
}
"""The frames of the grains that are not people: what each row is, and the types a monitor may expect.

Persons and households come from `core.variables`; their columns are told by `columns.py`."""

SUBJECT: dict[Grain, str] = {
    "person": "person",
    "household": "household",
    "device": "device",
    "region": "period",
    "source": "source",
    "monitor": "monitor",
    "task": "task",
}
"""The column that names what a finding is about."""


@dataclass(frozen=True)
class Show:
    """One piece of evidence the called people may see: a title, the column, its data class.

    The class is "" where the column comes from our own records.
    """

    what: str
    column: str
    class_id: str


@dataclass(frozen=True, kw_only=True)
class Watch:
    """A monitor's instructions. Sentences are for the people who go: no identity, no illness.

    *every* is a cron line (day names, not numbers). *quiet_days*: after a case was closed, how
    long the same finding stays silent. *starts*: the stage of its life it ships in; a new one
    begins as a draft (core.monitoring.life).
    """

    grain: Grain
    reads: tuple[str, ...]
    why: str
    why_en: str
    ask: str
    ask_en: str
    need: str
    need_en: str
    whistle: tuple[str, ...]
    answer_within: Span
    visit_within: Span | None
    close_within: Span | None
    offers: tuple[str, ...]
    shows: tuple[Show, ...]
    proof: str
    proof_en: str
    quiet_days: int
    every: str = "30 2 * * *"
    line: str = ""
    version: str = "1"
    starts: Literal["draft", "silent", "live"] = "live"
