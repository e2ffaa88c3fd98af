"""Figures that take a while to compute, kept by day and place: counts and shares, never families."""

from typing import Any

from tortoise import fields
from tortoise.models import Model


class Measured(Model):
    """One set of figures of one place as of one day, of the kind named."""

    id = fields.IntField(primary_key=True)
    kind = fields.CharField(16)
    day = fields.DateField()
    place = fields.CharField(16)
    figures: fields.Field[dict[str, Any]] = fields.JSONField()

    class Meta:
        table = "measured"
        unique_together = (("kind", "day", "place"),)
