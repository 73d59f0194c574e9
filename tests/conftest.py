"""What every test finds: files in a folder of its own, and a client that signs in."""

import os

import pytest
from django.utils import translation


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """Under continuous integration nothing is left out: a test that would be is one that failed."""
    report = yield
    if report.skipped and os.environ.get("CI"):
        report.outcome, report.longrepr = "failed", f"left out: {call.excinfo.value}"
    return report


@pytest.fixture(autouse=True)
def own_files(settings, tmp_path):
    """Uploads of a test go to its own folder, its mail into memory, its cache to nobody else."""
    settings.MEDIA_ROOT = tmp_path / "files"
    settings.CACHES = {
        "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": str(tmp_path)}
    }


@pytest.fixture(autouse=True)
def in_english():
    """A test begins in English, whatever language the one before it asked for."""
    with translation.override("en"):
        yield


@pytest.fixture
def signed_in(client):
    """A function: the client, signed in as a person."""

    def sign_in(user):
        client.force_login(user)
        return client

    return sign_in
