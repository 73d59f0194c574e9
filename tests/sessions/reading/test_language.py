"""The language of a text, by its commonest words."""

import pytest

from sessions.reading import read
from sessions.reading.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "The Conference requests the Secretariat to report to it at its fifth session on lamps.",
            "en",
        ),
        (
            "La Conférence prie le Secrétariat de faire rapport sur les lampes et les mesures prises par les États.",
            "fr",
        ),
        ("La Conferencia pide a la Secretaría que informe sobre las lámparas y los faros en el próximo período.", "es"),
        ("Конференция просит Секретариат представить доклад о лампах на следующей сессии Конференции.", "ru"),
        ("يطلب المؤتمر إلى الأمانة أن تقدم تقريرا عن المصابيح في دورته المقبلة وأن تبلغ الدول بذلك", "ar"),
        ("lamps", None),
    ],
)
def test_language(text, language):
    assert language_of(text) == language


def test_only_english_is_read_and_the_finding_says_so():
    text = (
        "Beschluss 4/1\n\nDie Konferenz,\n\n1. ersucht das Sekretariat, der Konferenz auf ihrer Tagung über die Lampen "
        "und das Öl für die Boote zu berichten.\n"
    )
    findings = read(text).findings
    assert ("language_not_read", {"language": "de"}) in [(f.code, f.params) for f in findings]
