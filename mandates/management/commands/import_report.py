"""`manage.py import_report FILE --body SLUG --by EMAIL`: a report is imported as by uploading it."""

import hashlib
import time
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError
from django.utils.formats import date_format

from ctoctrack.accounts.models import User
from ctoctrack.lib import dates
from mandates.models import Mandate
from mandates.proposals import proposals
from sessions.actions import receiving
from sessions.actions.paths import slug_of
from sessions.actions.reading import read_report
from sessions.enums import ReportState
from sessions.models import Body, Paragraph, Report
from sessions.reading.child import run
from sessions.reading.files import Unreadable
from sessions.wording import finding_sentence

PATIENCE = 120  # seconds to wait where a worker has begun to read it first


class Command(BaseCommand):
    help = "Imports the report of a session: its decisions are stored and the requests in them proposed for review."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "file", type=Path, help="the report: Word (.docx), PDF with text, HTML, Markdown or plain text"
        )
        parser.add_argument("--body", required=True, metavar="SLUG", help="short name of the body that adopted it")
        parser.add_argument("--by", required=True, metavar="EMAIL", help="who imports it, of the body's secretariat")
        parser.add_argument("--dry-run", action="store_true", help="say what would be proposed, and keep nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            body = self.find_body(options["body"])
            person = self.find_person(options["by"], body)
        except DatabaseError as error:
            raise CommandError(
                f"The database is not ready ({error}); `python manage.py migrate` makes it so."
            ) from None
        path: Path = options["file"]
        try:
            content = path.read_bytes()
        except OSError as error:
            raise CommandError(f"“{path}” could not be opened: {error.strerror}.") from None
        try:
            receiving.check(path.name, content)
            if options["dry_run"]:
                self.preview(path, content, body)
            else:
                self.take(path, content, body, person)
        except receiving.Refused as refusal:
            raise CommandError(str(refusal)) from None
        except Unreadable as refusal:
            raise CommandError(finding_sentence(refusal.code, refusal.params)) from None

    def find_body(self, slug: str) -> Body:
        body = Body.objects.filter(slug=slug).first()
        if body is None:
            known = ", ".join(Body.objects.conferences().values_list("slug", flat=True)) or "none yet"
            raise CommandError(f"There is no body with the short name “{slug}”; there is: {known}.")
        return body

    def find_person(self, email: str, body: Body) -> User:
        person = User.objects.filter(email=email.strip().lower(), is_active=True).first()
        if person is None:
            raise CommandError(f"Nobody who may sign in has the e-mail address “{email}”.")
        if not person.has_perm("ctoc_sessions.add_report", body):
            raise CommandError(f"{person} does not work for the secretariat of {body}.")
        return person

    def preview(self, path: Path, content: bytes, body: Body) -> None:
        """What would be proposed is printed; nothing is kept, the file neither."""
        sha256 = hashlib.sha256(content).hexdigest()
        known = Report.objects.filter(body=body, sha256=sha256, state=ReportState.READ).first()
        if known is not None:
            self.say_known(known)
            return
        answer = proposals(run(path, max_bytes=settings.REPORT_MAX_BYTES))
        paragraphs = [paragraph for decision in answer["decisions"] for paragraph in decision["paragraphs"]]
        mandates = [mandate for paragraph in paragraphs for mandate in paragraph["mandates"]]
        doubtful = sum(mandate["doubt"] is not None for mandate in mandates)
        self.stdout.write("Dry run: nothing was kept.")
        self.say_counts(len(answer["decisions"]), len(paragraphs), len(mandates), doubtful)
        self.say_findings(answer["findings"])
        for decision in answer["decisions"]:
            if body.decisions.filter(kind=decision["kind"], slug=slug_of(decision["number"])).exists():
                self.stdout.write(
                    f"{decision['kind']} {decision['number']} is there; what the file says otherwise would wait."
                )

    def take(self, path: Path, content: bytes, body: Body, person: User) -> None:
        """The report is stored and read, and its requests are proposed."""
        report, is_new = receiving.receive_report(body, path.name, content, by=person)
        if not is_new and report.state == ReportState.READ:
            self.say_known(report)
            return
        self.read(report)
        reading = report.readings.latest()
        decisions = report.decisions.all()
        mandates = Mandate.objects.filter(paragraph__decision__in=decisions)
        paragraphs = Paragraph.objects.filter(decision__in=decisions)
        self.stdout.write(f"{report} was imported.")
        doubtful = mandates.filter(doubt__isnull=False).count()
        self.say_counts(decisions.count(), paragraphs.count(), mandates.count(), doubtful)
        self.say_findings(reading.findings)
        self.stdout.write(f"Review: {settings.BASE_URL}{report.get_absolute_url()}")

    def read(self, report: Report) -> None:
        """The report is read, here or by a worker who was first; CommandError where it cannot be."""
        deadline = time.monotonic() + PATIENCE
        while report.state in {ReportState.WAITING, ReportState.READING}:
            if read_report(report):
                report.refresh_from_db()
                break
            if time.monotonic() > deadline:
                raise CommandError(
                    f"{report} is still being read by a worker; the page of reports says when it is done."
                )
            time.sleep(0.5)
            report.refresh_from_db()
        if report.failure:
            raise CommandError(finding_sentence(report.failure["code"], report.failure["params"]))

    def say_known(self, report: Report) -> None:
        day = date_format(dates.day_of(report.uploaded_at), "j F Y")
        self.stdout.write(f"This file was imported on {day} by {report.uploaded_by}. Nothing was changed.")

    def say_counts(self, decisions: int, paragraphs: int, mandates: int, doubtful: int) -> None:
        self.stdout.write(
            f"decisions {decisions}, paragraphs {paragraphs}, proposed mandates {mandates}, of them doubtful {doubtful}"
        )

    def say_findings(self, findings: list[dict[str, Any]]) -> None:
        for finding in findings:
            where = f"line {finding['line']}: " if finding["line"] else ""
            sentence = finding_sentence(finding["code"], finding["params"])
            self.stdout.write(f"{finding['level']}: {where}{sentence}")
