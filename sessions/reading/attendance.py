"""Which States and organizations took part, from the list of participants or from the sentence that names them.

Persons are never taken: of a row with columns only the first is looked at, of running text only names that are those of
States or plainly those of organizations (`organizations`). What is left out is counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from .adoption import split_names
from .annexes import cells_of, sections
from .besides import AttendedAs, Attendee
from .blocks import read_blocks
from .lines import Line
from .organizations import STATUS_OF_NGO, is_organization, is_state, iso3, leading_state, names_of, organizations_of

# In this order: "Other non-governmental organizations" is no other State.
_CATEGORIES: tuple[tuple[AttendedAs, re.Pattern[str]], ...] = (
    ("ngo", re.compile(r"non-?governmental|civil society|major groups", re.IGNORECASE)),
    ("igo", re.compile(r"inter-?governmental organi[sz]ation|regional organi[sz]ation|other organi[sz]ations$", re.I)),
    ("office", re.compile(r"permanent observer (?:offices?|missions?)|maintaining permanent", re.IGNORECASE)),
    ("un", re.compile(r"united nations|speciali[sz]ed agenc|secretariat|bretton woods", re.IGNORECASE)),
    ("entity", re.compile(r"\bentit(?:y|ies)\b", re.IGNORECASE)),
    ("signatory", re.compile(r"\bsignator", re.IGNORECASE)),
    ("state", re.compile(r"(?:other|non-?member|non-?signatory|observer) states|states? .*observers?|observers", re.I)),
    ("party", re.compile(r"\bpart(?:y|ies)\b|\bmembers?\b|\bstates\b", re.IGNORECASE)),
)
_OF_STATES = frozenset({"party", "signatory", "state", "entity"})
_NARRATIVE = re.compile(
    r"\bfollowing\b(?P<who>[^:.]{3,160}?)(?:\s+(?:were|was|attended|participated|took part|sent)\b[^:]{0,120})?\s*:\s*"
    r"(?P<list>[A-Z].+?)\.?$|"
    r"\battended by (?:representatives|observers) of the following (?P<who2>[^:.]{3,120}):\s*(?P<list2>[A-Z].+?)\.?$",
    re.IGNORECASE | re.DOTALL,
)
_ATTENDED = re.compile(r"represent|attend|participat|took part|observer", re.IGNORECASE)
_LEAST = 5  # lines of a list; under a heading "Attendance" may stand a sentence instead


@dataclass(slots=True)
class Attended:
    """Who took part, as far as it was read; how many entries were left out, and where the first of them stands."""

    attendees: list[Attendee] = field(default_factory=list)
    left_out: int = 0
    first_left_out: int | None = None
    heading: int | None = None  # of a list that was there

    def add(self, name: str, attended_as: AttendedAs) -> None:
        """Adds one, once."""
        attendee = Attendee(name.strip(" ,;.*")[:300], attended_as, iso3(name) if attended_as in _OF_STATES else "")
        if attendee not in self.attendees:
            self.attendees.append(attendee)

    def leave_out(self, line: int, entries: int = 1) -> None:
        """Counts entries that were not taken."""
        self.left_out += entries
        self.first_left_out = self.first_left_out or line


def read_attendance(lines: Sequence[Line], raw: Sequence[str]) -> Attended:
    """Who took part, from the lists of participants; where there is none, from what the report narrates."""
    attended = Attended()
    for section in sections(lines, "attendance"):
        if sum(line.what in ("text", "table") and bool(line.text) for line in section.lines) >= _LEAST:
            attended.heading = attended.heading or section.line
        _read_list(section.lines, raw, attended)
    if not attended.attendees:
        _read_narrative(lines, attended)
    return attended


@dataclass(slots=True)
class _Run:
    """The lines of one category."""

    attended_as: AttendedAs
    line: int = 0
    pieces: list[str] = field(default_factory=list)  # of a list without columns
    last: str = ""  # the State before
    pending: str = ""  # a first cell that is no whole name
    columns: bool = False  # States stand in a column of their own
    unset: bool = False  # persons stand beside the names of States and nothing sets them apart

    def add(self, name: str, attended: Attended) -> None:
        """Adds a State, and remembers it."""
        self.last = name.casefold()
        attended.add(name, self.attended_as)

    def gather(self, line: Line) -> None:
        """Keeps the line for the end of the category."""
        self.line = self.line or line.number
        self.pieces.append(line.text)


def _read_list(lines: Sequence[Line], raw: Sequence[str], attended: Attended) -> None:
    run, unset = _Run("party"), False
    for line in lines:
        if line.what not in ("text", "table") or not line.text:
            continue
        cells = cells_of(line, raw)
        if not cells and (category := _category(line)):
            unset = _close(run, attended, unset)
            run = _Run(category)
        elif cells and not cells[0]:
            continue  # the row above goes on: persons
        elif run.attended_as in _OF_STATES:
            _state(line, cells, run, attended)
        elif cells and (is_organization(cells[0]) or is_state(cells[0])):
            attended.add(cells[0], run.attended_as)
        elif cells:
            attended.leave_out(line.number)
        else:
            run.gather(line)
    _close(run, attended, unset)


def _state(line: Line, cells: Sequence[str], run: _Run, attended: Attended) -> None:
    """Takes the State, or the organization, of one line of a list of States."""
    first = cells[0] if cells else line.text
    whole = f"{run.pending} {first}".strip()
    if run.pending and is_state(whole):  # "United Kingdom of Great Britain and Northern" | "Ireland"
        run.add(whole, attended)
        attended.left_out -= 1
    elif is_state(first):
        run.add(first, attended)
        run.columns = run.columns or bool(cells)
    elif cells and is_organization(first):
        attended.add(first, run.attended_as)
    elif cells:
        attended.leave_out(line.number)
        run.pending = first
        return
    elif run.pieces or _lists_states(line.text):
        run.gather(line)
    elif ":" in first and is_state(name := first.split(":")[0]):
        run.add(name, attended)
    elif (name := leading_state(first)) and name.casefold() > run.last and not run.columns:
        # "Jordan Family" begins with a State too: lists go by the alphabet, and beside a column stand persons.
        run.add(name, attended)
        run.unset = True
    run.pending = ""


def _lists_states(text: str) -> bool:
    """Does the line list States alone, "Albania, Algeria, Angola"?"""
    names = split_names(text)
    states = sum(map(is_state, names))
    return states >= 2 and states * 2 >= len(names)


def _category(line: Line) -> AttendedAs | None:
    """The category that a sub-heading names; None where the line is none."""
    text = line.text.strip(" :")
    if len(text) > 120 or is_state(text) or re.search(r"[,;]|\.\s", text) or STATUS_OF_NGO.match(text):
        return None
    plural = re.search(
        r"\b(?:states|parties|part(?:y|ies) to|signatories|entities|members|observers|organi[sz]ations|"
        r"offices|bodies|agencies|programmes|secretariat|groups)\b",
        text,
        re.IGNORECASE,
    )
    if not plural or not (line.marked or line.text.isupper() or line.text.endswith(":") or _headlike(text)):
        return None
    return next((category for category, form in _CATEGORIES if form.search(text)), None)


def _headlike(text: str) -> bool:
    """In small letters but for the first: a name of an organization has capitals throughout."""
    words = [word for word in re.findall(r"[A-Za-z-]+", text) if len(word) > 3]
    small = [word for word in words[1:] if word[0].islower()]
    return len(small) * 2 >= len(words)


def _close(run: _Run, attended: Attended, unset: bool) -> bool:
    """Takes the names of the lines gathered; where persons cannot be told apart in this list, no organizations.

    Answers whether they cannot.
    """
    unset = unset or run.unset
    if run.pieces and run.attended_as in _OF_STATES:
        for name in _known(split_names(" ".join(run.pieces)), run.attended_as, attended, run.line):
            attended.add(name, run.attended_as)
    elif run.pieces:
        names = names_of(run.pieces)
        kept, left_out = organizations_of(names) if not unset else ([], len(names))
        for name in kept:
            attended.add(name, run.attended_as)
        if left_out:
            attended.leave_out(run.line, left_out)
    return unset


def _read_narrative(lines: Sequence[Line], attended: Attended) -> None:
    """ "The following States were represented: A, B and C." """
    for block in read_blocks(lines):
        if ":" not in block.text or block.row or not _ATTENDED.search(block.text):
            continue
        found = _NARRATIVE.search(block.text)
        if not found:
            continue
        who = found["who"] or found["who2"]
        category = next((each for each, form in _CATEGORIES if form.search(who)), None)
        if category is None:
            continue
        attended.heading = attended.heading or block.line
        names = split_names(found["list"] or found["list2"])
        for name in _known(names, category, attended, block.line):
            attended.add(name, category)


def _known(names: Sequence[str], category: AttendedAs, attended: Attended, line: int) -> Iterator[str]:
    if category in _OF_STATES:
        for name in names:
            if is_state(name) or is_organization(name):
                yield name
            else:
                attended.leave_out(line)
        return
    kept, left_out = organizations_of(names)
    yield from kept
    if left_out:
        attended.leave_out(line, left_out)
