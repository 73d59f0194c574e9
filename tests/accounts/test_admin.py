"""The administration of people: invitations instead of passwords, one throttled door, nothing for others."""

import datetime as dt

import pytest

from ctoctrack.accounts.models import Unit, User
from tests.factories import AdministratorFactory, UnitFactory, UserFactory

pytestmark = pytest.mark.django_db
ADD = "/admin/accounts/user/add/"


@pytest.fixture
def administrator(signed_in):
    return signed_in(AdministratorFactory().user)


def invite(client, email="new@office.example"):
    return client.post(ADD, {"name": "Officer, documents", "email": email, "language": "fr"})


def test_a_new_person_is_invited_and_has_no_password(administrator, jobs):
    sent = jobs(lambda: invite(administrator, "New@Office.example"))
    user = User.objects.get(email="new@office.example")
    assert not user.has_usable_password()
    assert sent == [("mandates.send_invitation", user.pk)]


def test_the_form_asks_for_no_password(administrator):
    assert "password" not in administrator.get(ADD).content.decode().split("<main")[1].split("<form")[1].lower()


def test_an_address_that_somebody_has_is_refused(administrator, jobs):
    UserFactory(email="new@office.example")
    assert jobs(lambda: invite(administrator)) == []


def test_a_change_invites_nobody(administrator, jobs):
    user = UserFactory(name="Officer 1")
    fields = {"name": "Officer, meetings", "email": user.email, "language": "en", "is_active": "on"}
    assert jobs(lambda: administrator.post(f"/admin/accounts/user/{user.pk}/change/", fields)) == []
    user.refresh_from_db()
    assert user.name == "Officer, meetings"


def test_invitations_are_sent_again_only_to_who_has_no_password_yet(administrator, jobs):
    waiting, ready = UserFactory(), UserFactory()
    waiting.set_unusable_password()
    waiting.save()
    chosen = {"action": "invite", "_selected_action": [waiting.pk, ready.pk]}
    sent = jobs(lambda: administrator.post("/admin/accounts/user/", chosen))
    assert sent == [("mandates.send_invitation", waiting.pk)]


def test_changes_of_units_have_a_history_with_its_author(administrator):
    unit = UnitFactory(name="Harbour section")
    data = {"name": "Section on harbours", "parent": ""}
    data |= {f"memberships-{name}": count for name, count in [("TOTAL_FORMS", 0), ("INITIAL_FORMS", 0)]}
    administrator.post(f"/admin/accounts/unit/{unit.pk}/change/", data)
    last = Unit.objects.get(pk=unit.pk).history.latest()
    assert (last.name, last.history_user_id) == ("Section on harbours", int(administrator.session["_auth_user_id"]))


@pytest.mark.parametrize("page", ["", "user/", "user/add/", "unit/", "unitmembership/add/", "administrator/"])
def test_every_page_opens_for_an_administrator(administrator, page):
    assert administrator.get(f"/admin/accounts/{page}").status_code == 200


def test_nothing_is_deleted(administrator):
    assert administrator.get(f"/admin/accounts/user/{UserFactory().pk}/delete/").status_code == 403


def test_a_stranger_goes_to_the_throttled_door(client):
    response = client.get("/admin/", follow=True)
    assert response.redirect_chain[-1][0] == "/accounts/sign-in/?next=/admin/"


def test_no_password_is_taken_at_another_door(client):
    assert client.post("/admin/login/", {"username": "a", "password": "b"}).status_code == 405


def test_for_others_there_is_no_administration(signed_in):
    assert signed_in(UserFactory()).get("/admin/", follow=True).status_code == 404


def test_a_past_administrator_is_none(signed_in):
    past = AdministratorFactory(since=dt.date(2008, 1, 1), until=dt.date(2008, 1, 31)).user
    assert signed_in(past).get("/admin/", follow=True).status_code == 404


def test_django_s_own_groups_are_not_offered(administrator):
    assert "/auth/group/" not in administrator.get("/admin/").content.decode()
    assert administrator.get("/admin/auth/group/").status_code == 404
