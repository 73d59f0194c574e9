"""What the bodies are and what they adopted."""

from sessions.models.attendance import Attendance
from sessions.models.body import Body
from sessions.models.citation import Citation
from sessions.models.comparison import Concordance, Difference, Pair
from sessions.models.decision import Decision, Paragraph, ParagraphText
from sessions.models.document import Document
from sessions.models.membership import Delegation, Membership
from sessions.models.report import Reading, Report
from sessions.models.session import AgendaItem, Session
from sessions.models.statement import FinancialStatement, Mapping, StatedParagraph

__all__ = [
    "AgendaItem",
    "Attendance",
    "Body",
    "Citation",
    "Concordance",
    "Decision",
    "Delegation",
    "Difference",
    "Document",
    "FinancialStatement",
    "Mapping",
    "Membership",
    "Pair",
    "Paragraph",
    "ParagraphText",
    "Reading",
    "Report",
    "Session",
    "StatedParagraph",
]
