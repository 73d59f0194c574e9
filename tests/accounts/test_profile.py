"""One's own page: who one is here, and the language of pages and mails."""

import datetime as dt

import pytest
from django.urls import reverse

from ctoctrack.accounts.forms import HOURS
from ctoctrack.beat import SCHEDULE
from tests.factories import AdministratorFactory, MembershipFactory, UnitMembershipFactory, UserFactory

pytestmark = pytest.mark.django_db
PROFILE = "/accounts/profile/"
CHOICES = {"language": "en", "rhythm": "daily", "hour": "7"}


@pytest.fixture(autouse=True)
def first_of_december(settings):
    settings.DEMONSTRATION_DAY = dt.date(2008, 12, 1)


def words(response):
    return " ".join(response.content.decode().split())


def test_roles_are_told_in_words(signed_in):
    user = UserFactory()
    UnitMembershipFactory(user=user, unit__name="Harbour section", role="head", since=dt.date(2008, 1, 1))
    MembershipFactory(user=user, body__name="Conference on harbours", role="secretary", since=dt.date(2008, 2, 1))
    AdministratorFactory(user=user, since=dt.date(2008, 3, 1))
    page = words(signed_in(user).get(PROFILE))
    assert "head in Harbour section, since 1 January 2008" in page
    assert "secretary of the body: Conference on harbours, since 1 February 2008" in page
    assert "administrator of this system, since 1 March 2008" in page


def test_what_has_ended_is_not_told(signed_in):
    user = UserFactory()
    UnitMembershipFactory(user=user, unit__name="Harbour section", until=dt.date(2008, 11, 30))
    page = words(signed_in(user).get(PROFILE))
    assert "Harbour section" not in page
    assert "You belong to no unit" in page


def test_the_language_is_kept_for_pages_and_mails(client, signed_in):
    user = UserFactory(language="en")
    response = signed_in(user).post(PROFILE, CHOICES | {"language": "ar"})
    user.refresh_from_db()
    assert user.language == "ar"
    assert response.cookies["django_language"].value == "ar"
    assert '<html lang="ar" dir="rtl">' in client.get(PROFILE).content.decode()


def test_a_language_that_does_not_exist_is_refused(signed_in):
    user = UserFactory(language="en")
    assert signed_in(user).post(PROFILE, CHOICES | {"language": "xx"}).status_code == 400
    user.refresh_from_db()
    assert user.language == "en"


def test_nobody_renames_themselves(signed_in):
    user = UserFactory(name="Officer, conference support")
    signed_in(user).post(PROFILE, CHOICES | {"language": "fr", "name": "President", "email": "other@office.example"})
    user.refresh_from_db()
    assert (user.name, user.language) == ("Officer, conference support", "fr")


def test_a_stranger_signs_in_first(client):
    assert client.get(PROFILE).url == f"{reverse('accounts:sign-in')}?next={PROFILE}"


def test_how_often_and_when_mail_comes_is_chosen(signed_in):
    user = UserFactory()
    assert signed_in(user).post(PROFILE, CHOICES | {"rhythm": "weekly", "hour": "9"}).status_code == 302
    user.refresh_from_db()
    assert (user.rhythm, user.hour) == ("weekly", 9)


@pytest.mark.parametrize("wrong", [{"hour": "21"}, {"hour": "-1"}, {"hour": ""}, {"rhythm": "hourly"}])
def test_what_cannot_be_chosen_is_refused(signed_in, wrong):
    user = UserFactory()
    assert signed_in(user).post(PROFILE, CHOICES | wrong).status_code == 400
    user.refresh_from_db()
    assert (user.rhythm, user.hour) == ("daily", 7)


def test_each_hour_that_can_be_chosen_is_one_in_which_reminders_run():
    assert set(HOURS) <= set(SCHEDULE["reminders"]["schedule"].hour)
