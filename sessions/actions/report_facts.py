"""What a report says besides its decisions is stored where it belongs. A second import changes nothing of it twice."""

import datetime as dt
from collections.abc import Iterable

from django.db.models import Q

from sessions.actions.slugs import free_slug
from sessions.enums import AgendaStatus, SessionKind
from sessions.models import (
    AgendaItem,
    Attendance,
    Citation,
    Decision,
    Document,
    FinancialStatement,
    Paragraph,
    Report,
    Session,
    StatedParagraph,
)
from sessions.reading import Finding
from sessions.reading.besides import Adoption, Attendee, ListedDocument, NextAgenda, ReportFacts, Statement
from sessions.reading.besides import Citation as Cited
from sessions.reading.symbols import base


def store_facts(report: Report, session: Session | None, facts: ReportFacts) -> list[Finding]:
    """All of it stands in the database; what stood there before, also what a person entered, is left as it is.

    In the caller's transaction. Answers with findings on what was there already and says otherwise.
    """
    adopted = {decision.number: decision for decision in Decision.objects.filter(_of(report, session))}
    _adoptions(adopted, facts.adoptions)
    _statements(report, session, adopted, facts.statements)
    _citations(report, adopted, facts.citations)
    findings = _agenda(report, facts.agenda) if facts.agenda else []
    if session is not None:
        _documents(session, facts.documents)
        _attendance(session, facts.attendance)
    return findings


def _of(report: Report, session: Session | None) -> Q:
    """The decisions that the report can tell of: its own, and those of its session that came with another file."""
    own = Q(report=report)
    return own | Q(session=session, body=report.body) if session else own


def _adoptions(adopted: dict[str, Decision], adoptions: Iterable[Adoption]) -> None:
    for adoption in adoptions:
        decision = adopted.get(adoption.decision)
        if decision is None or decision.adopted_meeting or decision.draft_symbol or decision.sponsors:
            continue
        decision.adopted_on = decision.adopted_on or (dt.date.fromisoformat(adoption.on) if adoption.on else None)
        decision.adopted_meeting = adoption.meeting
        decision.draft_symbol = adoption.draft[:80]
        decision.is_orally_revised = adoption.is_orally_revised
        decision.sponsors = list(adoption.sponsors)
        decision.save(update_fields=["adopted_on", "adopted_meeting", "draft_symbol", "is_orally_revised", "sponsors"])


def _citations(report: Report, adopted: dict[str, Decision], citations: Iterable[Cited]) -> None:
    """Only of decisions that came with this report: the places count in its paragraphs."""
    own = {decision.pk: number for number, decision in adopted.items() if decision.report_id == report.pk}
    rows = Paragraph.objects.filter(decision__in=own).values_list("decision", "position", "pk")
    keys = {(own[decision], position): pk for decision, position, pk in rows}
    wanted = [(keys.get((each.decision, each.paragraph)), each.symbol) for each in citations]
    Citation.objects.bulk_create(
        (Citation(paragraph_id=pk, symbol=symbol) for pk, symbol in wanted if pk is not None), ignore_conflicts=True
    )


def _statements(
    report: Report, session: Session | None, adopted: dict[str, Decision], statements: Iterable[Statement]
) -> None:
    by_draft = {base(decision.draft_symbol): decision for decision in adopted.values() if decision.draft_symbol}
    known = set(FinancialStatement.objects.filter(body=report.body).values_list("draft", flat=True))
    for position, statement in enumerate(statements):
        if statement.draft[:80] in known:
            continue
        known.add(statement.draft[:80])
        row = FinancialStatement.objects.create(
            body=report.body,
            session=session,
            report=report,
            draft=statement.draft[:80],
            annex=statement.annex[:10],
            decision=adopted.get(statement.decision) or by_draft.get(base(statement.draft)),
            position=position,
        )
        StatedParagraph.objects.bulk_create(
            StatedParagraph(
                statement=row,
                label=paragraph.label[:40],
                words=paragraph.words,
                bearing=paragraph.bearing,
                amounts=[
                    {"currency": a.currency, "amount": a.amount, "purpose": a.purpose, "period": a.period}
                    for a in paragraph.amounts
                ],
                position=place,
            )
            for place, paragraph in enumerate(statement.paragraphs)
        )


def _agenda(report: Report, agenda: NextAgenda) -> list[Finding]:
    """The provisional agenda stands on the session it is for, which is in the calendar, if need be without days."""
    session, _made = Session.objects.get_or_create(
        body=report.body,
        kind=SessionKind.ORDINARY,
        ordinal=agenda.session,
        part="",
        defaults={"slug": free_slug(f"{report.body.slug}-{agenda.session}")},
    )
    there = dict(session.agenda_items.filter(status=AgendaStatus.PROVISIONAL).values_list("number", "title"))
    if there:
        same = all(there.get(item.number) == item.title for item in agenda.items)
        return [] if same else [Finding("info", "agenda_known", agenda.line, {"ordinal": agenda.session})]
    AgendaItem.objects.bulk_create(
        AgendaItem(session=session, number=item.number, title=item.title, position=position)
        for position, item in enumerate(agenda.items)
    )
    return []


def _documents(session: Session, documents: Iterable[ListedDocument]) -> None:
    documents = list(documents)
    of_before = Document.objects.filter(symbol__in=[each.symbol for each in documents])
    known = {document.symbol: document for document in of_before}
    session.documents_of_before.add(*(each for each in known.values() if each.session_id != session.pk))
    items = {item.number: item for item in session.agenda_items.all()}
    Document.objects.bulk_create(
        Document(
            session=session,
            symbol=document.symbol,
            title=document.title,
            document_class=document.sort,
            agenda=document.agenda[:80],
            agenda_item=items.get(document.agenda),
        )
        for document in documents
        if document.symbol not in known
    )


def _attendance(session: Session, attendees: Iterable[Attendee]) -> None:
    if session.attendance.exists():
        return
    Attendance.objects.bulk_create(
        Attendance(
            session=session, attended_as=each.attended_as, state=each.iso3, name=each.name[:300], position=position
        )
        for position, each in enumerate(attendees)
    )
