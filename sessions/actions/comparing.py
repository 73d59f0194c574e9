"""A later file beside what is stored: each paragraph that it gives otherwise waits for a person's word.

Nothing of a stored decision changes here but words in another language, which nobody had yet.
"""

from collections.abc import Sequence

from sessions.actions.paths import slug_of
from sessions.enums import Answer, DifferenceKind, TextVersion
from sessions.models import Decision, Difference, Paragraph, ParagraphText, Report, Session
from sessions.reading import DecisionText, Finding
from sessions.reading import Paragraph as Read
from sessions.reading import Reading as Text
from sessions.reading.alignment import align
from sessions.reading.concordance import Match, Piece, concord
from sessions.reading.corrections import corrected, same_label
from sessions.reading.redline import is_harmless
from sessions.reading.results import Level
from sessions.reading.versions import TextKind

LANGUAGES = {"zh": "zh-hans"}  # a text's language as the database names it, where the reader names it otherwise
IN_PART = frozenset({"corrigendum", "addendum"})  # what such a file does not hold has not vanished


def language_of(kind: TextKind) -> str:
    """The language of a text under the name that the database has for it."""
    return LANGUAGES.get(kind.language, kind.language)


def version_of(kind: TextKind) -> TextVersion:
    """As which version the words of a file are kept."""
    return {"draft": TextVersion.DRAFT, "corrigendum": TextVersion.CORRIGENDUM}.get(kind.sort, TextVersion.REPORT)


def pieces_of(paragraphs: Sequence[Paragraph]) -> list[Piece]:
    """The stored paragraphs in English, as the concordance takes them."""
    return [Piece(row.label, row.part, row.words.text if row.words else "") for row in paragraphs]


def read_pieces(paragraphs: Sequence[Read]) -> list[Piece]:
    return [Piece(each.label, each.part, each.text) for each in paragraphs]


def standing(decision: Decision) -> list[Paragraph]:
    """The paragraphs of a decision that no later file left out, with their words."""
    return list(decision.paragraphs.filter(vanished_in=None).prefetch_related("texts"))


def compare(report: Report, decision: Decision, found: DecisionText, kind: TextKind) -> list[Difference]:
    """What the file says otherwise than the stored decision, each a difference that waits; those that are new."""
    rows = standing(decision)
    matches = concord(pieces_of(rows), read_pieces(found.paragraphs), by_label=True)
    differences: list[Difference] = []
    follows: Paragraph | None = None
    for match in matches:
        old = rows[match.old] if match.old is not None else None
        new = found.paragraphs[match.new] if match.new is not None else None
        if new is None and kind.sort in IN_PART:
            continue
        if sort := _sort(old, new):
            difference = Difference(
                report=report, decision=decision, paragraph=old, follows=follows, kind=sort, version=version_of(kind)
            )
            _fill(difference, old, new, match)
            differences.append(difference)
        follows = old or follows
    return _store(decision, differences)


def _sort(old: Paragraph | None, new: Read | None) -> DifferenceKind | None:
    if old is None:
        return DifferenceKind.ADDED
    if new is None:
        return DifferenceKind.VANISHED
    if (old.words.text if old.words else "") != new.text:
        return DifferenceKind.CHANGED
    return DifferenceKind.MOVED if (old.label, old.part) != (new.label[:60], new.part[:20]) else None


def _fill(difference: Difference, old: Paragraph | None, new: Read | None, match: Match) -> None:
    """What the file and the store say of the paragraph."""
    if old is not None:
        difference.old = old.words.text if old.words else ""
        difference.label, difference.part, difference.position = old.label, old.part, old.position
    if new is not None and match.new is not None:
        difference.new, difference.position, difference.line = new.text, match.new, new.line
        difference.label, difference.part, difference.paragraph_kind = new.label[:60], new.part[:20], new.kind
    if old is not None and new is not None:
        same_place = (old.label, old.part) == (difference.label, difference.part)
        difference.is_harmless = same_place and is_harmless(difference.old, difference.new)


def _store(decision: Decision, differences: list[Difference]) -> list[Difference]:
    """Stored, but for those that a person has decided to leave, of an earlier file that said the same."""
    kept = Difference.objects.filter(decision=decision, answer=Answer.KEPT)
    known = set(kept.values_list("paragraph", "kind", "label", "language", "new"))
    fresh = [each for each in differences if _key(each) not in known]
    return Difference.objects.bulk_create(fresh)


def _key(difference: Difference) -> tuple[int | None, str, str, str, str]:
    return difference.paragraph_id, difference.kind, difference.label, difference.language, difference.new


def known(report: Report, decision: Decision, found: DecisionText, kind: TextKind) -> Finding:
    """The finding that the body has the decision already, and how much of it the file gives otherwise."""
    if differences := compare(report, decision, found, kind):
        return _counted("warning", "decision_differs", found, len(differences))
    return Finding("info", "decision_known", found.line, {"number": found.number})


