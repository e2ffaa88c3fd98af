"""Who sits at the duty desk: one-time links and sessions, both kept as hashes only."""

from tortoise import fields
from tortoise.models import Model

from core.store.people import Account


class DeskLink(Model):
    """A link that opens the desk once, within minutes. Only its hash is here."""

    id = fields.IntField(primary_key=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "core.Account", related_name="desk_links"
    )
    account_id: int
    token_hash = fields.CharField(64, unique=True)
    expires_at = fields.DatetimeField()
    used_at = fields.DatetimeField(null=True)

    class Meta:
        table = "desk_link"


class DeskSession(Model):
    """One browser at the desk, until night or until its account leaves. Only its hash is here."""

    id = fields.IntField(primary_key=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "core.Account", related_name="desk_sessions"
    )
    token_hash = fields.CharField(64, unique=True)
    began_at = fields.DatetimeField()
    ends_at = fields.DatetimeField()

    class Meta:
        table = "desk_session"
