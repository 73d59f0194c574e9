"""Every address with every role by every method: who is answered, who is led elsewhere, who finds nothing.

An address that nobody declared in tests/mandates/places.py fails.
"""

import pytest

from tests.factories import BodyFactory, DecisionFactory, MandateFactory, ParagraphFactory
from tests.mandates import roles_page
from tests.mandates.everything import address, ask, became, make_everything
from tests.mandates.places import METHODS, PLACES, named
from tests.mandates.roles import ROLES


def expected(place, role, method):
    """What access.md says that becomes of it; a method that a place does not take is refused, seen or not."""
    if method not in place.takes:
        return {"refused", "nothing"}
    if role in place.led:
        return {"led"} if method in {"GET", "HEAD"} else {"answered"}  # the answer to a form is a redirect as well
    return {"answered"} if role in place.answered else {"nothing"}


def test_every_address_is_declared_and_none_besides():
    assert {name for name, _route in named()} == set(PLACES)


def test_the_page_of_roles_is_current():
    assert roles_page.FILE.read_text(encoding="utf-8") == roles_page.page(), (
        "write it again: python -m tests.mandates.roles_page"
    )


@pytest.mark.parametrize("role", ROLES)
def test_each_role_gets_by_each_method_what_access_says_and_nothing_else(everything, as_role, role):
    client = as_role(role)
    for name, place in PLACES.items():
        for method in METHODS:
            response = ask(client, address(name, place, everything), method)
            assert response.status_code < 500, (name, method)
            assert became(response) in expected(place, role, method), (name, method, response.status_code)
            if method != "POST" or became(response) != "answered":
                assert not response.wrote, (name, method)


@pytest.fixture
def of_others(everything, december):
    """The same things of another body, about which the secretary of this one knows nothing."""
    other = BodyFactory(slug="lights", name="Conference on Lights")
    decision = DecisionFactory(body=other, number="9/9")

    def make(letter, **fields):
        return MandateFactory(paragraph=ParagraphFactory(decision=decision, label=f"({letter})", path=letter), **fields)

    return make_everything(make("b"), make, other, slug="lamps", session="lights-4", message_id="digest.2")


THINGS = ["report", "proposal", "decision", "release", "evidence", "message"]


@pytest.mark.parametrize("role", ["secretary", "secretariat", "auditor", "head", "owner"])
def test_the_number_of_a_thing_of_others_opens_nothing(everything, of_others, as_role, role):
    client, asked = as_role(role), set()
    for name, place in PLACES.items():
        for thing in set(place.args) & set(THINGS):
            keys = everything | {thing: of_others[thing]}
            for method in place.takes:
                assert ask(client, address(name, place, keys), method).status_code == 404, (name, method, thing)
            asked.add(thing)
    assert asked == set(THINGS)
