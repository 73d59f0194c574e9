"""Which draft an adopted decision came of, or an earlier revision of a draft: proposed when a file comes in."""

import re
from collections.abc import Iterable

from sessions.enums import Answer, TextVersion
from sessions.models import Concordance, Decision, Report
from sessions.reading import Finding
from sessions.reading.concordance import Piece, resemblance

ALIKE = 0.35  # from here on a draft may be that of a decision; what was struck and added makes them less alike


def base_of(symbol: str) -> str:
    """The draft whatever its revision: "HARB/2007/L.5" for L.5, L.5/Rev.1 and L.5/Add.2."""
    whole = symbol.split(" ")[0]  # "HARB/2007/L.9 II" is the second draft of its document
    return re.sub(r"(?:/(?:Rev|Add|Corr)\.?\s?\d+[\w.]*)+$", "", whole, flags=re.IGNORECASE)


def open_drafts(report: Report) -> list[Decision]:
    """Drafts of the body of which nothing has come yet, that other files brought."""
    drafts = Decision.objects.filter(body=report.body, version=TextVersion.DRAFT).exclude(report=report)
    return list(drafts.exclude(successors__answer=Answer.TAKEN).prefetch_related("paragraphs__texts").order_by("pk"))


def untraced(report: Report) -> tuple[list[Decision], list[Decision]]:
    """Decisions of the report of which no draft is known, and drafts of which nothing has come yet."""
    known = report.decisions.filter(forerunners__answer__in=(Answer.OPEN, Answer.TAKEN))
    decisions = report.decisions.exclude(pk__in=known.order_by().values("pk")).select_related("body")
    drafts = Decision.objects.filter(body=report.body, version=TextVersion.DRAFT).exclude(report=report)
    return list(decisions), list(drafts.exclude(successors__answer=Answer.TAKEN).select_related("body").order_by("pk"))


def trace(report: Report, decision: Decision, draft: Decision) -> Concordance:
    """A person says that the decision came of the draft; paragraph by paragraph it is to be confirmed all the same."""
    found, _made = Concordance.objects.get_or_create(draft=draft, decision=decision, defaults={"report": report})
    Concordance.objects.filter(pk=found.pk, answer=Answer.KEPT).update(answer=Answer.OPEN)
    return found


def trace_drafts(report: Report, decisions: Iterable[Decision], drafts_of: dict[str, str]) -> list[Finding]:
    """Each new decision of the report that seems to have come of a draft has a concordance with it, to be confirmed.

    `drafts_of`: symbol of the draft by number of the decision, where the report says from which it was adopted.
    """
    drafts = open_drafts(report)
    if not drafts:
        return []
    scored = []
    for decision in decisions:
        pieces = _pieces(decision)
        said = drafts_of.get(decision.number, decision.number if decision.is_draft else "")
        for draft in drafts:
            named = bool(said) and base_of(draft.number) == base_of(said)
            like = resemblance(_pieces(draft), pieces)
            if named or (like >= ALIKE and not (said and draft.number and _is_symbol(said))):
                # Of several revisions the last one, which came in last.
                scored.append((named, round(like, 1) if named else like, draft.pk, draft, decision))
    rows: list[Concordance] = []
    taken: set[int] = set()
    for _named, _like, _pk, draft, decision in sorted(scored, key=lambda row: row[:3], reverse=True):
        if draft.pk not in taken and decision.pk not in {row.decision_id for row in rows}:
            rows.append(Concordance(report=report, draft=draft, decision=decision))
            taken.add(draft.pk)
    Concordance.objects.bulk_create(rows)
    return [
        Finding(
            "info", "draft_found", None, {"number": row.decision.number, "draft": row.draft.number or row.draft.title}
        )
        for row in rows
    ]


def _is_symbol(said: str) -> bool:
    return said.count("/") > 1


def _pieces(decision: Decision) -> list[Piece]:
    words = [Piece(p.label, p.part, p.words.text) for p in decision.paragraphs.all() if p.words]
    return [Piece("", "", decision.title), *words]
