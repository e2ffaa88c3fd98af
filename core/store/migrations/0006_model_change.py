from json import dumps, loads

from tortoise import fields, migrations
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [('core', '0005_casework')]

    initial = False

    operations = [
        ops.CreateModel(
            name='ModelChange',
            fields=[
                ('id', fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('version', fields.CharField(unique=True, max_length=24)),
                ('data', fields.JSONField(encoder=dumps, decoder=loads)),
                ('since', fields.DateField()),
                ('why', fields.CharField(max_length=200)),
                ('preview', fields.JSONField(encoder=dumps, decoder=loads)),
                ('state', fields.CharField(default='proposed', max_length=12)),
                ('proposed_by', fields.CharField(max_length=64)),
                ('proposed_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('first_by', fields.CharField(default='', max_length=64)),
                ('first_at', fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ('second_by', fields.CharField(default='', max_length=64)),
                ('second_at', fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={'table': 'model_change', 'app': 'core', 'pk_attr': 'id', 'table_description': 'A version of the portrait model that somebody proposed, live once two people signed it.'},
            bases=['Model'],
        ),
    ]
