from json import dumps, loads

from tortoise import fields, migrations
from tortoise.fields.base import OnDelete
from tortoise.indexes import Index
from tortoise.migrations import operations as ops

from core.store.fields import SealedJSON


class Migration(migrations.Migration):
    dependencies = [('core', '0006_model_change')]

    initial = False

    operations = [
        ops.CreateModel(
            name='Consultation',
            fields=[
                ('id', fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('account', fields.ForeignKeyField('core.Account', source_field='account_id', db_constraint=True, to_field='id', related_name='consultations', on_delete=OnDelete.CASCADE)),
                ('at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('day', fields.DateField()),
                ('said', SealedJSON(null=True)),
                ('verdicts', fields.JSONField(encoder=dumps, decoder=loads)),
                ('case', fields.ForeignKeyField('core.Case', source_field='case_id', null=True, db_constraint=True, to_field='id', related_name='consultations', on_delete=OnDelete.CASCADE)),
                ('rule', fields.CharField(default='', max_length=16)),
            ],
            options={'table': 'consultation', 'app': 'core', 'indexes': [Index(fields=['account_id', 'id'])], 'pk_attr': 'id', 'table_description': 'One answer by the rules to one resident: what was told, and each rule with its version.'},
            bases=['Model'],
        ),
    ]
