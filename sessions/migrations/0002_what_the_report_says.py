import django.db.models.deletion
import rules.contrib.models
import sessions.states
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("ctoc_sessions", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="decision",
            name="adopted_meeting",
            field=models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="number of the meeting"),
        ),
        migrations.AddField(
            model_name="decision",
            name="draft_symbol",
            field=models.CharField(blank=True, max_length=80, verbose_name="symbol of the draft"),
        ),
        migrations.AddField(
            model_name="decision",
            name="is_orally_revised",
            field=models.BooleanField(default=False, verbose_name="revised orally on adoption"),
        ),
        migrations.AddField(
            model_name="decision",
            name="sponsors",
            field=models.JSONField(blank=True, default=list, verbose_name="sponsors"),
        ),
        migrations.AddField(
            model_name="document",
            name="agenda",
            field=models.CharField(blank=True, max_length=80, verbose_name="agenda items as printed"),
        ),
        migrations.AlterField(
            model_name="document",
            name="document_class",
            field=models.CharField(
                choices=[
                    ("pre_session", "pre-session document"),
                    ("in_session", "in-session document (L., CRP.)"),
                    ("limited", "draft (L.)"),
                    ("crp", "conference room paper (CRP.)"),
                    ("information", "information document (INF.)"),
                    ("oral", "oral report"),
                    ("post_session", "post-session document"),
                ],
                default="pre_session",
                max_length=20,
                verbose_name="class",
            ),
        ),
        migrations.CreateModel(
            name="FinancialStatement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("draft", models.CharField(max_length=80, verbose_name="symbol of the draft")),
                ("annex", models.CharField(blank=True, max_length=10, verbose_name="annex of the report")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="place in the report")),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="statements",
                        to="ctoc_sessions.body",
                        verbose_name="body",
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="statements",
                        to="ctoc_sessions.decision",
                        verbose_name="decision that the draft became",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="statements",
                        to="ctoc_sessions.report",
                        verbose_name="report",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="statements",
                        to="ctoc_sessions.session",
                        verbose_name="session",
                    ),
                ),
            ],
            options={
                "verbose_name": "financial statement",
                "verbose_name_plural": "financial statements",
                "ordering": ["report", "position"],
            },
            bases=(rules.contrib.models.RulesModelMixin, models.Model),
        ),
        migrations.CreateModel(
            name="StatedParagraph",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("label", models.CharField(blank=True, max_length=40, verbose_name="paragraph of the draft")),
                ("words", models.TextField(blank=True, verbose_name="words of the draft")),
                (
                    "bearing",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("amount", "an amount"),
                            ("none", "no additional resources"),
                            ("existing", "within existing resources"),
                            ("extrabudgetary", "subject to extrabudgetary resources"),
                        ],
                        max_length=20,
                        verbose_name="what it says of costs",
                    ),
                ),
                ("amounts", models.JSONField(blank=True, default=list, verbose_name="amounts")),
                ("position", models.PositiveSmallIntegerField(default=0)),
                (
                    "statement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="paragraphs",
                        to="ctoc_sessions.financialstatement",
                    ),
                ),
            ],
            options={
                "verbose_name": "paragraph of a financial statement",
                "verbose_name_plural": "paragraphs of financial statements",
                "ordering": ["statement", "position"],
            },
        ),
        migrations.CreateModel(
            name="Mapping",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "fate",
                    models.CharField(
                        choices=[
                            ("same", "adopted with the same text"),
                            ("amended", "adopted, amended"),
                            ("not_adopted", "not adopted"),
                        ],
                        max_length=20,
                        verbose_name="what became of it",
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="when")),
                ("taken_back_at", models.DateTimeField(blank=True, null=True, verbose_name="undone")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="who",
                    ),
                ),
                (
                    "paragraph",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mappings",
                        to="ctoc_sessions.paragraph",
                        verbose_name="adopted paragraph",
                    ),
                ),
                (
                    "taken_back_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="undone by",
                    ),
                ),
                (
                    "stated",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mappings",
                        to="ctoc_sessions.statedparagraph",
                    ),
                ),
            ],
            options={
                "verbose_name": "mapping of a financial statement",
                "verbose_name_plural": "mappings of financial statements",
                "ordering": ["-at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Attendance",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "attended_as",
                    models.CharField(
                        choices=[
                            ("party", "parties and member States"),
                            ("signatory", "signatories"),
                            ("state", "other States"),
                            ("entity", "entities"),
                            ("un", "United Nations: Secretariat, bodies, specialized agencies"),
                            ("igo", "intergovernmental organizations"),
                            ("office", "others with a permanent observer office"),
                            ("ngo", "non-governmental organizations"),
                        ],
                        max_length=20,
                        verbose_name="took part as",
                    ),
                ),
                (
                    "state",
                    models.CharField(blank=True, choices=sessions.states.choices, max_length=3, verbose_name="State"),
                ),
                ("name", models.CharField(max_length=300, verbose_name="name")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="place in the list")),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attendance",
                        to="ctoc_sessions.session",
                        verbose_name="session",
                    ),
                ),
            ],
            options={
                "verbose_name": "attendance",
                "verbose_name_plural": "attendance",
                "ordering": ["session", "position"],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("session"), models.F("attended_as"), models.F("name"), name="sessions_attendance_once"
                    )
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="financialstatement",
            constraint=models.UniqueConstraint(models.F("body"), models.F("draft"), name="sessions_statement_draft"),
        ),
        migrations.AddConstraint(
            model_name="statedparagraph",
            constraint=models.UniqueConstraint(
                models.F("statement"), models.F("label"), name="sessions_statedparagraph_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="mapping",
            constraint=models.UniqueConstraint(
                models.F("stated"),
                condition=models.Q(("taken_back_at__isnull", True)),
                name="sessions_mapping_in_force",
            ),
        ),
        migrations.AddConstraint(
            model_name="mapping",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("fate", "not_adopted"), ("paragraph", None)),
                    models.Q(models.Q(("fate", "not_adopted"), _negated=True), ("paragraph__isnull", False)),
                    _connector="OR",
                ),
                name="sessions_mapping_paragraph",
            ),
        ),
        migrations.AddField(
            model_name="document",
            name="also_before",
            field=models.ManyToManyField(
                blank=True,
                related_name="documents_of_before",
                to="ctoc_sessions.session",
                verbose_name="before these sessions too",
            ),
        ),
        migrations.CreateModel(
            name="Citation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("symbol", models.CharField(db_index=True, max_length=80, verbose_name="symbol")),
                (
                    "paragraph",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="citations",
                        to="ctoc_sessions.paragraph",
                        verbose_name="paragraph",
                    ),
                ),
            ],
            options={
                "verbose_name": "citation",
                "verbose_name_plural": "citations",
                "ordering": ["paragraph", "pk"],
                "constraints": [
                    models.UniqueConstraint(models.F("paragraph"), models.F("symbol"), name="sessions_citation_once")
                ],
            },
        ),
    ]
