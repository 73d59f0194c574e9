"""What a person decides about a difference: the words of the file are taken, or those that are stored stay."""

import datetime as dt
from typing import Any

from django.db import transaction

from ctoctrack.accounts.models import User
from sessions.actions.paths import paragraph_paths
from sessions.enums import Answer, DifferenceKind, TextVersion
from sessions.models import Difference, Paragraph, ParagraphText
from sessions.reading.redline import is_harmless

FAR = 20_000  # places are unique in a decision: what moves goes by there


class Decided(Exception):
    """Somebody else has decided it, or its words are no longer those that were compared; `difference` as it is now."""

    def __init__(self, difference: Difference) -> None:
        self.difference = Difference.objects.select_related("answered_by", "decision", "paragraph").get(
            pk=difference.pk
        )
        super().__init__("decided")


class BuiltUpon(Exception):
    """It cannot be undone: what was taken has changed since."""


@transaction.atomic
def claim(difference: Difference, answer: str, *, by: User, at: dt.datetime, was: str = Answer.OPEN) -> None:
    """The difference has the answer, by this person; Decided where another was faster."""
    ours = Difference.objects.filter(pk=difference.pk, answer=was)
    opened = answer == Answer.OPEN
    if ours.update(answer=answer, answered_by=None if opened else by, answered_at=None if opened else at) != 1:
        raise Decided(difference)
    difference.answer = answer


@transaction.atomic
def keep(difference: Difference, *, by: User, at: dt.datetime) -> None:
    """What is stored stays; the same words in a later file are not asked about again."""
    claim(difference, Answer.KEPT, by=by, at=at)


@transaction.atomic
def take(difference: Difference, *, by: User, at: dt.datetime, paragraph: Paragraph | None = None) -> Paragraph:
    """What the file says is stored: words, label, a new paragraph, or that one vanished. Returns the paragraph.

    `paragraph`: where a text in another language belongs that found no place by itself.
    """
    claim(difference, Answer.TAKEN, by=by, at=at)
    if difference.kind == DifferenceKind.ADDED:
        found = _added(difference)
        _settle_others(difference, found)
        return found
    found = Paragraph.objects.select_for_update().get(pk=(paragraph or difference.paragraph).pk)  # type: ignore[union-attr]
    if difference.kind == DifferenceKind.VANISHED:
        found.vanished_in = difference.report
        found.save(update_fields=["vanished_in"])
        return found
    before: dict[str, Any] = {"paragraph": difference.paragraph_id}
    if difference.kind in {DifferenceKind.CHANGED, DifferenceKind.UNALIGNED}:
        before["text"] = _write(difference, found)
    if difference.kind in {DifferenceKind.CHANGED, DifferenceKind.MOVED} and difference.language == "en":
        before |= {"label": found.label, "part": found.part}
        found.label, found.part = difference.label, difference.part
        found.save(update_fields=["label", "part"])  # its address and the references of its mandates stay
    difference.paragraph, difference.before = found, before
    difference.save(update_fields=["paragraph", "before"])
    _settle_others(difference, found)
    return found


def _settle_others(difference: Difference, paragraph: Paragraph) -> None:
    """What another file says of the paragraph is compared with what now stands; what says the same is gone."""
    open_ones = Difference.objects.filter(
        decision=difference.decision, language=difference.language, answer=Answer.OPEN
    )
    if difference.kind == DifferenceKind.ADDED:
        open_ones.filter(kind=DifferenceKind.ADDED, label=difference.label, new=difference.new).delete()
        return
    for other in open_ones.filter(kind=DifferenceKind.CHANGED, paragraph=paragraph, old=difference.old):
        if other.new == difference.new:
            other.delete()
        else:
            other.old, other.is_harmless = difference.new, is_harmless(difference.new, other.new)
            other.save(update_fields=["old", "is_harmless"])


def _write(difference: Difference, paragraph: Paragraph) -> str | None:
    """The words of the file stand; returns those of that version before, None where there were none."""
    shown = paragraph.words_in(difference.language)
    is_there = shown is not None and shown.language == difference.language
    if (shown.text if shown and is_there else "") != difference.old:
        raise Decided(difference)
    row, made = ParagraphText.objects.get_or_create(
        paragraph=paragraph,
        language=difference.language,
        version=_version(difference, paragraph),
        defaults={"text": difference.new},
    )
    before = None if made else row.text
    if not made:
        row.text = difference.new
        row.save(update_fields=["text"])
    return before


