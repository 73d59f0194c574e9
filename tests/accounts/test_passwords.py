"""Passwords: asked for anew, chosen by a link, changed."""

import pytest
from django.contrib.auth.tokens import default_token_generator
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from tests.factories import UserFactory
from tests.factories.accounts import PASSWORD

pytestmark = pytest.mark.django_db
NEW = "mooring-window-otter-3"


def ask(client, email):
    return client.post(reverse("accounts:password-reset"), {"email": email})


def link(user):
    """The address that a mail carries."""
    uid = urlsafe_base64_encode(force_bytes(user.pk))
    return reverse("accounts:password-reset-confirm", args=[uid, default_token_generator.make_token(user)])


def choose(client, address, password=NEW):
    """Opens the link and sends a new password twice, as a person does."""
    form = client.get(address, follow=True)
    return client.post(form.redirect_chain[-1][0], {"new_password1": password, "new_password2": password})


def test_a_link_is_sent_to_who_has_an_account(client, jobs):
    user = UserFactory(email="pilot@office.example")
    assert jobs(lambda: ask(client, "Pilot@office.example")) == [("mandates.send_password_reset", user.pk)]


def test_a_person_who_never_chose_a_password_gets_a_link_too(client, jobs):
    user = UserFactory(email="new@office.example")
    user.set_unusable_password()
    user.save()
    assert jobs(lambda: ask(client, "new@office.example")) == [("mandates.send_password_reset", user.pk)]


def test_nothing_is_sent_to_nobody_nor_to_who_may_not_sign_in(client, jobs):
    UserFactory(email="gone@office.example", is_active=False)
    assert jobs(lambda: ask(client, "nobody@office.example")) == []
    assert jobs(lambda: ask(client, "gone@office.example")) == []


def test_the_answer_is_the_same_for_everybody(client):
    UserFactory(email="pilot@office.example")
    known, unknown = ask(client, "pilot@office.example"), ask(client, "nobody@office.example")
    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)


def test_nobody_is_flooded_with_links(client, jobs, settings):
    UserFactory(email="pilot@office.example")
    sent = jobs(lambda: [ask(client, "pilot@office.example") for _ in range(settings.SIGN_IN_TRIES + 3)])
    assert len(sent) == settings.SIGN_IN_TRIES


def test_what_is_no_address_is_said_to_be_none(client):
    response = ask(client, "pilot")
    assert response.status_code == 400
    assert 'href="#id_email"' in response.content.decode()


def test_by_the_link_a_password_is_chosen_and_the_link_works_once(client):
    user = UserFactory()
    address = link(user)
    assert choose(client, address).url == reverse("accounts:password-reset-done")
    user.refresh_from_db()
    assert user.check_password(NEW)
    page = client.get(address).content.decode()
    assert "This link works no more" in page


def test_a_weak_password_is_refused_with_the_reason(client):
    response = choose(client, link(UserFactory()), "harbour")
    assert "at least 12 characters" in response.content.decode()


def test_a_chosen_password_ends_the_waiting_after_too_many_tries(client, settings):
    user = UserFactory(email="pilot@office.example")
    sign_in = reverse("accounts:sign-in")
    for _ in range(settings.SIGN_IN_TRIES + 1):
        client.post(sign_in, {"username": user.email, "password": "wrong"})
    choose(client, link(user))
    assert client.post(sign_in, {"username": user.email, "password": NEW}).status_code == 302


def test_the_password_is_changed_by_who_knows_the_old_one(client, signed_in):
    user = UserFactory()
    fields = {"new_password1": NEW, "new_password2": NEW}
    address = reverse("accounts:password-change")
    signed_in(user).post(address, {"old_password": "wrong", **fields})
    user.refresh_from_db()
    assert user.check_password(PASSWORD)
    assert client.post(address, {"old_password": PASSWORD, **fields}).url == reverse("accounts:profile")
    user.refresh_from_db()
    assert user.check_password(NEW)


def test_a_stranger_changes_no_password(client):
    assert client.get(reverse("accounts:password-change")).status_code == 302
