"""A few words the database says about itself: which keys sealed it, whether it is held."""

from tortoise import fields
from tortoise.models import Model


class Mark(Model):
    """One such word by name. What each name means stands where it is set."""

    name = fields.CharField(48, primary_key=True)
    value = fields.CharField(255, default="")
    at = fields.DatetimeField()

    class Meta:
        table = "mark"
