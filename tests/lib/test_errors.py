"""Error pages in the house's look, whatever works no more."""

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import Http404
from django.test import Client
from django.urls import include, path

from ctoctrack import urls
from tests.factories import UserFactory


def raising(error):
    def view(request):
        raise error

    return view


urlpatterns = [
    path("broken/", raising(RuntimeError("an inner word"))),
    path("denied/", raising(PermissionDenied("an inner word"))),
    path("odd/", raising(SuspiciousOperation("an inner word"))),
    path("gone/", raising(Http404("an inner word"))),
    path("", include(urls.urlpatterns)),
]
pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]


@pytest.fixture
def browser():
    """A client that shows the error page instead of raising."""
    return Client(raise_request_exception=False)


@pytest.mark.parametrize(
    ("address", "status", "heading"),
    [
        ("/broken/", 500, "Something went wrong here"),
        ("/denied/", 403, "You may not do this"),
        ("/odd/", 400, "This request could not be understood"),
        ("/gone/", 404, "There is no such page"),
    ],
)
def test_an_error_is_a_page_of_the_house_without_inner_words(browser, address, status, heading):
    response = browser.get(address)
    page = response.content.decode()
    assert response.status_code == status
    assert heading in page
    assert "house.css" in page
    assert "an inner word" not in page


def test_a_page_that_is_not_there_offers_signing_in_to_strangers_alone(browser):
    assert "/accounts/sign-in/?next=/gone/" in browser.get("/gone/").content.decode()
    browser.force_login(UserFactory())
    assert "next=/gone/" not in browser.get("/gone/").content.decode()


def test_the_page_for_a_broken_server_asks_nothing_of_the_database(browser, django_assert_num_queries):
    with django_assert_num_queries(0):
        browser.get("/broken/")


def test_a_form_without_its_token_says_how_to_send_it_again():
    strict = Client(enforce_csrf_checks=True)
    response = strict.post("/accounts/sign-in/", {"username": "a@office.example", "password": "b"})
    assert response.status_code == 403
    assert "Please send the form again" in response.content.decode()


def test_an_error_page_is_in_the_language_of_the_reader(browser):
    browser.cookies["django_language"] = "ar"
    assert 'dir="rtl"' in browser.get("/broken/").content.decode()
