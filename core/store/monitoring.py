"""How monitors live and learn: stages, nights, outcomes, proposals, corrections, snoozes, floods, cards."""

from typing import Any

from tortoise import fields
from tortoise.models import Model

from core.store.casework import Case
from core.store.fields import SealedText
from core.store.people import Account


class MonitorStage(Model):
    """A monitor entered a stage of its life: by whom, why. The newest one holds."""

    id = fields.IntField(primary_key=True)
    monitor = fields.CharField(16)
    stage = fields.CharField(12)
    share = fields.IntField(default=10_000)  # of the grids, in basis points
    at = fields.DatetimeField()
    by = fields.CharField(64)
    why = fields.CharField(120)

    class Meta:
        table = "monitor_stage"
        indexes = (("monitor", "id"),)


class MonitorNight(Model):
    """What one monitor said on one day: hits, cannot-tells, what was new, what was opened."""

    id = fields.IntField(primary_key=True)
    monitor = fields.CharField(16)
    day = fields.DateField()
    version = fields.CharField(16)
    hits = fields.IntField(default=0)
    unknown = fields.IntField(default=0)
    new = fields.IntField(default=0)
    opened = fields.IntField(default=0)
    closed = fields.IntField(default=0)

    class Meta:
        table = "monitor_night"
        unique_together = (("monitor", "day"),)


class HeldBatch(Model):
    """A monitor jumped on one day: its new findings wait until a person lets them go or drops them."""

    id = fields.IntField(primary_key=True)
    monitor = fields.CharField(16)
    day = fields.DateField()
    hits = fields.IntField()
    usual: fields.Field[dict[str, Any]] = fields.JSONField()
    state = fields.CharField(12, default="held")
    made_at = fields.DatetimeField()
    decided_at = fields.DatetimeField(null=True)
    decided_by = fields.CharField(64, default="")
    why = fields.CharField(120, default="")

    class Meta:
        table = "held_batch"
        unique_together = (("monitor", "day"),)


class Outcome(Model):
    """What people found when they went: one per case and monitor, for the version that fired.

    Only of the leading monitor of a case is it known what the verdict is about."""

    id = fields.IntField(primary_key=True)
    case: fields.ForeignKeyRelation[Case] = fields.ForeignKeyField(
        "core.Case", related_name="outcomes"
    )
    case_id: int
    monitor = fields.CharField(16)
    version = fields.CharField(16)
    leads = fields.BooleanField()
    verdict = fields.CharField(16)
    cause = fields.CharField(12, default="")
    at = fields.DatetimeField()

    class Meta:
        table = "outcome"
        unique_together = (("case", "monitor"),)
        indexes = (("monitor", "version"),)


class Proposal(Model):
    """What the system proposes about a monitor, with its figures, until a person accepts or refuses."""

    id = fields.IntField(primary_key=True)
    monitor = fields.CharField(16)
    version = fields.CharField(16)
    kind = fields.CharField(12)
    figures: fields.Field[dict[str, Any]] = fields.JSONField()
    state = fields.CharField(12, default="open")
    made_at = fields.DatetimeField()
    decided_at = fields.DatetimeField(null=True)
    decided_by = fields.CharField(64, default="")
    why = fields.CharField(120, default="")

    class Meta:
        table = "proposal"
        indexes = (("monitor", "state"),)


class Guard(Model):
    """A condition a person added to a monitor: it stays silent where a column is surely a value."""

    id = fields.IntField(primary_key=True)
    monitor = fields.CharField(16)
    column = fields.CharField(48)
    value = fields.CharField(48)
    since = fields.DateField()
    until = fields.DateField(null=True)
    proposal: fields.ForeignKeyNullableRelation[Proposal] = fields.ForeignKeyField(
        "core.Proposal", related_name="guards", null=True
    )

    class Meta:
        table = "guard"
        indexes = (("monitor", "since"),)


class Correction(Model):
    """A department is asked to correct what its data said about a family, until it answers."""

    id = fields.IntField(primary_key=True)
    case: fields.ForeignKeyRelation[Case] = fields.ForeignKeyField(
        "core.Case", related_name="corrections"
    )
    case_id: int
    class_id = fields.CharField(16)
    unit = fields.CharField(16)
    state = fields.CharField(12, default="asked")
    words = SealedText(null=True)
    asked_at = fields.DatetimeField()
    due = fields.DatetimeField(null=True)
    answered_at = fields.DatetimeField(null=True)
    answered_by: fields.ForeignKeyNullableRelation[Account] = fields.ForeignKeyField(
        "core.Account", related_name="corrections", null=True
    )
    answer = SealedText(null=True)

    class Meta:
        table = "correction"
        unique_together = (("case", "class_id"),)
        indexes = (("class_id", "state"), ("unit", "state"))


class Snooze(Model):
    """One kind of alert about one household stays silent for a while, because somebody who knows said so."""

    id = fields.IntField(primary_key=True)
    monitor = fields.CharField(16)
    household = fields.CharField(64)
    region = fields.CharField(16, default="")
    since = fields.DateField()
    until = fields.DateField()
    account: fields.ForeignKeyNullableRelation[Account] = fields.ForeignKeyField(
        "core.Account", related_name="snoozes", null=True
    )
    account_id: int | None
    case: fields.ForeignKeyNullableRelation[Case] = fields.ForeignKeyField(
        "core.Case", related_name="snoozes", null=True
    )
    case_id: int | None
    how = fields.CharField(12)
    made_at = fields.DatetimeField()
    cancelled_at = fields.DatetimeField(null=True)
    cancelled_by = fields.CharField(64, default="")

    class Meta:
        table = "snooze"
        indexes = (("monitor", "household"), ("until",))


class Card(Model):
    """A case reached the phone of a worker for the first time, on this day: what the burden is counted by."""

    id = fields.IntField(primary_key=True)
    case: fields.ForeignKeyRelation[Case] = fields.ForeignKeyField(
        "core.Case", related_name="cards"
    )
    case_id: int
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "core.Account", related_name="cards"
    )
    account_id: int
    day = fields.DateField()
    red = fields.BooleanField()

    class Meta:
        table = "card"
        unique_together = (("case", "account"),)
        indexes = (("day",), ("account_id", "day"))
