"""A page that is asked for in Arabic leaves Arabic active; no test may hand it on to the next."""

import pytest
from django.utils import translation


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield
