"""What residents were told by the rules, so that it can be explained later, and what they applied for."""

from typing import Any

from tortoise import fields
from tortoise.models import Model

from core.store.casework import Case
from core.store.fields import SealedJSON
from core.store.people import Account


class Consultation(Model):
    """One answer by the rules to one resident: what was told, and each rule with its version."""

    id = fields.IntField(primary_key=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "core.Account", related_name="consultations"
    )
    account_id: int
    at = fields.DatetimeField()
    day = fields.DateField()  # of the rules and amounts
    said = SealedJSON(null=True)  # the inquiry
    verdicts: fields.Field[list[dict[str, Any]]] = fields.JSONField()  # rule, version, verdict
    case: fields.ForeignKeyNullableRelation[Case] = fields.ForeignKeyField(
        "core.Case", related_name="consultations", null=True
    )
    case_id: int | None
    rule = fields.CharField(16, default="")  # what was applied for

    class Meta:
        table = "consultation"
        indexes = (("account_id", "id"),)
