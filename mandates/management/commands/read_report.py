"""`manage.py read_report FILE`: what the reader makes of a report. Touches no database."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from mandates.proposals import proposals
from sessions.reading.child import run
from sessions.reading.files import MAX_BYTES, Unreadable
from sessions.wording import finding_sentence

LANGUAGES = {"ar": "Arabic", "en": "English", "es": "Spanish", "fr": "French", "ru": "Russian", "zh": "Chinese"}


class Command(BaseCommand):
    help = "Reads the report of a session and prints its decisions with the mandates they propose."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="Word (.docx), PDF with text, HTML, Markdown or plain text")
        parser.add_argument("--format", choices=("page", "json"), default="page", help="a page for a person, or JSON")
        parser.add_argument("--seconds", type=int, default=60, help="how long the reader may take (60)")
        parser.add_argument(
            "--max-mb", type=int, default=MAX_BYTES // (1024 * 1024), help="how large the file may be (20)"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            reading = run(options["file"], seconds=options["seconds"], max_bytes=options["max_mb"] * 1024 * 1024)
        except Unreadable as refusal:
            raise CommandError(finding_sentence(refusal.code, refusal.params)) from None
        answer = proposals(reading)
        if options["format"] == "json":
            self.stdout.write(json.dumps(answer, ensure_ascii=False, indent=1))
        else:
            self.stdout.write("\n".join(page(answer)))


def page(answer: dict[str, Any]) -> list[str]:
    """The lines of a page that a person can read: session, decisions with their mandates, findings, account."""
    lines = [_kind(answer["kind"]), _session(answer["session"]), ""]
    for decision in answer["decisions"]:
        lines += [" ".join(w for w in (decision["kind"].capitalize(), decision["number"]) if w), decision["title"], ""]
        for paragraph in decision["paragraphs"]:
            lines += _paragraph(paragraph)
        lines.append("")
    lines += _besides(answer["besides"])
    if answer["findings"]:
        lines.append("Findings")
        for finding in answer["findings"]:
            where = f"line {finding['line']}: " if finding["line"] else ""
            lines.append(f"  {finding['level']}: {where}{finding['text']}")
        lines.append("")
    lines.append(_account(answer))
    return lines


def _kind(kind: dict[str, str]) -> str:
    """What kind of text it is, and in which language."""
    named = " ".join(word for word in (kind["sort"], kind["symbol"]) if word)
    return f"{named}, in {LANGUAGES.get(kind['language'], kind['language'])}"


def _session(session: dict[str, Any]) -> str:
    days = " to ".join(day for day in (session["start"], session["end"]) if day)
    ordinal = f"session {session['ordinal']}" if session["ordinal"] else ""
    return ", ".join(word for word in (session["body"] or "Body not named", ordinal, session["place"], days) if word)


def _paragraph(paragraph: dict[str, Any]) -> list[str]:
    text = " ".join(paragraph["text"].split())
    short = text if len(text) <= 100 else f"{text[:97].rstrip()}..."
    part = f"{paragraph['part']} " if paragraph["part"] else ""
    lines = [f"  {part}{paragraph['label'] or '-'}  [{paragraph['kind']}]  {short}"]
    for mandate in paragraph["mandates"]:
        who = "; ".join(mandate["addressees"]) or "nobody named"
        lines.append(f"      > {mandate['verb']}: {who}: {mandate['action']}")
        said = [mandate["action_type"], *(mandate["funding"] or "").split(), *_deadline(mandate["deadline"])]
        if mandate["takes_effect"]:
            said.append("takes effect by itself")
        lines.append(f"        {', '.join(said)}")
        if mandate["doubt"]:
            lines.append(f"        doubt: {mandate['doubt']['text']}")
    return lines


def _deadline(deadline: dict[str, Any] | None) -> list[str]:
    if deadline is None:
        return []
    day = deadline["date"] or (f"session {deadline['session']}" if deadline["session"] else deadline["every"]) or ""
    return [f"deadline “{deadline['text']}” ({', '.join(w for w in (deadline['kind'], day) if w)})"]


def _besides(said: dict[str, Any]) -> list[str]:
    """What the report says besides: adoption, costs of drafts, the next agenda, documents, who took part."""
    lines = []
    for each in said["adoptions"]:
        meeting = f"meeting {each['meeting']}" if each["meeting"] else ""
        draft = " ".join(w for w in (each["draft"], "as orally revised" if each["is_orally_revised"] else "") if w)
        facts = [each["on"] or "", meeting, draft, ", ".join(each["sponsors"])]
        lines.append(f"  {each['decision']} adopted: {'; '.join(fact for fact in facts if fact)}")
    for statement in said["statements"]:
        for paragraph in statement["paragraphs"]:
            sums = [f"{a['currency']} {a['amount']:,} for {a['purpose'] or '?'}" for a in paragraph["amounts"]]
            costs = "; ".join(sums) or paragraph["bearing"] or "no amount"
            lines.append(f"  {statement['draft']} paragraph {paragraph['label'] or '-'}: {costs}")
    if agenda := said["agenda"]:
        lines.append(f"  provisional agenda of session {agenda['session']}: {len(agenda['items'])} items")
    if said["documents"]:
        lines.append(f"  documents before the session: {len(said['documents'])}")
    for kind, count in Counter(each["attended_as"] for each in said["attendance"]).items():
        lines.append(f"  took part, {kind}: {count}")
    return ["Besides", *lines, ""] if lines else []


def _account(answer: dict[str, Any]) -> str:
    paragraphs = [p for decision in answer["decisions"] for p in decision["paragraphs"]]
    mandates = sum(len(p["mandates"]) for p in paragraphs)
    account = answer["account"]
    placed = (
        f"{account['paragraphs']} in paragraphs, {account['headings']} in headings, {account['tables']} in tables, "
        f"{account['footnotes']} in footnotes, {account['furniture']} page numbers and running heads, "
        f"{account['blank']} blank, {account['unplaced']} without a place"
    )
    return (
        f"{len(answer['decisions'])} decisions, {len(paragraphs)} paragraphs, {mandates} mandates; "
        f"{account['lines']} lines, {account['in_decisions']} in decisions: {placed}"
    )