def _version(difference: Difference, paragraph: Paragraph) -> str:
    """Words that were corrected once go on being corrected: a later file must not stand behind them."""
    corrected = paragraph.texts.filter(language=difference.language, version=TextVersion.CORRIGENDUM)
    return TextVersion.CORRIGENDUM if corrected.exists() else difference.version


def _added(difference: Difference) -> Paragraph:
    """The new paragraph stands where the file has it, with an address that no other has."""
    decision, label = difference.decision, difference.label
    rows = list(decision.paragraphs.select_for_update(of=("self",)))
    at = _place_of(difference, rows)
    taken = {row.path for row in rows}
    path = paragraph_paths([(difference.part, label)])[0][0]
    number = 2
    while (free := path if number == 2 and path not in taken else f"{path}-{number}") in taken:
        number += 1
    _make_room(rows[at:])
    parents = [row for row in rows[:at] if row.label and label.startswith(row.label) and label != row.label]
    siblings = [row for row in rows[:at] if row.label and row.label.rpartition("(")[0] == label.rpartition("(")[0]]
    parent = parents[-1] if parents else siblings[-1].chapeau if siblings else None
    made = Paragraph.objects.create(
        decision=decision,
        position=at,
        label=label,
        part=difference.part,
        path=free,
        kind=difference.paragraph_kind,
        chapeau=parent,
        line=difference.line,
    )
    ParagraphText.objects.create(paragraph=made, version=difference.version, text=difference.new)
    difference.paragraph, difference.before = made, {}
    difference.save(update_fields=["paragraph", "before"])
    return made


def _place_of(difference: Difference, rows: list[Paragraph]) -> int:
    """Behind the paragraph that it follows in the file, and behind those added there that come before it."""
    at = next((place + 1 for place, row in enumerate(rows) if row.pk == difference.follows_id), 0)
    earlier = Difference.objects.filter(
        report=difference.report,
        follows=difference.follows_id,
        kind=DifferenceKind.ADDED,
        answer=Answer.TAKEN,
        decision=difference.decision,
        position__lt=difference.position,
    ).exclude(paragraph=None)
    made = set(earlier.values_list("paragraph", flat=True))
    while at < len(rows) and rows[at].pk in made:
        at += 1
    return at


def _make_room(rows: list[Paragraph]) -> None:
    """These stand one place further: first far away, since no two may share a place for a moment."""
    for row in rows:
        row.position += FAR
    Paragraph.objects.bulk_update(rows, ["position"])
    for row in rows:
        row.position += 1 - FAR
    Paragraph.objects.bulk_update(rows, ["position"])


@transaction.atomic
def undo(difference: Difference, *, by: User, at: dt.datetime) -> None:
    """It is to be decided again, and what was stored before is there again; BuiltUpon where it has changed since."""
    was = difference.answer
    claim(difference, Answer.OPEN, by=by, at=at, was=was)
    if was == Answer.KEPT:
        return
    paragraph = Paragraph.objects.select_for_update(of=("self",)).get(differences=difference)
    if difference.kind == DifferenceKind.VANISHED:
        paragraph.vanished_in = None
        paragraph.save(update_fields=["vanished_in"])
        return
    if difference.kind == DifferenceKind.ADDED:
        _take_away(difference, paragraph)
        return
    before = difference.before or {}
    if "text" in before:
        _restore(difference, paragraph, before["text"])
    if "label" in before:
        if (paragraph.label, paragraph.part) != (difference.label, difference.part):
            raise BuiltUpon
        paragraph.label, paragraph.part = before["label"], before["part"]
        paragraph.save(update_fields=["label", "part"])
    Difference.objects.filter(pk=difference.pk).update(paragraph=before.get("paragraph"), before=None)


def _restore(difference: Difference, paragraph: Paragraph, text: str | None) -> None:
    rows = paragraph.texts.filter(language=difference.language, text=difference.new)
    row = rows.order_by("-pk").first()
    shown = paragraph.words_in(difference.language)
    if row is None or shown is None or shown.text != difference.new:
        raise BuiltUpon
    if text is None:
        row.delete()
    else:
        row.text = text
        row.save(update_fields=["text"])


def _take_away(difference: Difference, paragraph: Paragraph) -> None:
    """The added paragraph is gone, if nothing hangs on it; the caller has taken away what was only proposed there."""
    if paragraph.items.exists() or Difference.objects.filter(paragraph=paragraph).exclude(pk=difference.pk).exists():
        raise BuiltUpon
    Difference.objects.filter(pk=difference.pk).update(paragraph=None, before=None)
    Difference.objects.filter(follows=paragraph).update(follows=difference.follows)
    paragraph.texts.all().delete()
    paragraph.delete()
