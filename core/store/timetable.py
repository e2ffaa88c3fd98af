"""Jobs that are due, each slot done once whoever does it."""

from typing import Any

from tortoise import fields
from tortoise.models import Model


class Job(Model):
    """One job: everything due up to the watermark is done. A lease says who works on it now."""

    name = fields.CharField(32, primary_key=True)
    watermark = fields.DatetimeField()
    lease_until = fields.DatetimeField(null=True)
    owner = fields.CharField(64, default="")

    class Meta:
        table = "job"


class JobRun(Model):
    """One slot of one job."""

    id = fields.IntField(primary_key=True)
    job = fields.CharField(32)
    due = fields.DatetimeField()
    state = fields.CharField(12)
    owner = fields.CharField(64)
    started_at = fields.DatetimeField()
    ended_at = fields.DatetimeField(null=True)
    report: fields.Field[dict[str, Any] | None] = fields.JSONField(null=True)

    class Meta:
        table = "job_run"
        unique_together = (("job", "due"),)


class Counter(Model):
    """Numbers given out in order (case numbers by year)."""

    name = fields.CharField(32, primary_key=True)
    value = fields.IntField(default=0)

    class Meta:
        table = "counter"
