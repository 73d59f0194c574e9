"""Every address with every role: who is answered, who is led elsewhere; for everybody else nothing is there.

An address that nobody declared here fails. Another test holds that no answer to a delegation, and none to a stranger,
holds a word that was not released.
"""

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

import pytest
from django.core import signing
from django.core.files.base import ContentFile
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from ctoctrack.lib import dates
from mandates.enums import MessageKind, MessageState
from mandates.models import Change, Evidence
from mandates.models.notices import Message, Notice
from mandates.notices.links import SILENCE, UNSUBSCRIBE
from sessions.models import Reading
from tests.factories import (
    GroupFactory,
    ReleaseFactory,
    ReportFactory,
    SessionFactory,
    UnitFactory,
    UpdateFactory,
    UserFactory,
)
from tests.mandates.roles import HEADS, KEEPS, ROLES

AT = dt.datetime(2008, 11, 20, 9, 0, tzinfo=dt.UTC)
HIDDEN = "zzhidden"  # stands in every text that was not released
RELEASED = "The handbook was published."

EVERYBODY = frozenset(ROLES)
SIGNED_IN = EVERYBODY - {"stranger", "owner who left"}
SECRETARIATS = KEEPS | {"secretariat of another body"}
READS = KEEPS | {"auditor"}  # what is internal to the body
MOVES = KEEPS | HEADS | {"owner", "acting deputy"}
WRITES = MOVES | {"contributor"}
STRANGERS = EVERYBODY - SIGNED_IN
DEPUTIES = {"acting deputy", "deputy of somebody present"}
OFFICE = HEADS | DEPUTIES | {"owner", "colleague", "head of another unit", "former owner"}  # works in a unit today
SEES = READS | HEADS | {"owner", "acting deputy", "colleague", "contributor"}  # the mandate

READS_PROGRESS = (
    READS | OFFICE | {"administrator", "chair", "bureau"} | {role for role in ROLES if role.startswith("delegation")}
)

# Whoever is something no more, or not yet, is refused by the rules that tests/mandates/test_rules.py lives through.
WALKERS = [role for role in ROLES if not role.startswith(("former", "coming"))]
OUTSIDE = [
    *("delegation, capital", "delegation, mission", "delegation, observer"),
    *("chair", "bureau", "signed in", "stranger"),
]


class Place(NamedTuple):
    """An address: what fills its gaps, how it is asked, who is answered and who is led to another page."""

    args: tuple = ()
    answered: frozenset | set = frozenset()
    led: frozenset | set = frozenset()
    method: str = "get"


