"""Who works with us and who asks us: accounts, duties, chats, invitations."""

from tortoise import fields
from tortoise.models import Model

from core.store.fields import SealedText


class Account(Model):
    """A person we talk with. The handle is a short name for operators, never a real one."""

    id = fields.IntField(primary_key=True)
    handle = fields.CharField(64, unique=True)
    name = SealedText()
    phone = SealedText(null=True)
    lang = fields.CharField(8, default="zh")
    active = fields.BooleanField(default=True)
    created_at = fields.DatetimeField()

    class Meta:
        table = "account"


class Duty(Model):
    """What an account may do, where and since when: several duties make several roles."""

    id = fields.IntField(primary_key=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "core.Account", related_name="duties"
    )
    role = fields.CharField(16)
    area = fields.CharField(16, default="")
    unit = fields.CharField(16, default="")
    line = fields.CharField(16, default="")
    household = fields.CharField(64, default="")
    since = fields.DateField()
    until = fields.DateField(null=True)

    class Meta:
        table = "duty"
        indexes = (("role", "area"), ("unit",))


class Leave(Model):
    """An account is away from a day until a day. The stand-in takes what would be his."""

    id = fields.IntField(primary_key=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "core.Account", related_name="leaves"
    )
    account_id: int
    stand_in: fields.ForeignKeyNullableRelation[Account] = fields.ForeignKeyField(
        "core.Account", related_name="stands_in", null=True
    )
    since = fields.DateField()
    until = fields.DateField()

    class Meta:
        table = "leave"


class Binding(Model):
    """A chat of a channel that belongs to an account, once face or code has proved it."""

    id = fields.IntField(primary_key=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "core.Account", related_name="bindings"
    )
    channel = fields.CharField(16)
    chat = fields.CharField(64)
    active = fields.BooleanField(default=True)
    unreachable_since = fields.DatetimeField(null=True)
    created_at = fields.DatetimeField()

    class Meta:
        table = "binding"
        unique_together = (("channel", "chat"),)


class Invite(Model):
    """A one-time code, kept as a hash only."""

    id = fields.IntField(primary_key=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "core.Account", related_name="invites"
    )
    code_hash = fields.CharField(64, unique=True)
    expires_at = fields.DatetimeField()
    used_at = fields.DatetimeField(null=True)

    class Meta:
        table = "invite"
