"""The closed lists of what a mandate can be. The pure packages use the same words as plain strings: a test holds it."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Ledger(models.TextChoices):
    """Whose book the mandate stands in; decided by the addressee."""

    SECRETARIAT = "secretariat", _("Secretariat")
    CONFERENCE = "conference", _("Conference and its bodies")
    STATES = "states", _("States and others")


class Status(models.TextChoices):
    PROPOSED = "proposed", pgettext_lazy("status", "Proposed")
    DECLINED = "declined", pgettext_lazy("status", "Declined")
    TOOK_EFFECT = "took_effect", pgettext_lazy("status", "Took effect on adoption")
    NOT_STARTED = "not_started", pgettext_lazy("status", "Not started")
    IN_PROGRESS = "in_progress", pgettext_lazy("status", "In progress")
    CONTINUING = "continuing", pgettext_lazy("status", "Continuing")
    REPORTED_DONE = "reported_done", pgettext_lazy("status", "Reported done")
    PARTLY_IMPLEMENTED = "partly_implemented", pgettext_lazy("status", "Partly implemented")
    IMPLEMENTED = "implemented", pgettext_lazy("status", "Implemented")
    OVERTAKEN = "overtaken", pgettext_lazy("status", "Considered overtaken")
    LAPSED = "lapsed", pgettext_lazy("status", "Lapsed")
    SUPERSEDED = "superseded", pgettext_lazy("status", "Superseded")
    DISCONTINUED = "discontinued", pgettext_lazy("status", "Discontinued")


UNCONFIRMED = frozenset({Status.PROPOSED, Status.DECLINED})
OPEN = frozenset(
    {
        Status.NOT_STARTED,
        Status.IN_PROGRESS,
        Status.CONTINUING,
        Status.REPORTED_DONE,
        Status.PARTLY_IMPLEMENTED,
        Status.OVERTAKEN,
    }
)
CLOSED = frozenset(Status) - UNCONFIRMED - OPEN
# Statuses in which nothing can be late: done in the owner's eyes, without an end, or waiting for the Conference's word.
NEVER_LATE = frozenset({Status.CONTINUING, Status.REPORTED_DONE, Status.OVERTAKEN}) | CLOSED


class WaitingFor(models.TextChoices):
    NOTHING = "", _("nothing")
    REPLIES = "replies", _("replies")
    RESOURCES = "resources", _("resources")
    CLEARANCE = "clearance", _("clearance")
    TRANSLATION = "translation", _("translation")


class ActionType(models.TextChoices):
    REPORT = "report", _("report")
    INFORMATION = "information", _("information")
    COLLECTION = "collection", _("collection")
    SUBMISSION = "submission", _("submission")
    MEETING = "meeting", _("meeting")
    INSTITUTION = "institution", _("institution")
    REVIEW = "review", _("review")
    COORDINATION = "coordination", _("coordination")
    ASSISTANCE = "assistance", _("assistance")
    RATIFICATION = "ratification", _("ratification")
    FUNDING = "funding", _("funding")
    IMPLEMENTATION = "implementation", _("implementation")


class Funding(models.TextChoices):
    UNSAID = "", _("not said")
    EXISTING = "existing", _("within existing resources")
    EXTRABUDGETARY = "extrabudgetary", _("extrabudgetary")
    SUBJECT_TO_RESOURCES = "subject_to_resources", _("subject to resources")


class DeadlineKind(models.TextChoices):
    NONE = "", _("no deadline in the text")
    DATE = "date", _("a day")
    SESSION = "session", _("a session")
    RECURRING = "recurring", _("recurring")
    ONGOING = "ongoing", _("ongoing")
    ON_REQUEST = "on_request", _("on request")


class Relation(models.TextChoices):
    NONE = "", "–"
    AT = "at", _("at")
    BEFORE = "before", _("before")
    DURING = "during", _("during")
    AFTER = "after", _("after")
    BY = "by", _("by")


class ChangeKind(models.TextChoices):
    """What a recorded change was about."""

    CONFIRMED = "confirmed", _("confirmation")
    STATUS = "status", _("status")
    OWNER = "owner", _("owner")
    CONTRIBUTOR = "contributor", _("contributor")
    WAITING = "waiting", _("waiting for")
    DEADLINE = "deadline", _("deadline of the text")
    TARGET = "target", _("target")
    TARGET_ASKED = "target_asked", _("another target asked for")
    TARGET_REFUSED = "target_refused", _("another target refused")
    GROUP = "group", _("group")
    TEXT = "text", _("correction of the reading")
    UPDATE = "update", _("update")
    EVIDENCE = "evidence", _("evidence")
    RELEASE = "release", _("release")
    WITHDRAWAL_ASKED = "withdrawal_asked", _("withdrawal asked")
    WITHDRAWAL = "withdrawal", _("withdrawal")
    RELATED = "related", _("related request")


class Answer(models.TextChoices):
    """What became of something that was asked for."""

    WAITS = "", pgettext_lazy("request", "waits")
    GRANTED = "granted", pgettext_lazy("request", "granted")
    REFUSED = "refused", pgettext_lazy("request", "refused")
    TAKEN_BACK = "taken_back", pgettext_lazy("request", "taken back")


class EvidenceKind(models.TextChoices):
    SYMBOL = "symbol", _("document symbol")
    FILE = "file", _("file")
    LINK = "link", _("link")


class Level(models.TextChoices):
    """Who reads a released line or status; each level includes those before it in the order of LEVELS."""

    INTERNAL = "internal", _("internal")
    BUREAU = "bureau", _("Bureau")
    DELEGATIONS = "delegations", _("delegations")
    PUBLIC = "public", _("public")


class MilestoneKind(models.TextChoices):
    FORECAST = "forecast", _("forecast")
    SUBMISSION = "submission", _("submission to conference services")
    ISSUANCE = "issuance", _("issuance in six languages")
    OTHER = "other", _("other step")


class MessageKind(models.TextChoices):
    DIGEST = "digest", _("digest")
    PASSWORD_RESET = "password_reset", _("password reset")
    INVITATION = "invitation", _("invitation")
    ALARM = "alarm", _("alarm")
    TEST = "test", _("test mail")


class MessageState(models.TextChoices):
    QUEUED = "queued", pgettext_lazy("mail", "waiting")
    SENDING = "sending", pgettext_lazy("mail", "being sent")
    SENT = "sent", pgettext_lazy("mail", "sent")
    REFUSED = "refused", pgettext_lazy("mail", "refused")
    DOUBTFUL = "doubtful", pgettext_lazy("mail", "doubtful")


class RepeatState(models.TextChoices):
    """What a person said of a new request that looks like an open mandate."""

    OFFERED = "offered", pgettext_lazy("repeated request", "to be looked at")
    LINKED = "linked", pgettext_lazy("repeated request", "related")
    SUPERSEDES = "supersedes", pgettext_lazy("repeated request", "supersedes it")
    IGNORED = "ignored", pgettext_lazy("repeated request", "not the same")


class SpreadsheetState(models.TextChoices):
    """Where a spreadsheet is on its way in."""

    CHECKED = "checked", pgettext_lazy("spreadsheet", "checked, not imported")
    WAITING = "waiting", pgettext_lazy("spreadsheet", "waiting to be imported")
    IMPORTING = "importing", pgettext_lazy("spreadsheet", "being imported")
    IMPORTED = "imported", pgettext_lazy("spreadsheet", "imported")
