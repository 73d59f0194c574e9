"""What is done at once, or killed: each scene with what is there before and what is told afterwards."""

import datetime as dt
import os
import re
import resource
import signal
from collections import Counter
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse

from ctoctrack.accounts.models import User
from ctoctrack.lib import dates
from mandates.actions import correcting, merging, releasing, reviewing, splitting, status
from mandates.models import Mandate
from mandates.models.notices import DOUBTFUL_AFTER, Message, Notice
from mandates.notices import deliver, outbox, runs
from sessions.actions import reading
from sessions.models import Decision, Paragraph, Report
from sessions.models import Reading as Read
from tests.factories import MandateFactory, MembershipFactory, ReleaseFactory, ReportFactory, UserFactory
from tests.faults import owed

PEOPLE = 24


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def killed_at_call(place: Any, name: str, number: int) -> None:
    """The process dies in the call of that number of a function."""
    whole, calls = getattr(place, name), Counter[str]()

    def counted(*args: Any, **kwargs: Any) -> Any:
        calls[name] += 1
        if calls[name] == number:
            die()
        return whole(*args, **kwargs)

    setattr(place, name, counted)


class Runs:
    """Each process writes what is owed today and sends what waits."""

    def prepare(self) -> None:
        for path in Path(settings.EMAIL_FILE_PATH).iterdir():
            path.unlink()
        owed.make(PEOPLE)
        owed.owe(Path(settings.VAR_DIR) / "unused")

    def act(self, number: int) -> None:
        runs.run(dates.today())
        deliver.drain()

    def told(self) -> dict[str, int]:
        """How many of each there are, in the outbox and among the mails."""
        outbox.mark_doubtful(dates.machine_now() + DOUBTFUL_AFTER)
        mails = [
            key
            for path in Path(settings.EMAIL_FILE_PATH).iterdir()
            for key in re.findall(r"^Message-ID: (.*)$", path.read_text(), re.MULTILINE)
        ]
        return {
            "people": User.objects.count(),
            "messages": Message.objects.count(),
            "notices": Notice.objects.count(),
            "mails": len(mails),
            "different": len(set(mails)),
            "doubtful": Message.objects.filter(state="doubtful").count(),
            "waiting": Message.objects.filter(state="queued").count(),
        }


class RunTwice(Runs):
    """One process does all of it twice."""

    def act(self, number: int) -> None:
        super().act(number)
        super().act(number)


