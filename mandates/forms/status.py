"""What a transition of the table of statuses needs."""

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from mandates.enums import EvidenceKind
from mandates.forms.evidence import proof
from mandates.models import Mandate
from mandates.transitions import Transition
from sessions.actions.paths import slug_of
from sessions.models import Paragraph

PROOFS = (EvidenceKind.SYMBOL, EvidenceKind.FILE)
WORDS: dict[str, tuple[Any, Any]] = {
    "reason": (_("Why"), _("It stands in the history.")),
    "outcome": (_("What was done"), _("In a sentence or two; the secretariat may release it.")),
    "note": (_("What you saw"), _("On what you verified it.")),
    "left": (_("What is left to do"), ""),
}


class TransitionForm(forms.Form):
    """What a transition needs: words, evidence, or the paragraph of a later decision; and the status that was seen."""

    def __init__(self, *args: Any, mandate: Mandate, transition: Transition, **kwargs: Any) -> None:
        kwargs.setdefault("auto_id", f"{transition.name}-%s")
        kwargs.setdefault("initial", {"was": mandate.status})
        super().__init__(*args, **kwargs)
        self.mandate, self.transition = mandate, transition
        self.fields["was"] = forms.CharField(widget=forms.HiddenInput, required=False)
        for need in transition.needs:
            if need in WORDS:
                label, hint = WORDS[need]
                self.fields["words"] = forms.CharField(
                    label=label, help_text=hint, widget=forms.Textarea(attrs={"rows": 3})
                )
            elif need == "authority":
                self.fields["authority"] = forms.CharField(
                    label=_("Paragraph of the later decision"), help_text=_("As it is cited, for example 5/1 (b).")
                )
            elif need == "evidence":
                there = getattr(mandate, "has_proof", None)  # a page has asked already
                self.has_evidence = mandate.evidence.filter(kind__in=PROOFS).exists() if there is None else there
                hint = (
                    _("There is evidence already; add more if there is more.")
                    if self.has_evidence
                    else _("The symbol of a document, or a file below. A link alone is none.")
                )
                self.fields["symbol"] = forms.CharField(
                    label=_("Document symbol"), required=False, max_length=80, help_text=hint
                )
                self.fields["file"] = proof()
        if "words" in self.fields:
            self.order_fields(["words"])

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if "symbol" in self.fields and not (self.has_evidence or data.get("symbol") or self.files.get("file")):
            self.add_error("symbol", _("Give evidence: the symbol of a document, or a file. A link alone is none."))
        return data

    def clean_authority(self) -> Paragraph:
        """The paragraph that was cited, of a decision of the same conference that is not this one."""
        cited = self.cleaned_data["authority"].strip()
        number, _space, label = cited.partition(" ")
        root = self.mandate.body.root
        found = (
            Paragraph.objects.filter(
                Q(decision__body=root) | Q(decision__body__parent=root),
                Q(decision__number__iexact=number) | Q(decision__slug__iexact=slug_of(number)),
                label__iexact=label.strip().replace(" ", ""),
            )
            .exclude(decision=self.mandate.paragraph.decision_id)
            .select_related("decision")
            .first()
        )
        if found is None:
            raise forms.ValidationError(
                _("No other decision here has a paragraph “%(cited)s”. Import its report first, or check the number."),
                params={"cited": cited},
            )
        return found
