"""Who must do what, by when, who was told, how far it is.

The notice pipeline's own tables stand in `mandates.models.notices` and are not re-exported: only `mandates.notices`
may import them, and a contract holds it.
"""

from mandates.models import notices as _registered
from mandates.models.addressee import Addressee, Party
from mandates.models.asking import TargetRequest
from mandates.models.mandate import Contributor, Mandate
from mandates.models.milestone import Milestone
from mandates.models.progress import Change, Evidence, Update
from mandates.models.release import Release
from mandates.models.repeat import Repeat
from mandates.models.silence import Silence
from mandates.models.spreadsheet import Spreadsheet

del _registered

__all__ = [
    "Addressee",
    "Change",
    "Contributor",
    "Evidence",
    "Mandate",
    "Milestone",
    "Party",
    "Release",
    "Repeat",
    "Silence",
    "Spreadsheet",
    "TargetRequest",
    "Update",
]
