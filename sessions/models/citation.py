"""Documents that paragraphs cite in footnotes, which their words do not hold."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from sessions.models.decision import Paragraph


class Citation(models.Model):
    """A document that a paragraph cites in a footnote of the report."""

    paragraph = models.ForeignKey(Paragraph, models.PROTECT, related_name="citations", verbose_name=_("paragraph"))
    symbol = models.CharField(_("symbol"), max_length=80, db_index=True)

    class Meta:
        verbose_name = _("citation")
        verbose_name_plural = _("citations")
        ordering = ["paragraph", "pk"]
        constraints = [models.UniqueConstraint("paragraph", "symbol", name="sessions_citation_once")]

    def __str__(self) -> str:
        return self.symbol
