"""The administration is there for administrators alone, at each of its addresses and by each method."""

import pytest
from django.contrib import admin
from django.urls import reverse

from tests.mandates.everything import ask, became
from tests.mandates.places import METHODS
from tests.mandates.roles import ROLES


def addresses():
    """Every address of the administration, from its own lists."""
    site = {"index", "jsi18n", "autocomplete", "password_change", "password_change_done", "logout"}
    assert {pattern.name for pattern in admin.site.get_urls() if getattr(pattern, "name", None)} == site | {
        "login",  # stands behind the one door: see ctoctrack/urls.py
        "view_on_site",
        "app_list",
    }
    found = {reverse(f"admin:{name}") for name in site} | {reverse("admin:view_on_site", args=[1, 1])}
    for model, its in admin.site._registry.items():
        found.add(reverse("admin:app_list", args=[model._meta.app_label]))
        named = [pattern for pattern in its.get_urls() if pattern.name]
        found |= {reverse(f"admin:{each.name}", args=["1"] * each.pattern.regex.groups) for each in named}
    return sorted(found)


@pytest.mark.parametrize("role", [role for role in ROLES if role != "administrator"])
def test_for_everybody_else_it_is_not_there(as_role, role):
    client, asked = as_role(role), addresses()
    assert len(asked) > 40
    for address in asked:
        for method in METHODS if role in {"secretariat", "stranger"} else ("GET", "POST"):
            response = ask(client, address, method)
            nowhere = response.headers.get("Location") == "/admin/"  # signing out there: back to where nothing is
            assert nowhere or became(response) in {"nothing", "refused"}, (address, method, response.status_code)
            assert not response.wrote


def test_for_an_administrator_it_is(as_role):
    client = as_role("administrator")
    for address in addresses():
        assert ask(client, address).status_code in {200, 302, 403, 404, 405}, address
    assert ask(client, "/admin/accounts/user/").status_code == 200