def absent(report: Report, session: Session | None, text: Text) -> list[Finding]:
    """What was adopted at the session and is not in this file, where the file is the whole report once more."""
    numbers = {(found.kind, slug_of(found.number)) for found in text.decisions}
    if session is None or text.kind.is_quoted or text.kind.sort != "report" or len(numbers) < 2:
        return []
    stored = session.decisions.filter(version=TextVersion.REPORT).exclude(report=report).order_by("position")
    left = [decision for decision in stored if (decision.kind, decision.slug) not in numbers]
    if len(left) == stored.count():
        return []  # another part of the report
    return [Finding("info", "decision_not_in_file", None, {"number": decision.number}) for decision in left]


def correct_words(report: Report, text: Text) -> list[Finding]:
    """Each correction that a corrigendum words ("for ... read ...") is a difference; what finds no place is said."""
    findings: list[Finding] = []
    by_decision: dict[int, tuple[Decision, dict[int, Difference]]] = {}
    for correction in text.corrections:
        decision = report.body.decisions.filter(slug=slug_of(correction.number)).order_by("version").last()
        rows = standing(decision) if decision else []
        row = next((row for row in rows if same_label(row.label, correction.label)), None)
        waiting = by_decision.setdefault(decision.pk, (decision, {}))[1] if decision else {}
        before = waiting[row.pk].new if row and row.pk in waiting else row.words.text if row and row.words else ""
        new = corrected(before, correction) if row else None
        if decision is None or row is None or new is None:
            params = {"number": correction.number, "label": correction.label}
            findings.append(Finding("warning", "correction_unplaced", correction.line, params))
        elif new != before:
            difference = waiting.setdefault(row.pk, _correction(report, decision, row, correction.line))
            difference.new = new
            difference.is_harmless = is_harmless(difference.old, new)
    for decision, waiting in by_decision.values():
        _store(decision, list(waiting.values()))
    return findings


def _correction(report: Report, decision: Decision, row: Paragraph, line: int) -> Difference:
    return Difference(
        report=report,
        decision=decision,
        paragraph=row,
        kind=DifferenceKind.CHANGED,
        version=TextVersion.CORRIGENDUM,
        position=row.position,
        label=row.label,
        part=row.part,
        line=line,
        old=row.words.text if row.words else "",
    )


# Other languages ------------------------------------------------------------------------------------------------------
def set_beside(report: Report, text: Text) -> list[Finding]:
    """The paragraphs of the file stand beside the English ones, by their order; what found no place waits."""
    language = language_of(text.kind)
    findings: list[Finding] = []
    for found in text.decisions:
        decisions = Decision.objects.filter(body=report.body, slug=slug_of(found.number))
        # A session may adopt a decision and a resolution of one number; that of the same kind comes first.
        decision = min(decisions, key=lambda each: each.kind != found.kind, default=None)
        if decision is None:
            findings.append(Finding("warning", "translation_unmatched", found.line, {"number": found.number}))
            continue
        aligned, left = _beside(report, decision, found, language)
        findings.append(_counted("info", "translation_aligned", found, aligned))
        if left:
            findings.append(_counted("warning", "translation_unaligned", found, left))
    return findings


def _counted(level: Level, code: str, found: DecisionText, count: int) -> Finding:
    return Finding(level, code, found.line, {"number": found.number, "count": count})


def _beside(report: Report, decision: Decision, found: DecisionText, language: str) -> tuple[int, int]:
    """How many paragraphs were set beside, and how many wait for a person."""
    rows = standing(decision)
    stored = {row.pk: text for row in rows for text in row.texts.all() if text.language == language}
    version = TextVersion.DRAFT if decision.is_draft else TextVersion.REPORT
    texts: list[ParagraphText] = []
    waiting: list[Difference] = []
    aligned = 0
    for match in align(pieces_of(rows), read_pieces(found.paragraphs)):
        if match.new is None:
            continue
        new = found.paragraphs[match.new]
        old = rows[match.old] if match.old is not None else None
        there = stored.get(old.pk) if old is not None else None
        aligned += old is not None
        if old is not None and there is None:
            texts.append(ParagraphText(paragraph=old, language=language, version=version, text=new.text))
        elif there is None or there.text != new.text:
            difference = Difference(
                report=report,
                decision=decision,
                paragraph=old,
                kind=DifferenceKind.CHANGED if old else DifferenceKind.UNALIGNED,
                language=language,
                version=version,
                old=there.text if there else "",
                new=new.text,
                is_harmless=bool(there) and is_harmless(there.text if there else "", new.text),
                position=match.new,
                label=new.label[:60],
                line=new.line,
            )
            waiting.append(difference)
    ParagraphText.objects.bulk_create(texts)
    _store(decision, waiting)
    return aligned, sum(each.paragraph is None for each in waiting)
