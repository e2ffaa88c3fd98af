from tortoise import migrations
from tortoise.migrations import operations as ops
import functools
from core.store.fields import SealedJSON, SealedText
from json import dumps, loads
from tortoise.fields.base import OnDelete
from tortoise import fields
from tortoise.indexes import Index

class Migration(migrations.Migration):
    dependencies = [('core', '0004_monitors_and_sensors')]

    initial = False

    operations = [
        ops.CreateModel(
            name='Photo',
            fields=[
                ('id', fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('case', fields.ForeignKeyField('core.Case', source_field='case_id', db_constraint=True, to_field='id', related_name='photos', on_delete=OnDelete.CASCADE)),
                ('account', fields.ForeignKeyField('core.Account', source_field='account_id', db_constraint=True, to_field='id', related_name='photos', on_delete=OnDelete.CASCADE)),
                ('channel', fields.CharField(max_length=16)),
                ('remote', fields.CharField(max_length=255)),
                ('at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('state', fields.CharField(default='wanted', max_length=8)),
                ('tries', fields.IntField(default=0)),
                ('kind', fields.CharField(default='', max_length=8)),
                ('data', SealedText(null=True)),
                ('key', fields.CharField(unique=True, max_length=96)),
            ],
            options={'table': 'photo', 'app': 'core', 'indexes': [Index(fields=['state', 'id'])], 'pk_attr': 'id', 'table_description': 'A picture from a visit: fetched, stripped of where and when it was taken, sealed.'},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='Promise',
            fields=[
                ('id', fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('case', fields.ForeignKeyField('core.Case', source_field='case_id', db_constraint=True, to_field='id', related_name='promises', on_delete=OnDelete.CASCADE)),
                ('account', fields.ForeignKeyField('core.Account', source_field='account_id', db_constraint=True, to_field='id', related_name='promises', on_delete=OnDelete.CASCADE)),
                ('what', fields.CharField(max_length=24)),
                ('words', SealedText()),
                ('made_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('due', fields.DateField()),
                ('kept_at', fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ('key', fields.CharField(unique=True, max_length=64)),
            ],
            options={'table': 'promise', 'app': 'core', 'indexes': [Index(fields=['kept_at', 'due'])], 'pk_attr': 'id', 'table_description': 'Something somebody said he would do for a family by a day, in his own words.'},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='Quota',
            fields=[
                ('id', fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('offer', fields.CharField(max_length=16)),
                ('period', fields.CharField(max_length=8)),
                ('capacity', fields.IntField(null=True)),
                ('used', fields.IntField(default=0)),
                ('budget_fen', fields.BigIntField(null=True)),
                ('spent_fen', fields.BigIntField(default=0)),
            ],
            options={'table': 'quota', 'app': 'core', 'unique_together': (('offer', 'period'),), 'pk_attr': 'id', 'table_description': 'How much of one offer there is in one period, and how much of it is given away.'},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='Scores',
            fields=[
                ('id', fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('case', fields.ForeignKeyField('core.Case', source_field='case_id', db_constraint=True, to_field='id', related_name='scores', on_delete=OnDelete.CASCADE)),
                ('moment', fields.CharField(max_length=8)),
                ('on', fields.DateField()),
                ('told', SealedJSON()),
            ],
            options={'table': 'scores', 'app': 'core', 'unique_together': (('case', 'moment'),), 'pk_attr': 'id', 'table_description': "A family's portrait at one moment of its case: type by type, deprivation by deprivation."},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='Slot',
            fields=[
                ('id', fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('quota', fields.ForeignKeyField('core.Quota', source_field='quota_id', db_constraint=True, to_field='id', related_name='slots', on_delete=OnDelete.CASCADE)),
                ('case', fields.ForeignKeyField('core.Case', source_field='case_id', db_constraint=True, to_field='id', related_name='slots', on_delete=OnDelete.CASCADE)),
                ('holder', fields.CharField(max_length=64)),
                ('state', fields.CharField(max_length=8)),
                ('amount_fen', fields.BigIntField(default=0)),
                ('since', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('changed_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={'table': 'slot', 'app': 'core', 'unique_together': (('quota', 'holder'),), 'indexes': [Index(fields=['quota_id', 'state', 'since'])], 'pk_attr': 'id', 'table_description': 'One place of a quota held by, or waited for by, one person or household.'},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='Turn',
            fields=[
                ('id', fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('kind', fields.CharField(max_length=16)),
                ('subject', fields.CharField(max_length=64)),
                ('household', fields.CharField(max_length=64)),
                ('region', fields.CharField(max_length=16)),
                ('line', fields.CharField(default='', max_length=16)),
                ('period', fields.CharField(max_length=12)),
                ('number', fields.IntField(default=1)),
                ('due', fields.DateField()),
                ('state', fields.CharField(default='due', max_length=8)),
                ('done_at', fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ('by', fields.ForeignKeyField('core.Account', source_field='by_id', null=True, db_constraint=True, to_field='id', related_name='turns', on_delete=OnDelete.CASCADE)),
                ('outcome', fields.CharField(default='', max_length=16)),
                ('names', SealedJSON(null=True)),
                ('words', SealedText(null=True)),
                ('key', fields.CharField(null=True, max_length=64)),
            ],
            options={'table': 'turn', 'app': 'core', 'unique_together': (('kind', 'subject', 'period', 'number'),), 'indexes': [Index(fields=['state', 'due']), Index(fields=['household']), Index(fields=['region', 'state'])], 'pk_attr': 'id', 'table_description': "One thing due to somebody on a roster in one period: a patrol, a child's visit, a review."},
            bases=['Model'],
        ),
        ops.AddField(
            model_name='Call',
            name='alarm_at',
            field=fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
        ),
        ops.AddField(
            model_name='Call',
            name='passed_to',
            field=fields.CharField(default='', db_default='', max_length=16),
        ),
        ops.AddField(
            model_name='Call',
            name='rung',
            field=fields.IntField(default=0, db_default=0),
        ),
        ops.AddIndex(
            model_name='Call',
            index=Index(fields=['state', 'alarm_at']),
        ),
        ops.AddField(
            model_name='Case',
            name='alarm_at',
            field=fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
        ),
        ops.AddField(
            model_name='Case',
            name='bounces',
            field=fields.IntField(default=0, db_default=0),
        ),
        ops.AddField(
            model_name='Case',
            name='clocks',
            field=fields.JSONField(null=True, encoder=functools.partial(dumps, separators=(',', ':')), decoder=loads),
        ),
        ops.AddField(
            model_name='Case',
            name='lead',
            field=fields.CharField(default='', db_default='', max_length=16),
        ),
        ops.AddField(
            model_name='Case',
            name='rung',
            field=fields.IntField(default=0, db_default=0),
        ),
        ops.AddField(
            model_name='Case',
            name='stage_at',
            field=fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
        ),
        ops.AddIndex(
            model_name='Case',
            index=Index(fields=['state', 'alarm_at']),
        ),
        ops.AddField(
            model_name='Help',
            name='evidence',
            field=fields.CharField(default='', db_default='', max_length=32),
        ),
        ops.AddField(
            model_name='Task',
            name='promised_on',
            field=fields.DateField(null=True),
        ),
    ]
