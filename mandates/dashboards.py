"""What the dashboards show: numbers and rows for a person and a day, each in a constant number of queries."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mandates.enums import OPEN, Ledger, Status, WaitingFor
from mandates.models import Change, Mandate
from mandates.numbers import end_of_way
from mandates.querysets import UNASSIGNED, late_on, overdue_on
from mandates.scheduling import document_chain
from sessions.models import Body, Session

NUMBERS = ("open", "overdue", "before", "waiting", "implemented")


def list_address(**filters: Any) -> str:
    """The list of mandates, filtered."""
    return f"{reverse('mandates:list')}?{urlencode(filters)}"


def next_session(body: Body, on: dt.date) -> Session | None:
    """The next dated ordinary session of the conference, not over on the day `on`."""
    return body.root.sessions.ordinary().dated().filter(ends_on__gte=on).order_by("starts_on").first()


def figures(numbers: dict[str, int], session: Session | None, **filters: Any) -> list[dict[str, Any]]:
    """The five numbers, each but nought a link to the list of what it counts."""
    before = _("due before the %(session)s") % {"session": session} if session else _("due before the next session")
    rows: list[tuple[str, str, str, dict[str, Any]]] = [
        ("open", _("open"), "", {"state": "open"}),
        ("overdue", _("overdue"), "late", {"state": "overdue"}),
        ("before", before, "", {"state": "open", "due_before": session.starts_on if session else ""}),
        ("waiting", _("waiting for something"), "", {"state": "waiting"}),
        ("implemented", _("implemented"), "done", {"status": Status.IMPLEMENTED}),
    ]
    return [
        {
            "number": numbers[key],
            "label": label,
            "tone": tone,
            "url": list_address(**filters, **query) if numbers[key] else "",
        }
        for key, label, tone, query in rows
    ]


def bar_parts(rows: Iterable[dict[str, Any]], **filters: Any) -> list[dict[str, Any]]:
    """Where the mandates stand: how many in each status, waiting ones apart; the parts of a bar.

    Each leads to the list of as many, so an open status leads to those that wait for nothing.
    """
    counts: Counter[str] = Counter()
    for row in rows:
        waits = row["waiting_for"] and row["status"] in OPEN
        counts["wait" if waits else row["status"] or "ask"] += row["number"]
    labels = {status.value: status.label for status in Status}
    special: dict[str, tuple[str, dict[str, Any]]] = {
        "wait": (_("Waiting for something"), {"state": "waiting"}),
        "ask": (_("Asked of States and others"), {"ledger": Ledger.STATES}),
    }
    parts = []
    for code, number in counts.items():
        moving = {"state": "moving"} if code in OPEN else {}
        label, query = special.get(code) or (labels[code], {"status": code, **moving})
        parts.append({"status": code, "label": label, "number": number, "url": list_address(**filters, **query)})
    return parts


@dataclass(slots=True)
class GroupRow:
    """One body with its five numbers."""

    group: Body
    session: Session | None
    numbers: dict[str, int] = field(default_factory=lambda: dict.fromkeys(NUMBERS, 0))
    idle: int = 0  # of those open: not started, and waiting for nothing

    @property
    def parts(self) -> list[dict[str, Any]]:
        """Its bar: implemented, begun, waiting, not started."""
        begun = self.numbers["open"] - self.numbers["waiting"] - self.idle
        return [
            {"status": Status.IMPLEMENTED, "label": "", "number": self.numbers["implemented"]},
            {"status": Status.IN_PROGRESS, "label": "", "number": begun},
            {"status": "wait", "label": "", "number": self.numbers["waiting"]},
            {"status": Status.NOT_STARTED, "label": "", "number": self.idle},
        ]


def group_rows(user: Any, on: dt.date, bodies: QuerySet) -> list[GroupRow]:
    """A row for each body of `bodies` and each of its groups, in the order conference, then its groups.

    A conference's row counts what has no group; a mandate asked of one group in another's field counts in both.
    """
    found = list(bodies.prefetch_related("groups"))
    sessions: dict[int, Session] = {}
    upcoming = Session.objects.ordinary().dated().filter(body__in=found, ends_on__gte=on).order_by("-starts_on")
    for session in upcoming:
        sessions[session.body_id] = session
    rows: dict[int, GroupRow] = {}
    for body in found:
        for group in (body, *body.groups.all()):
            rows[group.pk] = GroupRow(group, sessions.get(body.pk))
    openings = {session.starts_on for session in sessions.values()}
    seen = Mandate.objects.visible_to(user).confirmed().order_by()
    opened = seen.open().values("body", "group", "asked_body")
    counts: list[Any] = [
        *opened.annotate(
            open=Count("pk"),
            overdue=Count("pk", filter=overdue_on(on)),
            waiting=Count("pk", filter=~Q(waiting_for=WaitingFor.NOTHING)),
            idle=Count("pk", filter=Q(status=Status.NOT_STARTED, waiting_for=WaitingFor.NOTHING)),
            **{f"before_{day:%Y%m%d}": Count("pk", filter=Q(due_on__lt=day)) for day in openings if day},
        ),
        *seen.implemented().values("body", "group", "asked_body").annotate(implemented=Count("pk")),
    ]
    for count in counts:
        for key in {count["group"] or count["body"], count["asked_body"] or count["group"] or count["body"]}:
            if row := rows.get(key):
                opens_on = row.session.starts_on if row.session else None
                count["before"] = count.get(f"before_{opens_on:%Y%m%d}", 0) if opens_on else 0
                row.idle += count.get("idle", 0)
                for name in NUMBERS:
                    row.numbers[name] += count.get(name, 0)
    return list(rows.values())


def to_do(user: Any, on: dt.date) -> list[dict[str, Any]]:
    """What needs a person of the secretariat today: words with their number and a link; what is nought is left out."""
    mandates = Mandate.objects.visible_to(user)
    count = mandates.aggregate(
        proposed=Count("pk", filter=Q(status=Status.PROPOSED)),
        verify=Count("pk", filter=Q(status=Status.REPORTED_DONE)),
        overtaken=Count("pk", filter=Q(status=Status.OVERTAKEN)),
        unassigned=Count("pk", filter=Q(status__in=OPEN) & UNASSIGNED),
        wishes=Count("pk", filter=Q(pk__in=mandates.wished_otherwise().values("pk"))),
        late=Count("pk", filter=late_on(on)),
        unverified=Count("pk", filter=Q(status=Status.IMPLEMENTED, is_verified_independently=False)),
    )
    release = Mandate.objects.awaiting_release(user).count()
    rows = [
        (count["late"], ngettext("mandate is past its target", "mandates are past their target", count["late"]),
         list_address(state="late"), "late"),
        (count["verify"], ngettext("mandate reported done waits to be verified",
                                   "mandates reported done wait to be verified", count["verify"]),
         list_address(status=Status.REPORTED_DONE), ""),
        (release, ngettext("mandate has something to release", "mandates have something to release", release),
         reverse("mandates:release"), ""),
        (count["proposed"], ngettext("proposal waits to be confirmed", "proposals wait to be confirmed",
                                     count["proposed"]),
         reverse("sessions:reports"), ""),
        (count["unassigned"], ngettext("open mandate has no owner", "open mandates have no owner",
                                       count["unassigned"]),
         list_address(owner="none", state="open"), ""),
        (count["wishes"], ngettext("wish for another target waits", "wishes for another target wait", count["wishes"]),
         list_address(state="wished"), ""),
        (count["overtaken"], ngettext("mandate is considered overtaken", "mandates are considered overtaken",
                                      count["overtaken"]),
         list_address(status=Status.OVERTAKEN), ""),
        (count["unverified"], ngettext("mandate was closed without a second person",
                                       "mandates were closed without a second person", count["unverified"]),
         list_address(verified="alone"), ""),
    ]  # fmt: skip
    return [{"number": n, "label": label, "url": url, "tone": tone} for n, label, url, tone in rows if n]


def recent_changes(mandates: QuerySet, since: dt.datetime, most: int = 20) -> QuerySet:
    """The latest changes of the mandates since the moment, at most so many."""
    return (
        Change.objects.filter(mandate__in=mandates.order_by().values("pk"))
        .since(since)
        .select_related("by", "mandate__body", "mandate__paragraph__decision")[:most]
    )


def way_to_session(
    meetings: list[Session],
    due: Iterable[tuple[dt.date, str]],
    session: Session | None,
    on: dt.date,
    *,
    with_links: bool = True,
) -> list[dict[str, Any]]:
    """The days between now and the next session: what is due, the steps of documents, meetings, the session itself."""

    def landmark(meeting: Session) -> dict[str, Any]:
        url = meeting.get_absolute_url() if with_links else ""
        return {"on": meeting.starts_on, "title": str(meeting), "kind": "land", "url": url}

    end = end_of_way(session, on)
    own = [meeting for meeting in meetings if meeting.starts_on and on <= meeting.starts_on <= end]
    entries = [landmark(meeting) for meeting in own]
    if session and session.starts_on:
        chain = document_chain(session.starts_on, settings.DOCUMENT_CHAIN_WEEKS)
        steps = (
            (chain.forecast, _("Forecast of documents for the session")),
            (chain.submission, _("Documents submitted to conference services")),
            (chain.issuance, _("Documents issued in six languages")),
        )
        entries += [{"on": day, "title": title} for day, title in steps if day >= on]
        if session not in meetings:
            entries.append(landmark(session))
    by_day: dict[dt.date, list[str]] = {}
    for day, name in due:
        by_day.setdefault(day, []).append(name)
    for day, cited in by_day.items():
        names = ", ".join(cited[:6]) + (" …" if len(cited) > 6 else "")
        number = len(cited)
        title = ngettext("%(number)d request is due", "%(number)d requests are due", number) % {"number": number}
        entries.append({"on": day, "title": title, "text": names})
    return entries
