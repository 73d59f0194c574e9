"""A browser and the demonstration, once for a file of tests; left out where there is no Chromium."""

import pytest

from tests.browser.house import chromium, chromium_is_missing, demonstration
from tests.journeys.conftest import services, system  # noqa: F401


@pytest.fixture(scope="module")
def browser():
    """Chromium. It ends with the file: while it runs, Django refuses the database to this process."""
    if missing := chromium_is_missing():
        pytest.skip(missing)
    with chromium() as running:
        yield running


@pytest.fixture(scope="session")
def house(tmp_path_factory):
    """The demonstration, made once."""
    if missing := chromium_is_missing():
        pytest.skip(missing)
    with demonstration(tmp_path_factory.mktemp("demonstration")) as running:
        yield running
