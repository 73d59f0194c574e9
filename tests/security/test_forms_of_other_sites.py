"""Nothing is taken from a form of another site."""

import pytest
from django.test import Client

from tests.mandates.everything import address
from tests.mandates.places import PLACES
from tests.mandates.roles import ROLES

# A mail program stops the mail by one POST without a cookie; the signed link proves that it was asked for.
WITHOUT_TOKEN = {"mandates:unsubscribe"}
POSTED = [name for name, place in PLACES.items() if "POST" in place.takes]


@pytest.mark.parametrize("role", ["secretary", "administrator", "stranger"])
def test_without_its_token_no_form_is_taken(everything, mandate, role):
    client, person = Client(enforce_csrf_checks=True), ROLES[role](mandate)
    if person.is_authenticated:
        client.force_login(person)
    refused = {name for name in POSTED if client.post(address(name, PLACES[name], everything)).status_code == 403}
    assert refused == set(POSTED) - WITHOUT_TOKEN
    assert client.post("/admin/").status_code == 403 or role != "administrator"
