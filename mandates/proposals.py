"""A reading and its proposed mandates as one answer in plain JSON types. Knows no database."""

from __future__ import annotations

import re
from typing import Any

from mandates.extraction import Candidate, Clause, Deadline, Extracted, Span, extract
from mandates.wording import doubt_sentence
from sessions.reading import DecisionText, Reading
from sessions.wording import finding_sentence

_WHOSE = re.compile(r"\s+(?:of|to|on|for|in|under|serving|against)\s", re.IGNORECASE)


def body_noun(name: str) -> str:
    """The body by its own noun: "Conference" for a Conference of the Parties, "General Assembly" as it is."""
    return _WHOSE.split(name.strip(), maxsplit=1)[0] or "Conference"


def proposals(reading: Reading) -> dict[str, Any]:
    """The reading with the mandates that each of its paragraphs proposes, in the form `read_report` prints."""
    read = reading.as_dict()
    noun = body_noun(reading.session.body)
    return {
        "kind": read["kind"],
        "session": read["session"],
        "decisions": [
            _decision(d, session=reading.session.ordinal, body=noun, is_read=not reading.kind.is_quoted)
            for d in reading.decisions
        ],
        "account": read["account"],
        "besides": read["besides"],
        "findings": [
            {**finding.as_dict(), "text": finding_sentence(finding.code, finding.params)}
            for finding in reading.findings
        ],
    }


def _decision(decision: DecisionText, *, session: int | None, body: str, is_read: bool) -> dict[str, Any]:
    """`is_read`: in English; other languages are set beside it, and no request is read from them."""
    clauses = [Clause(p.label, p.part, p.kind, p.text, p.chapeau) for p in decision.paragraphs]
    quoted = [Extracted(clause.kind) for clause in clauses]
    extracted = extract(clauses, session=session, body=body) if is_read else quoted
    return {
        "number": decision.number,
        "title": decision.title,
        "kind": decision.kind,
        "paragraphs": [_paragraph(clause, found) for clause, found in zip(clauses, extracted, strict=True)],
    }


def _paragraph(clause: Clause, found: Extracted) -> dict[str, Any]:
    return {
        "label": clause.label,
        "part": clause.part,
        "kind": found.kind,
        "text": clause.text,
        "mandates": [_mandate(candidate) for candidate in found.candidates],
    }


def _mandate(candidate: Candidate) -> dict[str, Any]:
    doubt = candidate.doubt
    return {
        "verb": candidate.verb,
        "addressees": list(candidate.addressees),
        "action": candidate.action,
        "action_type": candidate.action_type,
        "deadline": _deadline(candidate.deadline),
        "funding": candidate.funding,
        "takes_effect": candidate.takes_effect,
        "references": [{"text": r.text, "span": [r.span.start, r.span.end]} for r in candidate.references],
        "spans": candidate_spans(candidate),
        "doubt": doubt
        and {"code": doubt.code, "params": dict(doubt.params), "text": doubt_sentence(doubt.code, doubt.params)},
    }


def _deadline(deadline: Deadline | None) -> dict[str, Any] | None:
    if deadline is None:
        return None
    return {
        "text": deadline.text,
        "kind": deadline.kind,
        "date": deadline.date,
        "start": deadline.start,
        "session": deadline.session,
        "part": deadline.part,
        "relation": deadline.relation,
        "offset": deadline.offset,
        "every": deadline.every,
    }


def candidate_spans(candidate: Candidate) -> dict[str, Any]:
    """Where the fields of a candidate are printed: label of a paragraph, start and end in its text."""
    spans = candidate.spans
    return {
        "verb": _span(spans.verb),
        "addressees": [_span(span) for span in spans.addressees],
        "action": _span(spans.action),
        "deadline": _span(spans.deadline),
    }


def _span(span: Span | None) -> dict[str, Any] | None:
    return None if span is None else {"label": span.label, "at": [span.start, span.end]}
