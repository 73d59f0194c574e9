"""The suite runs on the servers that it says it runs on."""

import os

from django.conf import settings
from django.db import connection


def test_the_suite_runs_on_what_was_named_and_else_on_files():
    """Settings of another mode would run every test on files, and pass."""
    assert settings.MODE == "test"
    assert connection.vendor == ("postgresql" if os.environ.get("TEST_DATABASE_URL") else "sqlite")
    broker = os.environ.get("TEST_REDIS_URL") or "filesystem://"
    assert settings.CELERY_BROKER_URL.startswith(broker.split("/0")[0])
