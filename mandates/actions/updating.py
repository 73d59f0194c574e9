"""What people write about a mandate, and what proves it."""

import datetime as dt
import hashlib
import uuid
from pathlib import PurePath

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from ctoctrack.accounts.models import User
from ctoctrack.lib import dates
from ctoctrack.lib.files import NO_ROOM, store
from mandates.actions.facts import Refused, on_behalf, record, touch
from mandates.actions.office_files import PARTS, is_office_file, is_packed
from mandates.enums import ChangeKind, EvidenceKind
from mandates.models import Evidence, Mandate, Update

# What a file says of itself in its first bytes: the ending of a name proves nothing.
SIGNATURES = {
    b"%PDF-": {".pdf"},
    b"PK\x03\x04": {".docx", ".xlsx", ".pptx", ".odt", ".ods"},
    b"\x89PNG\r\n\x1a\n": {".png"},
    b"\xff\xd8\xff": {".jpg", ".jpeg"},
}
PLAIN = {".txt", ".md", ".csv"}


@transaction.atomic
def add_update(mandate: Mandate, text: str, *, by: User, language: str = "en", at: dt.datetime | None = None) -> Update:
    """The update stands on the mandate, internal; reminders are silent for a while."""
    at = at or dates.now()
    if not text.strip():
        raise Refused(_("Write what is to be known."))
    update = Update.objects.create(mandate=mandate, text=text.strip(), language=language, by=by, at=at)
    record(mandate, ChangeKind.UPDATE, by=by, at=at, new=update.pk, **on_behalf(mandate, by))
    touch(mandate, at, quiet=True, reworded=True)
    return update


def check_file(file: UploadedFile) -> bytes:
    """The content of an uploaded file; Refused where it is too large, empty, or not what its name says."""
    content: bytes = file.read(settings.EVIDENCE_MAX_BYTES + 1)  # what the sender says of the size is not relied on
    if len(content) > settings.EVIDENCE_MAX_BYTES:
        raise Refused(_("The file is larger than %(mb)d MB.") % {"mb": settings.EVIDENCE_MAX_BYTES // 2**20})
    if not content:
        raise Refused(_("The file is empty."))
    ending = PurePath(file.name or "").suffix.lower()
    signed = [endings for start, endings in SIGNATURES.items() if content.startswith(start)]
    fits = ending in signed[0] if signed else ending in PLAIN and b"\x00" not in content
    # A picture or a PDF in front and an archive behind is two things at once.
    if not (fits and (is_office_file(content, ending) if ending in PARTS else not is_packed(content))):
        raise Refused(_("The file is none of Word, Excel, PDF, text or picture, or not what its name says."))
    return content


@transaction.atomic
def add_evidence(
    mandate: Mandate,
    *,
    by: User,
    symbol: str = "",
    file: UploadedFile | None = None,
    url: str = "",
    title: str = "",
    at: dt.datetime | None = None,
) -> Evidence:
    """The evidence stands on the mandate: a document's symbol, a file under a random name, or a link."""
    at = at or dates.now()
    evidence = Evidence(mandate=mandate, title=title.strip(), by=by, at=at)
    if file is not None:
        content = check_file(file)
        evidence.kind = EvidenceKind.FILE
        evidence.original_name = PurePath(file.name or "file").name[:255]
        evidence.sha256 = hashlib.sha256(content).hexdigest()
        ending = PurePath(evidence.original_name).suffix.lower()
        try:
            store(evidence.file, f"{uuid.uuid4().hex}{ending}", content)
        except OSError as error:
            raise Refused(str(NO_ROOM)) from error
    elif symbol.strip():
        evidence.kind, evidence.symbol = EvidenceKind.SYMBOL, symbol.strip()
    elif url.strip():
        evidence.kind, evidence.url = EvidenceKind.LINK, url.strip()
    else:
        raise Refused(_("Give the symbol of a document, a file or a link."))
    evidence.save()
    record(mandate, ChangeKind.EVIDENCE, by=by, at=at, new=evidence.pk, what=str(evidence), **on_behalf(mandate, by))
    touch(mandate, at)
    return evidence
