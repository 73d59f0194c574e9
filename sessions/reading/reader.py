"""The stages in their order: text -> lines -> stretches -> blocks -> paragraphs -> facts and findings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from .blocks import compounds_of, read_blocks
from .checks import findings_of
from .closing_numbers import closed_by_numbers
from .corrections import corrections_of
from .directed import directed
from .drafts import draft_stretches
from .facts import session_facts
from .footnotes import set_aside
from .headings import Heading
from .lines import Line, read_lines
from .narrative import narrated
from .openings import speaker
from .paragraphs import Placement, place, renumbered
from .report_facts import report_facts
from .results import Account, DecisionText, Finding, Reading
from .running_numbers import without_running_numbers
from .sections import Division, Stretch, divide
from .source import Form
from .titles import take_title
from .translated import quoted
from .unheaded import by_verbs, unheaded
from .versions import kind_of

MOST_OF_A_KIND = 50  # findings with one code: nobody reads the next thousand


@dataclass(frozen=True, slots=True)
class Read:
    """One decision as read, with what became of its lines."""

    decision: DecisionText
    lines: Counter[str]  # how many of each kind; nothing is left out
    unplaced: tuple[int, ...]
    findings: tuple[Finding, ...]


def read(text: str, *, form: Form = "text") -> Reading:
    """What `text` says: session, decisions, account, findings. Never raises on a bad text."""
    lines = without_running_numbers(set_aside(read_lines(text, form)))
    kind = kind_of(lines)
    if kind.is_quoted:
        return quoted(lines, kind)
    if kind.sort == "corrigendum" and (corrections := corrections_of(lines)):
        facts, said = session_facts(lines, []), Finding("info", "corrections_read", None, {"count": len(corrections)})
        return Reading(facts, (), Account(len(lines), 0, 0), (said,), kind=kind, corrections=corrections)
    division = divide(lines)
    if kind.sort == "draft" and (kind.symbol or not division.stretches):
        division.stretches = draft_stretches(lines, kind)
    if all(lines[stretch.heading.at].text.startswith("(") for stretch in division.stretches):
        without, closed = closed_by_numbers(lines)
        if closed:
            lines, division = without, Division(closed)
    compounds = compounds_of(lines)
    unnumbered = ""
    if not division.stretches and not division.drafts:
        lines, division.stretches = directed(lines)
    if not division.stretches and not division.drafts:
        division.stretches = unheaded(lines)
        unnumbered = "unnumbered" if division.stretches else ""
    reads = [_decision(lines, stretch, compounds) for stretch in division.stretches]
    if not reads and (told := narrated(lines, compounds)):
        reads, unnumbered = [_of(told.heading, told.title, told.placement, told.lines)], "narrative"
    if not reads and not division.drafts and (deciding := by_verbs(lines)):
        reads, unnumbered = [_decision(lines, stretch, compounds) for stretch in deciding], "unnumbered"
    decisions = [r.decision for r in reads]
    each = sum((r.lines for r in reads), Counter())
    account = Account(len(lines), each.total(), **{kind: each[kind] for kind in _KINDS})
    session = session_facts(lines, decisions)
    findings = findings_of(text, lines, division, decisions, session, how=unnumbered)
    for r in reads:
        findings += r.findings
        findings += [Finding("warning", "line_unplaced", line, {"decision": r.decision.number}) for line in r.unplaced]
    besides, more = report_facts(text, lines, decisions, session)
    findings += more
    findings.sort(key=lambda f: (f.line is not None, f.line or 0))
    return Reading(session, tuple(decisions), account, _told(findings), besides, kind=kind)


def _told(findings: list[Finding]) -> tuple[Finding, ...]:
    """The findings; of those that say one thing very often, the first and how many more there are."""
    seen: Counter[str] = Counter()
    told = []
    for finding in findings:
        seen[finding.code] += 1
        if seen[finding.code] <= MOST_OF_A_KIND:
            told.append(finding)
    if more := sum(count - MOST_OF_A_KIND for count in seen.values() if count > MOST_OF_A_KIND):
        told.append(Finding("warning", "more_findings", None, {"count": more}))
    return tuple(told)


def _decision(lines: list[Line], stretch: Stretch, compounds: frozenset[str]) -> Read:
    """The decision that stands in `stretch`."""
    heading = stretch.heading
    begin = stretch.begin + (0 if stretch.body == stretch.begin else 1)
    bounds = [begin, *stretch.annexes, stretch.end]
    head = lines[heading.at].number if stretch.body != heading.at else 0
    placement = Placement()
    placement.head((lines[stretch.begin].number, head))
    title = heading.title
    for nth, (start, end) in enumerate(pairwise(bounds)):
        first = start + (1 if nth else 0)
        within = [line for at, line in enumerate(lines[first:end], first) if not head or at != heading.at]
        blocks = read_blocks(within, compounds)
        if nth:
            placement.head([lines[start].number])
            part = _annex_part(lines[start].text)
        else:
            title, before = take_title(blocks, heading.title, head)
            placement.head(number for block in blocks[:before] for number in block.lines)
            blocks, part = blocks[before:], ""
            speakers = {named for block in blocks if (named := speaker(block.text))}
        # In some appendices the body acts; a draft for later only looks as if.
        draft = nth and any("draft" in text.lower() for text in (lines[start].text, *[b.text for b in blocks[:1]]))
        own = not nth or (not draft and any(speaker(block.text) in speakers for block in blocks))
        add(placement, place(blocks, part=part, quoted=not own))
    return _of(heading, title, placement, lines[stretch.begin : stretch.end])


_ANNEX = re.compile(r"^(?P<word>\w+)(?:\s+(?P<number>[IVXL]+|\d{1,2}|[A-Z])\b)?")


def _annex_part(text: str) -> str:
    """The part of an annex: "Annex", "Annex II"."""
    found = _ANNEX.match(text)
    if not found:
        return "Annex"
    return " ".join(part for part in (found["word"].capitalize(), found["number"]) if part)


def add(placement: Placement, more: Placement) -> None:
    """Adds the paragraphs of `more` after those of `placement`."""
    placement.paragraphs += renumbered(more.paragraphs, len(placement.paragraphs))
    placement.placed |= more.placed
    placement.headings |= more.headings
    placement.findings += more.findings


def _of(heading: Heading, title: str, placement: Placement, lines: Sequence[Line]) -> Read:
    counted = [line for line in lines if line.what in ("text", "table") and line.text]
    unplaced = tuple(line.number for line in counted if line.number not in placement.placed)
    # Blank lines after the last words belong to nobody.
    last = max((at for at, line in enumerate(lines, 1) if line.text), default=0)
    each = Counter(_kind(line, placement) for line in lines[:last])
    number = heading.number
    findings = tuple(Finding(f.level, f.code, f.line, {**f.params, "decision": number}) for f in placement.findings)
    first = lines[0].number if lines else 1
    kind: Literal["decision", "resolution"] = "resolution" if heading.resolution else "decision"
    return Read(DecisionText(number, title, kind, first, tuple(placement.paragraphs)), each, unplaced, findings)


_KINDS = ("paragraphs", "headings", "tables", "footnotes", "furniture", "blank", "unplaced")


def _kind(line: Line, placement: Placement) -> str:
    """What became of a line of a decision, as the account counts it."""
    if line.what in ("blank", "break") or (line.what == "table" and not line.text):
        return "blank"
    if line.what == "footnote":
        return "footnotes"
    if line.what == "furniture":
        return "furniture"
    if line.number not in placement.placed:
        return "unplaced"
    if line.what == "table":
        return "tables"
    return "headings" if line.number in placement.headings else "paragraphs"
