"""The one way through the whole house: from a report to a line that a delegation reads, with real parts all along."""

import re
from email import policy
from email.parser import BytesParser

from tests.factories.accounts import PASSWORD
from tests.journeys.browser import Browser, Page
from tests.journeys.conftest import System, until

REPORT = """\
# Report of the Conference on Harbour Safety on its third session, held from 15 to 19 October 2007

## I. Decisions adopted by the Conference

### Decision 3/1

### Safety of small harbours and the Working Group on Pilotage

The Conference on Harbour Safety, recalling its decision 2/4:

(a) Welcomed the work done on small harbours since its second session;

(b) Requested the Secretariat to publish a handbook on pilotage in small harbours before the end of 2008;

(c) Decided that the Working Group on Pilotage should meet at least once before the fourth session;

(d) Invited States to submit to the Secretariat, by 31 March 2009, their views on the handbook;

(e) Recommended that training in small harbours should be offered in all regions.
"""
UPDATE = "The printer asked for two more weeks; nobody outside needs to know."
OUTCOME = "The handbook was printed in three languages and sent to every harbour."
LINE = "The handbook was published and can be had from the Secretariat."
NOTE = "Seen and counted in the stock room."


def as_person(system: System, who: str) -> tuple[Browser, Page]:
    browser = Browser(system.base)
    return browser, browser.sign_in(f"{who}@office.example", PASSWORD)


def import_report(browser: Browser) -> Page:
    """The review of the report, once the worker has read it."""
    form = browser.open("/reports/new/").form("/reports/new/")
    page = browser.send(form, files={"file": ("harbour-3.md", REPORT.encode())})
    address = page.url
    return until(lambda: (page := browser.open(address)).words.count("Review of what was read") and page)


def test_a_request_goes_from_the_report_to_the_delegations(system):
    # The secretary imports the report and reviews what was read.
    secretary, overview = as_person(system, "secretary")
    assert "Overview" in overview.words
    review = import_report(secretary)
    assert "decision 3/1" in review.words.lower()
    assert re.search(r"\b[34] proposals are left", review.words)
    assert "selected>Working Group on Pilotage" in review.body, "the group stands in the title, so it is filled in"
    review = secretary.send(review.form("/confirm-clear/"))
    assert "Confirmed" in review.words

    # Confirming gave reference, ledger, deadline with its reason, and target.
    mandate = secretary.open("/harbour/mandates/3-1-b-1/")
    assert mandate.status == 200
    assert "31 December 2008" in mandate.words
    assert "17 December 2008" in mandate.words, "the target: 14 days before the day of the text"
    assert "in the ledger: Secretariat" in mandate.words

    # She assigns it to an officer of the section.
    form = secretary.open("/harbour/mandates/3-1-b-1/assign/").form("/assign/")
    page = secretary.open("/harbour/mandates/3-1-b-1/assign/")
    choice = re.search(r'value="(\d+-\d+)">Officer, conference support<', page.body)[1]
    mandate = secretary.send(form, owner=choice)
    assert "Owner: from nobody to Officer, conference support" in mandate.words

    # The delegate sees the paragraph, and nothing of what is done about it.
    delegate, first = as_person(system, "delegate")
    assert "/progress/" in first.url
    before = delegate.open("/progress/harbour/decisions/3-1/")
    assert "publish a handbook on pilotage" in before.words
    assert "Not started" not in before.words
    assert delegate.open("/harbour/mandates/3-1-b-1/").status == 404
    assert "/progress/harbour/decisions/3-1/" in delegate.open("/harbour/decisions/3-1/").url

    # A day on which a reminder is due: the officer gets one mail, by SMTP, from the worker.
    assert "1 digest" in system.manage("send_reminders", "--on", "2008-12-03")
    until(lambda: system.mails.taken)
    assert [to for to, _ in system.mails.taken] == ["officer@office.example"]
    mail = BytesParser(policy=policy.default).parsebytes(system.mails.taken[0][1])
    words = mail.get_body(("plain",)).get_content()
    assert "3/1 (b)" in words.replace("\u2068", "").replace("\u2069", "")
    assert "17 December 2008" in words
    assert mail.get_body(("html",)) is not None
    link = re.search(rf"{re.escape(system.base)}(/harbour/mandates/3-1-b-1/\S*)", words)[1]
    assert "no digest" in system.manage("send_reminders", "--on", "2008-12-03"), "told once"

    # The officer follows the link, writes how it goes, and reports it done with evidence.
    officer, _mine = as_person(system, "officer")
    mandate = officer.open(link)
    mandate = officer.send(mandate.form("/update/"), text=UPDATE)
    assert UPDATE in mandate.words
    mandate = officer.send(mandate.form("/status/start/"))
    assert "The status is now: In progress" in mandate.words
    refused = officer.send(mandate.form("/status/report-done/"), files={}, words=OUTCOME)
    assert refused.status == 400
    assert "A link alone is none" in refused.words
    assert OUTCOME in refused.body, "what was written is not lost"
    mandate = officer.send(refused.form("/status/report-done/"), files={}, words=OUTCOME, symbol="HARB/2008/7")
    assert "The status is now: Reported done" in mandate.words
    assert not mandate.has_form("/status/verify/"), "never by whoever reported it done"

    # The head of the unit verifies it.
    head, _mine = as_person(system, "head")
    mandate = head.send(head.open(link).form("/status/verify/"), files={}, words=NOTE)
    assert "The status is now: Implemented" in mandate.words

    # The secretary releases a line of her own with the status, after a preview.
    assert "1 mandate has something to release" in secretary.open("/").words
    release = secretary.open("/release/")
    form = release.form("/release/preview/")
    key = re.search(r'name="(\d+)-line"', release.body)[1]
    preview = secretary.send(form, **{f"{key}-line": LINE, f"{key}-chosen": "on", f"{key}-with_status": "on"})
    assert "As its readers will see it" in preview.words
    assert delegate.open("/progress/harbour/decisions/3-1/").words.count(LINE) == 0, "nothing goes out before"
    secretary.send(preview.form("/release/send/"))

    # The delegate reads the line and the status, and none of the rest.
    after = delegate.open("/progress/harbour/decisions/3-1/")
    assert LINE in after.words
    assert "Implemented" in after.words
    for page in (after, delegate.open("/progress/"), delegate.open("/progress/harbour/")):
        for internal in (UPDATE, OUTCOME, NOTE, "HARB/2008/7", "17 December 2008", "Officer, conference support"):
            assert internal not in page.body

    # The history tells it all, to those inside.
    history = secretary.open("/harbour/mandates/3-1-b-1/").words
    for fact in ("Confirmed as a mandate", "Not started to In progress", "Reported done to Implemented", "Released to"):
        assert fact in history
