"""The chain of a document backwards from the opening of its session."""

import datetime as dt

from django.conf import settings

from mandates.scheduling import Chain, document_chain


def test_the_chain_counts_weeks_back_from_the_opening():
    assert document_chain(dt.date(2010, 10, 18), {"forecast": 14, "submission": 10, "issuance": 6}) == Chain(
        forecast=dt.date(2010, 7, 12), submission=dt.date(2010, 8, 9), issuance=dt.date(2010, 9, 6)
    )


def test_the_numbers_are_settings_and_in_their_order():
    weeks = settings.DOCUMENT_CHAIN_WEEKS
    assert weeks["forecast"] > weeks["submission"] > weeks["issuance"] > 0
    assert weeks["submission"] - weeks["issuance"] == 4  # the weeks that processing takes
