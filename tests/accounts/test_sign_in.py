"""The one door: by e-mail and password, throttled, and silent about who has an account."""

import pytest
from django.conf import settings
from django.urls import reverse

from tests.factories import UserFactory
from tests.factories.accounts import PASSWORD

pytestmark = pytest.mark.django_db
SIGN_IN = "/accounts/sign-in/"


def try_to_sign_in(client, email, password=PASSWORD, **more):
    return client.post(SIGN_IN, {"username": email, "password": password, **more})


def sentences(response):
    return list(response.context["form"].non_field_errors())


def test_the_right_password_leads_in(client):
    user = UserFactory(email="pilot@office.example")
    response = try_to_sign_in(client, "pilot@office.example")
    assert response.status_code == 302
    assert client.session["_auth_user_id"] == str(user.pk)


def test_the_address_may_be_written_in_capitals(client):
    UserFactory(email="pilot@office.example")
    assert try_to_sign_in(client, " Pilot@Office.Example ").status_code == 302


def test_a_local_next_is_followed(client):
    UserFactory(email="pilot@office.example")
    assert try_to_sign_in(client, "pilot@office.example", next="/groups/").url == "/groups/"


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example/", "//evil.example", "javascript:alert(1)", "/\\evil.example"]
)
def test_a_next_elsewhere_is_not_followed(client, elsewhere):
    UserFactory(email="pilot@office.example")
    assert "evil" not in try_to_sign_in(client, "pilot@office.example", next=elsewhere).url


def test_who_is_signed_in_is_led_on(client, signed_in):
    assert signed_in(UserFactory()).get(SIGN_IN).status_code == 302


def test_no_answer_tells_whether_an_account_exists(client):
    UserFactory(email="pilot@office.example")
    UserFactory(email="gone@office.example", is_active=False)
    wrong = try_to_sign_in(client, "pilot@office.example", "wrong")
    unknown = try_to_sign_in(client, "nobody@office.example", "wrong")
    inactive = try_to_sign_in(client, "gone@office.example")
    assert wrong.status_code == unknown.status_code == inactive.status_code == 400
    assert sentences(wrong) == sentences(unknown) == sentences(inactive) != []


@pytest.mark.parametrize("email", ["pilot@office.example", "nobody@office.example"])
def test_after_too_many_tries_even_the_right_password_is_refused(client, email):
    UserFactory(email="pilot@office.example")
    for _ in range(settings.SIGN_IN_TRIES):
        before = try_to_sign_in(client, email, "wrong")
    assert "15 minutes" not in str(sentences(before))
    after = try_to_sign_in(client, email)
    assert after.status_code == 400
    assert "15 minutes" in str(sentences(after))


def test_the_tries_of_one_do_not_lock_out_another(client):
    UserFactory(email="pilot@office.example")
    for _ in range(settings.SIGN_IN_TRIES + 1):
        try_to_sign_in(client, "other@office.example", "wrong")
    assert try_to_sign_in(client, "pilot@office.example").status_code == 302


def test_pages_come_in_the_language_of_the_person_unless_the_browser_chose_one(client):
    UserFactory(email="pilot@office.example", language="fr")
    assert try_to_sign_in(client, "pilot@office.example").cookies["django_language"].value == "fr"
    client.logout()
    client.cookies["django_language"] = "ru"
    assert "django_language" not in try_to_sign_in(client, "pilot@office.example").cookies


def test_a_failed_form_takes_the_focus_to_what_is_wrong(client):
    page = try_to_sign_in(client, "").content.decode()
    assert 'href="#id_username"' in page
    assert page.count("autofocus") == 1
    assert "<title>Error:" in " ".join(page.split()).replace("<title> ", "<title>")


def test_signing_out_is_a_post(client, signed_in):
    signed_in(UserFactory())
    assert client.get(reverse("accounts:sign-out")).status_code == 405
    assert "_auth_user_id" in client.session
    client.post(reverse("accounts:sign-out"))
    assert "_auth_user_id" not in client.session
