"""No answer to who stands outside holds a word that was not released."""

import pytest

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
