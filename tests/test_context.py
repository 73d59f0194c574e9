"""What every page knows: the day, and where this person may go."""

import datetime as dt

import pytest
from django.contrib.auth.models import AnonymousUser
from django.urls import resolve, reverse
from django.utils.translation import override

from ctoctrack.context import house
from tests.factories import AdministratorFactory, MembershipFactory, UnitMembershipFactory, UserFactory

pytestmark = pytest.mark.django_db
SECRETARIAT = ["Overview", "Groups", "Mandates", "Sessions", "Reports", "Release", "Outbox", "Progress"]


@pytest.fixture
def seen(rf):
    """A function: the context of a page, as this person gets it at this address."""

    def see(user, address="/accounts/profile/"):
        request = rf.get(address)
        request.user = user
        request.resolver_match = resolve(address)
        return house(request)

    return see


def labels(context):
    with override("en"):
        return [str(label) for _address, label, _current in context["navigation"]()]


def marked(context, how):
    return [address for address, _label, current in context["navigation"]() if current == how]


@pytest.mark.parametrize("role", ["secretary", "secretariat"])
def test_the_secretariat_goes_everywhere(seen, role):
    assert labels(seen(MembershipFactory(role=role).user)) == SECRETARIAT


def test_an_auditor_releases_nothing(seen):
    assert labels(seen(MembershipFactory(role="auditor").user)) == [word for word in SECRETARIAT if word != "Release"]


def test_an_officer_has_their_mandates(seen):
    assert labels(seen(UnitMembershipFactory().user)) == ["My mandates", "Groups", "Mandates", "Progress"]


def test_an_administrator_has_what_runs_the_system(seen):
    assert labels(seen(AdministratorFactory().user)) == ["Outbox", "Health", "Administration", "Progress"]


@pytest.mark.parametrize("role", ["bureau", "chair"])
def test_the_bureau_has_the_pages_of_progress_alone(seen, role):
    assert labels(seen(MembershipFactory(role=role).user)) == ["Progress"]


def test_strangers_and_people_without_a_role_have_the_pages_of_progress_alone(seen):
    assert labels(seen(AnonymousUser())) == labels(seen(UserFactory())) == ["Progress"]


def test_who_holds_two_roles_has_the_pages_of_both(seen):
    user = MembershipFactory(role="secretary").user
    UnitMembershipFactory(user=user)
    assert labels(seen(user)) == ["Overview", "My mandates", *SECRETARIAT[1:]]


def test_the_page_one_is_on_is_marked(seen):
    user = MembershipFactory(role="secretary").user
    context = seen(user, reverse("mandates:groups"))
    assert marked(context, "page") == [reverse("mandates:groups")]


def test_a_page_below_marks_the_page_above(seen):
    user = MembershipFactory(role="secretary").user
    context = seen(user, reverse("mandates:group", args=["harbour-safety"]))
    assert marked(context, "true") == [reverse("mandates:groups")]


def test_nothing_is_asked_where_no_template_wants_to_know(seen, django_assert_num_queries):
    user = MembershipFactory(role="secretary").user
    with django_assert_num_queries(0):
        seen(user)


def test_navigation_and_roles_ask_two_questions_however_many_roles_there_are(seen, django_assert_num_queries):
    user = MembershipFactory(role="secretary").user
    for _ in range(3):
        MembershipFactory(user=user)
        UnitMembershipFactory(user=user)
    context = seen(user)
    with django_assert_num_queries(2):
        context["navigation"]()
        context["navigation"]()
        assert context["roles"].works_inside


def test_a_demonstration_says_its_day_on_every_page(client, settings):
    settings.DEMONSTRATION_DAY = dt.date(2008, 12, 1)
    assert "Demonstration: today is 1 December 2008." in client.get("/accounts/sign-in/").content.decode()
    settings.DEMONSTRATION_DAY = None
    assert "Demonstration" not in client.get("/accounts/sign-in/").content.decode()


def test_the_language_is_switched_without_script_and_the_page_turns(client):
    page = client.get("/accounts/sign-in/").content.decode()
    assert all(name in page for name in ("العربية", "English", "Français"))
    assert not any(name in page for name in ("中文", "Русский", "Español")), (
        "a switch to what is not translated is none"
    )
    response = client.post(reverse("set_language"), {"language": "ar", "next": "/accounts/sign-in/"}, follow=True)
    assert '<html lang="ar" dir="rtl">' in response.content.decode()
