"""PURE: the clauses of one decision -> what each asks, of whom, by when, with the place of every word."""

from .candidates import extract
from .shapes import Candidate, Clause, Deadline, Doubt, Extracted, Reference, Span, Spans

__all__ = ["Candidate", "Clause", "Deadline", "Doubt", "Extracted", "Reference", "Span", "Spans", "extract"]
