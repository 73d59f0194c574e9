from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("ctoc_sessions", "0002_what_the_report_says")]

    operations = []
