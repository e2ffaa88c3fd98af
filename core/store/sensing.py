"""What sensors tell us by the minute, who may tell it, and which relatives may hear of it."""

from tortoise import fields
from tortoise.models import Model

from core.store.fields import SealedJSON, SealedText
from core.store.people import Account


class SensorSource(Model):
    """A platform that may post events, with its own secret."""

    name = fields.CharField(32, primary_key=True)
    secret = SealedText()
    active = fields.BooleanField(default=True)
    made_at = fields.DatetimeField()
    heard_at = fields.DatetimeField(null=True)

    class Meta:
        table = "sensor_source"


class SensorEvent(Model):
    """One event as it came, kept before the sender is told that we have it."""

    id = fields.IntField(primary_key=True)
    source = fields.CharField(32)
    key = fields.CharField(96)
    class_id = fields.CharField(16)
    device = fields.CharField(64, default="")
    event = fields.CharField(24)
    happened_at = fields.DatetimeField()
    received_at = fields.DatetimeField()
    household = fields.CharField(64, default="")
    person = fields.CharField(64, null=True)
    region = fields.CharField(16, default="")
    payload = SealedJSON()
    state = fields.CharField(8, default="new")
    handled_at = fields.DatetimeField(null=True)

    class Meta:
        table = "sensor_event"
        unique_together = (("source", "key"),)
        indexes = (("state", "id"), ("household", "happened_at"), ("device", "happened_at"))


class Consent(Model):
    """Somebody agreed that a relative hears of certain alarms of his home, until he takes it back."""

    id = fields.IntField(primary_key=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "core.Account", related_name="consents"
    )
    account_id: int
    household = fields.CharField(64)
    what = fields.CharField(16)
    since = fields.DateField()
    until = fields.DateField(null=True)
    how = fields.CharField(120)
    made_at = fields.DatetimeField()
    revoked_at = fields.DatetimeField(null=True)

    class Meta:
        table = "consent"
        unique_together = (("account", "household", "what", "since"),)
        indexes = (("household",),)
