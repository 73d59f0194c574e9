"""The closed lists of what bodies, sessions and texts can be."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class BodyKind(models.TextChoices):
    CONFERENCE = "conference", _("conference")
    WORKING_GROUP = "working_group", _("working group")
    EXPERT_MEETING = "expert_meeting", _("meeting of experts")
    BUREAU = "bureau", _("bureau")


class SessionKind(models.TextChoices):
    ORDINARY = "ordinary", _("ordinary session")
    EXTRAORDINARY = "extraordinary", _("extraordinary session")
    MEETING = "meeting", _("meeting")


class Role(models.TextChoices):
    """What a person is in a body. The three last are roles in a delegation."""

    SECRETARY = "secretary", _("secretary of the body")
    SECRETARIAT = "secretariat", _("secretariat of the body")
    AUDITOR = "auditor", _("auditor")
    CHAIR = "chair", _("chair")
    BUREAU = "bureau", _("member of the Bureau")
    CONTRIBUTOR = "contributor", _("delegation: contributor (capital)")
    TRANSMITTER = "transmitter", _("delegation: transmitter (mission)")
    OBSERVER = "observer", _("delegation: observer")


DELEGATION_ROLES = frozenset({Role.CONTRIBUTOR, Role.TRANSMITTER, Role.OBSERVER})


class DelegationKind(models.TextChoices):
    PARTY = "party", _("State party")
    SIGNATORY = "signatory", _("signatory")
    ENTITY = "entity", _("entity")
    IGO = "igo", _("intergovernmental organization")
    NGO = "ngo", _("non-governmental organization")


class AgendaStatus(models.TextChoices):
    PROVISIONAL = "provisional", _("provisional")
    ADOPTED = "adopted", _("adopted")


class DocumentClass(models.TextChoices):
    PRE_SESSION = "pre_session", _("pre-session document")
    IN_SESSION = "in_session", _("in-session document (L., CRP.)")
    LIMITED = "limited", _("draft (L.)")
    CRP = "crp", _("conference room paper (CRP.)")
    INFORMATION = "information", _("information document (INF.)")
    ORAL = "oral", _("oral report")
    POST_SESSION = "post_session", _("post-session document")


class AttendedAs(models.TextChoices):
    """In what capacity a State or an organization took part in a session."""

    PARTY = "party", _("parties and member States")
    SIGNATORY = "signatory", _("signatories")
    STATE = "state", _("other States")
    ENTITY = "entity", _("entities")
    UN = "un", _("United Nations: Secretariat, bodies, specialized agencies")
    IGO = "igo", _("intergovernmental organizations")
    OFFICE = "office", _("others with a permanent observer office")
    NGO = "ngo", _("non-governmental organizations")


class Bearing(models.TextChoices):
    """What a financial statement says of a paragraph of a draft."""

    AMOUNT = "amount", _("an amount")
    NONE = "none", _("no additional resources")
    EXISTING = "existing", _("within existing resources")
    EXTRABUDGETARY = "extrabudgetary", _("subject to extrabudgetary resources")


class Fate(models.TextChoices):
    """What became of a paragraph of a draft on adoption."""

    SAME = "same", _("adopted with the same text")
    AMENDED = "amended", _("adopted, amended")
    NOT_ADOPTED = "not_adopted", _("not adopted")


class DecisionKind(models.TextChoices):
    DECISION = "decision", _("decision")
    RESOLUTION = "resolution", _("resolution")


class ParagraphKind(models.TextChoices):
    PREAMBLE = "preamble", _("preamble")
    OPERATIVE = "operative", _("operative paragraph")
    CHAPEAU = "chapeau", _("chapeau")
    RECITAL = "recital", _("paragraph without follow-up")
    QUOTED = "quoted", _("quoted text")


class TextVersion(models.TextChoices):
    DRAFT = "draft", _("draft")
    REPORT = "report", _("as in the report")
    CORRIGENDUM = "corrigendum", _("corrigendum")


class FileKind(models.TextChoices):
    """What kind of text a file holds."""

    REPORT = "report", _("report, or a decision as adopted")
    DRAFT = "draft", _("draft")
    CORRIGENDUM = "corrigendum", _("corrigendum")
    ADDENDUM = "addendum", _("addendum")


class DifferenceKind(models.TextChoices):
    """What a file does to a paragraph that is stored."""

    ADDED = "added", _("added")
    CHANGED = "changed", _("changed")
    MOVED = "moved", _("another label")
    VANISHED = "vanished", _("not in the file")
    UNALIGNED = "unaligned", _("without a counterpart")


class Answer(models.TextChoices):
    """What a person decided about a difference."""

    OPEN = "", _("to be decided")
    TAKEN = "taken", _("taken")
    KEPT = "kept", _("left as it was")


class ReportState(models.TextChoices):
    WAITING = "waiting", _("waiting to be read")
    READING = "reading", _("being read")
    READ = "read", _("read")
    UNREADABLE = "unreadable", _("could not be read")
