"""The Celery app. Jobs are only wake-up calls: what must happen stands in rows, and a sweeper finds what was missed."""

import os

from celery import Celery
from celery.signals import setup_logging
from kombu.transport import TRANSPORT_ALIASES

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ctoctrack.settings")
TRANSPORT_ALIASES["filesystem"] = "ctoctrack.lib.queue:Transport"
app = Celery("ctoctrack", include=["ctoctrack.beat"])  # by name: the timetable stands above the app
app.config_from_object("django.conf:settings", namespace="CELERY")
app.set_default()  # for every thread: without it only the importing one knows the broker
app.autodiscover_tasks()


@setup_logging.connect
def keep_django_logging(**kwargs: object) -> None:
    """Leave logging as settings.LOGGING has it: Celery would replace the handlers."""
