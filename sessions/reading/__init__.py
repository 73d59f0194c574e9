"""Reads the report of a session, or a single decision: text in, facts with their places out. Knows no Django."""

from .reader import read
from .results import Account, DecisionText, Finding, Paragraph, Reading, SessionFacts

__all__ = ["Account", "DecisionText", "Finding", "Paragraph", "Reading", "SessionFacts", "read"]
