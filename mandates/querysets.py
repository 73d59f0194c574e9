"""Named reads of mandates. Those that depend on the day take it as an argument."""

import datetime as dt
from typing import Any, Self

from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Q

from ctoctrack.accounts.rules import stands_in_for, units_of
from mandates.enums import CLOSED, NEVER_LATE, OPEN, UNCONFIRMED, Answer, Ledger, Level, Status, WaitingFor
from sessions import rules
from sessions.enums import Role, TextVersion
from sessions.querysets import of_bodies, open_to

CONFIRMED = ~Q(status__in=UNCONFIRMED) | Q(status=None)
UNASSIGNED = Q(owner=None) | Q(owner__is_active=False)
CAN_BE_LATE = Q(ledger=Ledger.SECRETARIAT) & ~Q(status__in=NEVER_LATE | UNCONFIRMED)

FIRST_DAY = models.Case(  # the earlier of target and day of the text; two indexes of Mandate are made of it
    models.When(due_on=None, then=F("target_on")),
    models.When(target_on=None, then=F("due_on")),
    models.When(target_on__lt=F("due_on"), then=F("target_on")),
    default=F("due_on"),
)


def late_on(on: dt.date) -> Q:
    """Past the Secretariat's own target."""
    return CAN_BE_LATE & Q(target_on__lt=on)


def overdue_on(on: dt.date) -> Q:
    """Past the day of the text."""
    return CAN_BE_LATE & Q(due_on__lt=on)


class MandateQuerySet(models.QuerySet):
    # Who may see them ---------------------------------------------------------------------------------------------
    def visible_to(self, user: Any) -> Self:
        """Mandates that the person may open in full, as `view_mandate` says of one."""
        if not user.is_active:
            return self.none()
        bodies = rules.bodies_with(user, rules.SECRETARIAT | {Role.AUDITOR})
        own = (
            Q(owner__in={user.pk, *stands_in_for(user)})
            | Q(unit__in=units_of(user))
            | Q(pk__in=user.contributions.values("mandate"))
        )
        return self.filter(of_bodies("body", bodies) | (CONFIRMED & own))

    def kept_by(self, user: Any) -> Self:
        """Those of bodies whose secretariat the person is."""
        return self.filter(of_bodies("body", rules.bodies_with(user, rules.SECRETARIAT)))

    def progress_visible_to(self, user: Any) -> Self:
        """Confirmed mandates of bodies whose released progress the person may read."""
        return self.confirmed().adopted().filter(open_to(user, "body"))

    # By document -------------------------------------------------------------------------------------------------
    def about(self, symbol: str) -> Self:
        """Those that have to do with the document: `holds` its symbol, or a longer one that begins so, in its words;
        `is_noted` in a footnote; `is_made` for it; `came` of the draft that it is; `is_traced` from a paragraph of it.
        """

        def there(app: str, model: str, **of: Any) -> Exists:
            return Exists(apps.get_model(app, model).objects.filter(**of))

        of_it = {"paragraph": OuterRef("paragraph")}
        mandate = OuterRef("pk")
        flags = {
            "holds": Q(references__icontains=symbol)
            | there("ctoc_sessions", "ParagraphText", text__contains=symbol, **of_it),
            "is_noted": there("ctoc_sessions", "Citation", symbol=symbol, **of_it),
            "is_made": there("mandates", "Evidence", symbol=symbol, mandate=mandate)
            | there("mandates", "Milestone", document__symbol=symbol, mandate=mandate),
            "came": Q(paragraph__decision__draft_symbol=symbol),
            "is_traced": there(
                "ctoc_sessions", "Mapping", stated__statement__draft=symbol, taken_back_at=None, **of_it
            ),
        }
        either = Q()
        for flag in flags:
            either |= Q(**{flag: True})
        wrapped = {flag: models.ExpressionWrapper(Q(what), models.BooleanField()) for flag, what in flags.items()}
        return self.annotate(**wrapped).filter(either).prefetch_related("paragraph__texts")

    # Where they stand ---------------------------------------------------------------------------------------------
    def proposed(self) -> Self:
        return self.filter(status=Status.PROPOSED)

    def adopted(self) -> Self:
        """Those that stand in what a body adopted, not in a draft."""
        return self.exclude(paragraph__decision__version=TextVersion.DRAFT)

    def confirmed(self) -> Self:
        """Those that a person confirmed, whatever became of them since."""
        return self.filter(CONFIRMED)

    def open(self) -> Self:
        return self.filter(status__in=OPEN)

    def closed(self) -> Self:
        return self.filter(status__in=CLOSED)

    def implemented(self) -> Self:
        return self.filter(status=Status.IMPLEMENTED)

    def waiting(self) -> Self:
        """Open, and something from elsewhere is waited for."""
        return self.open().exclude(waiting_for=WaitingFor.NOTHING)

    def unassigned(self) -> Self:
        """Open and owned by nobody who could work on it: by nobody at all, or by somebody who may not sign in."""
        return self.open().filter(UNASSIGNED)

    def wished_otherwise(self) -> Self:
        """Open, and somebody waits for an answer to their wish for another target."""
        return self.open().filter(target_requests__answer=Answer.WAITS)

    def asked_of_states(self) -> Self:
        return self.confirmed().filter(ledger=Ledger.STATES)

    # Days ----------------------------------------------------------------------------------------------------------
    def late(self, on: dt.date) -> Self:
        """Past the target; the Secretariat's ledger alone."""
        return self.filter(late_on(on))

    def overdue(self, on: dt.date) -> Self:
        """Past the day of the text; the Secretariat's ledger alone."""
        return self.filter(overdue_on(on))

    def due_soon(self, on: dt.date) -> Self:
        """Open, with a target or a day of the text within the days of DUE_SOON_DAYS."""
        end = on + dt.timedelta(days=settings.DUE_SOON_DAYS)
        return self.open().filter(Q(target_on__range=(on, end)) | Q(due_on__range=(on, end)))

    def due_before(self, day: dt.date) -> Self:
        """Open, with the day of the text before `day`, past or to come."""
        return self.open().filter(due_on__lt=day)

    def stale(self, on: dt.date) -> Self:
        """Open and not touched for STALE_DAYS days."""
        return self.open().filter(touched_on__lt=on - dt.timedelta(days=settings.STALE_DAYS))

    def with_notice_due(self, on: dt.date) -> Self:
        """Those whose next step of the ladder is reached; found by index whatever is stored."""
        return self.filter(next_notice_on__lte=on)

    def by_what_is_due_first(self) -> Self:
        """The earliest of target and day of the text first; those without any last."""
        return self.order_by(FIRST_DAY.asc(nulls_last=True), "sort_key", "pk")

    # Groups ----------------------------------------------------------------------------------------------------------
    def of_group(self, group: Any) -> Self:
        """What was asked of the group, and what was asked of others in its field."""
        return self.filter(Q(group=group) | Q(asked_body=group))

    def asked_of(self, group: Any) -> Self:
        return self.filter(asked_body=group)

    def in_field_of(self, group: Any) -> Self:
        """In the group's field, asked of others."""
        return self.filter(group=group).exclude(asked_body=group)

    # Release --------------------------------------------------------------------------------------------------------
    def awaiting_release(self, user: Any) -> Self:
        """Of the bodies that the person keeps: an update or a status that readers outside have not been told.

        A mandate that nobody has begun has nothing to tell.
        """
        releases = apps.get_model("mandates", "Release").objects.filter(withdrawn_at=None).order_by()
        updates = apps.get_model("mandates", "Update").objects.order_by()
        statuses = releases.exclude(status="")
        same = releases.filter(mandate=OuterRef("mandate"))
        later = same.filter(
            Q(released_at__gt=OuterRef("released_at")) | Q(released_at=OuterRef("released_at"), pk__gt=OuterRef("pk"))
        ).exclude(status="")
        # Each subquery is read once and looked up by key; one per mandate and condition takes a hundred times as long.
        untold = updates.filter(~Exists(same.filter(released_at__gte=OuterRef("at"))))
        outdated = statuses.filter(~Exists(later)).exclude(status=F("mandate__status"))
        never = ~Q(pk__in=statuses.values("mandate")) & Q(status__isnull=False)
        return (
            self.confirmed()
            .adopted()
            .kept_by(user)
            .filter(
                Q(pk__in=untold.values("mandate"))
                | Q(pk__in=outdated.values("mandate"))
                | (never & ~Q(status__in=[Status.NOT_STARTED, Status.TOOK_EFFECT]))
            )
        )

    # For pages --------------------------------------------------------------------------------------------------------
    def for_rows(self) -> Self:
        """With all that a row of a list shows, in a constant number of queries."""
        return self.select_related("body", "paragraph__decision__body", "group", "owner", "unit", "deadline_session")

    def five_numbers(self, on: dt.date, before: dt.date | None) -> dict[str, int]:
        """Open, overdue, due before the day `before` (the next session), waiting, implemented: one query."""
        is_open = Q(status__in=OPEN)
        return self.aggregate(
            open=Count("pk", filter=is_open),
            overdue=Count("pk", filter=overdue_on(on)),
            before=Count("pk", filter=is_open & Q(due_on__lt=before)) if before else Count("pk", filter=Q(pk=None)),
            waiting=Count("pk", filter=is_open & ~Q(waiting_for=WaitingFor.NOTHING)),
            implemented=Count("pk", filter=Q(status=Status.IMPLEMENTED)),
        )


