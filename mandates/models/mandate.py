"""A mandate: one request of one paragraph, with owner, deadline and status."""

import datetime as dt
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from rules.contrib.models import RulesModel

from ctoctrack.accounts.models import Unit
from mandates import rules
from mandates.enums import (
    NEVER_LATE,
    OPEN,
    UNCONFIRMED,
    ActionType,
    DeadlineKind,
    Funding,
    Ledger,
    Relation,
    Status,
    WaitingFor,
)
from mandates.querysets import FIRST_DAY, MandateQuerySet
from sessions.models import Body, Paragraph, Session

PEOPLE = settings.AUTH_USER_MODEL
IS_OPEN = Q(status__in=sorted(OPEN))


class Mandate(RulesModel):
    """What one paragraph asks of one addressee.

    The columns `deadline_*` hold the rule that the text gives; `due_on` is the day worked out from it and from the
    calendar of sessions, `due_reason` says how ({"code", "params"}, worded by `mandates.wording`). `target_on` is the
    Secretariat's own day. What can be derived (late, overdue, stale) is no column.
    """

    # Where it comes from
    body = models.ForeignKey(Body, models.PROTECT, related_name="mandates", verbose_name=_("body"))
    paragraph = models.ForeignKey(Paragraph, models.PROTECT, related_name="mandates", verbose_name=_("paragraph"))
    number = models.PositiveSmallIntegerField(_("number in its paragraph"), null=True, blank=True)
    reference = models.CharField(_("reference"), max_length=160, null=True, blank=True)
    sort_key = models.CharField(max_length=200, db_index=True, editable=False)  # in the order of the texts

    # What was read
    verb = models.CharField(_("verb"), max_length=40)
    action = models.TextField(_("what is asked"))
    action_type = models.CharField(_("type"), max_length=20, choices=ActionType)
    takes_effect = models.BooleanField(_("takes effect on adoption"), default=False)
    funding = models.CharField(_("funding, by the paragraph"), max_length=20, choices=Funding, blank=True)
    references = models.JSONField(_("references"), default=list, blank=True)  # [{"text", "span"}]
    spans = models.JSONField(_("places in the text"), default=dict, blank=True)  # as read_report prints them
    doubt = models.JSONField(_("what is doubtful"), null=True, blank=True)  # {"code", "params"}
    position = models.PositiveSmallIntegerField(_("place among the requests of its paragraph"), default=0)
    edition = models.PositiveIntegerField(_("times its reading was corrected"), default=0)
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged", verbose_name=_("merged into")
    )

    # Whose it is
    ledger = models.CharField(_("ledger"), max_length=20, choices=Ledger, null=True, blank=True)
    group = models.ForeignKey(
        Body,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("group in whose field it is"),
    )
    asked_body = models.ForeignKey(
        Body, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("body that is asked")
    )
    owner = models.ForeignKey(
        PEOPLE, models.PROTECT, null=True, blank=True, related_name="owned", verbose_name=_("owner")
    )
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="mandates", verbose_name=_("unit")
    )
    short_title = models.CharField(_("short title (internal)"), max_length=200, blank=True)
    resources = models.TextField(_("resources, by the office (internal)"), blank=True)

    # By when, by the text
    deadline_kind = models.CharField(_("deadline"), max_length=20, choices=DeadlineKind, blank=True)
    deadline_text = models.CharField(_("deadline as printed"), max_length=500, blank=True)
    deadline_date = models.DateField(_("last allowed day"), null=True, blank=True)
    deadline_start = models.DateField(_("first day"), null=True, blank=True)
    deadline_ordinal = models.PositiveSmallIntegerField(_("number of the session"), null=True, blank=True)
    deadline_part = models.CharField(_("part of the session"), max_length=20, blank=True)
    deadline_relation = models.CharField(_("relation to it"), max_length=10, choices=Relation, blank=True)
    deadline_offset = models.CharField(_("distance from it"), max_length=20, blank=True)  # ISO 8601 duration
    deadline_every = models.CharField(_("how often"), max_length=20, blank=True)  # ISO 8601 duration, or "session"
    deadline_session = models.ForeignKey(
        Session, models.PROTECT, null=True, blank=True, related_name="mandates_due", verbose_name=_("session")
    )
    due_on = models.DateField(_("day of the text"), null=True, blank=True, db_index=True)
    due_reason = models.JSONField(null=True, blank=True)

    # By when, by the Secretariat
    target_on = models.DateField(_("target"), null=True, blank=True, db_index=True)
    target_is_set = models.BooleanField(_("target set by a person"), default=False)

    # How far
    status = models.CharField(_("status"), max_length=20, choices=Status, null=True, blank=True)
    waiting_for = models.CharField(_("waiting for"), max_length=20, choices=WaitingFor, blank=True)
    waiting_since = models.DateField(_("waiting since"), null=True, blank=True)
    waiting_basis = models.CharField(_("on what basis it waits for resources"), max_length=300, blank=True)
    reported_done_by = models.ForeignKey(
        PEOPLE, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("reported done by")
    )
    is_verified_independently = models.BooleanField(_("verified by a second person"), null=True, blank=True)
    superseded_by = models.ForeignKey(
        Paragraph,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="supersedes",
        verbose_name=_("superseded by"),
    )
    confirmed_on = models.DateField(_("confirmed on"), null=True, blank=True)
    touched_on = models.DateField(_("last touched on"), null=True, blank=True)

    # Whom to tell when
    notices_from = models.DateField(_("reminders from"), null=True, blank=True)
    next_notice_on = models.DateField(_("next reminder"), null=True, blank=True)
    quiet_until = models.DateField(_("silent until"), null=True, blank=True)

    # What a search finds, so that no internal word matches for those who read released text alone
    search_released = models.TextField(blank=True, editable=False)
    search_internal = models.TextField(blank=True, editable=False)

    objects = MandateQuerySet.as_manager()

    class Meta:
        verbose_name = _("mandate")
        verbose_name_plural = _("mandates")
        ordering = ["sort_key", "pk"]
        rules_permissions = rules.PERMISSIONS
        constraints = [
            models.UniqueConstraint("body", "reference", name="mandates_mandate_reference"),
            models.UniqueConstraint("paragraph", "number", name="mandates_mandate_number"),
            models.CheckConstraint(
                name="mandates_mandate_ledger",
                # Nulls by name: a check lets through what is unknown.
                condition=Q(ledger__isnull=False, ledger=Ledger.STATES, status=None)
                | (
                    Q(ledger__isnull=False, ledger__in=[Ledger.SECRETARIAT, Ledger.CONFERENCE], status__isnull=False)
                    & ~Q(status__in=UNCONFIRMED)
                )
                | Q(ledger=None, status__isnull=False, status__in=UNCONFIRMED),
            ),
            models.CheckConstraint(
                name="mandates_mandate_confirmed",
                condition=Q(ledger=None) | Q(reference__isnull=False, number__isnull=False, confirmed_on__isnull=False),
            ),
            models.CheckConstraint(
                name="mandates_mandate_merged",
                condition=Q(merged_into=None) | Q(status__isnull=False, status=Status.DECLINED),
            ),
            models.CheckConstraint(
                name="mandates_mandate_waiting", condition=Q(waiting_for="") | Q(waiting_since__isnull=False)
            ),
        ]
        indexes = [
            models.Index(
                fields=["next_notice_on"],
                name="mandates_notice_due",
                condition=Q(next_notice_on__isnull=False),
            ),
            models.Index(fields=["body", "status"], name="mandates_body_status"),
            models.Index(fields=["group", "status"], name="mandates_group_status"),
            models.Index(fields=["owner", "status"], name="mandates_owner_status"),
            # Lists by what is due first: all of them, and those that are open.
            models.Index(FIRST_DAY, "sort_key", "id", name="mandates_due_first"),
            models.Index(FIRST_DAY, "sort_key", "id", name="mandates_open_due_first", condition=IS_OPEN),
            # The numbers of the dashboards are counted in these two alone, without the wide rows of the table.
            models.Index(
                fields=[
                    *("body", "group", "asked_body", "status", "ledger", "waiting_for"),
                    *("due_on", "target_on", "owner", "unit"),
                ],
                name="mandates_open_numbers",
                condition=IS_OPEN,
            ),
            models.Index(
                fields=["body", "group", "asked_body", "status", "is_verified_independently"],
                name="mandates_numbers",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("mandates:detail", args=[self.body.slug, self.reference])

    # Django's own two translate every choice each time, for each row of a list.
    def get_status_display(self) -> str:  # type: ignore[no-redef]
        return str(Status(self.status).label) if self.status else ""

    def get_deadline_kind_display(self) -> str:  # type: ignore[no-redef]
        return str(DeadlineKind(self.deadline_kind).label)

    @property
    def name(self) -> str:
        """How people cite it: "4/1 (i)", with its number where the paragraph holds several: "4/1 (j) · 2"."""
        cited = str(self.paragraph)
        return f"{cited} · {self.number}" if (self.number or 1) > 1 else cited

    @property
    def line(self) -> str:
        """The line under its reference, cut from the paragraph's own words; these can be shown to everybody."""
        return Truncator(self.action[:1].upper() + self.action[1:]).chars(140)

    @property
    def adopted_line(self) -> str:
        """`line` for readers outside; "" where the words are not the paragraph's own but the office's, of a table."""
        return self.line if self.spans.get("action", True) else ""

    @property
    def is_confirmed(self) -> bool:
        return self.status not in UNCONFIRMED

    @property
    def is_open(self) -> bool:
        return self.status in OPEN

    @property
    def next_day(self) -> dt.date | None:
        """The earlier of target and day of the text."""
        return min((day for day in (self.target_on, self.due_on) if day), default=None)

    @property
    def can_be_late(self) -> bool:
        """Stands in the Secretariat's ledger and in a status in which something can be late."""
        return self.ledger == Ledger.SECRETARIAT and self.status not in NEVER_LATE | UNCONFIRMED

    def days_late(self, on: dt.date) -> int:
        """Days since the target passed; 0 where it has not, or cannot be late."""
        return max((on - self.target_on).days, 0) if self.can_be_late and self.target_on else 0

    def days_overdue(self, on: dt.date) -> int:
        """Days since the day of the text passed; 0 where it has not, or cannot be overdue."""
        return max((on - self.due_on).days, 0) if self.can_be_late and self.due_on else 0

    def is_due_soon(self, on: dt.date) -> bool:
        """Open, and due within the days of DUE_SOON_DAYS."""
        soon = on + dt.timedelta(days=settings.DUE_SOON_DAYS)
        return self.is_open and any(on <= day <= soon for day in (self.target_on, self.due_on) if day)

    def deadline_rule(self) -> dict[str, Any]:
        """The rule that the text gives, in the words of `mandates.scheduling.Rule`."""
        return {
            "kind": self.deadline_kind,
            "date": self.deadline_date,
            "start": self.deadline_start,
            "session": self.deadline_ordinal,
            "part": self.deadline_part,
            "relation": self.deadline_relation,
            "offset": self.deadline_offset,
            "every": self.deadline_every,
        }


class Contributor(models.Model):
    """A person who works on a mandate beside its owner: gets its notices, adds updates and evidence."""

    mandate = models.ForeignKey(Mandate, models.PROTECT, related_name="contributors")
    user = models.ForeignKey(PEOPLE, models.PROTECT, related_name="contributions", verbose_name=_("person"))

    class Meta:
        verbose_name = _("contributor")
        verbose_name_plural = _("contributors")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint("mandate", "user", name="mandates_contributor_once")]

    def __str__(self) -> str:
        return str(self.user)
