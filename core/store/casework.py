"""Findings, cases and everything that happens on them."""

from typing import Any

from tortoise import fields
from tortoise.models import Model

from core.store.fields import SealedJSON, SealedText
from core.store.people import Account


class Case(Model):
    """One matter of a family, from the finding to proven help (its rules: `core.cases`)."""

    id = fields.IntField(primary_key=True)
    number = fields.CharField(20, unique=True)
    monitor = fields.CharField(16)
    household = fields.CharField(64)
    person = fields.CharField(64, null=True)
    region = fields.CharField(16)
    line = fields.CharField(16, default="")
    colour = fields.CharField(8)
    state = fields.CharField(16)
    opened_on = fields.DateField()
    opened_at = fields.DatetimeField()
    answer_due = fields.DatetimeField(null=True)
    visit_due = fields.DatetimeField(null=True)
    close_due = fields.DatetimeField(null=True)
    worker: fields.ForeignKeyNullableRelation[Account] = fields.ForeignKeyField(
        "core.Account", related_name="cases", null=True
    )
    worker_id: int | None
    evidence = SealedJSON()
    verdict = fields.CharField(16, default="")
    closed_at = fields.DatetimeField(null=True)
    why_closed = fields.CharField(32, default="")
    waits = fields.CharField(12, default="", db_default="")  # "turn": pushed when its turn comes
    steps = fields.IntField(default=0)
    clocks: fields.Field[dict[str, Any] | None] = fields.JSONField(null=True)  # frozen when opened
    stage_at = fields.DatetimeField(null=True)
    rung = fields.IntField(default=0, db_default=0)
    alarm_at = fields.DatetimeField(null=True)
    bounces = fields.IntField(default=0, db_default=0)
    lead = fields.CharField(16, default="", db_default="")

    class Meta:
        table = "case"
        indexes = (("household",), ("state", "region"), ("state", "alarm_at"))


class Finding(Model):
    """A monitor points at somebody, from the day it first did until it no longer does.

    *held* says why it has no case yet: silent, elsewhere (its village is not in yet) or flood."""

    id = fields.IntField(primary_key=True)
    monitor = fields.CharField(16)
    version = fields.CharField(16)
    subject = fields.CharField(64)
    household = fields.CharField(64)
    opened_on = fields.DateField()
    closed_on = fields.DateField(null=True)
    why_closed = fields.CharField(32, default="")
    held = fields.CharField(12, default="", db_default="")
    case: fields.ForeignKeyNullableRelation[Case] = fields.ForeignKeyField(
        "core.Case", related_name="findings", null=True
    )
    case_id: int | None

    class Meta:
        table = "finding"
        unique_together = (("monitor", "subject", "opened_on"),)
        indexes = (("monitor", "closed_on"), ("case_id",))


class Step(Model):
    """One transition of a case: kept for ever, in order, never changed."""

    id = fields.IntField(primary_key=True)
    case: fields.ForeignKeyRelation[Case] = fields.ForeignKeyField(
        "core.Case", related_name="history"
    )
    number = fields.IntField()
    at = fields.DatetimeField()
    what = fields.CharField(24)
    before = fields.CharField(16)
    after = fields.CharField(16)
    by: fields.ForeignKeyNullableRelation[Account] = fields.ForeignKeyField(
        "core.Account", related_name="steps", null=True
    )
    detail = SealedJSON(null=True)

    class Meta:
        table = "step"
        unique_together = (("case", "number"),)


class Call(Model):
    """One unit called by a case's whistle, with its own clock and its own answer."""

    id = fields.IntField(primary_key=True)
    case: fields.ForeignKeyRelation[Case] = fields.ForeignKeyField(
        "core.Case", related_name="calls"
    )
    case_id: int
    unit = fields.CharField(16)
    state = fields.CharField(12, default="called")
    called_at = fields.DatetimeField()
    due = fields.DatetimeField(null=True)
    answered_at = fields.DatetimeField(null=True)
    answered_by: fields.ForeignKeyNullableRelation[Account] = fields.ForeignKeyField(
        "core.Account", related_name="answered_calls", null=True
    )
    result = SealedText(null=True)
    passed_to = fields.CharField(16, default="", db_default="")
    rung = fields.IntField(default=0, db_default=0)
    alarm_at = fields.DatetimeField(null=True)

    class Meta:
        table = "call"
        unique_together = (("case", "unit"),)
        indexes = (("state", "alarm_at"),)


class Visit(Model):
    """What a worker told about one contact with a family, in his own words and as understood."""

    id = fields.IntField(primary_key=True)
    case: fields.ForeignKeyRelation[Case] = fields.ForeignKeyField(
        "core.Case", related_name="visits"
    )
    case_id: int
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "core.Account", related_name="visits"
    )
    at = fields.DatetimeField()
    outcome = fields.CharField(16)
    words = SealedText()
    understood = SealedJSON()
    distance_m = fields.IntField(null=True)
    key = fields.CharField(64, unique=True)

    class Meta:
        table = "visit"
        indexes = (("case_id",),)


class Help(Model):
    """Help that reached a family: by whom, what, how much, proved by what."""

    id = fields.IntField(primary_key=True)
    case: fields.ForeignKeyRelation[Case] = fields.ForeignKeyField(
        "core.Case", related_name="helps"
    )
    at = fields.DatetimeField()
    kind = fields.CharField(24)
    item = fields.CharField(64)
    quantity = fields.IntField(null=True)
    unit = fields.CharField(16, default="")
    amount_fen = fields.BigIntField(null=True)
    giver = fields.CharField(32, default="")
    proof = fields.CharField(32, default="")
    evidence = fields.CharField(32, default="", db_default="")
    key = fields.CharField(64, unique=True)

    class Meta:
        table = "help"
        indexes = (("case_id",),)


class Task(Model):
    """One thing a unit promised or was asked to do for a family."""

    id = fields.IntField(primary_key=True)
    case: fields.ForeignKeyRelation[Case] = fields.ForeignKeyField(
        "core.Case", related_name="tasks"
    )
    offer = fields.CharField(16)
    unit = fields.CharField(16)
    state = fields.CharField(12, default="proposed")
    due = fields.DatetimeField(null=True)
    promised_on = fields.DateField(null=True)
    changed_at = fields.DatetimeField()
    note = SealedText(null=True)

    class Meta:
        table = "task"
        unique_together = (("case", "offer", "unit"),)
