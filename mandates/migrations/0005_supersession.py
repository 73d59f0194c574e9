import django.db.models.deletion
import rules.contrib.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("ctoc_sessions", "0001_initial"),
        ("mandates", "0004_review"),
    ]

    operations = [
        migrations.AddField(
            model_name="mandate",
            name="resources",
            field=models.TextField(blank=True, verbose_name="resources, by the office (internal)"),
        ),
        migrations.CreateModel(
            name="Spreadsheet",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("file", models.FileField(max_length=200, upload_to="spreadsheets/", verbose_name="file")),
                ("original_name", models.CharField(max_length=255, verbose_name="name of the file")),
                ("sheet", models.CharField(blank=True, max_length=100, verbose_name="sheet")),
                ("uploaded_at", models.DateTimeField(verbose_name="uploaded")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("checked", "checked, not imported"),
                            ("waiting", "waiting to be imported"),
                            ("importing", "being imported"),
                            ("imported", "imported"),
                        ],
                        default="checked",
                        max_length=12,
                        verbose_name="state",
                    ),
                ),
                ("state_since", models.DateTimeField(verbose_name="state since")),
                ("agreed", models.CharField(blank=True, editable=False, max_length=64)),
                ("outcome", models.JSONField(blank=True, null=True, verbose_name="what became of it")),
                (
                    "agreed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="imported by",
                    ),
                ),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="spreadsheets",
                        to="ctoc_sessions.body",
                        verbose_name="body",
                    ),
                ),
                (
                    "uploaded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="uploaded by",
                    ),
                ),
            ],
            options={
                "verbose_name": "spreadsheet",
                "verbose_name_plural": "spreadsheets",
                "ordering": ["-uploaded_at"],
            },
            bases=(rules.contrib.models.RulesModelMixin, models.Model),
        ),
        migrations.CreateModel(
            name="Repeat",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("why", models.JSONField(verbose_name="how it was found")),
                ("likeness", models.PositiveSmallIntegerField(default=0, verbose_name="likeness of the words")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("offered", "to be looked at"),
                            ("linked", "related"),
                            ("supersedes", "supersedes it"),
                            ("ignored", "not the same"),
                        ],
                        default="offered",
                        max_length=12,
                        verbose_name="state",
                    ),
                ),
                ("before", models.JSONField(blank=True, default=dict)),
                ("found_at", models.DateTimeField(verbose_name="found")),
                ("at", models.DateTimeField(blank=True, null=True, verbose_name="decided")),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="decided by",
                    ),
                ),
                (
                    "earlier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="repeated_by",
                        to="mandates.mandate",
                        verbose_name="open mandate",
                    ),
                ),
                (
                    "later",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="repeats",
                        to="mandates.mandate",
                        verbose_name="new request",
                    ),
                ),
            ],
            options={
                "verbose_name": "repeated request",
                "verbose_name_plural": "repeated requests",
                "ordering": ["later__sort_key", "-likeness", "pk"],
                "constraints": [models.UniqueConstraint("later", "earlier", name="mandates_repeat_once")],
            },
        ),
        migrations.AlterField(
            model_name="change",
            name="kind",
            field=models.CharField(
                choices=[
                    ("confirmed", "confirmation"),
                    ("status", "status"),
                    ("owner", "owner"),
                    ("contributor", "contributor"),
                    ("waiting", "waiting for"),
                    ("deadline", "deadline of the text"),
                    ("target", "target"),
                    ("target_asked", "another target asked for"),
                    ("target_refused", "another target refused"),
                    ("group", "group"),
                    ("text", "correction of the reading"),
                    ("update", "update"),
                    ("evidence", "evidence"),
                    ("release", "release"),
                    ("withdrawal_asked", "withdrawal asked"),
                    ("withdrawal", "withdrawal"),
                    ("related", "related request"),
                ],
                max_length=20,
                verbose_name="kind",
            ),
        ),
    ]
