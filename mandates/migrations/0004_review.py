from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("mandates", "0003_indexes_of_lists_and_numbers")]

    operations = []
