"""What an installation of its own says about itself, over https: nothing is left open that Django knows of."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ctoctrack.test_settings import PRODUCTION

ROOT = Path(__file__).resolve().parents[2]
ASK = """
import json
import django
django.setup()
from django.test import Client
from django.core.management import call_command
call_command("collectstatic", interactive=False, verbosity=0)
client = Client(headers={"host": "track.example.org"})
page = client.get("/accounts/sign-in/", secure=True)
plain = client.get("/accounts/sign-in/")
from django.conf import settings
print(json.dumps({
    "status": page.status_code,
    "headers": dict(page.headers),
    "cookies": {name: dict(morsel) for name, morsel in page.cookies.items()},
    "plain": [plain.status_code, plain.headers.get("Location")],
    "session": [settings.SESSION_COOKIE_SECURE, settings.SESSION_COOKIE_HTTPONLY, settings.SESSION_COOKIE_SAMESITE],
}))
"""


def python(var, *arguments):
    """A process of an installation of its own."""
    environment = {
        "PATH": os.environ["PATH"],
        "CTOCTRACK_VAR": str(var),
        "DJANGO_SETTINGS_MODULE": "ctoctrack.settings",
    }
    environment |= PRODUCTION | {"SECRET_KEY": "n0t-a-k3y-but-l0ng-en0ugh-and-0f-many-different-letters-abcdefghijk"}
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120, check=False)


def test_django_finds_nothing_to_warn_of(tmp_path):
    ended = python(tmp_path, "manage.py", "check", "--deploy", "--fail-level", "WARNING")
    assert (ended.returncode, "no issues (0 silenced)" in ended.stdout) == (0, True), ended.stderr


@pytest.fixture(scope="module")
def said(tmp_path_factory):
    ended = python(tmp_path_factory.mktemp("production"), "-c", ASK)
    assert ended.returncode == 0, ended.stderr
    return json.loads(ended.stdout.splitlines()[-1])


def test_a_browser_comes_by_https_alone_and_is_told_to(said):
    assert said["status"] == 200
    assert said["plain"] == [301, "https://track.example.org/accounts/sign-in/"]
    assert said["headers"]["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains; preload"


def test_cookies_go_by_https_to_this_site_alone_and_scripts_do_not_read_the_session(said):
    assert said["session"] == [True, True, "Lax"]
    assert said["cookies"]["csrftoken"]["secure"]
    assert said["cookies"]["csrftoken"]["samesite"] == "Lax"
