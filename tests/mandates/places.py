"""Every address: who is answered, who is led to another page, by which methods. For everybody else nothing is there.

An address that is not declared here fails tests/mandates/views/test_roles.py; docs/roles.md is made from this table.
"""

from collections.abc import Iterator
from typing import NamedTuple

from django.urls import URLPattern, URLResolver, get_resolver

from tests.mandates.roles import HEADS, KEEPS, ROLES

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
TAKES = {
    "get": ("GET", "HEAD"),
    "form": ("GET", "POST"),
    "post": ("POST",),
    "any": METHODS,  # the administration is Django's and looks at the person first
}

EVERYBODY = frozenset(ROLES)
SIGNED_IN = EVERYBODY - {"stranger", "owner who left"}
SECRETARIATS = KEEPS | {"secretariat of another body"}
READS = KEEPS | {"auditor"}  # what is internal to the body
MOVES = KEEPS | HEADS | {"owner", "acting deputy"}
WRITES = MOVES | {"contributor"}
STRANGERS = EVERYBODY - SIGNED_IN
DEPUTIES = {"acting deputy", "deputy of somebody present"}
OFFICE = HEADS | DEPUTIES | {"owner", "colleague", "head of another unit", "former owner"}  # works in a unit today
SEES = READS | HEADS | {"owner", "acting deputy", "colleague", "contributor"}  # the mandate

READS_PROGRESS = (
    READS | OFFICE | {"administrator", "chair", "bureau"} | {role for role in ROLES if role.startswith("delegation")}
)


class Place(NamedTuple):
    """An address: what fills its gaps, who is answered, who is led to another page, and what it takes.

    It takes "get", a "form" that is shown and sent, "post" alone, or "any".
    """

    args: tuple = ()
    answered: frozenset | set = frozenset()
    led: frozenset | set = frozenset()
    method: str = "get"

    @property
    def takes(self) -> tuple[str, ...]:
        return TAKES[self.method]


