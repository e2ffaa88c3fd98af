"""Changes of the portrait's weights and colour lines: proposed, signed by two people, or refused."""

from typing import Any

from tortoise import fields
from tortoise.models import Model


class ModelChange(Model):
    """A version of the portrait model that somebody proposed, live once two people signed it."""

    id = fields.IntField(primary_key=True)
    version = fields.CharField(24, unique=True)
    data: fields.Field[dict[str, Any]] = fields.JSONField()
    since = fields.DateField()  # from when it holds, never before its second signature
    why = fields.CharField(200)
    preview: fields.Field[dict[str, Any]] = fields.JSONField()  # who would change colour: counts
    state = fields.CharField(12, default="proposed")  # proposed, live, refused
    proposed_by = fields.CharField(64)
    proposed_at = fields.DatetimeField()
    first_by = fields.CharField(64, default="")
    first_at = fields.DatetimeField(null=True)
    second_by = fields.CharField(64, default="")
    second_at = fields.DatetimeField(null=True)

    class Meta:
        table = "model_change"
