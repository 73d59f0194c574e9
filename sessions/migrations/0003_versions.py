import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

class Migration(migrations.Migration):

    dependencies = [
        ('ctoc_sessions', '0002_what_the_report_says'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='decision',
            name='version',
            field=models.CharField(choices=[('draft', 'draft'), ('report', 'as in the report'), ('corrigendum', 'corrigendum')], default='report', max_length=20, verbose_name='version'),
        ),
        migrations.AddField(
            model_name='paragraph',
            name='vanished_in',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ctoc_sessions.report', verbose_name='no longer in'),
        ),
        migrations.AddField(
            model_name='reading',
            name='kind',
            field=models.CharField(choices=[('report', 'report, or a decision as adopted'), ('draft', 'draft'), ('corrigendum', 'corrigendum'), ('addendum', 'addendum')], default='report', max_length=20, verbose_name='kind of text'),
        ),
        migrations.AddField(
            model_name='reading',
            name='language',
            field=models.CharField(blank=True, default='en', max_length=10, verbose_name='language'),
        ),
        migrations.AddField(
            model_name='reading',
            name='symbol',
            field=models.CharField(blank=True, max_length=80, verbose_name='document symbol'),
        ),
        migrations.CreateModel(
            name='Concordance',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('answer', models.CharField(blank=True, choices=[('', 'to be decided'), ('taken', 'taken'), ('kept', 'left as it was')], default='', max_length=10, verbose_name='what was decided')),
                ('answered_at', models.DateTimeField(blank=True, null=True, verbose_name='when')),
                ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('decision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='forerunners', to='ctoc_sessions.decision', verbose_name='decision')),
                ('draft', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='successors', to='ctoc_sessions.decision', verbose_name='draft')),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='concordances', to='ctoc_sessions.report', verbose_name='report')),
            ],
            options={
                'verbose_name': 'concordance',
                'verbose_name_plural': 'concordances',
                'ordering': ['decision', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Difference',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('added', 'added'), ('changed', 'changed'), ('moved', 'another label'), ('vanished', 'not in the file'), ('unaligned', 'without a counterpart')], max_length=20, verbose_name='kind')),
                ('position', models.PositiveSmallIntegerField(default=0, verbose_name='place in the decision')),
                ('label', models.CharField(blank=True, max_length=60, verbose_name='label in the file')),
                ('part', models.CharField(blank=True, max_length=20, verbose_name='part in the file')),
                ('paragraph_kind', models.CharField(blank=True, max_length=20, verbose_name='kind of the paragraph')),
                ('line', models.PositiveIntegerField(blank=True, null=True, verbose_name='line in the file')),
                ('language', models.CharField(choices=[('ar', 'العربية'), ('zh-hans', '中文'), ('en', 'English'), ('fr', 'Français'), ('ru', 'Русский'), ('es', 'Español')], default='en', max_length=10, verbose_name='language')),
                ('version', models.CharField(choices=[('draft', 'draft'), ('report', 'as in the report'), ('corrigendum', 'corrigendum')], default='report', max_length=20, verbose_name='version')),
                ('old', models.TextField(blank=True, verbose_name='words as stored')),
                ('new', models.TextField(blank=True, verbose_name='words in the file')),
                ('is_harmless', models.BooleanField(default=False, verbose_name='only spaces, punctuation or typography')),
                ('answer', models.CharField(blank=True, choices=[('', 'to be decided'), ('taken', 'taken'), ('kept', 'left as it was')], default='', max_length=10, verbose_name='what was decided')),
                ('answered_at', models.DateTimeField(blank=True, null=True, verbose_name='when')),
                ('before', models.JSONField(blank=True, null=True)),
                ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('follows', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ctoc_sessions.paragraph', verbose_name='stands after')),
                ('decision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='differences', to='ctoc_sessions.decision', verbose_name='decision')),
                ('paragraph', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='differences', to='ctoc_sessions.paragraph', verbose_name='paragraph')),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='differences', to='ctoc_sessions.report', verbose_name='report')),
            ],
            options={
                'verbose_name': 'difference',
                'verbose_name_plural': 'differences',
                'ordering': ['decision', 'position', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Pair',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(verbose_name='when')),
                ('before', models.JSONField(blank=True, default=dict)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('concordance', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='pairs', to='ctoc_sessions.concordance', verbose_name='concordance')),
                ('draft', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='successor', to='ctoc_sessions.paragraph', verbose_name='paragraph of the draft')),
                ('paragraph', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='forerunners', to='ctoc_sessions.paragraph', verbose_name='paragraph')),
            ],
            options={
                'verbose_name': 'pair of paragraphs',
                'verbose_name_plural': 'pairs of paragraphs',
                'ordering': ['concordance', 'draft__position'],
            },
        ),
        migrations.AddConstraint(
            model_name='concordance',
            constraint=models.UniqueConstraint(models.F('draft'), models.F('decision'), name='sessions_concordance_once'),
        ),
        migrations.AddIndex(
            model_name='difference',
            index=models.Index(fields=['report', 'answer'], name='sessions_difference_left'),
        ),
    ]

