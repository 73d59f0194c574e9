from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("mandates", "0004_review")]

    operations = []
