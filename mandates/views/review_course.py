"""How far the review of a report is, where to go on, and what others did meanwhile."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from mandates.enums import Status
from mandates.models import Mandate
from mandates.views.review_rows import KEPT
from sessions.models import Decision, Report


@dataclass(frozen=True, slots=True)
class Tally:
    """How many proposals of a report or of a decision are confirmed, declined, doubtful and clear."""

    confirmed: int = 0
    declined: int = 0
    doubtful: int = 0
    clear: int = 0

    @property
    def left(self) -> int:
        return self.doubtful + self.clear

    @property
    def all(self) -> int:
        return self.confirmed + self.declined + self.left

    @property
    def parts(self) -> list[dict[str, Any]]:
        """As the parts of a bar, each with the part of the review that shows them."""
        return [
            {"status": "implemented", "label": _("confirmed"), "number": self.confirmed, "url": "?show=confirmed"},
            {
                "status": "not_started",
                "label": _("clear, to be confirmed"),
                "number": self.clear,
                "url": "?show=proposed",
            },
            {"status": "part", "label": _("doubtful"), "number": self.doubtful, "url": "?show=doubtful"},
            {"status": "declined", "label": _("declined"), "number": self.declined, "url": "?show=declined"},
        ]


def tally(mandates: Iterable[Mandate]) -> Tally:
    """Of these. What was merged into another is none of its own any more."""
    names = ("confirmed" if m.is_confirmed else "declined" if m.status == Status.DECLINED else "doubtful" if m.doubt
             else "clear" for m in mandates if not m.merged_into_id)  # fmt: skip
    return Tally(**Counter(names))


def contents(decisions: list[Decision], mandates: list[Mandate]) -> list[dict[str, Any]]:
    """The decisions of the report, each with how far it is."""
    within: dict[int, list[Mandate]] = {}
    for mandate in mandates:
        within.setdefault(mandate.paragraph.decision_id, []).append(mandate)
    return [{"decision": decision, "tally": tally(within.get(decision.pk, []))} for decision in decisions]


@dataclass(frozen=True, slots=True)
class Course:
    """Where a person left the review, and what others did since."""

    last: Any = None  # the mandate that the person decided last
    last_at: dt.datetime | None = None
    others: tuple[dict[str, Any], ...] = ()  # {"name", "number", "at"}


def course_of(mandates: list[Any], person: int) -> Course:
    """Read off what was last done to each mandate; where the person has done nothing yet, all of it is of others."""
    done = [mandate for mandate in mandates if mandate.done_at]
    mine = max((m for m in done if m.done["by"] == person), key=lambda m: m.done_at, default=None)
    since = mine.done_at if mine else None
    found: dict[Any, dict[str, Any]] = {}
    for mandate in done:
        if mandate.done["by"] != person and (since is None or mandate.done_at > since):
            one = found.setdefault(mandate.done["by"], {"name": mandate.done["name"] or "", "number": 0, "at": since})
            one["number"] += 1
            one["at"] = max(one["at"] or mandate.done_at, mandate.done_at)
    return Course(mine, since, tuple(sorted(found.values(), key=lambda one: one["at"], reverse=True)))


def place_of(mandate: Any) -> tuple[int, ...]:
    """Where it stands on the page."""
    paragraph = mandate.paragraph
    return (paragraph.decision.position, paragraph.decision_id, paragraph.position, mandate.position, mandate.pk)


def next_left(mandates: list[Any], after: Any = None, kept: Any = KEPT["proposed"]) -> Any:
    """The next that is left after a mandate on the page; then those before it; none where none is left."""
    left = sorted((mandate for mandate in mandates if kept(mandate)), key=place_of)
    here = place_of(after) if after else ()
    return next((mandate for mandate in left if place_of(mandate) > here), next(iter(left), None))


def chosen_decision(index: list[dict[str, Any]], asked: str, begin: Any) -> int | None:
    """The decision that was asked for, else that of the proposal with which to go on, else the first."""
    keys = [each["decision"].pk for each in index]
    if asked.isdecimal() and int(asked) in keys:
        return int(asked)
    return begin.paragraph.decision_id if begin else next(iter(keys), None)


def following(index: list[dict[str, Any]], only: int | None) -> Decision | None:
    """The next decision after the one shown, in which something is left; from the last on, those before it."""
    keys = [each["decision"].pk for each in index]
    if only not in keys:
        return None
    place = keys.index(only)
    return next((each["decision"] for each in index[place + 1 :] + index[:place] if each["tally"].left), None)


def preceding(index: list[dict[str, Any]], only: int | None) -> Decision | None:
    """The decision before the one shown."""
    keys = [each["decision"].pk for each in index]
    return index[keys.index(only) - 1]["decision"] if only in keys[1:] else None


def address(report: Report, show: str, decision: int, anchor: str) -> str:
    """A place in the part of the review that is shown; else in its decision."""
    query = f"show={show}" if show in KEPT else f"decision={decision}"
    return f"{report.get_absolute_url()}?{query}#{anchor}"


def onwards(report: Report, show: str, done: Mandate) -> str:
    """Where to go after a mandate was judged: to the next that is left, else to where it stands."""
    left = Mandate.objects.proposed().filter(paragraph__decision__report=report).exclude(pk=done.pk)
    kept = KEPT[show] if show in ("doubtful", "proposed") else KEPT["proposed"]
    to = next_left(list(left.select_related("paragraph__decision")), after=done, kept=kept) or done
    return address(report, show, to.paragraph.decision_id, f"m{to.pk}")
