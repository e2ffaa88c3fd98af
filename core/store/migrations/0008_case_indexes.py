from tortoise import migrations
from tortoise.indexes import Index
from tortoise.migrations import operations as ops

BY_CASE = ("Outbox", "Visit", "Help", "Promise", "Photo", "Slot", "Finding")


class Migration(migrations.Migration):
    """What hangs on a case is found without reading the whole table."""

    dependencies = [("core", "0007_consultation")]

    initial = False

    operations = [ops.AddIndex(name, Index(fields=["case_id"])) for name in BY_CASE]
