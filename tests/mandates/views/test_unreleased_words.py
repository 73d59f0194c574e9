"""No answer to who stands outside holds a word that was not released."""

import re

import pytest
import time_machine

from ctoctrack.lib import dates
from mandates.models.notices import Message
from mandates.notices import runs
from tests.mandates.everything import HIDDEN, RELEASED, address, ask
from tests.mandates.places import PLACES

OUTSIDE = [
    *("delegation, capital", "delegation, mission", "delegation, observer"),
    *("chair", "bureau", "signed in", "stranger"),
]


@pytest.mark.parametrize("is_open", [False, True])
@pytest.mark.parametrize("role", OUTSIDE)
def test_who_stands_outside_reads_no_word_that_was_not_released(everything, harbour, as_role, role, is_open):
    harbour.is_open = is_open
    harbour.save()
    client, seen = as_role(role), ""
    for name, place in PLACES.items():
        response = ask(client, address(name, place, everything), place.takes[0], follow=True)
        words = f"{response.getvalue().decode()}{response.headers}{response.redirect_chain}"
        assert HIDDEN not in words, name
        assert "17 November 2008" not in words, name  # the target
        seen += words
    assert (RELEASED in seen) == (role not in {"stranger", "signed in"})
    assert ("zzbureau" in seen) == (role in {"chair", "bureau"})


@pytest.mark.parametrize("name", ["detail", "review", "outbox", "message", "evidence-file"])
def test_inside_that_word_is_met_or_the_test_above_could_not_fail(everything, secretary, name):
    place = PLACES[f"mandates:{name}"]
    response = ask(secretary, address(f"mandates:{name}", place, everything))
    assert HIDDEN in response.getvalue().decode()


ASKED = ["q", "owner", "unit"]
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="\w+"')


@pytest.fixture
def at_one_moment():
    """Two answers are given in the same minute, which a page may say."""
    with time_machine.travel(dates.machine_now(), tick=False):
        yield


@pytest.mark.usefixtures("at_one_moment")
@pytest.mark.parametrize("role", OUTSIDE)
def test_asking_for_such_a_word_changes_nothing_not_even_a_count(everything, harbour, as_role, role):
    """The answer to the hidden word is, letter by letter, the one to a word that stands nowhere."""
    harbour.is_open = True
    harbour.save()
    client = as_role(role)
    pages = [name for name in PLACES if name.startswith("mandates:progress")]
    for name in ["mandates:list", "mandates:search", "mandates:overview", *pages]:
        for field in ASKED if name != "mandates:overview" else ["q"]:
            url = address(name, PLACES[name], everything)
            said = []
            for word in (HIDDEN, "zznobody"):
                response = ask(client, url, follow=True, data={field: word})
                said.append(
                    TOKEN.sub("", response.text).replace(word, "") + str(response.redirect_chain).count("(") * "+"
                )
            assert said[0] == said[1], (name, field)


@pytest.mark.parametrize("role", OUTSIDE[:-1])
def test_no_mail_to_them_holds_such_a_word(everything, as_role, role):
    person = as_role(role).person
    runs.run(dates.today(), 23)
    assert not Message.objects.filter(recipient=person, text__contains=HIDDEN).exists()
    assert not Message.objects.filter(recipient=person, subject__contains=HIDDEN).exists()


@pytest.mark.parametrize("role", OUTSIDE)
def test_a_page_that_is_not_there_says_nothing_of_what_is(everything, as_role, role):
    client = as_role(role)
    there, nowhere = (ask(client, f"/harbour/mandates/{which}/", follow=True) for which in ("3-1-d-1", "3-1-x-9"))
    assert there.status_code == nowhere.status_code
    assert TOKEN.sub("", there.text).replace("3-1-d-1", "") == TOKEN.sub("", nowhere.text).replace("3-1-x-9", "")
