"""A wrong setting stops the process at once, with one sentence that says which."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PRODUCTION = {
    "CTOCTRACK_MODE": "production",
    "SECRET_KEY": "k" * 60,
    "ALLOWED_HOSTS": "track.example.org",
    "EMAIL_URL": "smtp+tls://user:password@mail.example.org:587",
    "DEFAULT_FROM_EMAIL": "ctoctrack@example.org",
}
WRONG = [
    ({"CTOCTRACK_MODE": "staging"}, "CTOCTRACK_MODE"),
    ({"CTOCTRACK_VAR": "/dev/null/var"}, "CTOCTRACK_VAR"),
    ({"BASE_URL": "track.example.org"}, "BASE_URL"),
    ({"DEADLINE_TIME_ZONE": "Europe/Atlantis"}, "DEADLINE_TIME_ZONE"),
    ({"CTOCTRACK_MODE": "demonstration", "CTOCTRACK_TODAY": "1 December"}, "CTOCTRACK_TODAY"),
    ({"DATABASE_URL": "mysql://localhost/ctoctrack"}, "DATABASE_URL"),
    ({"DATABASE_URL": "nonsense"}, "DATABASE_URL"),
    ({"LANGUAGE_CODE": "de"}, "LANGUAGE_CODE"),
    ({"EMAIL_URL": "pigeon://loft"}, "EMAIL_URL"),
    ({"CELERY_BROKER_URL": "amqp://localhost"}, "CELERY_BROKER_URL"),
    ({"BEHIND_PROXY": "perhaps"}, "BEHIND_PROXY"),
    (PRODUCTION | {"SECRET_KEY": ""}, "SECRET_KEY"),
    (PRODUCTION | {"SECRET_KEY": "short"}, "SECRET_KEY"),
    (PRODUCTION | {"ALLOWED_HOSTS": ""}, "ALLOWED_HOSTS"),
    (PRODUCTION | {"EMAIL_URL": "filemail:///tmp/mail"}, "EMAIL_URL"),
    (PRODUCTION | {"DEFAULT_FROM_EMAIL": ""}, "DEFAULT_FROM_EMAIL"),
    (PRODUCTION | {"CTOCTRACK_TODAY": "2008-12-01"}, "CTOCTRACK_TODAY"),
]


def read_settings(var, **settings):
    """A process of its own that does nothing but read the settings."""
    environment = {"PATH": os.environ["PATH"], "CTOCTRACK_VAR": str(var), "CTOCTRACK_MODE": "demonstration"} | settings
    return subprocess.run(
        [sys.executable, "-c", "import ctoctrack.settings"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize(("given", "name"), WRONG, ids=[f"{name} {number}" for number, (_, name) in enumerate(WRONG)])
def test_wrong_setting_stops_the_process_with_one_sentence(tmp_path, given, name):
    ended = read_settings(tmp_path, **given)
    assert ended.returncode == 78
    assert ended.stderr.startswith("ctoctrack does not start: ")
    assert name in ended.stderr
    assert ended.stderr.count("\n") == 1
    assert ended.stdout == ""


def test_production_starts_with_what_the_example_names(tmp_path):
    assert read_settings(tmp_path, **PRODUCTION).stderr == ""


def test_demonstration_needs_nothing_but_its_mode(tmp_path):
    assert read_settings(tmp_path).stderr == ""


def test_example_names_every_setting_that_is_read_and_no_other():
    code = (ROOT / "ctoctrack" / "settings.py").read_text(encoding="utf-8")
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    compose = (ROOT / "docker-compose.yml").read_text(encoding="utf-8")
    read = set(re.findall(r'read\("\w+", "(\w+)"', code)) | set(re.findall(r'env\.\w+\("(\w+)"', code))
    assert len(read) > 10
    read -= {"CTOCTRACK_TODAY"}  # belongs to a demonstration alone
    read |= set(re.findall(r"\$\{(\w+)", compose))
    assert set(re.findall(r"^(?:# )?([A-Z_]+)=", example, re.MULTILINE)) == read


def test_installation_starts_with_the_example_once_its_key_is_filled_in(tmp_path):
    example = (ROOT / ".env.example").read_text(encoding="utf-8").replace("SECRET_KEY=", f"SECRET_KEY={'k' * 60}")
    given = dict(line.split("=", 1) for line in example.splitlines() if re.match(r"[A-Z_]+=", line))
    assert read_settings(tmp_path, **given).stderr == ""
