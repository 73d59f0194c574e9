"""A report that waits is read in a child process, and what was read is stored: all of it, or none."""

import datetime as dt
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.text import slugify

from ctoctrack.lib import dates
from sessions import signals
from sessions.actions.comparing import absent, correct_words, known, language_of, set_beside
from sessions.actions.paths import paragraph_paths, slug_of
from sessions.actions.report_facts import store_facts
from sessions.actions.slugs import free_slug, numbered
from sessions.actions.tracing import trace_drafts
from sessions.enums import ReportState, SessionKind, TextVersion
from sessions.models import Decision, Paragraph, ParagraphText, Reading, Report, Session
from sessions.reading import Finding
from sessions.reading import Reading as Text
from sessions.reading.child import run
from sessions.reading.files import Unreadable


def claim(report: Report) -> bool:
    """Is the report ours to read? Only one reader gets it, however many ask."""
    claimed = Report.objects.filter(pk=report.pk, state=ReportState.WAITING).update(
        state=ReportState.READING, state_since=dates.machine_now()
    )
    return claimed == 1


def read_report(report: Report, *, at: dt.datetime | None = None) -> bool:
    """The report is read, or marked as unreadable with the reason; False where somebody else reads it.

    Where the storing fails, nothing of it stands, the report waits again, and the error is the caller's.
    """
    if not claim(report):
        return False
    try:
        text = run(report.file.path)
    except Unreadable as error:
        _leave(report, ReportState.UNREADABLE, {"code": error.code, "params": error.params})
        return True
    try:
        store(report, text, at=at or dates.now())
    except Exception:
        _leave(report, ReportState.WAITING)
        raise
    return True


def _leave(report: Report, state: ReportState, failure: dict[str, Any] | None = None) -> None:
    """The report that this reader claimed has the state in which it leaves it."""
    ours = Report.objects.filter(pk=report.pk, state=ReportState.READING)
    ours.update(state=state, state_since=dates.machine_now(), failure=failure)
    report.refresh_from_db()


def _session(report: Report, text: Text, findings: list[Finding]) -> Session | None:
    """The session that the report tells of, made where the calendar lacks it; the calendar's days are not overruled."""
    if report.session is not None:  # a person who typed a decision said at which
        return report.session
    facts = text.session
    if facts.ordinal is None:
        return None
    starts_on = dt.date.fromisoformat(facts.start) if facts.start else None
    ends_on = dt.date.fromisoformat(facts.end) if facts.end else None
    session, made = Session.objects.get_or_create(
        body=report.body,
        kind=SessionKind.ORDINARY,
        ordinal=facts.ordinal,
        part="",
        defaults={
            "slug": free_slug(f"{report.body.slug}-{facts.ordinal}"),
            "place": facts.place,
            "starts_on": starts_on if ends_on else None,
            "ends_on": ends_on if starts_on else None,
        },
    )
    if not made and starts_on and session.starts_on and session.starts_on != starts_on:
        findings.append(
            Finding("warning", "session_dates_differ", None, {"report": facts.start or "", "ordinal": facts.ordinal})
        )
    if not made and facts.start and facts.end and session.starts_on is None:
        days = {"start": facts.start, "end": facts.end}
        findings.append(Finding("warning", "session_undated", None, days | {"ordinal": facts.ordinal}))
    return session


@transaction.atomic
def store(report: Report, text: Text, *, at: dt.datetime) -> Reading:
    """Session, decisions, paragraphs and their words stand in the database; one that the body has is left as it is.

    What the file says of it otherwise waits for a person (`comparing`); so does which draft it came of (`tracing`).
    """
    findings = list(text.findings)
    session = _session(report, text, findings)
    seen: set[tuple[str, str]] = set()
    version = TextVersion.DRAFT if text.kind.sort == "draft" else TextVersion.REPORT
    stored: list[Decision] = []
    for position, found in enumerate(() if text.kind.is_quoted else text.decisions):
        own = slug_of(found.number) or slugify(found.title)[:60] or "p"
        # The same number twice: the reader said so in a finding, and nothing is lost.
        others = Decision.objects.filter(body=report.body, kind=found.kind)
        drafts = set(others.exclude(version=version).values_list("kind", "slug"))  # a draft is never what was adopted
        slug = next(each for each in numbered(own) if (found.kind, each) not in seen | drafts)
        seen.add((found.kind, slug))
        if there := others.filter(slug=slug).first():
            findings.append(known(report, there, found, text.kind))
            continue
        labels = [(paragraph.part, paragraph.label) for paragraph in found.paragraphs]
        paths, restarts = paragraph_paths(labels)
        decision = Decision.objects.create(
            body=report.body,
            session=session,
            report=report,
            kind=found.kind,
            number=found.number[:60],
            slug=slug,
            title=found.title,
            version=version,
            restarts_labels=restarts,
            position=position,
        )
        rows: list[Paragraph] = []
        for place, (paragraph, path) in enumerate(zip(found.paragraphs, paths, strict=True)):
            rows.append(
                Paragraph.objects.create(
                    decision=decision,
                    position=place,
                    label=paragraph.label[:60],
                    path=path,
                    part=paragraph.part[:20],
                    kind=paragraph.kind,
                    chapeau=rows[paragraph.chapeau] if paragraph.chapeau is not None else None,
                    line=paragraph.line,
                )
            )
        ParagraphText.objects.bulk_create(
            ParagraphText(paragraph=row, text=paragraph.text, version=version)
            for row, paragraph in zip(rows, found.paragraphs, strict=True)
        )
        stored.append(decision)
        if decision.is_draft:
            findings.append(Finding("info", "draft_read", found.line, {"number": found.number or found.title}))
    findings += set_beside(report, text) if text.kind.is_quoted else absent(report, session, text)
    findings += correct_words(report, text)
    findings += trace_drafts(report, stored, {each.decision: each.draft for each in text.besides.adoptions})
    findings += store_facts(report, session, text.besides)
    reading = Reading.objects.create(
        report=report,
        made_at=at,
        version=settings.VERSION,
        account=text.as_dict()["account"],
        findings=[finding.as_dict() for finding in findings],
        kind=text.kind.sort,
        symbol=text.kind.symbol[:80],
        language=language_of(text.kind),
    )
    report.session = session
    report.state, report.state_since, report.failure = ReportState.READ, dates.machine_now(), None
    report.save(update_fields=["session", "state", "state_since", "failure"])
    signals.report_read.send(sender=Report, report=report, at=at)
    return reading


def requeue_stuck(now: dt.datetime) -> list[int]:
    """Reports whose reader died are waiting again; the keys of all that wait, the longest first. None is lost."""
    stuck = Report.objects.filter(state=ReportState.READING, state_since__lt=now - dt.timedelta(minutes=5))
    stuck.update(state=ReportState.WAITING, state_since=now)
    waiting = Report.objects.filter(state=ReportState.WAITING, state_since__lte=now)
    return list(waiting.order_by("state_since", "pk").values_list("pk", flat=True))