class ReleaseQuerySet(models.QuerySet):
    def readable_by(self, user: Any) -> Self:
        """Releases, withdrawn ones included, of a level that the person reads in the body of the mandate.

        What is public is so where the body opened its progress to everybody. The office reads every level; a group's
        chair reads what was released to the Bureau in the group's field.
        """
        if rules.works_in_the_office(user):
            return self.all()
        bureau = rules.bodies_with(user, frozenset({Role.CHAIR, Role.BUREAU, Role.AUDITOR}) | rules.SECRETARIAT)
        in_field = Q(mandate__group__in=bureau) | Q(mandate__asked_body__in=bureau)
        return self.filter(
            (Q(level=Level.PUBLIC) & open_to(user, "mandate__body"))
            | (Q(level=Level.DELEGATIONS) & of_bodies("mandate__body", rules.rooms_of(user)))
            | (Q(level=Level.BUREAU) & (of_bodies("mandate__body", bureau) | in_field))
        )

    def in_force(self) -> Self:
        return self.filter(withdrawn_at=None)

    def as_of(self, at: dt.datetime) -> Self:
        """What had been released by then, less what has been withdrawn since, whenever."""
        return self.filter(released_at__lte=at, withdrawn_at=None)


class ChangeQuerySet(models.QuerySet):
    def since(self, at: dt.datetime) -> Self:
        return self.filter(at__gte=at)

    def untold(self) -> Self:
        """Facts that no run of notices has looked at yet."""
        return self.filter(looked_at=False)
