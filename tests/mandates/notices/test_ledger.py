"""Who was told what of a mandate, for its page."""

import datetime as dt

from mandates.notices import runs
from mandates.notices.ledger import told_about

DAY = dt.date(2009, 3, 31)


def test_a_mandate_tells_who_was_told_what_and_when(planned, changed, owner):
    mandate = planned(owner=owner, target_on=DAY, due_on=DAY + dt.timedelta(days=14))
    for on in (DAY - dt.timedelta(days=7), DAY, DAY + dt.timedelta(days=7)):
        runs.run(on)
    changed(mandate)
    runs.run(DAY + dt.timedelta(days=8))
    assert [(told.on, told.recipient, told.what) for told in told_about(mandate)] == [
        (DAY + dt.timedelta(days=8), owner, ["a change"]),
        (
            DAY + dt.timedelta(days=7),
            owner,
            ["1 week after the target, 31 March 2009", "7 days before the day of the text, 14 April 2009"],
        ),
        (DAY, owner, ["the day of the target, 31 March 2009"]),
        (DAY - dt.timedelta(days=7), owner, ["7 days before the target, 31 March 2009"]),
    ]
