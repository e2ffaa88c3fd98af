from typing import Any

from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields

# What the database refuses by itself: the trail is only ever added to; steps of a case too, except
# inside a transaction that says so by a mark (core.store.guards). Frozen here; a change is a new
# migration.
SQLITE = [
    f"""CREATE TRIGGER {table}_no_{event.lower()} BEFORE {event} ON {table} {when}
    BEGIN SELECT RAISE(ABORT, 'append-only: {table}'); END"""
    for table, when in (
        ("audit", ""),
        ("step", "WHEN NOT EXISTS (SELECT 1 FROM mark WHERE name = 'rewriting:step')"),
    )
    for event in ("UPDATE", "DELETE")
]
POSTGRES = [
    """CREATE FUNCTION jpf_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_TABLE_NAME = 'step' AND TG_OP <> 'TRUNCATE'
         AND EXISTS (SELECT 1 FROM mark WHERE name = 'rewriting:step') THEN
        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
        RETURN NEW;
      END IF;
      RAISE EXCEPTION 'append-only: %', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
    END $$""",
    *(
        f"CREATE TRIGGER {table}_no_{event.lower()} BEFORE {event} ON {table} "
        f"FOR EACH {'STATEMENT' if event == 'TRUNCATE' else 'ROW'} EXECUTE FUNCTION jpf_append_only()"
        for table in ("audit", "step")
        for event in ("UPDATE", "DELETE", "TRUNCATE")
    ),
]


async def guard(apps: Any, editor: Any) -> None:
    for statement in SQLITE if editor.DIALECT == "sqlite" else POSTGRES:
        await editor.client.execute_query(statement)


async def unguard(apps: Any, editor: Any) -> None:
    for table in ("audit", "step"):
        for event in ("update", "delete", *(() if editor.DIALECT == "sqlite" else ("truncate",))):
            where = "" if editor.DIALECT == "sqlite" else f" ON {table}"
            await editor.client.execute_query(f"DROP TRIGGER {table}_no_{event}{where}")
    if editor.DIALECT != "sqlite":
        await editor.client.execute_query("DROP FUNCTION jpf_append_only()")


class Migration(migrations.Migration):
    dependencies = [('core', '0001_initial')]

    initial = False

    operations = [
        ops.CreateModel(
            name='Mark',
            fields=[
                ('name', fields.CharField(primary_key=True, unique=True, db_index=True, max_length=48)),
                ('value', fields.CharField(default='', max_length=255)),
                ('at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={'table': 'mark', 'app': 'core', 'pk_attr': 'name', 'table_description': 'One such word by name. What each name means stands where it is set.'},
            bases=['Model'],
        ),
        ops.RunPython(guard, unguard),
    ]
