import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("mandates", "0003_indexes_of_lists_and_numbers")]

    operations = [
        migrations.AddField(
            model_name="mandate",
            name="edition",
            field=models.PositiveIntegerField(default=0, verbose_name="times its reading was corrected"),
        ),
        migrations.AddField(
            model_name="mandate",
            name="merged_into",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="merged",
                to="mandates.mandate",
                verbose_name="merged into",
            ),
        ),
        migrations.AddConstraint(
            model_name="mandate",
            constraint=models.CheckConstraint(
                condition=Q(("merged_into", None), Q(("status", "declined"), ("status__isnull", False)), _connector="OR"),
                name="mandates_mandate_merged",
            ),
        ),
    ]
