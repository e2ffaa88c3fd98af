"""What help needs beside a case: limited places and money, promises, photos, rounds, scores."""

from tortoise import fields
from tortoise.models import Model

from core.store.casework import Case
from core.store.fields import SealedJSON, SealedText
from core.store.people import Account


class Quota(Model):
    """How much of one offer there is in one period, and how much of it is given away.

    The two counters change only together with a slot, in one conditional statement each.
    """

    id = fields.IntField(primary_key=True)
    offer = fields.CharField(16)
    period = fields.CharField(8)
    capacity = fields.IntField(null=True)
    used = fields.IntField(default=0)
    budget_fen = fields.BigIntField(null=True)
    spent_fen = fields.BigIntField(default=0)

    class Meta:
        table = "quota"
        unique_together = (("offer", "period"),)


class Slot(Model):
    """One place of a quota held by, or waited for by, one person or household."""

    id = fields.IntField(primary_key=True)
    quota: fields.ForeignKeyRelation[Quota] = fields.ForeignKeyField(
        "core.Quota", related_name="slots"
    )
    quota_id: int
    case: fields.ForeignKeyRelation[Case] = fields.ForeignKeyField(
        "core.Case", related_name="slots"
    )
    case_id: int
    holder = fields.CharField(64)
    state = fields.CharField(8)  # held, waiting, freed
    amount_fen = fields.BigIntField(default=0)
    since = fields.DatetimeField()
    changed_at = fields.DatetimeField()

    class Meta:
        table = "slot"
        unique_together = (("quota", "holder"),)
        indexes = (("quota_id", "state", "since"), ("case_id",))


class Promise(Model):
    """Something somebody said he would do for a family by a day, in his own words."""

    id = fields.IntField(primary_key=True)
    case: fields.ForeignKeyRelation[Case] = fields.ForeignKeyField(
        "core.Case", related_name="promises"
    )
    case_id: int
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "core.Account", related_name="promises"
    )
    account_id: int
    what = fields.CharField(24)
    words = SealedText()
    made_at = fields.DatetimeField()
    due = fields.DateField()
    kept_at = fields.DatetimeField(null=True)
    key = fields.CharField(64, unique=True)

    class Meta:
        table = "promise"
        indexes = (("kept_at", "due"), ("case_id",))


class Photo(Model):
    """A picture from a visit: fetched, stripped of where and when it was taken, sealed."""

    id = fields.IntField(primary_key=True)
    case: fields.ForeignKeyRelation[Case] = fields.ForeignKeyField(
        "core.Case", related_name="photos"
    )
    case_id: int
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "core.Account", related_name="photos"
    )
    channel = fields.CharField(16)
    remote = fields.CharField(255)
    at = fields.DatetimeField()
    state = fields.CharField(8, default="wanted")  # wanted, kept, refused
    tries = fields.IntField(default=0)
    kind = fields.CharField(8, default="")
    data = SealedText(null=True)  # base64
    key = fields.CharField(96, unique=True)

    class Meta:
        table = "photo"
        indexes = (("state", "id"), ("case_id",))


class Turn(Model):
    """One thing due to somebody on a roster in one period: a patrol, a child's visit, a review."""

    id = fields.IntField(primary_key=True)
    kind = fields.CharField(16)
    subject = fields.CharField(64)
    household = fields.CharField(64)
    region = fields.CharField(16)
    line = fields.CharField(16, default="")
    period = fields.CharField(12)
    number = fields.IntField(default=1)
    due = fields.DateField()
    state = fields.CharField(8, default="due")  # due, done, missed, excused
    done_at = fields.DatetimeField(null=True)
    by: fields.ForeignKeyNullableRelation[Account] = fields.ForeignKeyField(
        "core.Account", related_name="turns", null=True
    )
    outcome = fields.CharField(16, default="")
    names = SealedJSON(null=True)
    words = SealedText(null=True)
    key = fields.CharField(64, null=True)

    class Meta:
        table = "turn"
        unique_together = (("kind", "subject", "period", "number"),)
        indexes = (("state", "due"), ("household",), ("region", "state"))


class Scores(Model):
    """A family's portrait at one moment of its case: type by type, deprivation by deprivation."""

    id = fields.IntField(primary_key=True)
    case: fields.ForeignKeyRelation[Case] = fields.ForeignKeyField(
        "core.Case", related_name="scores"
    )
    case_id: int
    moment = fields.CharField(8)  # before, now, day30, day90
    on = fields.DateField()
    told = SealedJSON()

    class Meta:
        table = "scores"
        unique_together = (("case", "moment"),)
