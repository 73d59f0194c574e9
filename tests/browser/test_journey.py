"""The one way through the house, in a browser: by mouse, by keyboard alone, and where no script runs."""

import re
from email import policy
from email.parser import BytesParser

import pytest

from tests.browser.hands import MANNERS
from tests.factories.accounts import PASSWORD
from tests.journeys.conftest import until
from tests.journeys.test_from_report_to_progress import LINE, NOTE, OUTCOME, REPORT, UPDATE

ONE = "/harbour/mandates/3-1-b-1/"
DECISION = "/progress/harbour/decisions/3-1/"


@pytest.mark.parametrize("manner", MANNERS)
def test_a_request_goes_from_the_report_to_the_delegations(browser, system, tmp_path, manner):
    windows = []

    def sign_in(who):
        window = browser.new_context(base_url=system.base, java_script_enabled=manner != "no script")
        windows.append(window)
        person = MANNERS[manner](window.new_page())
        person.open("/accounts/sign-in/")
        person.fill("E-mail", f"{who}@office.example")
        person.fill("Password", PASSWORD)
        person.press("Sign in")
        return person

    # The secretary imports the report, looks at what was read, and confirms what is clear.
    secretary = sign_in("secretary")
    report = tmp_path / "harbour-3.md"
    report.write_text(REPORT, encoding="utf-8")
    secretary.press("Reports", "link")
    secretary.press("Import a report", "link")
    secretary.upload("Report", report)
    secretary.press("Import")
    until(lambda: secretary.page.reload() and secretary.sees("Review of what was read"))
    clear = secretary.page.get_by_role("button", name=re.compile("^Confirm all .*clear proposal")).inner_text()
    secretary.press(clear)
    assert secretary.sees("Confirmed")

    # She assigns the request to an officer.
    secretary.open(ONE)
    assert secretary.sees("31 December 2008")
    secretary.press("Assign", "link")
    secretary.choose("Owner", "Officer, conference support")
    secretary.press("Assign")
    assert secretary.sees("Owner: from nobody to Officer, conference support")

    # The officer gets a mail and follows its link, writes how it goes, and reports it done.
    assert "1 digest" in system.manage("send_reminders", "--on", "2008-12-03")
    until(lambda: system.mails.taken)
    mail = BytesParser(policy=policy.default).parsebytes(system.mails.taken[0][1])
    link = re.search(rf"{re.escape(system.base)}({ONE}\S*)", mail.get_body(("plain",)).get_content())[1]
    officer = sign_in("officer")
    officer.open(link)
    officer.fill("How it goes", UPDATE)
    officer.press("Save the update")
    assert officer.sees(UPDATE)
    officer.press("Start")
    assert officer.sees("In progress")
    officer.unfold("Report as done")
    officer.fill("What was done", OUTCOME)
    officer.fill("Document symbol", "HARB/2008/7")
    officer.press("Report as done")
    assert officer.sees("The status is now: Reported done")

    # A second person verifies it.
    head = sign_in("head")
    head.open(link)
    head.unfold("Verify as implemented")
    head.fill("What you saw", NOTE)
    head.press("Verify as implemented")
    assert head.sees("The status is now: Implemented")

    # The secretary releases a line with the status; the delegate reads it, and none of the rest.
    secretary.open("/release/")
    secretary.fill("Line", LINE)
    secretary.tick("With the status")
    secretary.tick("Release this")
    secretary.press("Preview")
    assert secretary.sees("As its readers will see it")
    secretary.press("Release")
    delegate = sign_in("delegate")
    delegate.open(DECISION)
    assert delegate.sees(LINE)
    assert delegate.sees("Implemented")
    for address in (DECISION, "/progress/", "/progress/harbour/"):
        delegate.open(address)
        for internal in (UPDATE, OUTCOME, NOTE, "HARB/2008/7", "17 December 2008", "Officer, conference support"):
            assert internal not in delegate.page.content()
    for window in windows:
        window.close()
