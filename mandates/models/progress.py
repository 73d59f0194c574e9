"""Facts about a mandate, only ever appended: what changed, what was written, what proves it."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from mandates.enums import ChangeKind, EvidenceKind
from mandates.models.mandate import Mandate
from mandates.querysets import ChangeQuerySet

PEOPLE = settings.AUTH_USER_MODEL


class AppendOnly(models.Model):
    """A row that is written once; a person's undo is another row."""

    class Meta:
        abstract = True

    def save(self, *args: object, **kwargs: object) -> None:
        if self.pk is not None:
            raise TypeError(f"{type(self).__name__} is append-only")
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    def delete(self, *args: object, **kwargs: object) -> tuple[int, dict[str, int]]:
        raise TypeError(f"{type(self).__name__} is append-only")


class Change(AppendOnly):
    """Who changed what, when, from what to what, and why: history and work list of the notices in one table.

    `old` and `new` hold codes or keys in the form of their kind (a status, a day, a person's key); `params` holds what
    a sentence needs besides. A run of notices marks what it has looked at, in `looked_at`.
    """

    mandate = models.ForeignKey(Mandate, models.PROTECT, related_name="changes")
    kind = models.CharField(_("kind"), max_length=20, choices=ChangeKind)
    old = models.CharField(_("from"), max_length=200, blank=True)
    new = models.CharField(_("to"), max_length=200, blank=True)
    reason = models.TextField(_("why"), blank=True)
    params = models.JSONField(default=dict, blank=True)
    by = models.ForeignKey(PEOPLE, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("who"))
    at = models.DateTimeField(_("when"), db_index=True)
    looked_at = models.BooleanField(default=False)

    objects = ChangeQuerySet.as_manager()

    class Meta:
        verbose_name = _("change")
        verbose_name_plural = _("changes")
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["at"], name="mandates_change_untold", condition=Q(looked_at=False))]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.old} → {self.new}"


class Update(AppendOnly):
    """What an officer wrote about how it goes; internal, until its words are released as a line."""

    mandate = models.ForeignKey(Mandate, models.PROTECT, related_name="updates")
    text = models.TextField(_("update"))
    language = models.CharField(_("language"), max_length=10, choices=settings.TEXT_LANGUAGES, default="en")
    by = models.ForeignKey(PEOPLE, models.PROTECT, related_name="+", verbose_name=_("who"))
    at = models.DateTimeField(_("when"))

    class Meta:
        verbose_name = _("update")
        verbose_name_plural = _("updates")
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return self.text[:80]


class Evidence(AppendOnly):
    """What proves that it was done: a document's symbol or a file. A link alone proves nothing."""

    mandate = models.ForeignKey(Mandate, models.PROTECT, related_name="evidence")
    kind = models.CharField(_("kind"), max_length=10, choices=EvidenceKind)
    title = models.CharField(_("what it is"), max_length=300, blank=True)
    symbol = models.CharField(_("document symbol"), max_length=80, blank=True)
    url = models.URLField(_("link"), max_length=500, blank=True)
    file = models.FileField(_("file"), upload_to="evidence/", blank=True, max_length=200)
    original_name = models.CharField(_("name of the file"), max_length=255, blank=True)
    sha256 = models.CharField(_("hash"), max_length=64, blank=True)
    by = models.ForeignKey(PEOPLE, models.PROTECT, related_name="+", verbose_name=_("who"))
    at = models.DateTimeField(_("when"))

    class Meta:
        verbose_name = _("evidence")
        verbose_name_plural = _("evidence")
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="mandates_evidence_form",
                condition=(Q(kind=EvidenceKind.SYMBOL) & ~Q(symbol=""))
                | (Q(kind=EvidenceKind.FILE) & ~Q(file=""))
                | (Q(kind=EvidenceKind.LINK) & ~Q(url="")),
            )
        ]

    def __str__(self) -> str:
        return self.symbol or self.title or self.original_name or self.url
