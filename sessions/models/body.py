"""Bodies: conferences, and the groups that are part of them."""

import rules
from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from rules.contrib.models import RulesModel
from simple_history.models import HistoricalRecords

from sessions.enums import BodyKind
from sessions.querysets import BodyQuerySet
from sessions.rules import can_read_internally, can_read_progress, is_administrator, is_secretariat

# First words of addresses that are pages: a body of this name could not be reached.
FIXED_WORDS = frozenset(
    [
        "accounts",
        "admin",
        "api",
        "calendar",
        "calls",
        "documents",
        "feeds",
        "groups",
        "health",
        "mandates",
        "media",
        "mine",
        "notices",
        "outbox",
        "outputs",
        "progress",
        "release",
        "replies",
        "reports",
        "sessions",
        "static",
        "search",
    ]
)


def not_a_fixed_word(slug: str) -> None:
    """Refuses a slug under which another page stands."""
    if slug in FIXED_WORDS:
        raise ValidationError(_("“%(slug)s” is the address of another page."), params={"slug": slug})


class Body(RulesModel):
    """A conference, or a group of one; whatever adopts, is asked, or meets."""

    slug = models.SlugField(_("short name in addresses"), unique=True, validators=[not_a_fixed_word])
    name = models.CharField(_("name"), max_length=300)
    short_name = models.CharField(_("short name"), max_length=80, blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=BodyKind, default=BodyKind.CONFERENCE)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="groups", verbose_name=_("group of")
    )
    office = models.CharField(_("organ that services it"), max_length=200, blank=True)
    symbol = models.CharField(_("prefix of its document symbols"), max_length=40, blank=True)
    established_by = models.CharField(_("established by"), max_length=200, blank=True)
    chair = models.CharField(_("chair, by office"), max_length=200, blank=True)
    is_open = models.BooleanField(_("progress is open to everybody"), default=False)
    notice = models.TextField(
        _("said on each of its pages"),
        blank=True,
        help_text=_("For example that its texts are a restatement."),
    )
    history = HistoricalRecords()
    objects = BodyQuerySet.as_manager()

    class Meta:
        verbose_name = _("body")
        verbose_name_plural = _("bodies")
        ordering = ["name"]
        rules_permissions = {
            "add": is_administrator,
            "change": is_administrator | is_secretariat,
            "view": is_administrator | can_read_internally,
            "delete": rules.predicates.always_deny,
            "read_progress": can_read_progress,
        }

    def __str__(self) -> str:
        return self.short_name or self.name

    def clean(self) -> None:
        super().clean()
        if self.parent and (self.parent.parent_id or self.parent_id == self.pk):
            raise ValidationError({"parent": _("A group belongs to a body that stands on its own.")})

    def get_absolute_url(self) -> str:
        return reverse("mandates:group", args=[self.slug])

    @property
    def root(self) -> "Body":
        """The conference: itself, or the body that this is a group of."""
        return self.parent or self
