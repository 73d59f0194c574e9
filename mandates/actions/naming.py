"""The names under which a body's texts ask somebody, from the first day on."""

from collections.abc import Iterable

from django.db import transaction

from mandates.enums import Ledger
from mandates.models import Party
from sessions.models import Body

STATES = ("States", "Member States", "States parties", "Parties", "Governments")
OFFICE = ("Secretariat", "Office")


@transaction.atomic
def name_parties(body: Body, more: Iterable[tuple[str, str, Body | None]] = ()) -> int:
    """The body keeps its own name and its groups', those of its office, and what texts call States; how many are new.

    `more` adds (name, ledger, body that it is). A name that the body keeps already is left as somebody made it.
    """
    own = [(name, Ledger.CONFERENCE, one) for one in (body, *body.groups.all()) for name in (one.name, one.short_name)]
    office = [(name, Ledger.SECRETARIAT, None) for name in (*OFFICE, body.office)]
    states = [(name, Ledger.STATES, None) for name in STATES]
    known = {name.lower() for name in body.parties.values_list("name", flat=True)}
    new: dict[str, Party] = {}
    for name, ledger, asked in [*more, *own, ("Conference", Ledger.CONFERENCE, body), *office, *states]:
        if name and name.lower() not in known:
            new.setdefault(name.lower(), Party(body=body, name=name[:200], ledger=ledger, asked_body=asked))
    Party.objects.bulk_create(new.values())
    return len(new)
