"""Writing how it goes."""

import pytest
from django.urls import reverse

from mandates.models import Change, Update
from tests.mandates.roles import HEADS, KEEPS

ADDRESS = reverse("mandates:update", args=["harbour", "3-1-b-1"])
WORDS = "The questionnaire went out to every harbour."


def test_saves_what_was_written_and_goes_back_to_the_mandate(owner, mandate):
    response = owner.post(ADDRESS, {"text": f" {WORDS} "}, follow=True)
    assert response.redirect_chain == [(mandate.get_absolute_url(), 302)]
    assert "The update was saved. It is internal" in response.text
    update = Update.objects.get()
    assert (update.mandate, update.text, update.by) == (mandate, WORDS, owner.person)
    assert Change.objects.filter(mandate=mandate, kind="update").count() == 1


def test_pressed_twice_it_is_saved_once(owner):
    for _ in range(2):
        assert owner.post(ADDRESS, {"text": WORDS}).status_code == 302
    assert Update.objects.count() == 1


def test_the_same_words_of_another_person_are_another_update(owner, secretary):
    owner.post(ADDRESS, {"text": WORDS})
    secretary.post(ADDRESS, {"text": WORDS})
    assert Update.objects.count() == 2


def test_is_in_the_language_of_the_page_on_which_it_was_written(owner):
    owner.cookies["django_language"] = "fr"
    owner.post(ADDRESS, {"text": "Le questionnaire est parti."})
    assert Update.objects.get().language == "fr"


@pytest.mark.parametrize("data", [{}, {"text": ""}, {"text": "  \n "}])
def test_without_words_the_page_says_so_at_the_field(owner, data):
    response = owner.post(ADDRESS, data)
    assert response.status_code == 400
    assert 'href="#id_text"' in response.text
    assert not Update.objects.exists()


def test_has_a_page_of_its_own_that_works_without_script(owner):
    page = owner.get(ADDRESS).text
    assert "<textarea" in page
    assert "<script" not in page


def test_is_for_the_people_of_the_mandate_alone(who_may):
    assert who_may(ADDRESS, "post", text=WORDS) == KEEPS | HEADS | {"owner", "acting deputy", "contributor"}


def test_a_mandate_that_is_not_there_takes_no_update(owner):
    assert owner.post(reverse("mandates:update", args=["harbour", "9-9-z-1"]), {"text": WORDS}).status_code == 404
    assert owner.post(reverse("mandates:update", args=["elsewhere", "3-1-b-1"]), {"text": WORDS}).status_code == 404
