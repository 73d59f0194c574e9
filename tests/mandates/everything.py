"""One of each thing that has a page, with a hidden word in whatever was not released; how each address is asked."""

import datetime as dt

from django.core import signing
from django.core.files.base import ContentFile
from django.db import connection, transaction
from django.urls import reverse

from ctoctrack.lib import dates
from mandates.enums import MessageKind, MessageState
from mandates.models import Change, Evidence, Repeat, Spreadsheet
from mandates.models.notices import Message, Notice
from mandates.notices.links import SILENCE, UNSUBSCRIBE
from sessions.models import AgendaItem, Attendance, Reading
from tests.factories import (
    DecisionFactory,
    DocumentFactory,
    GroupFactory,
    ParagraphFactory,
    ReleaseFactory,
    ReportFactory,
    SessionFactory,
    StatedParagraphFactory,
    StatementFactory,
    UnitFactory,
    UpdateFactory,
    UserFactory,
)

AT = dt.datetime(2008, 11, 20, 9, 0, tzinfo=dt.UTC)
HIDDEN = "zzhidden"  # stands in every text that was not released
RELEASED = "The handbook was published."


def make_everything(mandate, new_mandate, body, slug="pilotage", session="harbour-4", message_id="digest.1"):
    """One of each thing that has a page, with the hidden word in whatever was not released; their keys by name."""
    somebody = UserFactory(name=f"Officer {HIDDEN}")
    decision, report = mandate.paragraph.decision, ReportFactory(body=body, original_name=f"{HIDDEN}.md")
    decision.report, decision.group = report, GroupFactory(parent=body, slug=slug)
    decision.session = SessionFactory(body=body, slug=session)
    decision.save()
    finding = {"level": "warning", "code": "session_not_found", "line": 1, "params": {}}
    account = {"lines": 40, "in_decisions": 30, "unplaced": 0}
    Reading.objects.create(report=report, made_at=AT, version="1", account=account, findings=[finding])
    mandate.short_title, mandate.target_on = HIDDEN, dt.date(2008, 11, 17)
    mandate.waiting_for, mandate.waiting_since, mandate.waiting_basis = "resources", AT.date(), HIDDEN
    mandate.unit = UnitFactory(name=f"Section {HIDDEN} of {body.slug}")
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
        message_id=message_id,
        created_at=dates.now(),
    )
    Notice.objects.create(recipient=somebody, mandate=mandate, key="late:1", on=dates.today(), message=message)
    things = {"report": report, "proposal": proposal, "decision": decision, "release": release, "evidence": evidence}
    things["proposed-paragraph"] = proposal.paragraph
    things["stated"] = make_besides(report, decision.session)
    things |= make_versions(report, decision, mandate.paragraph)
    things["leaver"] = mandate.contributors.create(user=somebody).user
    things["spreadsheet"] = Spreadsheet.objects.create(
        body=body, original_name=f"{HIDDEN}.csv", file="none.csv", uploaded_by=somebody, uploaded_at=AT, state_since=AT
    )
    things["repeat"] = Repeat.objects.create(
        later=proposal, earlier=mandate, why={"code": "words", "words": [HIDDEN]}, found_at=AT
    )
    things["wish"] = mandate.target_requests.create(new=dt.date(2008, 12, 24), reason=HIDDEN, by=somebody, at=AT)
    links = {
        "silence-link": signing.dumps([message.pk, mandate.pk], salt=SILENCE),
        "stop-link": signing.dumps([message.pk], salt=UNSUBSCRIBE),
    }
    return {name: thing.pk for name, thing in (things | {"message": message}).items()} | links


def make_besides(report, session):
    """What a report says besides, with the hidden word in all of it; a paragraph of a draft with costs."""
    report.session = session
    report.save()
    DocumentFactory(session=session, symbol=f"HARB/{report.body.slug}/1", title=HIDDEN)
    AgendaItem.objects.create(session=session, number="1", title=HIDDEN)
    Attendance.objects.create(session=session, attended_as="ngo", name=HIDDEN)
    amount = {"currency": "USD", "amount": 84000, "purpose": HIDDEN, "period": "2008-2009"}
    statement = StatementFactory(report=report, session=session, draft="HARB/3/L.7")
    return StatedParagraphFactory(statement=statement, words=HIDDEN, amounts=[amount])


def make_versions(report, decision, paragraph):
    """A difference of a later file, and a draft of which the decision came, with the hidden word in both."""
    draft = DecisionFactory(body=report.body, number=f"HARB/{report.body.slug}/L.9", title=HIDDEN, version="draft")
    words = ParagraphFactory(decision=draft, text=HIDDEN)
    words.texts.update(version="draft")
    return {
        "difference": report.differences.create(decision=decision, paragraph=paragraph, kind="changed", new=HIDDEN),
        "concordance": report.concordances.create(draft=draft, decision=decision),
    }


def address(name, place, keys):
    """The address of a place, with the keys of the things that it is about."""
    if name == "admin/login/":
        return "/admin/login/"
    return reverse("admin:index" if name == "admin" else name, args=[keys.get(arg, arg) for arg in place.args])


def ask(client, url, method="GET", **how):
    """The answer, with what it `wrote`; nothing of what the request did is left, not even a sign-out."""
    cookies, wrote = client.cookies.copy(), []

    def listen(execute, sql, params, many, context):
        if sql.startswith(("INSERT", "UPDATE", "DELETE")) and '"django_session"' not in sql:
            wrote.append(sql)
        return execute(sql, params, many, context)

    with transaction.atomic(), connection.execute_wrapper(listen):
        response = getattr(client, method.lower())(url, **how)
        transaction.set_rollback(True)
    client.cookies, response.wrote = cookies, wrote
    return response


def became(response):
    """ "answered", "led" to another page, "refused" as a method, or "nothing": no such page, or it asks to sign in."""
    where = response.headers.get("Location", "")
    if response.status_code in {403, 404} or where.startswith((f"{reverse('accounts:sign-in')}?", "/admin/login/?")):
        return "nothing"
    if response.status_code == 405:
        return "refused"
    is_read = response.request["REQUEST_METHOD"] in {"GET", "HEAD"}
    return "led" if response.status_code == 302 and is_read else "answered"
