from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("ctoc_sessions", "0001_initial")]

    operations = []
