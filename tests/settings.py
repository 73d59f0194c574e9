"""The settings of the tests: ctoctrack.settings in its mode for tests, in a folder of its own."""

import os
from pathlib import Path

os.environ["CTOCTRACK_MODE"] = "test"
os.environ.setdefault("CTOCTRACK_VAR", str(Path(__file__).resolve().parent.parent / "var" / "test"))
for name in ("SECRET_KEY", "EMAIL_URL", "DATABASE_URL", "CTOCTRACK_TODAY", "LANGUAGE_CODE", "BASE_URL"):
    os.environ.pop(name, None)

from ctoctrack.settings import *  # noqa: E402, F403
