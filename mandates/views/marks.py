"""Where in a paragraph's words a mandate stands, as marks for the page."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from ctoctrack.lib.marking import Mark
from mandates.models import Mandate
from sessions.models import Paragraph


def anchor(paragraph: Paragraph) -> str:
    """The place of a paragraph on the page of its decision: "o-i"."""
    return paragraph.path.replace("/", "-")


def marks_of(mandates: Iterable[Mandate], paragraph: Paragraph, *, action: bool = False) -> list[Mark]:
    """The marks of the mandates' verbs, addressees and deadlines in the words of `paragraph`; of actions where asked.

    A span names the label of the paragraph in which it counts: what an item inherits stands in its chapeau.
    """
    titles = {"verb": _("verb"), "addressees": _("addressee"), "deadline": _("deadline"), "action": _("action")}
    kinds = {"verb": "verb", "addressees": "addressee", "deadline": "deadline"} | (
        {"action": "action"} if action else {}
    )
    marks = []
    for mandate in mandates:
        for field, kind in kinds.items():
            found: Any = mandate.spans.get(field)
            for span in found if isinstance(found, list) else [found]:
                if span and span["label"] == paragraph.label:
                    marks.append(Mark(span["at"][0], span["at"][1], kind, titles[field]))
    return marks
