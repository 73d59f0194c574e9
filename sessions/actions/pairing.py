"""Which paragraph of a draft became which adopted one: proposed from the words, confirmed by a person."""

import datetime as dt
from dataclasses import dataclass

from django.db import IntegrityError, transaction

from ctoctrack.accounts.models import User
from sessions.actions.comparing import pieces_of, standing
from sessions.enums import Answer, TextVersion
from sessions.models import Concordance, Pair, Paragraph, ParagraphText
from sessions.reading.concordance import concord


class Paired(Exception):
    """Somebody else has said what became of this paragraph; `pair` says what."""

    def __init__(self, pair: Pair | None, concordance: Concordance) -> None:
        self.pair, self.concordance = pair, concordance
        super().__init__("paired")


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph of the draft, of the adopted text, or both; `pair` where a person has confirmed it."""

    draft: Paragraph | None
    paragraph: Paragraph | None
    likeness: float = 0.0
    pair: Pair | None = None


def rows_of(concordance: Concordance) -> list[Row]:
    """The concordance as it stands: what people confirmed, and for the rest what the words propose."""
    old, new = standing(concordance.draft), standing(concordance.decision)
    confirmed = {pair.draft_id: pair for pair in concordance.pairs.select_related("by")}
    taken = {pair.paragraph_id for pair in confirmed.values()}
    by_key = {row.pk: row for row in new}
    rows: list[Row] = []
    shown: set[int] = set()
    for match in concord(pieces_of(old), pieces_of(new)):
        draft = old[match.old] if match.old is not None else None
        paragraph = new[match.new] if match.new is not None else None
        pair = confirmed.get(draft.pk) if draft else None
        if pair is not None:
            rows.append(Row(draft, by_key.get(pair.paragraph_id or 0), match.likeness, pair))
            if paragraph is not None and paragraph.pk not in taken and paragraph.pk not in shown:
                shown.add(paragraph.pk)
                rows.append(Row(None, paragraph))
            continue
        if paragraph is not None and (paragraph.pk in taken or paragraph.pk in shown):
            paragraph = None
        if paragraph is not None:
            shown.add(paragraph.pk)
        if draft is not None or paragraph is not None:
            rows.append(Row(draft, paragraph, match.likeness if paragraph else 0.0))
    return rows


@transaction.atomic
def accept(concordance: Concordance, *, by: User, at: dt.datetime) -> None:
    """The draft is the one of which the decision came: said by the first pair that is confirmed."""
    ours = Concordance.objects.filter(pk=concordance.pk)
    if ours.filter(answer=Answer.OPEN).update(answer=Answer.TAKEN, answered_by=by, answered_at=at) != 1:
        concordance.refresh_from_db()
        if concordance.answer != Answer.TAKEN:
            raise Paired(None, concordance)
    concordance.answer = Answer.TAKEN


@transaction.atomic
def dismiss(concordance: Concordance, *, by: User, at: dt.datetime, again: bool = False) -> None:
    """The decision did not come of this draft; `again`: it may have, after all."""
    was, new = (Answer.KEPT, Answer.OPEN) if again else (Answer.OPEN, Answer.KEPT)
    ours = Concordance.objects.filter(pk=concordance.pk, answer=was)
    who = {"answered_by": None, "answered_at": None} if again else {"answered_by": by, "answered_at": at}
    if ours.update(answer=new, **who) != 1:
        raise Paired(None, Concordance.objects.select_related("answered_by", "draft").get(pk=concordance.pk))


@transaction.atomic
def pair(concordance: Concordance, draft: Paragraph, paragraph: Paragraph | None, *, by: User, at: dt.datetime) -> Pair:
    """What became of the paragraph of the draft is said; its words stay, as a draft's, with the adopted paragraph."""
    accept(concordance, by=by, at=at)
    try:
        with transaction.atomic():
            made = Pair.objects.create(concordance=concordance, draft=draft, paragraph=paragraph, by=by, at=at)
    except IntegrityError:
        raise Paired(Pair.objects.select_related("by").filter(draft=draft).first(), concordance) from None
    if paragraph is not None and not concordance.decision.is_draft:
        for text in draft.texts.all():
            kept, fresh = ParagraphText.objects.get_or_create(
                paragraph=paragraph,
                language=text.language,
                version=TextVersion.DRAFT,
                defaults={"text": text.text},
            )
            if not fresh:  # two paragraphs of the draft became one
                kept.text = f"{kept.text}\n{text.text}"
                kept.save(update_fields=["text"])
    return made


@transaction.atomic
def part(made: Pair) -> None:
    """Nothing is said of the paragraph of the draft any more."""
    if made.paragraph is not None and not made.concordance.decision.is_draft:
        others = Pair.objects.filter(paragraph=made.paragraph).exclude(pk=made.pk).order_by("draft__position")
        made.paragraph.texts.filter(version=TextVersion.DRAFT).delete()
        for text in ParagraphText.objects.filter(paragraph__in=others.values("draft")).order_by("paragraph__position"):
            ParagraphText.objects.get_or_create(
                paragraph=made.paragraph,
                language=text.language,
                version=TextVersion.DRAFT,
                defaults={"text": text.text},
            )
    concordance = made.concordance
    made.delete()
    if not concordance.pairs.exists():
        Concordance.objects.filter(pk=concordance.pk).update(answer=Answer.OPEN, answered_by=None, answered_at=None)
