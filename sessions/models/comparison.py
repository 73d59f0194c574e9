"""What an imported file says otherwise than what is stored, and what a person decided about it."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from sessions.enums import Answer, DifferenceKind, TextVersion
from sessions.models.decision import Decision, Paragraph
from sessions.models.report import Report

PEOPLE = settings.AUTH_USER_MODEL


class Difference(models.Model):
    """One paragraph of a stored decision that a later file gives otherwise; nothing changes before a person decides.

    `paragraph` is the stored one: none where the file adds a paragraph, or where a text in another language found no
    place. `before` is what taking it replaced, so that it can be undone: None until then.
    """

    report = models.ForeignKey(Report, models.PROTECT, related_name="differences", verbose_name=_("report"))
    decision = models.ForeignKey(Decision, models.PROTECT, related_name="differences", verbose_name=_("decision"))
    paragraph = models.ForeignKey(
        Paragraph, models.PROTECT, null=True, blank=True, related_name="differences", verbose_name=_("paragraph")
    )
    follows = models.ForeignKey(  # an added one: the stored paragraph that stands before it in the file
        Paragraph, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("stands after")
    )
    kind = models.CharField(_("kind"), max_length=20, choices=DifferenceKind)
    position = models.PositiveSmallIntegerField(_("place in the decision"), default=0)  # by the file
    label = models.CharField(_("label in the file"), max_length=60, blank=True)
    part = models.CharField(_("part in the file"), max_length=20, blank=True)
    paragraph_kind = models.CharField(_("kind of the paragraph"), max_length=20, blank=True)
    line = models.PositiveIntegerField(_("line in the file"), null=True, blank=True)
    language = models.CharField(_("language"), max_length=10, choices=settings.TEXT_LANGUAGES, default="en")
    version = models.CharField(_("version"), max_length=20, choices=TextVersion, default=TextVersion.REPORT)
    old = models.TextField(_("words as stored"), blank=True)
    new = models.TextField(_("words in the file"), blank=True)
    is_harmless = models.BooleanField(_("only spaces, punctuation or typography"), default=False)
    answer = models.CharField(_("what was decided"), max_length=10, choices=Answer, blank=True, default=Answer.OPEN)
    answered_by = models.ForeignKey(PEOPLE, models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(_("when"), null=True, blank=True)
    before = models.JSONField(null=True, blank=True)

    class Meta:
        verbose_name = _("difference")
        verbose_name_plural = _("differences")
        ordering = ["decision", "position", "pk"]
        indexes = [models.Index(fields=["report", "answer"], name="sessions_difference_left")]

    def __str__(self) -> str:
        return f"{self.decision.number} {self.label}: {self.get_kind_display()}"


class Concordance(models.Model):
    """A draft and the text that may have come of it: the adopted decision, or the draft's next revision.

    Which paragraph corresponds to which is worked out from the words whenever it is shown; what a person confirmed
    stands in pairs.
    """

    report = models.ForeignKey(Report, models.PROTECT, related_name="concordances", verbose_name=_("report"))
    draft = models.ForeignKey(Decision, models.PROTECT, related_name="successors", verbose_name=_("draft"))
    decision = models.ForeignKey(Decision, models.PROTECT, related_name="forerunners", verbose_name=_("decision"))
    answer = models.CharField(_("what was decided"), max_length=10, choices=Answer, blank=True, default=Answer.OPEN)
    answered_by = models.ForeignKey(PEOPLE, models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(_("when"), null=True, blank=True)

    class Meta:
        verbose_name = _("concordance")
        verbose_name_plural = _("concordances")
        ordering = ["decision", "pk"]
        constraints = [models.UniqueConstraint("draft", "decision", name="sessions_concordance_once")]

    def __str__(self) -> str:
        return f"{self.draft.number} → {self.decision.number}"


class Pair(models.Model):
    """A paragraph of a draft and the one that came of it, by a person's word; none came of it where it was struck.

    `before` holds what carrying over replaced, so that it can be undone.
    """

    concordance = models.ForeignKey(Concordance, models.CASCADE, related_name="pairs", verbose_name=_("concordance"))
    draft = models.OneToOneField(
        Paragraph, models.PROTECT, related_name="successor", verbose_name=_("paragraph of the draft")
    )
    paragraph = models.ForeignKey(
        Paragraph, models.PROTECT, null=True, blank=True, related_name="forerunners", verbose_name=_("paragraph")
    )
    by = models.ForeignKey(PEOPLE, models.PROTECT, related_name="+")
    at = models.DateTimeField(_("when"))
    before = models.JSONField(default=dict, blank=True)

    class Meta:
        verbose_name = _("pair of paragraphs")
        verbose_name_plural = _("pairs of paragraphs")
        ordering = ["concordance", "draft__position"]

    def __str__(self) -> str:
        return f"{self.draft} → {self.paragraph or '–'}"
