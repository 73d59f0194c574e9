"""Texts of the Conference on Harbour Safety in their versions and languages, in our own words, and how they come in."""

# ruff: noqa: E501  a paragraph is a line
import datetime as dt
import itertools

from django.core.files.base import ContentFile

from sessions.actions.reading import store
from sessions.models import Report
from sessions.reading import read
from tests.factories import ReportFactory

COMES_IN = dt.datetime(2007, 11, 5, 9, 30, tzinfo=dt.UTC)
_files = itertools.count()

MASTHEAD = """**HARB/2007/L.3{revision}**

Distr.: Limited

Conference on Harbour Safety

Third session

Vienna, 8-12 October 2007

Agenda item 4

**Chair: {word}draft decision**

**Safety of pilotage**

*The Conference on Harbour Safety*,

*Recalling* its decision 1/2, by which it established the Working Group on Pilotage,

"""
DRAFT = (
    MASTHEAD
    + """1. *Takes note* of the report of the Secretariat on pilotage;

2. *Requests* the Secretariat to collect from States, by 31 March 2008, particulars of the boarding arrangements in their harbours;

3. *Invites* States to submit to the Secretariat their reports on accidents in the transfer of pilots;

4. *Requests* the Secretariat to buy a launch for every harbour that has none;

5. *Requests* the Secretariat to report to the Conference at its fourth session on what those reports teach.
"""
)
REPORT_HEAD = """# Report of the Conference on Harbour Safety on its third session, held in Vienna from 8 to 12 October 2007

## Decision 3/1

### Safety of pilotage

*The Conference on Harbour Safety*,

*Recalling* its decision 1/2, by which it established the Working Group on Pilotage,

"""
PARAGRAPHS = {
    "a": "*Took note* of the report of the Secretariat on pilotage;",
    "b": "*Requested* the Secretariat to collect from States, by 30 June 2008, particulars of the boarding arrangements "
    "in their harbours;",
    "c": "*Invited* States to submit to the Secretariat their reports on accidents in the transfer of pilots;",
    "d": "*Welcomed* the offer of the pilots to train those of small harbours;",
    "e": "*Requested* the Secretariat to report to the Conference at its fourth session on what those reports teach.",
}


def report_text(*, head: str = REPORT_HEAD, leave_out: str = "", **paragraphs: str) -> str:
    """The report of the third session; `paragraphs` by letter are given instead of, or besides, those it has."""
    rows = {**PARAGRAPHS, **paragraphs}
    return head + "\n\n".join(
        f"({letter}) {words}" for letter, words in sorted(rows.items()) if letter not in leave_out
    )


def comes_in(body, person, text, *, at=COMES_IN, name="report.md") -> Report:
    """The text is imported as a file of that body and read; its requests are proposed."""
    report = ReportFactory(body=body, uploaded_by=person, original_name=name, state="reading")
    report.file.save(f"{next(_files)}-{name}", ContentFile(text.encode()))
    store(report, read(text, form="markdown"), at=at)
    report.refresh_from_db()
    return report


def draft_text(revision: str = "") -> str:
    """The draft of decision 3/1 as it was before the Conference, numbered and in the present tense."""
    word = "revised " if revision else ""
    return DRAFT.format(revision=f"/{revision}" if revision else "", word=word)
