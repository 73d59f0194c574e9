"""All that a report says besides its decisions, with findings where a section is there and could not be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .adoption import read_adoptions
from .agenda import read_agenda
from .annexes import raw_rows
from .attendance import Attended, read_attendance
from .besides import Adoption, ReportFacts, Statement
from .citations import read_citations
from .documents import read_documents
from .lines import Line
from .results import DecisionText, Finding, SessionFacts
from .statements import read_statements


def report_facts(
    text: str, lines: Sequence[Line], decisions: Sequence[DecisionText], session: SessionFacts
) -> tuple[ReportFacts, list[Finding]]:
    """What the report says of adoption, costs, the next agenda, documents and attendance; never raises."""
    raw = raw_rows(text)
    adoptions = read_adoptions(lines, decisions, session)
    statements = read_statements(lines)
    agenda, agenda_at = read_agenda(lines, session)
    documents, documents_at = read_documents(lines, raw)
    attended = read_attendance(lines, raw)
    facts = ReportFacts(
        adoptions=adoptions,
        statements=tuple(each for each in statements if each.draft),
        agenda=agenda,
        documents=documents,
        attendance=tuple(attended.attendees),
        citations=read_citations(lines, raw, decisions),
    )
    findings = [*_of_adoptions(decisions, adoptions), *_of_statements(statements), *_of_attendance(attended)]
    if agenda_at:
        findings.append(Finding("warning", "agenda_not_read", agenda_at))
    if documents_at:
        findings.append(Finding("warning", "documents_not_read", documents_at))
    return facts, findings


def _of_adoptions(decisions: Sequence[DecisionText], adoptions: Sequence[Adoption]) -> Iterator[Finding]:
    """Where the report tells how some were adopted, those of which it does not."""
    told = {adoption.decision for adoption in adoptions}
    missing = [decision for decision in decisions if decision.number and decision.number not in told]
    if told:
        for decision in missing:
            yield Finding("info", "adoption_not_found", decision.line, {"decision": decision.number})


def _of_statements(statements: Sequence[Statement]) -> Iterator[Finding]:
    for statement in statements:
        if not statement.draft:
            yield Finding("info", "statement_without_draft", statement.line, {"annex": statement.annex})
        elif not statement.paragraphs:
            yield Finding("warning", "statement_without_paragraphs", statement.line, {"draft": statement.draft})


def _of_attendance(attended: Attended) -> Iterator[Finding]:
    if attended.heading and not attended.attendees:
        yield Finding("warning", "attendance_not_read", attended.heading)
    elif attended.left_out:
        yield Finding("info", "attendance_left_out", attended.first_left_out, {"count": attended.left_out})
