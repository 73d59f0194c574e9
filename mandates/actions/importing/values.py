"""What a cell means: a decision, a label, a status, a deadline. Each raises Wrong with what to do about it."""

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache, lru_cache

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from mandates.actions.correcting import NO_DEADLINE
from mandates.actions.importing.rows import Row, Wrong
from mandates.actions.proposing import deadline_columns
from mandates.enums import Status
from mandates.extraction import Candidate, Clause, Deadline, extract
from mandates.table.cells import NOTHING, status_words
from mandates.table.columns import Column

LOOKED_AT = 2_000  # characters of an action: no request is longer, and a table has thousands
NOTHINGS = frozenset({NOTHING, "-", "—"})
_KIND = re.compile(r"^(?P<kind>decision|resolution|res\.?|dec\.?)\s+(?=\S)", re.IGNORECASE)
_PARAGRAPH = re.compile(r"^(?:operative\s+)?(?:paragraphs?|paras?\.?|op)\s*", re.IGNORECASE)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_DATE_AGAIN = re.compile(  # what programs make of "4/1": 04-Jan, 4. Jan, Apr-01, 01/04/2026
    rf"\d{{1,2}}[-./ ]{{1,2}}{_MONTH}(?:[-./ ]{{1,2}}\d{{2,4}})?|{_MONTH}[-./ ]\d{{2,4}}"
    r"|\d{1,2}[-./]\d{1,2}[-./]\d{4}|\d{4}-\d\d-\d\d",
    re.IGNORECASE,
)
_ASKS = re.compile(  # without one of these in front no words ask by themselves; to look saves half of the time
    r"\b(?:request|invit|urg|encourag|call|decid|recommend|instruct|authoriz|direct|task|charg|shall|should|must|agree)",
    re.IGNORECASE,
)
_SLASHED = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}")


@dataclass(frozen=True, slots=True)
class Cited:
    """A decision as a cell names it; without a kind where the cell does not say it."""

    kind: str
    number: str


def decision_cited(row: Row) -> Cited:
    """The decision of the row."""
    value = row.cells.get(Column.RESOLUTION, "")
    if isinstance(value, dt.date) or _DATE_AGAIN.fullmatch(value):
        day = value.isoformat() if isinstance(value, dt.date) else value
        words = _(
            "The spreadsheet program made a day of the number: %(day)s. Format the column as text, write 4/1 again."
        )
        raise Wrong(Column.RESOLUTION, words % {"day": day})
    if not value:
        words = _("Say which resolution or decision, for example 4/1, in each row.")
        raise Wrong(Column.RESOLUTION, words)
    found = _KIND.match(value)
    kind = ("resolution" if found["kind"].lower().startswith("r") else "decision") if found else ""
    number = value[found.end() :] if found else value
    if not re.search(r"\d", number) or len(number) > 60 or "\n" in number:
        words = _("“%(cell)s” is no number of a resolution or decision. Write it as printed, for example 4/1.")
        raise Wrong(Column.RESOLUTION, words % {"cell": value[:80]})
    return Cited(kind, number)


def label_parts(text: str) -> tuple[str, ...]:
    """The parts of a label as they are printed: "para. (o) (i)" has o and i."""
    return tuple(re.findall(r"[^\W_]+", _PARAGRAPH.sub("", text.strip())))


def label_words(text: str) -> tuple[str, ...]:
    """What tells a label from others: "(o)(i)", "para. (o) (i)" and "o/i" are the same."""
    return tuple(part.lower() for part in label_parts(text))


def label_cited(row: Row) -> tuple[str, ...]:
    """The label of the paragraph of the row; empty where the decision has one paragraph without a label."""
    value = row.cells.get(Column.PARAGRAPH, "")
    if isinstance(value, dt.date) or _DATE_AGAIN.fullmatch(value):
        words = _("The spreadsheet program made a day of the label. Format the column as text and write it again.")
        raise Wrong(Column.PARAGRAPH, words)
    words_of_label = label_words(value)
    if len(words_of_label) > 6 or len(value) > 40:
        words = _("“%(cell)s” is no label of a paragraph. Write it as printed: (i), (o)(i), 3.")
        raise Wrong(Column.PARAGRAPH, words % {"cell": value[:80]})
    return words_of_label