def named(patterns=None, spaces=()) -> Iterator[tuple[str, str]]:
    """Name and route of every address of the resolver; the administration is one."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(pattern, URLResolver):
            if pattern.namespace == "admin":
                yield "admin", str(pattern.pattern)
            else:
                inner = (*spaces, pattern.namespace) if pattern.namespace else spaces
                yield from named(pattern.url_patterns, inner)
        elif isinstance(pattern, URLPattern):
            yield ":".join((*spaces, pattern.name or str(pattern.pattern))), str(pattern.pattern)


ONE = ("harbour", "3-1-b-1")
PLACES = {
    "accounts:sign-in": Place(answered=STRANGERS, led=SIGNED_IN, method="form"),
    "accounts:sign-out": Place(answered=EVERYBODY, method="post"),
    "accounts:absence": Place(answered=OFFICE, method="form"),
    "accounts:absence-end": Place((1,), method="post"),  # one's own; nobody has one here
    "accounts:profile": Place(answered=SIGNED_IN, method="form"),
    "accounts:password-change": Place(answered=SIGNED_IN, method="form"),
    "accounts:password-reset": Place(answered=EVERYBODY, method="form"),
    "accounts:password-reset-sent": Place(answered=EVERYBODY),
    "accounts:password-reset-done": Place(answered=EVERYBODY),
    "accounts:password-reset-confirm": Place(("x", "y"), answered=EVERYBODY, method="form"),
    "set_language": Place(answered=EVERYBODY, method="post"),
    "admin": Place(answered={"administrator"}, method="any"),
    "admin/login/": Place(),
    "sessions:reports": Place(answered=READS | SECRETARIATS),
    "sessions:report-new": Place(answered=SECRETARIATS, method="form"),
    "mandates:overview": Place(answered=SEES | SECRETARIATS | OFFICE, led=EVERYBODY - SEES - SECRETARIATS - OFFICE),
    "mandates:mine": Place(answered=SIGNED_IN),
    "mandates:groups": Place(answered=SEES | SECRETARIATS, led=SIGNED_IN - SEES - SECRETARIATS),
    "mandates:group": Place(("pilotage",), answered=SEES, led=READS_PROGRESS - SEES),
    "mandates:list": Place(answered=SIGNED_IN),
    "mandates:search": Place(led=SIGNED_IN),
    "mandates:export": Place(("csv",), answered=SEES),
    "mandates:spreadsheet-new": Place(answered=SECRETARIATS, method="form"),
    "mandates:spreadsheet": Place(("spreadsheet",), answered=KEEPS),
    "mandates:spreadsheet-import": Place(("spreadsheet",), answered=KEEPS, method="post"),
    "mandates:sessions": Place(answered=READS | SECRETARIATS),
    "mandates:session-new": Place(answered=SECRETARIATS, method="form"),
    "mandates:session": Place(("harbour-4",), answered=READS),
    "mandates:session-days": Place(("harbour-4",), answered=KEEPS | {"administrator"}, method="form"),
    "mandates:type-decision": Place(answered=SECRETARIATS, method="form"),
    "mandates:repeats": Place(("report",), answered=READS),
    "mandates:repeats-look": Place(("report",), answered=KEEPS, method="post"),
    "mandates:repeat-decide": Place(("report", "repeat", "link"), answered=KEEPS, method="post"),
    "mandates:review": Place(("report",), answered=READS),
    "mandates:confirm-clear": Place(("report",), answered=KEEPS, method="post"),
    "mandates:confirm": Place(("report", "proposal"), answered=KEEPS, method="post"),
    "mandates:decline": Place(("report", "proposal"), answered=KEEPS, method="form"),
    "mandates:undo": Place(("report", "proposal"), answered=KEEPS, method="form"),
    "mandates:propose-again": Place(("report", "proposal"), answered=KEEPS, method="post"),
    "mandates:review-edit": Place(("report", "proposal"), answered=KEEPS, method="form"),
    "mandates:review-split": Place(("report", "proposal"), answered=KEEPS, method="form"),
    "mandates:review-merge": Place(("report", "proposal"), answered=KEEPS, method="form"),
    "mandates:review-take-back": Place(("report", "proposal"), answered=KEEPS, method="post"),
    "mandates:review-add": Place(("report", "proposed-paragraph"), answered=KEEPS, method="form"),
    "mandates:choose-group": Place(("report", "decision"), answered=KEEPS, method="post"),
    "mandates:differences": Place(("report",), answered=READS),
    "mandates:take-harmless": Place(("report",), answered=KEEPS, method="post"),
    "mandates:decide-difference": Place(("report", "difference"), answered=KEEPS, method="post"),
    "mandates:trace-draft": Place(("report",), answered=KEEPS, method="post"),
    "mandates:concordance": Place(("report", "concordance"), answered=KEEPS, method="post"),
    "mandates:statements": Place(("report",), answered=READS),
    "mandates:map-statement": Place(("report", "stated"), answered=KEEPS, method="form"),
    "mandates:unmap-statement": Place(("report", "stated"), answered=KEEPS, method="post"),
    "mandates:document": Place(("HARB/3/L.7",), answered=READS),
    "mandates:release": Place(answered=SECRETARIATS),
    "mandates:release-preview": Place(answered=SECRETARIATS, method="post"),
    "mandates:release-send": Place(answered=SECRETARIATS, method="post"),
    "mandates:ask-withdrawal": Place(("release",), answered=KEEPS, method="form"),
    "mandates:withdraw": Place(("release",), answered=KEEPS, method="post"),
    "mandates:keep": Place(("release",), answered=KEEPS, method="post"),
    "mandates:outbox": Place(answered=READS | SECRETARIATS | {"administrator"}),
    "mandates:message": Place(("message",), answered=READS | {"administrator"}),
    "mandates:message-resend": Place(("message",), answered=KEEPS | {"administrator"}, method="post"),
    "mandates:message-settle": Place(("message",), answered=KEEPS | {"administrator"}, method="post"),
    "mandates:silence-by-link": Place(("silence-link",), answered=EVERYBODY, method="form"),
    "mandates:unsubscribe": Place(("stop-link",), answered=EVERYBODY, method="form"),
    "mandates:people": Place(answered=SECRETARIATS),
    "mandates:hand-over": Place(("leaver",), answered=KEEPS, method="form"),
    "mandates:health": Place(answered=EVERYBODY),
    "mandates:health-live": Place(answered=EVERYBODY),
    "mandates:progress": Place(answered=READS_PROGRESS | SECRETARIATS),
    "mandates:progress-body": Place(("harbour",), answered=READS_PROGRESS),
    "mandates:progress-asked": Place(("harbour",), answered=READS_PROGRESS),
    "mandates:progress-group": Place(("harbour", "pilotage"), answered=READS_PROGRESS),
    "mandates:progress-decision": Place(("harbour", "decisions", "3-1"), answered=READS_PROGRESS),
    "mandates:detail": Place(ONE, answered=SEES),
    "mandates:status": Place((*ONE, "start"), answered=MOVES, method="form"),
    "mandates:update": Place(ONE, answered=WRITES, method="form"),
    "mandates:evidence": Place(ONE, answered=WRITES, method="form"),
    "mandates:evidence-file": Place((*ONE, "evidence"), answered=SEES),
    "mandates:assign": Place(ONE, answered=KEEPS | HEADS, method="form"),
    "mandates:waiting": Place(ONE, answered=MOVES, method="form"),
    "mandates:silence": Place(ONE, answered=SEES, method="form"),
    "mandates:target": Place(ONE, answered=KEEPS, method="form"),
    "mandates:target-ask": Place(ONE, answered=HEADS | {"owner", "acting deputy"}, method="form"),
    "mandates:target-answer": Place((*ONE, "wish"), answered=KEEPS, method="form"),
    "mandates:target-take-back": Place((*ONE, "wish"), answered=HEADS | {"owner", "acting deputy"}, method="post"),
    "mandates:decision": Place(("harbour", "decisions", "3-1"), answered=SEES, led=READS_PROGRESS - SEES),
    "mandates:paragraph": Place(("harbour", "decisions", "3-1", "b"), led=READS_PROGRESS | SEES),
}
