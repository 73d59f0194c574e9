"""A report comes in: stored with its hash; the same file again is the same report.

What is refused here can be told from name and first bytes; the rest is told when the file is read.
"""

import datetime as dt
import hashlib
import uuid
from pathlib import PurePath

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from ctoctrack.accounts.models import User
from ctoctrack.lib import dates
from ctoctrack.lib.files import NO_ROOM, store
from ctoctrack.lib.jobs import enqueue
from sessions.models import Body, Report
from sessions.reading.formats import ENDINGS, agrees, format_of
from sessions.reading.source import Unreadable
from sessions.wording import finding_sentence


class Refused(Exception):
    """The file is not taken; the message is a sentence for the person who sent it."""


def check(name: str, content: bytes) -> None:
    """Refuses what can be told before reading: another format, nothing at all, too much."""
    if PurePath(name).suffix.lower() not in ENDINGS:
        raise Refused(
            _("“%(name)s” is of a kind that is not read. Save the report as one of %(endings)s and send that file.")
            % {"name": name, "endings": ", ".join(ENDINGS)}
        )
    if not content:
        raise Refused(_("“%(name)s” is empty.") % {"name": name})
    if len(content) > settings.REPORT_MAX_BYTES:
        raise Refused(
            _("“%(name)s” is larger than %(mb)d MB.") % {"name": name, "mb": settings.REPORT_MAX_BYTES // 2**20}
        )
    try:
        found = format_of(content)
    except Unreadable as unreadable:
        raise Refused(finding_sentence(unreadable.code, unreadable.params)) from unreadable
    if not agrees(name, found):
        raise Refused(finding_sentence("not_what_name_says", {"name": name}))


def receive_report(
    body: Body, name: str, content: bytes, *, by: User, at: dt.datetime | None = None
) -> tuple[Report, bool]:
    """The file is stored and waits to be read, and whether it is new to the body; raises Refused."""
    at = at or dates.now()
    name = PurePath(name).name[:255]
    check(name, content)
    sha256 = hashlib.sha256(content).hexdigest()
    if known := Report.objects.filter(body=body, sha256=sha256).first():
        return known, False
    report = Report(
        body=body,
        original_name=name,
        sha256=sha256,
        size=len(content),
        uploaded_by=by,
        uploaded_at=at,
        state_since=dates.machine_now(),
    )
    try:
        store(report.file, f"{uuid.uuid4().hex}{PurePath(name).suffix.lower()}", content)
    except OSError as error:
        raise Refused(str(NO_ROOM)) from error
    try:
        with transaction.atomic():
            report.save()
            enqueue("sessions.read_report", report.pk)
    except IntegrityError:  # the same file, sent twice at the same moment
        report.file.delete(save=False)
        return Report.objects.get(body=body, sha256=sha256), False
    return report, True