def label_of(words: tuple[str, ...]) -> str:
    """A new paragraph's label as printed: "(o)(i)"; "3." and "3.(b)" where it begins with a number."""
    return "".join(f"{word}." if place == 0 and word.isdigit() else f"({word})" for place, word in enumerate(words))


@cache
def codes_of_statuses() -> dict[str, str]:
    """The code by word, in lower case, in each language of the interface: who imports may work in another."""
    known: dict[str, str] = {}
    for language, _name in settings.LANGUAGES:
        with override(language):
            known = {str(status.label).lower(): status.value for status in Status} | known
    return known | {status.value.replace("_", " "): status.value for status in Status}


def status_of(row: Row) -> str:
    """The code of the status; words in English and in the languages of the interface."""
    text = " ".join(row.text(Column.STATUS).lower().replace("_", " ").split())
    code = codes_of_statuses().get(text)
    if code is None or code in {Status.PROPOSED, Status.DECLINED}:
        words = ", ".join(word for code, word in status_words().items() if code not in {"proposed", "declined"})
        raise Wrong(
            Column.STATUS,
            _("“%(cell)s” is no status. They are: %(words)s.") % {"cell": row.text(Column.STATUS)[:80], "words": words},
        )
    return code


def asked(
    label: str, text: str, session: int | None, noun: str, whom: str = "Secretariat"
) -> tuple[Candidate | None, bool]:
    """What the extraction finds in the words of "Action required", and whether they name the verb themselves.

    Tables say "Report to the Conference at its fifth session" as well as "Requests the Secretariat to report ...".
    """
    words = " ".join(text[:LOOKED_AT].split()).rstrip(" .;,")
    put = f"Requests the {whom} to {words[:1].lower()}{words[1:]}"
    for sentence, is_own in ((words, True), (put, False)) if _ASKS.search(words[:80]) else ((put, False),):
        found = extract([Clause(label, "", "operative", f"{sentence}.")], session=session, body=noun)[0].candidates
        if found:
            return found[0], is_own
    return None, False


def deadline_of(row: Row, session: int | None, noun: str) -> dict[str, object]:
    """The columns of the rule that the cell gives, read as the reports' own words are."""
    value = row.cells.get(Column.DEADLINE, "")
    text = row.text(Column.DEADLINE)
    if text in NOTHINGS:
        return dict(NO_DEADLINE)
    if isinstance(value, dt.date):
        return deadline_columns(Deadline(text, "date", date=value.isoformat(), relation="by"))
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        return deadline_columns(_read_deadline(text, session, noun))
    return deadline_columns(Deadline(text, "date", date=day.isoformat(), relation="by"))


@lru_cache(maxsize=1_000)
def _read_deadline(text: str, session: int | None, noun: str) -> Deadline:
    """The deadline, by the reader of reports; a table says the same few again and again."""
    if text.lower() in {"ongoing", "continuing", "continuous"}:
        return Deadline(text, "ongoing")
    short = text[:1].lower() + text[1:].rstrip(" .;")
    for before in ("", "at its ", "at the ", "by "):
        words = f"Requests the Secretariat to publish the guide {before}{short}."
        found = extract([Clause("", "", "operative", words)], session=session, body=noun)[0].candidates
        if found and (deadline := found[0].deadline):
            return Deadline(
                text[:500],
                deadline.kind,
                deadline.date,
                deadline.start,
                deadline.session,
                deadline.part,
                deadline.relation,
                deadline.offset,
                deadline.every,
            )
    if _SLASHED.search(text):
        words = _("“%(cell)s” can be two days. Write 2010-03-31 or 31 March 2010.")
    else:
        words = _("“%(cell)s” is no deadline that can be read. Write 31 March 2010, or: at its fifth session.")
    raise Wrong(Column.DEADLINE, words % {"cell": text[:80]})


def parts_of(text: str) -> list[str]:
    """What stands between semicolons or in lines of its own."""
    return [part for part in (" ".join(each.split()) for each in re.split(r"[;\n]", text)) if part]
