"""Signing in: where it leads, which session it gives, what a forged host can do."""

import pytest
from django.conf import settings
from django.test import Client

from mandates.tasks import deliver_mail, send_password_reset
from tests.factories import UserFactory
from tests.factories.accounts import PASSWORD

pytestmark = pytest.mark.django_db
SIGN_IN = "/accounts/sign-in/"
ELSEWHERE = [
    *("//evil.example", "///evil.example", "https://evil.example", "https:evil.example", "https:///evil.example"),
    *("/\\evil.example", "\\\\evil.example", "\\/evil.example", "javascript:alert(1)", "data:text/html,x"),
    *("http://testserver@evil.example/", "//testserver:80@evil.example/", " //evil.example", "\t//evil.example"),
    *("ftp://testserver/", "/\t/evil.example", "https://testserver.evil.example/"),
]


@pytest.fixture
def person():
    return UserFactory(email="pilot@office.example")


def sign_in(client, **more):
    return client.post(SIGN_IN, {"username": "pilot@office.example", "password": PASSWORD, **more})


@pytest.mark.parametrize("elsewhere", ELSEWHERE)
def test_no_door_leads_to_another_site(person, elsewhere):
    client = Client()
    asked = [
        sign_in(client, next=elsewhere),
        client.get(SIGN_IN, {"next": elsewhere}),  # signed in already
        client.post("/i18n/setlang/", {"language": "fr", "next": elsewhere}),
        client.post("/i18n/setlang/", {"language": "fr"}, HTTP_REFERER=elsewhere),
        Client().get("/admin/login/", {"next": elsewhere}, follow=True),
    ]
    for response in asked:
        assert "evil" not in response.headers.get("Location", "").partition("?")[0]
        assert response.headers.get("Location", "/").startswith("/")
        assert not response.headers.get("Location", "/").startswith(("//", "/\\"))


def test_signing_in_gives_another_session_than_the_one_before(person):
    client = Client()
    client.get(SIGN_IN)
    session = client.session
    session["planted"] = "by somebody else"
    session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key
    assert sign_in(client).status_code == 302
    assert client.session.session_key != session.session_key
    thief = Client()
    thief.cookies[settings.SESSION_COOKIE_NAME] = session.session_key
    assert thief.get("/accounts/profile/").status_code == 302


def test_a_new_password_ends_the_other_sessions_and_keeps_this_one(person):
    here, elsewhere = Client(), Client()
    sign_in(here)
    sign_in(elsewhere)
    new = "another long sentence of mine"
    fields = {"old_password": PASSWORD, "new_password1": new, "new_password2": new}
    assert here.post("/accounts/password/", fields).status_code == 302
    assert here.get("/accounts/profile/").status_code == 200
    assert elsewhere.get("/accounts/profile/").status_code == 302


def test_signing_out_ends_the_session_itself_and_not_the_cookie_alone(person):
    client = Client()
    sign_in(client)
    kept = client.session.session_key
    client.post("/accounts/sign-out/")
    thief = Client()
    thief.cookies[settings.SESSION_COOKIE_NAME] = kept
    assert thief.get("/accounts/profile/").status_code == 302


@pytest.mark.parametrize("page", ["/", SIGN_IN, "/accounts/password/reset/", "/health/", "/progress/"])
def test_a_host_that_is_not_ours_is_refused(client, page):
    assert client.get(page, HTTP_HOST="evil.example").status_code == 400


def test_a_host_handed_on_by_whom_we_do_not_know_counts_for_nothing(client):
    assert "evil" not in client.get("/mine/", HTTP_X_FORWARDED_HOST="evil.example").headers["Location"]


def test_links_in_mails_name_the_site_of_the_settings_whatever_host_was_asked(person, client, settings, mailoutbox):
    settings.ALLOWED_HOSTS = ["*"]
    settings.BASE_URL = "https://track.example.org"
    client.post("/accounts/password/reset/", {"email": person.email}, HTTP_HOST="evil.example")
    send_password_reset(person.pk)
    deliver_mail()
    assert len(mailoutbox) == 1
    assert "https://track.example.org/accounts/password/reset/" in mailoutbox[0].body
    assert "evil" not in str(mailoutbox[0].message())
