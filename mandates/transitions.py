"""The table of statuses: what can follow what, who may do it, and what must be filled in.

Buttons, API errors, tests and the diagram in the docs are made from it. `permission` is the name of a permission of
`Mandate`; `needs` names what must be given: reason, outcome, evidence (a symbol or a file on the mandate), left (what
is left to do), note, authority (the paragraph of a later decision).
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from mandates.enums import CLOSED, OPEN, Status

CONFIRM = "mandates.confirm_mandate"
MOVE = "mandates.move_mandate"
VERIFY = "mandates.verify_mandate"
END = "mandates.end_mandate"


@dataclass(frozen=True, slots=True)
class Transition:
    """One way from some statuses to another, under the name that a button and an address use."""

    name: str
    label: Promise
    sources: frozenset[Status]
    target: Status
    permission: str
    needs: tuple[str, ...] = ()
    second_person: bool = False  # never who reported it done

    @property
    def is_for_review(self) -> bool:
        """Belongs to the review of a report, not to a mandate's page."""
        return self.permission == CONFIRM


TRANSITIONS: tuple[Transition, ...] = (
    Transition(
        "confirm",
        pgettext_lazy("button", "Confirm"),
        frozenset({Status.PROPOSED}),
        Status.NOT_STARTED,
        CONFIRM,
    ),
    Transition(
        "confirm-effect",
        pgettext_lazy("button", "Confirm: took effect on adoption"),
        frozenset({Status.PROPOSED}),
        Status.TOOK_EFFECT,
        CONFIRM,
    ),
    Transition(
        "decline",
        pgettext_lazy("button", "Decline"),
        frozenset({Status.PROPOSED}),
        Status.DECLINED,
        CONFIRM,
        needs=("reason",),
    ),
    Transition(
        "propose-again",
        pgettext_lazy("button", "Propose again"),
        frozenset({Status.DECLINED}),
        Status.PROPOSED,
        CONFIRM,
    ),
    Transition(
        "unconfirm",
        pgettext_lazy("button", "Undo the confirmation"),
        frozenset({Status.NOT_STARTED, Status.TOOK_EFFECT}),
        Status.PROPOSED,
        CONFIRM,
        needs=("reason",),
    ),
    Transition(
        "start",
        pgettext_lazy("button", "Start"),
        frozenset({Status.NOT_STARTED}),
        Status.IN_PROGRESS,
        MOVE,
    ),
    Transition(
        "go-on",
        pgettext_lazy("button", "Go on"),
        frozenset({Status.CONTINUING, Status.PARTLY_IMPLEMENTED}),
        Status.IN_PROGRESS,
        MOVE,
    ),
    Transition(
        "stop",
        pgettext_lazy("button", "Back to not started"),
        frozenset({Status.IN_PROGRESS, Status.CONTINUING}),
        Status.NOT_STARTED,
        MOVE,
        needs=("reason",),
    ),
    Transition(
        "continue",
        pgettext_lazy("button", "Mark as continuing"),
        frozenset({Status.NOT_STARTED, Status.IN_PROGRESS}),
        Status.CONTINUING,
        MOVE,
    ),
    Transition(
        "report-done",
        pgettext_lazy("button", "Report as done"),
        frozenset({Status.NOT_STARTED, Status.IN_PROGRESS, Status.CONTINUING, Status.PARTLY_IMPLEMENTED}),
        Status.REPORTED_DONE,
        MOVE,
        needs=("outcome", "evidence"),
    ),
    Transition(
        "take-back",
        pgettext_lazy("button", "Not done yet"),
        frozenset({Status.REPORTED_DONE}),
        Status.IN_PROGRESS,
        MOVE,
        needs=("reason",),
    ),
    Transition(
        "verify",
        pgettext_lazy("button", "Verify as implemented"),
        frozenset({Status.REPORTED_DONE}),
        Status.IMPLEMENTED,
        VERIFY,
        needs=("note",),
        second_person=True,
    ),
    Transition(
        "verify-partly",
        pgettext_lazy("button", "Partly implemented"),
        frozenset({Status.REPORTED_DONE}),
        Status.PARTLY_IMPLEMENTED,
        VERIFY,
        needs=("left",),
        second_person=True,
    ),
    Transition(
        "consider-overtaken",
        pgettext_lazy("button", "Consider overtaken"),
        OPEN - {Status.OVERTAKEN, Status.REPORTED_DONE},
        Status.OVERTAKEN,
        END,
        needs=("reason",),
    ),
    Transition(
        "not-overtaken",
        pgettext_lazy("button", "Not overtaken"),
        frozenset({Status.OVERTAKEN}),
        Status.IN_PROGRESS,
        END,
        needs=("reason",),
    ),
    Transition(
        "lapse",
        pgettext_lazy("button", "Lapsed by its own term"),
        OPEN,
        Status.LAPSED,
        END,
        needs=("reason",),
    ),
    Transition(
        "supersede",
        pgettext_lazy("button", "Superseded by a later decision"),
        OPEN,
        Status.SUPERSEDED,
        END,
        needs=("authority",),
    ),
    Transition(
        "discontinue",
        pgettext_lazy("button", "Discontinued by a later decision"),
        OPEN,
        Status.DISCONTINUED,
        END,
        needs=("authority",),
    ),
    Transition(
        "reopen",
        pgettext_lazy("button", "Reopen"),
        CLOSED,
        Status.IN_PROGRESS,
        END,
        needs=("reason",),
    ),
)
BY_NAME = {transition.name: transition for transition in TRANSITIONS}


def from_status(status: str | None) -> tuple[Transition, ...]:
    """The transitions that lead away from `status`, in the order of the table."""
    return tuple(transition for transition in TRANSITIONS if status in transition.sources)