def named(patterns=None, spaces=()) -> Iterator[tuple[str, str]]:
    """Name and route of every address of the resolver; the administration is one."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(pattern, URLResolver):
            if pattern.namespace == "admin":
                yield "admin", str(pattern.pattern)
            else:
                inner = (*spaces, pattern.namespace) if pattern.namespace else spaces
                yield from named(pattern.url_patterns, inner)
        elif isinstance(pattern, URLPattern):
            yield ":".join((*spaces, pattern.name or str(pattern.pattern))), str(pattern.pattern)


ONE = ("harbour", "3-1-b-1")
PLACES = {
    "accounts:sign-in": Place(answered=STRANGERS, led=SIGNED_IN),
    "accounts:sign-out": Place(answered=EVERYBODY, method="post"),
    "accounts:profile": Place(answered=SIGNED_IN),
    "accounts:password-change": Place(answered=SIGNED_IN),
    "accounts:password-reset": Place(answered=EVERYBODY),
    "accounts:password-reset-sent": Place(answered=EVERYBODY),
    "accounts:password-reset-done": Place(answered=EVERYBODY),
    "accounts:password-reset-confirm": Place(("x", "y"), answered=EVERYBODY),
    "set_language": Place(answered=EVERYBODY, method="post"),
    "admin": Place(answered={"administrator"}),
    "admin/login/": Place(),
    "sessions:reports": Place(answered=READS | SECRETARIATS),
    "sessions:report-new": Place(answered=SECRETARIATS),
    "mandates:overview": Place(answered=SEES | SECRETARIATS | OFFICE, led=EVERYBODY - SEES - SECRETARIATS - OFFICE),
    "mandates:mine": Place(answered=SIGNED_IN),
    "mandates:groups": Place(answered=SEES | SECRETARIATS, led=SIGNED_IN - SEES - SECRETARIATS),
    "mandates:group": Place(("pilotage",), answered=SEES, led=READS_PROGRESS - SEES),
    "mandates:list": Place(answered=SIGNED_IN),
    "mandates:search": Place(led=SIGNED_IN),
    "mandates:sessions": Place(answered=READS | SECRETARIATS),
    "mandates:session-new": Place(answered=SECRETARIATS),
    "mandates:session": Place(("harbour-4",), answered=READS),
    "mandates:review": Place(("report",), answered=READS),
    "mandates:confirm-clear": Place(("report",), answered=KEEPS, method="post"),
    "mandates:confirm": Place(("report", "proposal"), answered=KEEPS, method="post"),
    "mandates:decline": Place(("report", "proposal"), answered=KEEPS),
    "mandates:undo": Place(("report", "proposal"), answered=KEEPS),
    "mandates:propose-again": Place(("report", "proposal"), answered=KEEPS, method="post"),
    "mandates:choose-group": Place(("report", "decision"), answered=KEEPS, method="post"),
    "mandates:release": Place(answered=SECRETARIATS),
    "mandates:release-preview": Place(answered=SECRETARIATS, method="post"),
    "mandates:release-send": Place(answered=SECRETARIATS, method="post"),
    "mandates:ask-withdrawal": Place(("release",), answered=KEEPS),
    "mandates:withdraw": Place(("release",), answered=KEEPS, method="post"),
    "mandates:keep": Place(("release",), answered=KEEPS, method="post"),
    "mandates:outbox": Place(answered=READS | SECRETARIATS | {"administrator"}),
    "mandates:message": Place(("message",), answered=READS | {"administrator"}),
    "mandates:message-resend": Place(("message",), answered=KEEPS | {"administrator"}, method="post"),
    "mandates:message-settle": Place(("message",), answered=KEEPS | {"administrator"}, method="post"),
    "mandates:silence-by-link": Place(("silence-link",), answered=EVERYBODY),
    "mandates:unsubscribe": Place(("stop-link",), answered=EVERYBODY),
    "mandates:health": Place(answered=EVERYBODY),
    "mandates:health-live": Place(answered=EVERYBODY),
    "mandates:progress": Place(answered=READS_PROGRESS | SECRETARIATS),
    "mandates:progress-body": Place(("harbour",), answered=READS_PROGRESS),
    "mandates:progress-asked": Place(("harbour",), answered=READS_PROGRESS),
    "mandates:progress-group": Place(("harbour", "pilotage"), answered=READS_PROGRESS),
    "mandates:progress-decision": Place(("harbour", "decisions", "3-1"), answered=READS_PROGRESS),
    "mandates:detail": Place(ONE, answered=SEES),
    "mandates:status": Place((*ONE, "start"), answered=MOVES, method="post"),
    "mandates:update": Place(ONE, answered=WRITES),
    "mandates:evidence": Place(ONE, answered=WRITES),
    "mandates:evidence-file": Place((*ONE, "evidence"), answered=SEES),
    "mandates:assign": Place(ONE, answered=KEEPS | HEADS),
    "mandates:waiting": Place(ONE, answered=MOVES),
    "mandates:silence": Place(ONE, answered=SEES),
    "mandates:target": Place(ONE, answered=KEEPS),
    "mandates:decision": Place(("harbour", "decisions", "3-1"), answered=SEES, led=READS_PROGRESS - SEES),
    "mandates:paragraph": Place(("harbour", "decisions", "3-1", "b"), led=READS_PROGRESS | SEES),
}


@pytest.fixture
def everything(mandate, new_mandate, harbour):
    """One of each thing that has a page, with the hidden word in whatever was not released; their keys by name."""
    somebody = UserFactory(name=f"Officer {HIDDEN}")
    decision, report = mandate.paragraph.decision, ReportFactory(body=harbour, original_name=f"{HIDDEN}.md")
    decision.report, decision.group = report, GroupFactory(parent=harbour, slug="pilotage")
    decision.session = SessionFactory(body=harbour, slug="harbour-4")
    decision.save()
    finding = {"level": "warning", "code": "session_not_found", "line": 1, "params": {}}
    account = {"lines": 40, "in_decisions": 30, "unplaced": 0}
    Reading.objects.create(report=report, made_at=AT, version="1", account=account, findings=[finding])
    mandate.short_title, mandate.target_on = HIDDEN, dt.date(2008, 11, 17)
    mandate.waiting_for, mandate.waiting_since, mandate.waiting_basis = "resources", AT.date(), HIDDEN
    mandate.unit = UnitFactory(name=f"Section {HIDDEN}")
    mandate.search_internal = HIDDEN
    mandate.save()
    update = UpdateFactory(mandate=mandate, text=HIDDEN, by=somebody)
    fields = {"mandate": mandate, "by": somebody, "at": AT}
    Change.objects.create(kind="status", old="", new="in_progress", reason=HIDDEN, **fields)
    evidence = Evidence(kind="file", title=HIDDEN, original_name=f"{HIDDEN}.pdf", **fields)
    evidence.file.save("x.pdf", ContentFile(b"%PDF-1.7 " + HIDDEN.encode()), save=False)
    evidence.save()
    release = ReleaseFactory(mandate=mandate, update=update, text=RELEASED, released_by=somebody)
    withdrawn = {"withdrawal_asked_by": somebody, "withdrawn_by": UserFactory(), "withdrawn_at": AT}
    ReleaseFactory(mandate=mandate, text=HIDDEN, withdrawal_reason=HIDDEN, **withdrawn)
    ReleaseFactory(mandate=new_mandate("c"), level="bureau", text="For the Bureau: zzbureau.")
    proposal = new_mandate("d", status="proposed", action=HIDDEN, short_title=HIDDEN)
    new_mandate("e", status="declined", action=HIDDEN, short_title=HIDDEN)
    message = Message.objects.create(
        kind=MessageKind.DIGEST,
        state=MessageState.REFUSED,
        recipient=somebody,
        address="reader@office.example",
        subject=HIDDEN,
        text=HIDDEN,
        message_id="digest.1",
        created_at=dates.now(),
    )
    Notice.objects.create(recipient=somebody, mandate=mandate, key="late:1", on=dates.today(), message=message)
    things = {"report": report, "proposal": proposal, "decision": decision, "release": release, "evidence": evidence}
    links = {
        "silence-link": signing.dumps([message.pk, mandate.pk], salt=SILENCE),
        "stop-link": signing.dumps([message.pk], salt=UNSUBSCRIBE),
    }
    return {name: thing.pk for name, thing in (things | {"message": message}).items()} | links


def address(name, place, keys):
    if name == "admin/login/":
        return "/admin/login/"
    return reverse("admin:index" if name == "admin" else name, args=[keys.get(arg, arg) for arg in place.args])


def ask(client, place, url, **how):
    """The answer; nothing of what the request did is left, not even a sign-out."""
    cookies = client.cookies.copy()
    with transaction.atomic():
        response = getattr(client, place.method)(url, **how)
        transaction.set_rollback(True)
    client.cookies = cookies
    return response


def became(response):
    """ "answered", "led" to another page, or "nothing": there is no such page, or it asks to sign in first."""
    where = response.headers.get("Location", "")
    if response.status_code in {403, 404} or where.startswith((f"{reverse('accounts:sign-in')}?", "/admin/login/?")):
        return "nothing"
    return "led" if response.status_code == 302 and response.request["REQUEST_METHOD"] == "GET" else "answered"


def test_every_address_is_declared_and_none_besides():
    assert {name for name, _route in named()} == set(PLACES)


@pytest.mark.parametrize("role", WALKERS)
def test_each_role_gets_what_access_says_and_nothing_else(everything, as_role, role):
    client = as_role(role)
    for name, place in PLACES.items():
        expected = "answered" if role in place.answered else "led" if role in place.led else "nothing"
        response = ask(client, place, address(name, place, everything))
        assert response.status_code not in {405, 500}, name
        assert became(response) == expected, name


@pytest.mark.parametrize("is_open", [False, True])
@pytest.mark.parametrize("role", OUTSIDE)
def test_who_stands_outside_reads_no_word_that_was_not_released(everything, harbour, as_role, role, is_open):
    harbour.is_open = is_open
    harbour.save()
    client, seen = as_role(role), ""
    for name, place in PLACES.items():
        response = ask(client, place, address(name, place, everything), follow=True)
        words = f"{response.getvalue().decode()}{response.headers}{response.redirect_chain}"
        assert HIDDEN not in words, name
        assert "17 November 2008" not in words, name  # the target
        seen += words
    assert (RELEASED in seen) == (role not in {"stranger", "signed in"})
    assert ("zzbureau" in seen) == (role in {"chair", "bureau"})


@pytest.mark.parametrize("name", ["detail", "review", "outbox", "message", "evidence-file"])
def test_inside_that_word_is_met_or_the_test_above_could_not_fail(everything, secretary, name):
    place = PLACES[f"mandates:{name}"]
    response = ask(secretary, place, address(f"mandates:{name}", place, everything))
    assert HIDDEN in response.getvalue().decode()


POSTED = [name for name, place in PLACES.items() if place.method == "post"]
FORMS = [
    *("mandates:status", "mandates:update", "mandates:evidence", "mandates:assign", "mandates:waiting"),
    *("mandates:target", "mandates:decline", "mandates:undo", "mandates:ask-withdrawal", "mandates:session-new"),
    *("sessions:report-new", "accounts:profile", "accounts:password-change", "accounts:password-reset"),
]


@pytest.mark.parametrize("name", sorted({*POSTED, *FORMS}))
def test_nothing_is_taken_from_a_form_of_another_site(everything, mandate, name):
    client = Client(enforce_csrf_checks=True)
    client.force_login(ROLES["secretary"](mandate))
    assert client.post(address(name, PLACES[name], everything)).status_code == 403
