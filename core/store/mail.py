"""Messages: what came in before anybody handled it, what must go out before anybody sends it."""

from tortoise import fields
from tortoise.models import Model

from core.store.casework import Case
from core.store.fields import SealedJSON
from core.store.people import Account


class Inbox(Model):
    """A raw update, stored before the vendor is told that we have it."""

    id = fields.IntField(primary_key=True)
    channel = fields.CharField(16)
    update_key = fields.CharField(96)
    chat = fields.CharField(64)
    payload = SealedJSON()
    state = fields.CharField(8, default="new")
    tries = fields.IntField(default=0)
    received_at = fields.DatetimeField()
    handled_at = fields.DatetimeField(null=True)

    class Meta:
        table = "inbox"
        unique_together = (("channel", "update_key"),)
        indexes = (("state", "id"),)


class Outbox(Model):
    """A message to one account. The notice names who words it when sent, the body carries the
    words already chosen (dialogue replies) or what the notice is about."""

    id = fields.IntField(primary_key=True)
    dedup = fields.CharField(160, unique=True)
    account: fields.ForeignKeyNullableRelation[Account] = fields.ForeignKeyField(
        "core.Account", related_name="messages", null=True
    )
    account_id: int | None
    case: fields.ForeignKeyNullableRelation[Case] = fields.ForeignKeyField(
        "core.Case", related_name="messages", null=True
    )
    case_id: int | None
    channel = fields.CharField(16, default="")
    chat = fields.CharField(64, default="")
    notice = fields.CharField(32)
    body = SealedJSON(null=True)
    live = fields.CharField(48, default="")
    lane = fields.CharField(64)
    priority = fields.IntField(default=5)
    state = fields.CharField(14, default="pending")
    attempts = fields.IntField(default=0)
    maybe = fields.IntField(default=0)
    created_at = fields.DatetimeField()
    not_before = fields.DatetimeField()
    expires_at = fields.DatetimeField(null=True)
    epoch = fields.IntField(default=0)
    started_at = fields.DatetimeField(null=True)
    sent_at = fields.DatetimeField(null=True)
    message_id = fields.CharField(32, default="")
    last_error = fields.CharField(200, default="")
    cause = fields.IntField(null=True)

    class Meta:
        table = "outbox"
        indexes = (
            ("state", "not_before", "priority", "id"),
            ("account_id", "lane", "id"),
            ("account_id", "live", "id"),
            ("case_id",),
        )


class Attempt(Model):
    """One try to send one message, append-only."""

    id = fields.IntField(primary_key=True)
    outbox: fields.ForeignKeyRelation[Outbox] = fields.ForeignKeyField(
        "core.Outbox", related_name="tries"
    )
    number = fields.IntField()
    started_at = fields.DatetimeField()
    ended_at = fields.DatetimeField(null=True)
    outcome = fields.CharField(14, default="")

    class Meta:
        table = "attempt"


class Leader(Model):
    """Who may send: one row, a growing epoch fences whoever was declared dead."""

    id = fields.IntField(primary_key=True)
    epoch = fields.IntField(default=0)
    holder = fields.CharField(64, default="")
    beat = fields.DatetimeField(null=True)

    class Meta:
        table = "leader"


class Talk(Model):
    """What we last asked in a chat, and what was said so far. Survives any restart."""

    id = fields.IntField(primary_key=True)
    channel = fields.CharField(16)
    chat = fields.CharField(64)
    awaits = fields.CharField(32, default="")
    about = fields.CharField(64, default="")
    draft = SealedJSON(null=True)
    updated_at = fields.DatetimeField()

    class Meta:
        table = "talk"
        unique_together = (("channel", "chat"),)
