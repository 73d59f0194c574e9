"""`manage.py import_report`: a report is imported at the terminal, all of it or nothing."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from mandates.management.commands import import_report
from mandates.models import Mandate
from sessions.actions.reading import read_report
from sessions.models import Decision, Reading, Report
from tests.factories import BodyFactory, MembershipFactory, UserFactory

ROOT = Path(__file__).resolve().parents[3]
SAMPLE = ROOT / "sample" / "harbour-cop-3.md"
TEXT = """# Report of the Conference on Harbour Safety on its third session, held at Port Town from 8 to 12 October 2007

### Decision 3/1
**Lights in harbours**

*The Conference on Harbour Safety*,

1. *Requests* the Secretariat to count the lights in harbours and to report to the Conference at its fourth session;

3. *Takes note* of the report on lights.
"""

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def body():
    return BodyFactory(slug="harbour-cop", name="Conference on Harbour Safety")


@pytest.fixture
def secretary(body):
    return MembershipFactory(body=body, role="secretary", user__email="secretary@office.example").user


@pytest.fixture
def report(tmp_path):
    """A small report in which a label is missing."""
    path = tmp_path / "report.md"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def importing(secretary, capsys):
    """A function: imports a file and gives what was printed."""

    def run(path, *options, body="harbour-cop", by="secretary@office.example"):
        call_command("import_report", str(path), "--body", body, "--by", by, *options)
        return capsys.readouterr().out

    return run


def rows():
    return [model.objects.count() for model in (Report, Reading, Decision, Mandate)]


def stored(settings):
    return [path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()]


def test_requests_are_proposed_and_counted(importing, report):
    said = importing(report)
    assert "decisions 1, paragraphs 3, proposed mandates 2, of them doubtful 0" in said
    assert set(Mandate.objects.values_list("status", flat=True)) == {"proposed"}
    assert Report.objects.get().uploaded_by.email == "secretary@office.example"
    assert Report.objects.get().get_absolute_url() in said


def test_findings_are_told_in_words_with_their_lines(importing, report):
    said = importing(report)
    line = TEXT.splitlines().index("3. *Takes note* of the report on lights.") + 1
    assert f"line {line}: " in said
    assert "Check whether a paragraph was lost." in said


def test_sample_is_read_whole(importing):
    assert "decisions 4," in importing(SAMPLE)


def test_the_same_file_again_changes_nothing_and_says_so(importing, report):
    importing(report)
    before = rows()
    assert "Nothing was changed" in importing(report)
    assert rows() == before


def test_dry_run_says_the_same_and_keeps_nothing(importing, report, settings):
    said = importing(report, "--dry-run")
    assert "decisions 1, paragraphs 3, proposed mandates 2, of them doubtful 0" in said
    assert "Check whether a paragraph was lost." in said
    assert rows() == [0, 0, 0, 0]
    assert not stored(settings)


def test_dry_run_names_decisions_that_are_there(importing, report, tmp_path):
    importing(report)
    corrected = tmp_path / "corrected.md"
    corrected.write_text(TEXT.replace("count", "number"), encoding="utf-8")
    assert "decision 3/1 is there; what the file says otherwise would wait" in importing(corrected, "--dry-run")


def test_decision_that_is_there_is_left_alone(importing, report, tmp_path):
    importing(report)
    corrected = tmp_path / "corrected.md"
    corrected.write_text(TEXT.replace("count", "number"), encoding="utf-8")
    assert "decisions 0, paragraphs 0, proposed mandates 0" in importing(corrected)
    assert Decision.objects.count() == 1


def test_report_without_decisions_is_a_finding(importing, tmp_path):
    path = tmp_path / "letter.md"
    path.write_text("A letter about lights.\n", encoding="utf-8")
    said = importing(path)
    assert "decisions 0" in said
    assert "No decision was found" in said


@pytest.mark.parametrize("options", [[], ["--dry-run"]])
@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("empty.md", b"", "is empty"),
        ("binary.md", bytes(range(256)) * 20, "holds no text"),
        ("report.docx", b"PK\x03\x04", "The file is damaged"),
    ],
)
def test_file_that_gives_no_text_is_one_sentence(importing, tmp_path, settings, name, content, sentence, options):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(CommandError, match=sentence) as refusal:
        importing(path, *options)
    assert "\n" not in str(refusal.value)
    assert refusal.value.returncode == 1
    assert not Decision.objects.exists()


def test_unreadable_file_again_says_the_same(importing, tmp_path):
    path = tmp_path / "binary.md"
    path.write_bytes(bytes(range(256)) * 20)
    for _ in range(2):
        with pytest.raises(CommandError, match="holds no text"):
            importing(path)
    assert Report.objects.count() == 1


def test_missing_file_is_a_sentence(importing, tmp_path):
    with pytest.raises(CommandError, match="could not be opened: No such file"):
        importing(tmp_path / "nowhere.md")


def test_wrong_body_is_a_sentence_that_names_those_there_are(importing, report):
    with pytest.raises(CommandError, match="no body with the short name “harbor”; there is: harbour-cop"):
        importing(report, body="harbor")


def test_unknown_person_is_a_sentence(importing, report):
    with pytest.raises(CommandError, match=r"Nobody who may sign in has the e-mail address “ghost@office\.example”"):
        importing(report, by="ghost@office.example")


def test_person_of_no_secretariat_is_refused(importing, report):
    UserFactory(email="officer@office.example")
    with pytest.raises(CommandError, match="does not work for the secretariat"):
        importing(report, by="officer@office.example")
    assert rows() == [0, 0, 0, 0]


def test_report_that_a_worker_takes_first_is_waited_for(importing, report, monkeypatch):
    """Both are asked for at once; whoever claims it reads it, and the terminal says how it ended."""

    def worker_was_first(row):
        read_report(Report.objects.get(pk=row.pk))
        return False

    monkeypatch.setattr(import_report, "read_report", worker_was_first)
    monkeypatch.setattr(import_report.time, "sleep", lambda seconds: None)
    assert "proposed mandates 2" in importing(report)
