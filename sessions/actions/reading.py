"""A report that waits is read in a child process, and what was read is stored: all of it, or none."""

import datetime as dt
from collections import Counter

from django.conf import settings
from django.db import transaction
from django.utils.text import slugify

from ctoctrack.lib import dates
from sessions import signals
from sessions.actions.paths import paragraph_paths, slug_of
from sessions.enums import ReportState, SessionKind
from sessions.models import Decision, Paragraph, ParagraphText, Reading, Report, Session
from sessions.reading import Finding
from sessions.reading import Reading as Text
from sessions.reading.child import Unreadable, run


def claim(report: Report) -> bool:
    """Is the report ours to read? Only one reader gets it, however many ask."""
    claimed = Report.objects.filter(pk=report.pk, state=ReportState.WAITING).update(
        state=ReportState.READING, state_since=dates.machine_now()
    )
    return claimed == 1


def read_report(report: Report, *, at: dt.datetime | None = None) -> bool:
    """The report is read, or marked as unreadable with the reason; False where somebody else reads it."""
    if not claim(report):
        return False
    try:
        text = run(report.file.path)
    except Unreadable as error:
        Report.objects.filter(pk=report.pk, state=ReportState.READING).update(
            state=ReportState.UNREADABLE,
            state_since=dates.machine_now(),
            failure={"code": error.code, "params": error.params},
        )
        report.refresh_from_db()
        return True
    store(report, text, at=at or dates.now())
    return True


def _session(report: Report, text: Text, findings: list[Finding]) -> Session | None:
    """The session that the report tells of, made where the calendar lacks it; the calendar's days are not overruled."""
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
            "slug": f"{report.body.slug}-{facts.ordinal}",
            "place": facts.place,
            "starts_on": starts_on if ends_on else None,
            "ends_on": ends_on if starts_on else None,
        },
    )
    if not made and starts_on and session.starts_on and session.starts_on != starts_on:
        findings.append(
            Finding("warning", "session_dates_differ", None, {"report": facts.start or "", "ordinal": facts.ordinal})
        )
    return session


@transaction.atomic
def store(report: Report, text: Text, *, at: dt.datetime) -> Reading:
    """Session, decisions, paragraphs and their words stand in the database; a decision that the body has is left alone."""
    findings = list(text.findings)
    session = _session(report, text, findings)
    seen: Counter[str] = Counter()
    for position, found in enumerate(text.decisions):
        slug = slug_of(found.number) or slugify(found.title)[:60] or "p"
        seen[f"{found.kind}/{slug}"] += 1
        if seen[f"{found.kind}/{slug}"] > 1:  # the reader said so in a finding; nothing is lost
            slug = f"{slug}-{seen[f'{found.kind}/{slug}']}"
        if Decision.objects.filter(body=report.body, kind=found.kind, slug=slug).exists():
            findings.append(Finding("warning", "decision_known", found.line, {"number": found.number}))
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
            adopted_on=session.ends_on if session else None,
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
            ParagraphText(paragraph=row, text=paragraph.text)
            for row, paragraph in zip(rows, found.paragraphs, strict=True)
        )
    reading = Reading.objects.create(
        report=report,
        made_at=at,
        version=settings.VERSION,
        account=text.as_dict()["account"],
        findings=[finding.as_dict() for finding in findings],
    )
    report.session = session
    report.state, report.state_since, report.failure = ReportState.READ, dates.machine_now(), None
    report.save(update_fields=["session", "state", "state_since", "failure"])
    signals.report_read.send(sender=Report, report=report, at=at)
    return reading


def requeue_stuck(now: dt.datetime) -> list[int]:
    """Reports whose reader died are waiting again, and the keys of all that wait; a killed worker loses none."""
    stuck = Report.objects.filter(state=ReportState.READING, state_since__lt=now - dt.timedelta(minutes=5))
    stuck.update(state=ReportState.WAITING, state_since=now)
    waiting = Report.objects.filter(state=ReportState.WAITING, state_since__lte=now)
    return list(waiting.values_list("pk", flat=True))
