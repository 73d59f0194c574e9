"""The settings of the tests: ctoctrack.settings in its mode for tests, in a folder of its own.

They run on files, and where TEST_DATABASE_URL and TEST_REDIS_URL name servers (`make test-services`) on those.
"""

import os
from pathlib import Path

os.environ["CTOCTRACK_MODE"] = "test"
folder = Path(os.environ.setdefault("CTOCTRACK_VAR", str(Path(__file__).resolve().parent.parent / "var" / "test")))
if (worker := os.environ.get("PYTEST_XDIST_WORKER")) and folder.name != worker:  # several processes test side by side
    os.environ["CTOCTRACK_VAR"] = str(folder / worker)
for name in ("SECRET_KEY", "EMAIL_URL", "CTOCTRACK_TODAY", "LANGUAGE_CODE", "BASE_URL"):
    os.environ.pop(name, None)
for name, named in (("DATABASE_URL", "TEST_DATABASE_URL"), ("CELERY_BROKER_URL", "TEST_REDIS_URL")):
    os.environ.pop(name, None)
    if address := os.environ.get(named):
        os.environ[name] = address

from ctoctrack.settings import *  # noqa: E402, F403
