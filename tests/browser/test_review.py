"""The sample report is reviewed whole in a browser: by keys alone, by marking words, and without a script."""

import itertools
import os
import subprocess
import sys
from types import SimpleNamespace

import pytest
from playwright.sync_api import expect

from ctoctrack.servers import free_port
from tests.browser.hands import Keyboard, NoScript
from tests.browser.house import ROOT, wait_for
from tests.factories.accounts import PASSWORD
from tests.journeys.conftest import System

SAMPLE = "sample/harbour-cop-3.md"
NUMBERS = itertools.count(1)
SETTLE = """
from tests.factories import BodyFactory, MembershipFactory, SessionFactory, UserFactory
body = BodyFactory(slug="{slug}", name="Conference on Harbour Safety")
SessionFactory(body=body, slug="{slug}-4", ordinal=4)
secretary = UserFactory(email="{slug}@office.example", name="Secretary of the Conference")
MembershipFactory(user=secretary, body=body, role="secretary")
"""
KEY = "from sessions.models import Report\nprint(Report.objects.get(body__slug='{slug}').pk)\n"
COUNT = "from mandates.models import Mandate\nprint(Mandate.objects.{read}().filter(body__slug='{slug}').count())\n"
LEFT = "left to decide"
# Marks the words of a paragraph, as a person does with a mouse.
MARK = """words => {
  const text = [...document.querySelectorAll(".text")].find(it => it.textContent.includes(words));
  const start = text.textContent.indexOf(words), range = document.createRange();
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  for (let node, at = 0; (node = walker.nextNode()); at += node.data.length) {
    if (start >= at && start <= at + node.data.length) range.setStart(node, start - at);
    const end = start + words.length - at;
    if (end >= 0 && end <= node.data.length) { range.setEnd(node, end); break; }
  }
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}"""


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """A web server without any body yet; what `manage.py` is told there."""
    folder, port = tmp_path_factory.mktemp("office"), free_port()
    environment = {
        **{name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ},
        "DJANGO_SETTINGS_MODULE": "ctoctrack.settings",
        "CTOCTRACK_MODE": "demonstration",
        "CTOCTRACK_TODAY": "2008-12-01",
        "CTOCTRACK_VAR": str(folder),
        "BASE_URL": f"http://127.0.0.1:{port}",
        "LOG_LEVEL": "WARNING",
    }
    system = System(environment["BASE_URL"], None, environment)
    system.manage("migrate", "--verbosity", "0")
    web = f"-m gunicorn ctoctrack.wsgi --bind 127.0.0.1:{port} --threads 2 --no-control-socket --log-level warning"
    running = subprocess.Popen([sys.executable, *web.split()], cwd=ROOT, env=environment, stdin=subprocess.DEVNULL)
    try:
        wait_for(f"{system.base}/health/live/", running)
        yield system
    finally:
        running.terminate()
        running.wait(30)


@pytest.fixture
def review(office):
    """The review of the sample report of a conference of its own, in which all is left to decide."""
    slug = f"harbour-{next(NUMBERS)}"
    office.manage("shell", "--no-imports", said=SETTLE.format(slug=slug))
    office.manage("import_report", SAMPLE, "--body", slug, "--by", f"{slug}@office.example")
    key = int(office.manage("shell", "--no-imports", said=KEY.format(slug=slug)))
    return SimpleNamespace(slug=slug, address=f"{office.base}/reports/{key}/review/")


@pytest.fixture
def sign_in(browser, office, review):
    """A function: the secretary in a window of their own, with a keyboard or in a browser that runs no script."""
    windows = []

    def enter(manner, script=True):
        window = browser.new_context(base_url=office.base, java_script_enabled=script)
        windows.append(window)
        person = manner(window.new_page())
        person.open("/accounts/sign-in/")
        person.fill("E-mail", f"{review.slug}@office.example")
        person.fill("Password", PASSWORD)
        person.press("Sign in")
        person.open(review.address)
        return person

    yield enter
    for window in windows:
        window.close()


@pytest.fixture
def count(office, review):
    """A function: how many mandates of the conference there are in a named read."""
    return lambda read: int(office.manage("shell", "--no-imports", said=COUNT.format(read=read, slug=review.slug)))


def goes(person, key):
    """The key was pressed, and the page that follows is there."""
    with person.page.expect_navigation():
        person.page.keyboard.press(key)


def here(person):
    """The proposal that has the focus."""
    return person.page.evaluate("document.activeElement.id")


def cards(person):
    return person.page.locator("article.card")


