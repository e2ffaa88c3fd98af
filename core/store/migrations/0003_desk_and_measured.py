from typing import Any

from tortoise import fields, migrations
from tortoise.fields.base import OnDelete
from tortoise.migrations import operations as ops


def _account(related: str) -> Any:
    return fields.ForeignKeyField('core.Account', source_field='account_id', db_constraint=True, to_field='id', related_name=related, on_delete=OnDelete.CASCADE)


class Migration(migrations.Migration):
    dependencies = [('core', '0002_marks_and_guards')]

    initial = False

    operations = [
        ops.CreateModel(
            name='DeskLink',
            fields=[
                ('id', fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('account', _account('desk_links')),
                ('token_hash', fields.CharField(unique=True, max_length=64)),
                ('expires_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('used_at', fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={'table': 'desk_link', 'app': 'core', 'pk_attr': 'id', 'table_description': 'A link that opens the desk once, within minutes. Only its hash is here.'},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='DeskSession',
            fields=[
                ('id', fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('account', _account('desk_sessions')),
                ('token_hash', fields.CharField(unique=True, max_length=64)),
                ('began_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('ends_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={'table': 'desk_session', 'app': 'core', 'pk_attr': 'id', 'table_description': 'One browser at the desk, until night or until its account leaves. Only its hash is here.'},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='Measured',
            fields=[
                ('id', fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('kind', fields.CharField(max_length=16)),
                ('day', fields.DateField()),
                ('place', fields.CharField(max_length=16)),
                ('figures', fields.JSONField()),
            ],
            options={'table': 'measured', 'app': 'core', 'unique_together': (('kind', 'day', 'place'),), 'pk_attr': 'id', 'table_description': 'One set of figures of one place as of one day, of the kind named.'},
            bases=['Model'],
        ),
    ]