class RunKilledWriting(Runs):
    """The first is killed when half of the digests are written; another run makes up for it."""

    def act(self, number: int) -> None:
        killed_at_call(runs.ledger, "enter", PEOPLE // 2)
        super().act(number)

    def told(self) -> dict[str, int]:
        Runs.act(self, 0)
        return super().told()


class RunKilledSending(RunKilledWriting):
    """The first is killed when half of the mails have gone, before it could note the last."""

    def act(self, number: int) -> None:
        killed_at_call(deliver, "record", PEOPLE // 2)
        Runs.act(self, number)


class OneMandate:
    """Two officers of a secretariat do the same with the same mandate."""

    status = "not_started"

    def prepare(self) -> None:
        mandate = MandateFactory(status=self.status)
        for _number in range(2):
            MembershipFactory(body=mandate.body, role="secretary")

    def act(self, number: int) -> None:
        self.do(Mandate.objects.get(), User.objects.filter(memberships__isnull=False).order_by("pk")[number])

    def do(self, mandate: Mandate, by: User) -> None:
        raise NotImplementedError

    def told(self) -> dict[str, Any]:
        mandate = Mandate.objects.get()
        return {"status": mandate.status, "changes": [change.kind for change in mandate.changes.order_by("pk")]}


class Confirmations(OneMandate):
    status = "proposed"

    def do(self, mandate: Mandate, by: User) -> None:
        reviewing.confirm(mandate, by=by)


class Statuses(OneMandate):
    def do(self, mandate: Mandate, by: User) -> None:
        status.change_status(mandate, "start", by=by, was="not_started")


class ReleaseAndStatus(OneMandate):
    """One releases the status that both saw, the other changes it."""

    def act(self, number: int) -> str:
        try:
            super().act(number)
        except releasing.Conflict:
            return f"{('release', 'status')[number]} told"
        return f"{('release', 'status')[number]} done"

    def do(self, mandate: Mandate, by: User) -> None:
        first = User.objects.filter(memberships__isnull=False).order_by("pk")[0]
        if by == first:
            releasing.release([releasing.Draft(mandate, "Begun.", "not_started")], "delegations", by=by)
        else:
            status.change_status(mandate, "start", by=by, was="not_started")


class Releases(OneMandate):
    """Both release the same line from the same preview."""

    def act(self, number: int) -> str:
        mandate, client = Mandate.objects.get(), Client()
        client.force_login(User.objects.filter(memberships__isnull=False).order_by("pk")[number])
        row = {"chosen": "on", "line": "The questionnaire went out.", "seen_status": mandate.status}
        fields = {f"{mandate.pk}-{name}": value for name, value in row.items()}
        return str(client.post(reverse("mandates:release-send"), {"level": "delegations", **fields}).status_code)

    def told(self) -> dict[str, Any]:
        return {**super().told(), "releases": Mandate.objects.get().releases.count()}


class Withdrawals(OneMandate):
    """Both grant the withdrawal that a third asked for."""

    def prepare(self) -> None:
        super().prepare()
        row = ReleaseFactory(mandate=Mandate.objects.get())
        releasing.ask_withdrawal(row, by=UserFactory(), reason="The wrong harbour.")

    def do(self, mandate: Mandate, by: User) -> None:
        releasing.withdraw(mandate.releases.get(), by=by)


class Corrections(OneMandate):
    """Both correct the same proposal, each otherwise, from the same page."""

    status = "proposed"

    def do(self, mandate: Mandate, by: User) -> None:
        correcting.correct(mandate, {"action": f"report as {by.pk}"}, by=by, seen=(0, "proposed"))

    def told(self) -> dict[str, Any]:
        first = Mandate.objects.order_by("pk")[0]
        changes = [change.kind for change in first.changes.order_by("pk")]
        return {"edition": first.edition, "changes": changes, "mandates": Mandate.objects.count()}


class Splits(Corrections):
    """Both split off the same words."""

    def do(self, mandate: Mandate, by: User) -> None:
        words = "report to the Conference at its fourth session"
        splitting.split(mandate, words, by=by, seen=(0, "proposed"))


class ConfirmationAndCorrection(Corrections):
    """One confirms what both saw, the other corrects it."""

    def do(self, mandate: Mandate, by: User) -> None:
        if by == User.objects.filter(memberships__isnull=False).order_by("pk")[0]:
            reviewing.confirm(mandate, by=by, edition=0)
        else:
            super().do(mandate, by)


class Additions(Corrections):
    """Both add the request that the reader missed."""

    def do(self, mandate: Mandate, by: User) -> None:
        new = {"verb": "invite", "addressees": ["States"], "action": "reply", "action_type": "submission"}
        splitting.add(mandate.paragraph, new, by=by)


class Mergers(Corrections):
    """Both merge the same two proposals."""

    def prepare(self) -> None:
        super().prepare()
        MandateFactory(paragraph=Mandate.objects.get().paragraph, status="proposed", position=1)

    def act(self, number: int) -> None:
        by = User.objects.filter(memberships__isnull=False).order_by("pk")[number]
        one, other = Mandate.objects.order_by("pk")
        seen = (0, "proposed")
        merging.merge(one, other, by=by, seen=seen, other_seen=seen)


class ImportKilled:
    """The reader of a report is killed in the middle of storing it; five minutes later it is read again."""

    def prepare(self) -> None:
        report = ReportFactory(state="waiting")
        text = (Path(__file__).parent / "report.md").read_text()
        report.file.save("report.md", ContentFile(text.encode()))

    def act(self, number: int) -> None:
        killed_at_call(reading.Decision.objects, "create", 2)
        reading.read_report(Report.objects.get())

    def told(self) -> dict[str, Any]:
        half = {"state": Report.objects.get().state, "stored": self.stored()}
        later = dates.machine_now() + dt.timedelta(minutes=6)
        again = [reading.read_report(Report.objects.get(pk=pk)) for pk in reading.requeue_stuck(later)]
        return {"half": half, "again": again, "state": Report.objects.get().state, "stored": self.stored()}

    def stored(self) -> list[int]:
        return [model.objects.count() for model in (Decision, Paragraph, Read, Mandate)]


class DiskFull:
    """A secretary sends a report for which the disk has no room. What is smaller, the database too, still has."""

    room, content = 4 * 2**20, b"# Report\n" * 2**20

    def prepare(self) -> None:
        MembershipFactory(role="secretary")

    def act(self, number: int) -> str:
        settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * len(self.content)  # what a request brings waits in memory
        client = Client()
        client.force_login(User.objects.get())
        resource.setrlimit(resource.RLIMIT_FSIZE, (self.room, self.room))
        file = ContentFile(self.content, "report.md")
        page = client.post(
            reverse("sessions:report-new"), {"body": User.objects.get().memberships.get().body_id, "file": file}
        )
        return f"{page.status_code} {'no room for the file' in page.text}"

    def told(self) -> dict[str, Any]:
        files = [path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.stat().st_size > self.room // 2]
        return {"reports": Report.objects.count(), "files": len(files)}


class DatabaseFull(OneMandate):
    """The file of the database may not grow while a status is changed."""

    def act(self, number: int) -> str:
        mandate, by = Mandate.objects.get(), User.objects.filter(memberships__isnull=False)[0]
        client = Client(raise_request_exception=False)
        client.force_login(by)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
        address = reverse("mandates:status", args=[mandate.body.slug, mandate.reference, "start"])
        page = client.post(address, {"was": "not_started", "seen_status": "not_started"})
        return f"{page.status_code} {'may not be saved' in page.text}"
