"""What a report says besides its decisions: how much of each there is, with the page on which it is shown."""

from typing import Any

from django.db.models import Count, QuerySet, Subquery, Value
from django.urls import reverse
from django.utils.translation import ngettext

from sessions.enums import AgendaStatus
from sessions.models import (
    AgendaItem,
    Attendance,
    Decision,
    Document,
    FinancialStatement,
    Mapping,
    Report,
    Session,
    StatedParagraph,
)


def besides_of(report: Report) -> list[dict[str, Any]]:
    """Sentences with addresses, of what there is: statements, adoption, documents, attendance, the next agenda."""
    session = report.session
    later = {"ordinal__gt": session.ordinal} if session and session.ordinal else {"pk": None}
    after = Session.objects.filter(body=report.body_id, **later)
    items = AgendaItem.objects.filter(status=AgendaStatus.PROVISIONAL, session__in=after)
    coming = items.order_by("session__ordinal").values("session")[:1]
    numbers = Report.objects.values_list(
        _number(FinancialStatement.objects.filter(report=report)),
        _number(
            StatedParagraph.objects.filter(statement__report=report).exclude(
                pk__in=Mapping.objects.in_force().values("stated")
            )
        ),
        _number(Decision.objects.filter(report=report).exclude(adopted_on=None)),
        _number(Document.objects.filter(session=session)),
        _number(Attendance.objects.filter(session=session)),
        _number(items.filter(session=Subquery(coming))),
        Subquery(items.order_by("session__ordinal").values("session__slug")[:1]),
    ).get(pk=report.pk)
    *counted, slug = numbers
    statements, left, adopted, documents, attended, agenda = (number or 0 for number in counted)
    page = session.get_absolute_url() if session else ""
    traces = reverse("mandates:statements", args=[report.pk])
    said = [
        (statements, _statements(statements), traces),
        (left, _left(left), traces),
        (adopted, _adopted(adopted), f"{page}#decisions"),
        (documents, _documents(documents), f"{page}#documents"),
        (attended, _attended(attended), f"{page}#attendance"),
        (agenda, _items(agenda), f"{reverse('mandates:session', args=[slug])}#agenda" if slug else ""),
    ]
    return [{"sentence": sentence % {"number": number}, "url": url} for number, sentence, url in said if number and url]


def _number(rows: QuerySet[Any]) -> Subquery:
    """How many rows there are, as part of a larger query."""
    return Subquery(rows.order_by().annotate(one=Value(1)).values("one").annotate(n=Count("pk")).values("n")[:1])


def _statements(number: int) -> str:
    return ngettext("%(number)d financial statement on a draft", "%(number)d financial statements on drafts", number)


def _left(number: int) -> str:
    return ngettext(
        "%(number)d paragraph of a draft in them is to be traced to the adopted text",
        "%(number)d paragraphs of drafts in them are to be traced to the adopted text",
        number,
    )


def _adopted(number: int) -> str:
    return ngettext("The adoption of %(number)d decision", "The adoption of %(number)d decisions", number)


def _documents(number: int) -> str:
    return ngettext("%(number)d document before the session", "%(number)d documents before the session", number)


def _attended(number: int) -> str:
    return ngettext(
        "%(number)d State or organization that took part", "%(number)d States and organizations that took part", number
    )


def _items(number: int) -> str:
    return ngettext(
        "%(number)d item of the provisional agenda of the session after it",
        "%(number)d items of the provisional agenda of the session after it",
        number,
    )
