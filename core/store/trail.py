"""Who saw or did what, when and why: append-only, each row chained to the one before."""

from tortoise import fields
from tortoise.models import Model


class Audit(Model):
    """One entry of the trail. The hash covers the entry and the hash before it."""

    seq = fields.IntField(primary_key=True)
    at = fields.DatetimeField()
    who = fields.CharField(64)
    what = fields.CharField(32)
    about = fields.CharField(64)
    why = fields.CharField(120, default="")
    hash = fields.CharField(64)

    class Meta:
        table = "audit"
