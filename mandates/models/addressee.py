"""Who is asked: as printed, and what the names mean in a body."""

from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _
from rules.contrib.models import RulesModel

from mandates.enums import Ledger
from mandates.models.mandate import Mandate
from sessions.models import Body
from sessions.rules import is_administrator, is_secretariat


class Party(RulesModel):
    """A name under which a body's texts ask somebody, and the ledger it decides: "the Office" is the Secretariat."""

    body = models.ForeignKey(Body, models.CASCADE, related_name="parties", verbose_name=_("body"))
    name = models.CharField(_("name in the texts"), max_length=200)
    ledger = models.CharField(_("ledger"), max_length=20, choices=Ledger)
    asked_body = models.ForeignKey(
        Body,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("the body that it is"),
        help_text=_("Where the name is that of the conference or of one of its groups."),
    )

    class Meta:
        verbose_name = _("name of an addressee")
        verbose_name_plural = _("names of addressees")
        ordering = ["body", "name"]
        constraints = [models.UniqueConstraint("body", Lower("name"), name="mandates_party_name")]
        rules_permissions = dict.fromkeys(("add", "change", "view", "delete"), is_administrator | is_secretariat)

    def __str__(self) -> str:
        return self.name


class Addressee(models.Model):
    """One of those whom a mandate asks, as printed, shortest noun phrase without article."""

    mandate = models.ForeignKey(Mandate, models.CASCADE, related_name="addressees", verbose_name=_("mandate"))
    position = models.PositiveSmallIntegerField(_("place"), default=0)
    name = models.CharField(_("as printed"), max_length=500)

    class Meta:
        verbose_name = _("addressee")
        verbose_name_plural = _("addressees")
        ordering = ["mandate", "position"]
        constraints = [models.UniqueConstraint("mandate", "position", name="mandates_addressee_position")]

    def __str__(self) -> str:
        return self.name
