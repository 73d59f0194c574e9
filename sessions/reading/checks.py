"""What a person should know about a reading: findings, each a code with its parameters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from .headings import contents
from .language import language_of
from .lines import Line
from .openings import body_alone, ends_sentence
from .results import DecisionText, Finding, SessionFacts
from .sections import Division

How = Literal["", "unnumbered", "narrative"]


def findings_of(
    text: str,
    lines: Sequence[Line],
    division: Division,
    decisions: Sequence[DecisionText],
    session: SessionFacts,
    *,
    how: str,
) -> list[Finding]:
    """Every finding about the text as a whole, its session and its decisions. `how` its decisions were found."""
    found = _of_language(lines)
    if not decisions:
        code = "only_drafts" if division.drafts else "no_decisions"
        found.append(Finding("error" if not division.drafts else "warning", code, None, {"drafts": division.drafts}))
    elif how == "narrative" or (how and not all(decision.number for decision in decisions)):
        found.append(Finding("info" if how == "unnumbered" else "warning", f"decisions_{how}", decisions[0].line))
    found += _of_session(session) if decisions else []
    for heading in division.bare:
        line = lines[heading.at].number
        found.append(Finding("warning", "decision_without_paragraphs", line, {"decision": heading.number}))
    found += _of_numbers(lines, decisions, {heading.number for heading in division.bare})
    for decision in decisions:
        found += _of_decision(decision, unnumbered=bool(how))
    if decisions and decisions[-1].paragraphs:
        found += _of_the_end(lines, decisions[-1])
    if notes := sum(line.what == "footnote" for line in lines):
        found.append(Finding("info", "footnotes_set_aside", None, {"count": notes}))
    if "\x00" in text or "\ufffd" in text:
        found.append(
            Finding("warning", "unreadable_characters", None, {"count": text.count("\x00") + text.count("\ufffd")})
        )
    return found


def _of_language(lines: Sequence[Line]) -> list[Finding]:
    language = language_of("\n".join(line.text for line in lines if line.what == "text"))
    if language in (None, "en"):
        return []
    return [Finding("error", "language_not_read", None, {"language": language or ""})]


def _of_session(session: SessionFacts) -> list[Finding]:
    found = []
    if not session.body:
        found.append(Finding("warning", "body_not_found"))
    if session.ordinal is None:
        found.append(Finding("warning", "session_not_found"))
    if session.start is None:
        found.append(Finding("info", "session_dates_not_found"))
    return found


def _of_numbers(lines: Sequence[Line], decisions: Sequence[DecisionText], bare: set[str]) -> list[Finding]:
    """Numbers that occur twice, that the contents list in vain, that a row leaves out."""
    found: list[Finding] = []
    times: Counter[tuple[str, str]] = Counter()  # a session may adopt a decision and a resolution of one number
    for decision in decisions:
        times[decision.kind, decision.number] += 1
        if decision.number and times[decision.kind, decision.number] > 1:
            found.append(Finding("error", "decision_number_repeated", decision.line, {"decision": decision.number}))
    seen = {decision.number for decision in decisions}
    listed = contents(lines)
    if any(number in seen for _, number in listed):
        for line, number in listed:
            if number not in seen and number not in bare:
                bare.add(number)
                found.append(Finding("warning", "decision_listed_not_read", line, {"decision": number}))
    found += _gaps(decisions, seen | bare)
    return found


def _gaps(decisions: Sequence[DecisionText], known: set[str]) -> list[Finding]:
    found = []
    for before, after in pairwise(decisions):
        one, two = _counted(before.number), _counted(after.number)
        if one and two and one[0] == two[0] and one[2] == two[2] and 1 < two[1] - one[1] <= 3:
            for n in range(one[1] + 1, two[1]):
                number = f"{one[0]}{n}{one[2]}"
                if number not in known:
                    params: dict[str, str | int] = {"decision": number, "before": before.number, "after": after.number}
                    found.append(Finding("warning", "decision_number_missing", after.line, params))
    return found


def _counted(number: str) -> tuple[str, int, str] | None:
    """The number as what stands before its count, its count, what stands after it."""
    if found := re.fullmatch(r"(\d{1,4})(/[A-Z]{2,5}\.\d+)", number):
        return "", int(found[1]), found[2]
    if found := re.fullmatch(r"(.*?[/.-])(\d{1,4})", number):
        return found[1], int(found[2]), ""
    return None


def _of_decision(decision: DecisionText, *, unnumbered: bool) -> list[Finding]:
    found = []
    said = [p for p in decision.paragraphs if p.kind != "quoted" and body_alone(p.text) is None]
    if not said:
        found.append(Finding("warning", "decision_without_paragraphs", decision.line, {"decision": decision.number}))
    elif all(p.kind == "preamble" for p in said) and not unnumbered:
        found.append(Finding("warning", "decision_without_operative", decision.line, {"decision": decision.number}))
    if not decision.title:
        found.append(Finding("warning", "title_missing", decision.line, {"decision": decision.number}))
    # A part may name the body again; within one part, another decision seems to begin.
    whole = [p for p in decision.paragraphs if p.kind != "quoted" and not p.label and not p.part]
    formulas = [p for p in whole if body_alone(p.text)]
    for again in formulas[1:]:
        found.append(Finding("warning", "second_opening", again.line, {"decision": decision.number}))
    return found


def _of_the_end(lines: Sequence[Line], decision: DecisionText) -> list[Finding]:
    """A last paragraph that stops inside a sentence, with nothing after it, was cut off."""
    last = decision.paragraphs[-1]
    after = [line for line in lines if line.number > last.line and line.what == "text" and line.text]
    ends_here = not after or after[-1].text == last.text[-len(after[-1].text) :]
    if last.kind != "quoted" and ends_here and (not ends_sentence(last.text) or last.text[-1] in ",-"):
        return [
            Finding("warning", "ends_inside_sentence", last.line, {"decision": decision.number, "label": last.label})
        ]
    return []
