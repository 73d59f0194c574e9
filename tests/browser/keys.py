"""A way in for each role of the demonstration, and what fills the gaps of addresses; run by `manage.py shell`."""

import datetime as dt
import json
from pathlib import Path

from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.core import signing
from django.core.files.base import ContentFile
from django.test import Client
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from ctoctrack.accounts.models import User
from ctoctrack.lib import dates
from mandates.actions.reviewing import confirm
from mandates.demonstration.people import address
from mandates.enums import Ledger, Status
from mandates.models import Evidence, Mandate, Release, Repeat, Spreadsheet
from mandates.models.notices import Message, Notice
from mandates.notices.links import SILENCE, UNSUBSCRIBE
from sessions.models import Body, Decision, Report, Session, StatedParagraph
from tests.texts import comes_in, draft_text, report_text

DOORS = ("secretary", "officer", "head", "delegation", "bureau", "administrator", "auditor")


def way_in(person: User) -> str:
    """The key of a session of theirs."""
    client = Client()
    client.force_login(person)
    return client.cookies["sessionid"].value


def versions(body: Body, person: User) -> dict[str, int]:
    """Reports to be decided about: one that corrects what is stored, and one of which a draft was there before."""
    original = (Path(settings.BASE_DIR) / "sample" / "harbour-cop-3.md").read_text(encoding="utf-8")
    corrected = original.replace("31 March 2008", "30 April 2008").replace("every year;", "every year ;")
    corrected = corrected.replace(
        "5. *Requests* the Secretariat to make the draft code",
        "5. *Urges* pilots to be careful;\n\n6. *Requests* the Secretariat to make the draft code",
    )
    comes_in(body, person, draft_text(), at=dates.now(), name="L.3.md")
    for mandate in Mandate.objects.filter(paragraph__decision__version="draft", status=Status.PROPOSED):
        confirm(mandate, by=person)
    return {
        "differing": comes_in(body, person, corrected, at=dates.now(), name="corrected.md").pk,
        "adopting": comes_in(body, person, report_text().replace("3/1", "3/9"), at=dates.now(), name="part 2.md").pk,
    }


def tell() -> None:
    """Ways in and keys are printed."""
    body = Body.objects.get(slug="harbour-cop")
    people = {name: User.objects.get(email=address(name)) for name in DOORS}
    mandates = Mandate.objects.filter(paragraph__decision__body=body)
    owned = mandates.filter(owner=people["officer"], status=Status.IN_PROGRESS).first()
    release = Release.objects.filter(withdrawn_at=None, withdrawal_asked_by=None).first()
    evidence = Evidence(mandate=owned, kind="file", title="Draft of the guide", by=people["officer"], at=dates.now())
    evidence.original_name = "draft.pdf"
    evidence.file.save("draft.pdf", ContentFile(b"%PDF-1.4 draft"), save=False)
    evidence.save()
    proposals = Mandate.objects.filter(status=Status.PROPOSED)
    notice = Notice.objects.filter(recipient=people["officer"]).exclude(message=None).first()
    decision = Decision.objects.filter(paragraphs__mandates=release.mandate).first()
    wished = mandates.filter(status=Status.IN_PROGRESS).exclude(pk=owned.pk).first()
    wish = wished.target_requests.create(
        new=dt.date(2009, 3, 31), reason="The printer is late.", by=people["officer"], at=dates.now()
    )
    sheet = Spreadsheet(body=body, original_name="table.csv", uploaded_by=people["secretary"], uploaded_at=dates.now())
    sheet.state_since = dates.now()
    row = f",,,Printed,,,,,Finished,{owned.reference}\n3/9,(a),publish a list of lights,,,,,soon,,\n"
    head = "Resolution,Paragraph,Action required,Implementation,Resources,Owner,Unit,Deadline,Status,Reference\n"
    sheet.file.save("table.csv", ContentFile((head + row).encode()))
    Repeat.objects.create(
        later=proposals.first(),
        earlier=owned,
        why={"code": "words", "words": ["harbour", "pilot"]},
        likeness=60,
        found_at=dates.now(),
    )
    keys = {
        "spreadsheet": sheet.pk,
        "officer": people["officer"].pk,
        "wished": wished.reference,
        "wish": wish.pk,
        "body": body.slug,
        "group": Body.objects.filter(parent=body).first().slug,
        "session": Session.objects.filter(body=body).order_by("starts_on").last().slug,
        "past-session": Session.objects.filter(body=body, documents__isnull=False).first().slug,
        "stated": StatedParagraph.objects.filter(statement__body=body, mappings=None).first().pk,
        "report": Report.objects.filter(body=body).first().pk,
        "reference": owned.reference,
        "reported": mandates.filter(status=Status.REPORTED_DONE).first().reference,
        "asked": mandates.filter(ledger=Ledger.STATES, status=None).first().reference,
        "evidence": evidence.pk,
        "message": Message.objects.first().pk,
        "release": release.pk,
        "decision": decision.slug,
        "label": owned.paragraph.label.strip("()"),
        "silence-link": signing.dumps([notice.message_id, notice.mandate_id], salt=SILENCE),
        "proposed": proposals.first().pk,
        "proposed-paragraph": proposals.first().paragraph_id,
        "proposed-report": proposals.first().paragraph.decision.report_id,
        "confirmed": mandates.filter(status=Status.NOT_STARTED).first().pk,
        "uid": urlsafe_base64_encode(force_bytes(people["auditor"].pk)),
        "token": default_token_generator.make_token(people["auditor"]),
        "stop-link": signing.dumps([notice.message_id], salt=UNSUBSCRIBE),
    }
    keys |= versions(body, people["secretary"])
    print(json.dumps({"doors": {name: way_in(person) for name, person in people.items()}, "keys": keys}))  # noqa: T201
