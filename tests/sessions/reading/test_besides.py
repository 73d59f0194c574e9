"""What a report says besides goes to JSON and back; an older reading without it still loads."""

import json
from pathlib import Path

import pytest

from sessions.reading import Reading, read
from sessions.reading.besides import ReportFacts
from sessions.reading.files import source_of
from tests.sessions.reading.editions import reprint
from tests.sessions.reading.reprints import PLAIN
from tests.sessions.reading.test_real_report import report  # noqa: F401  the real report, where it is there

SAMPLE = Path(__file__).parents[3] / "sample"


@pytest.mark.parametrize("name", ["ctoc-cop-4.md", "harbour-cop-3.md"])
def test_goes_to_json_and_back(name):
    reading = read((SAMPLE / name).read_text(encoding="utf-8"), form="markdown")
    assert Reading.from_dict(json.loads(json.dumps(reading.as_dict()))) == reading


def test_an_older_reading_loads_with_nothing_besides():
    data = read("### Decision 3/1\n\nThe Conference,\n\n1. Requests the Secretariat to report.\n").as_dict()
    del data["besides"]
    assert Reading.from_dict(data).besides == ReportFacts()


def test_the_samples_say_all_of_it():
    for name, adopted, items, documents, costly in (
        ("ctoc-cop-4.md", 8, 20, 27, "3"),
        ("harbour-cop-3.md", 4, 8, 11, "4"),
    ):
        besides = read((SAMPLE / name).read_text(encoding="utf-8"), form="markdown").besides
        assert len(besides.adoptions) == adopted
        assert all(each.meeting and each.on and each.draft for each in besides.adoptions)
        assert (len(besides.agenda.items), len(besides.documents)) == (items, documents)
        assert [p.label for p in besides.statements[0].paragraphs if p.amounts] == [costly]
        assert besides.attendance


def told(besides):
    """What is told, wherever in the file it stands."""
    return {
        "adoption": [(a.decision, a.meeting, a.on, a.draft, a.sponsors) for a in besides.adoptions],
        "costs": [(s.draft, p.label, p.bearing, p.amounts) for s in besides.statements for p in s.paragraphs],
        "agenda": besides.agenda.items,
        "documents": [(d.symbol, d.title) for d in besides.documents],
        "attendance": besides.attendance,
        "citations": besides.citations,
    }


@pytest.mark.parametrize("name", ["ctoc-cop-4.md", "harbour-cop-3.md"])
@pytest.mark.parametrize("edition", ["report.html", "report.docx", "report.pdf"])
def test_the_samples_say_the_same_in_every_format(name, edition):
    markdown = (SAMPLE / name).read_text(encoding="utf-8")
    source = source_of(reprint(markdown, edition), edition)
    first = read(markdown.translate(PLAIN), form="markdown").besides
    assert told(read(source.text, form=source.form).besides) == told(first)


def test_the_real_report_adoption(report):  # noqa: F811
    said = report.besides.adoptions
    assert [each.decision for each in said] == [f"4/{n}" for n in range(1, 9)]
    assert {(each.meeting, each.on) for each in said} == {(16, "2008-10-17")}
    drafts = ["L.6/Rev.2", "L.5/Rev.1", "L.8/Rev.1", "L.3/Rev.2", "L.2/Rev.1", "L.9/Rev.1", "L.4/Rev.1", "L.7/Rev.1"]
    assert [each.draft for each in said] == [f"CTOC/COP/2008/{draft}" for draft in drafts]
    assert [len(each.sponsors) for each in said] == [2, 0, 0, 1, 1, 1, 10, 1]
    assert said[3].sponsors == ("Group of 77 and China",)


def test_the_real_report_statements(report):  # noqa: F811
    said = {each.annex: each for each in report.besides.statements}
    assert {annex: (each.draft, each.decision) for annex, each in said.items()} == {
        "II": ("CTOC/COP/2008/L.6", "4/1"),
        "III": ("CTOC/COP/2008/L.5", "4/2"),
        "IV": ("CTOC/COP/2008/L.3/Rev.1", "4/4"),
        "V": ("CTOC/COSP/2008/L.8/Rev.1", "4/3"),  # as printed
        "VIII": ("CTOC/COP/2008/L.7/Rev.1", "4/8"),
    }
    assert [p.label for p in said["III"].paragraphs] == ["3", "5", "11", "20", "21", "14"]
    assert [p.bearing for p in said["III"].paragraphs] == [
        *("amount", "", "none", "extrabudgetary", "extrabudgetary", "extrabudgetary"),
    ]
    amounts = [a for each in said.values() for p in each.paragraphs for a in p.amounts]
    assert [(a.currency, a.amount) for a in amounts] == [("USD", 151200)]
    assert all(p.words for each in said.values() for p in each.paragraphs if p.label != "14")


def test_the_real_report_agenda_and_documents(report):  # noqa: F811
    agenda, documents = report.besides.agenda, report.besides.documents
    assert (agenda.session, len(agenda.items), agenda.items[-1].number) == (5, 20, "10")
    assert [sum(d.sort == sort for d in documents) for sort in ("pre_session", "limited", "crp")] == [25, 9, 15]
    assert all(d.agenda and d.title for d in documents)


def test_the_real_report_citations(report):  # noqa: F811
    labels = {decision.number: [p.label for p in decision.paragraphs] for decision in report.decisions}
    said = {(c.decision, labels[c.decision][c.paragraph], c.symbol) for c in report.besides.citations}
    assert len(said) == 15
    assert {("4/1", "(e)", "CTOC/COP/2008/16"), ("4/5", "(j)", "CTOC/COP/2008/8")} <= said


def test_the_real_report_attendance(report):  # noqa: F811
    """96 States parties and one organization that is a party, as the report itself counts."""
    attended = report.besides.attendance
    parties = [a for a in attended if a.attended_as == "party"]
    assert len([a for a in parties if a.iso3]) == 96
    assert [a.name for a in parties if not a.iso3] == ["European Community"]
    assert len([a for a in attended if a.attended_as == "signatory"]) == 18
    assert {a.iso3 for a in attended if a.attended_as == "signatory"} >= {"CIV", "CZE", "IRN"}
