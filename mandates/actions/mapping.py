"""A person says which adopted paragraph a paragraph of a draft became; only then its costs are shown there."""

import datetime as dt

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from ctoctrack.accounts.models import User
from ctoctrack.lib import dates
from mandates.actions.facts import Refused
from sessions.enums import Fate
from sessions.models import Mapping, Paragraph, StatedParagraph


def map_statement(
    stated: StatedParagraph, fate: Fate, paragraph: Paragraph | None, *, by: User, at: dt.datetime | None = None
) -> Mapping:
    """What became of the draft's paragraph stands there, with who said so; Refused where somebody has said it before.

    Not adopted, it stays with the draft alone. The adopted paragraph is one of the body of the statement.
    """
    if (paragraph is None) != (fate == Fate.NOT_ADOPTED):
        raise Refused(_("Name the adopted paragraph, or say that the paragraph was not adopted."))
    if paragraph is not None and paragraph.decision.body_id != stated.statement.body_id:
        raise Refused(_("The paragraph belongs to another body."))
    try:
        with transaction.atomic():
            return Mapping.objects.create(stated=stated, fate=fate, paragraph=paragraph, by=by, at=at or dates.now())
    except IntegrityError:
        raise Refused(_("Somebody else has said what became of it in the meantime. Look again.")) from None


def take_mapping_back(mapping: Mapping | None, *, by: User, at: dt.datetime | None = None) -> None:
    """What was said no longer holds; that it was said, and undone, stays known. Refused where it was undone before."""
    if mapping is None:
        raise Refused(_("Nobody has said yet what became of it."))
    undone = Mapping.objects.in_force().filter(pk=mapping.pk).update(taken_back_by=by, taken_back_at=at or dates.now())
    if undone != 1:
        raise Refused(_("This was undone before."))
    mapping.refresh_from_db()
