"""What was adopted: decisions, their paragraphs, and the words of a paragraph per language and version."""

import re
from typing import Any

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from rules.contrib.models import RulesModel

from sessions.enums import DecisionKind, ParagraphKind, TextVersion
from sessions.models.body import Body
from sessions.models.report import Report
from sessions.models.session import Session
from sessions.rules import can_read_internally, can_read_progress, is_adopted, is_secretariat


class Decision(RulesModel):
    """A decision or resolution of a body, as adopted at a session."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="decisions", verbose_name=_("body"))
    session = models.ForeignKey(
        Session, models.PROTECT, null=True, blank=True, related_name="decisions", verbose_name=_("session")
    )
    report = models.ForeignKey(
        Report, models.PROTECT, null=True, blank=True, related_name="decisions", verbose_name=_("report")
    )
    kind = models.CharField(_("kind"), max_length=20, choices=DecisionKind, default=DecisionKind.DECISION)
    number = models.CharField(_("number"), max_length=60)
    slug = models.SlugField(_("number in addresses"), max_length=80, allow_unicode=True)
    title = models.TextField(pgettext_lazy("of a decision", "title"), blank=True)
    adopted_on = models.DateField(_("adopted on"), null=True, blank=True)
    adopted_meeting = models.PositiveSmallIntegerField(_("number of the meeting"), null=True, blank=True)
    draft_symbol = models.CharField(_("symbol of the draft"), max_length=80, blank=True)
    is_orally_revised = models.BooleanField(_("revised orally on adoption"), default=False)
    sponsors = models.JSONField(_("sponsors"), default=list, blank=True)  # names of States, groups and organs
    group = models.ForeignKey(
        Body, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("group that follows it")
    )
    version = models.CharField(_("version"), max_length=20, choices=TextVersion, default=TextVersion.REPORT)
    restarts_labels = models.BooleanField(_("labels restart in each part"), default=False)
    position = models.PositiveSmallIntegerField(_("place in the report"), default=0)

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        ordering = ["body", "session", "position"]
        rules_permissions = {
            "view": can_read_internally,
            "change": is_secretariat,
            "read_progress": can_read_progress & is_adopted,
        }
        constraints = [
            models.UniqueConstraint("body", "kind", "slug", name="sessions_decision_slug"),
        ]

    def __str__(self) -> str:
        if self.is_draft:
            return gettext("draft %(number)s") % {"number": self.number or self.title}
        return f"{self.get_kind_display()} {self.number}"

    @property
    def is_draft(self) -> bool:
        """Is it a draft before the body, not what it adopted?"""
        return self.version == TextVersion.DRAFT

    def get_absolute_url(self) -> str:
        return reverse("mandates:decision", args=[self.body.slug, f"{self.kind}s", self.slug])


class Paragraph(models.Model):
    """One labelled piece of a decision, of the least size that has an address."""

    decision = models.ForeignKey(Decision, models.PROTECT, related_name="paragraphs", verbose_name=_("decision"))
    position = models.PositiveSmallIntegerField(_("place in the decision"))
    label = models.CharField(_("label"), max_length=60, blank=True)  # the path of printed labels, "(o)(i)"
    path = models.CharField(_("label in addresses"), max_length=80, blank=True)  # "o/i"; "p", "p-2" without label
    part = models.CharField(_("part"), max_length=20, blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=ParagraphKind)
    chapeau = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="items", verbose_name=_("chapeau")
    )
    line = models.PositiveIntegerField(_("line in the report"), null=True, blank=True)
    vanished_in = models.ForeignKey(
        Report,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("no longer in"),  # a later file of the same decision
    )

    class Meta:
        verbose_name = _("paragraph")
        verbose_name_plural = _("paragraphs")
        ordering = ["decision", "position"]
        constraints = [
            models.UniqueConstraint("decision", "position", name="sessions_paragraph_position"),
            models.UniqueConstraint("decision", "path", name="sessions_paragraph_path"),
        ]

    def __str__(self) -> str:
        """As it is cited: "4/1 (i)"; by a number, "3/1, para. 3 (a)"; without label, the decision alone."""
        if not self.label[:1].isdigit():
            return f"{self.decision.number} {self.label}".strip()
        label = re.sub(r"\.(?=\(|$)", " ", self.label).strip()
        return gettext("%(decision)s, para. %(label)s") % {"decision": self.decision.number, "label": label}

    def get_absolute_url(self) -> str:
        return reverse(
            "mandates:paragraph",
            args=[self.decision.body.slug, f"{self.decision.kind}s", self.decision.slug, self.path],
        )

    @property
    def words(self) -> "ParagraphText | None":
        """The words to show: as last corrected, in English where it is there. Reads `texts`, prefetched."""
        return self.words_in("en")

    def words_in(self, language: str) -> "ParagraphText | None":
        """The words in that language, else in English, else in any; a draft's only where there are no others."""
        texts: list[Any] = sorted(self.texts.all(), key=lambda text: text.place_for(language))
        return texts[0] if texts else None


class ParagraphText(models.Model):
    """The words of a paragraph in one language and one version. Spans count in them."""

    paragraph = models.ForeignKey(Paragraph, models.PROTECT, related_name="texts", verbose_name=_("paragraph"))
    language = models.CharField(_("language"), max_length=10, choices=settings.TEXT_LANGUAGES, default="en")
    version = models.CharField(_("version"), max_length=20, choices=TextVersion, default=TextVersion.REPORT)
    text = models.TextField(_("words"))

    class Meta:
        verbose_name = _("words of a paragraph")
        verbose_name_plural = _("words of paragraphs")
        ordering = ["paragraph", "language", "version"]
        constraints = [models.UniqueConstraint("paragraph", "language", "version", name="sessions_paragraphtext_once")]

    def __str__(self) -> str:
        return self.text[:80]

    def place_for(self, language: str) -> tuple[bool, bool, bool, bool, int]:
        """Its place among the words of its paragraph for a reader of that language, the first to be shown."""
        is_draft, is_corrected = self.version == TextVersion.DRAFT, self.version == TextVersion.CORRIGENDUM
        return is_draft, self.language != language, self.language != "en", not is_corrected, -self.pk