def test_one_key_for_each_proposal_reviews_the_whole_report(sign_in, review, count):
    officer = sign_in(Keyboard)
    proposals = count("proposed")
    assert proposals > 30
    officer.page.keyboard.press("j")
    for _proposal in range(proposals):
        assert here(officer).startswith("m"), "the focus is at the next proposal"
        goes(officer, "c")
    assert officer.sees(f"0 proposals are {LEFT}; {proposals} of {proposals} confirmed")
    assert count("confirmed") == proposals


def test_without_a_script_the_next_proposal_is_where_the_page_opens(sign_in, review, count):
    officer = sign_in(NoScript, script=False)
    assert officer.page.locator("#keys").is_hidden(), "keys work with the script alone"
    proposals = count("proposed")
    officer.page.locator(".course .actions a").click()
    for _proposal in range(proposals):
        place = officer.page.url.partition("#")[2]
        with officer.page.expect_navigation():
            officer.page.locator(f"#{place} button", has_text="Confirm").click()
    assert count("confirmed") == proposals


def test_each_thing_is_done_and_undone_by_keys(sign_in, review):
    officer = sign_in(Keyboard)
    officer.page.keyboard.press("j")
    first = here(officer)

    goes(officer, "c")
    second = here(officer)
    assert second != first
    officer.page.keyboard.press("k")
    assert here(officer) == first
    goes(officer, "u")
    officer.press("Undo the confirmation")
    assert officer.sees("It is a proposal again")
    assert here(officer) == first

    officer.page.keyboard.press("d")
    officer.page.keyboard.type("Only cites what was asked before: jkcesmun?")
    officer.page.keyboard.press("Tab")
    goes(officer, "Enter")
    assert here(officer) == second
    officer.page.keyboard.press("k")
    goes(officer, "u")
    assert officer.sees("It is a proposal again")

    goes(officer, "e")
    officer.fill("What is asked", "count the harbours")
    officer.choose("Deadline", "no deadline in the text")  # takes the day away, whose calendar rings itself
    officer.press("Save")
    assert officer.sees("count the harbours")
    goes(officer, "u")
    assert not officer.sees("count the harbours")

    heading = officer.page.locator(".review h2").inner_text()
    goes(officer, "n")
    assert officer.page.locator(".review h2").inner_text() != heading


def test_marked_words_are_split_off_merged_again_and_taken_for_a_request(sign_in, review):
    officer = sign_in(Keyboard)
    before = cards(officer).count()
    officer.page.evaluate(MARK, "particulars of the boarding arrangements")
    goes(officer, "s")
    assert officer.sees("Split: 3/1, para. 2")
    assert cards(officer).count() == before + 1
    goes(officer, "m")
    officer.press("Merge")
    assert cards(officer).filter(has_text="Merged into").count() == 1
    goes(officer, "u")
    assert cards(officer).count() == before + 1
    officer.page.evaluate(MARK, "count the accidents")
    expect(officer.page.get_by_role("button", name="Add the marked words as a request")).to_be_visible()
    goes(officer, "a")
    assert officer.page.get_by_label("What is asked").input_value().startswith("count the accidents")


def test_keys_are_letters_in_a_field_and_can_be_turned_off_for_good(sign_in, review):
    officer = sign_in(Keyboard)
    officer.page.keyboard.press("?")
    assert officer.sees("Single keys act on the proposal that has the focus")
    officer.page.locator("#quick-search").focus()
    officer.page.keyboard.type("c?")
    assert officer.page.locator("#quick-search").input_value() == "c?"
    officer.page.get_by_role("button", name="Turn the keys off").click()
    officer.page.reload()
    officer.page.keyboard.press("j")
    assert here(officer) == ""
    officer.page.locator("#keys summary").click()
    officer.page.get_by_role("button", name="Turn the keys on").click()
    officer.page.keyboard.press("j")
    assert here(officer).startswith("m")


def test_what_a_reading_gives_is_told_while_it_is_written(sign_in, review):
    officer = sign_in(Keyboard)
    officer.page.keyboard.press("j")
    goes(officer, "e")
    officer.choose("Deadline", "a session")
    officer.fill("Number of the session", "4")
    officer.choose("Relation to the session", "before the session: the day before it opens")
    officer.fill("Distance from it", "6")
    officer.page.keyboard.press("Tab")
    expect(officer.page.locator("#gives")).to_contain_text("due on 31 August 2009")
    assert officer.page.get_by_label("Last allowed day").is_hidden(), "a session has none"


def test_the_script_keeps_the_policy_and_is_the_only_one(sign_in, review):
    officer = sign_in(Keyboard)
    said = []
    officer.page.on("console", lambda line: said.append(line.text))
    officer.page.on("pageerror", lambda error: said.append(str(error)))
    answer = officer.page.goto(review.address)
    assert "script-src 'self';" in answer.headers["content-security-policy"] + ";"
    assert officer.page.locator("script").count() == 1
    assert said == []
