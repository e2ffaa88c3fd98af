"""Who is entitled to what and does not receive it, since when we see it."""

from tortoise import fields
from tortoise.models import Model


class Entitled(Model):
    """One benefit somebody seems entitled to and does not receive, until that is over.

    The version is the rule's: a changed rule finds people anew."""

    id = fields.IntField(primary_key=True)
    benefit = fields.CharField(8)
    subject = fields.CharField(64)
    household = fields.CharField(64)
    region = fields.CharField(16, default="")
    version = fields.CharField(16)
    since = fields.DateField()
    new = fields.BooleanField()  # false: it was so already when this benefit was first looked at
    seen_on = fields.DateField()
    gone_on = fields.DateField(null=True)

    class Meta:
        table = "entitled"
        unique_together = (("benefit", "subject", "since"),)
        indexes = (("benefit", "gone_on"), ("household",), ("since", "new"))
