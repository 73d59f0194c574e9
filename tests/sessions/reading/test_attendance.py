"""States and organizations that took part; never a person. The persons of these lists are called Given Family."""

import json

import pytest

from sessions.reading import read

PERSONS = ["Given", "Family", "GIVEN", "FAMILY", "Surname", "SURNAME", "Monogram"]


def reading_of(text, form="markdown"):
    reading = read(text, form=form)
    kept = json.dumps(reading.as_dict()["besides"], ensure_ascii=False)
    assert not [name for name in PERSONS if name in kept], "the name of a person was kept"
    return reading


def attended(text, **how):
    return [(a.attended_as, a.name, a.iso3) for a in reading_of(text, **how).besides.attendance]


LIST = """## Annex I

### Attendance

#### Parties to the Convention

Albania\tGiven Family, Other Surname, Monogram
Cape Verde\tGiven Family
Libyan Arab Jamahiriya\tOther Surname, Jordan Family, Given Family
\tMonogram, Given Surname

United Kingdom of Great Britain and Northern Ireland\tGiven Family
European Community <sup>a</sup>\tGiven Family

---

<sup>a</sup> Represented by the European Commission.

**States signatories to the Convention**

Iran (Islamic Republic of)\tGiven Family

**Intergovernmental organizations represented by observers**

League of Arab States, International Criminal Police Organization (INTERPOL), Organization for Security and

Cooperation in Europe, Given Family

**Non-governmental organizations**

*General consultative status:* Zonta International, EXIT, Muslim World League

## Annex II
"""


def test_columns_the_first_alone_is_looked_at():
    assert attended(LIST) == [
        ("party", "Albania", "ALB"),
        ("party", "Cape Verde", "CPV"),
        ("party", "Libyan Arab Jamahiriya", "LBY"),
        ("party", "United Kingdom of Great Britain and Northern Ireland", "GBR"),
        ("party", "European Community", ""),
        ("signatory", "Iran (Islamic Republic of)", "IRN"),
        ("igo", "League of Arab States", ""),
        ("igo", "International Criminal Police Organization (INTERPOL)", ""),
        ("igo", "Organization for Security and Cooperation in Europe", ""),
        ("ngo", "Zonta International", ""),
        ("ngo", "EXIT", ""),
        ("ngo", "Muslim World League", ""),
    ]


def test_what_may_be_a_person_is_left_out_and_counted():
    found = [f for f in reading_of(LIST).findings if f.code == "attendance_left_out"]
    assert [f.params["count"] for f in found] == [1]


def test_a_states_name_above_its_delegation():
    text = """Annex I

List of participants

STATES PARTIES

ALBANIA
Mr. Given FAMILY, Ambassador, Ministry of Foreign Affairs
Ms. Other Surname, Director, Office of Legal Affairs

NEW ZEALAND
Given Family, Head of the International Section
"""
    assert attended(text, form="text") == [("party", "ALBANIA", "ALB"), ("party", "NEW ZEALAND", "NZL")]


def test_columns_lost_in_a_conversion_the_alphabet_tells_states_from_first_names():
    text = """Annex I

Attendance

Parties

Albania Given Family, Other Surname
Israel Given Family, Monogram
Jamaica Other Family
Georgia Surname, Chad Family
Kenya Given Family

Intergovernmental organizations

International Police Association Given Family
"""
    reading = reading_of(text, form="text")
    assert [a.name for a in reading.besides.attendance] == ["Albania", "Israel", "Jamaica", "Kenya"]
    assert [f.params["count"] for f in reading.findings if f.code == "attendance_left_out"] == [1]


@pytest.mark.parametrize(
    "row",
    [
        "Given Family (International Police Association)",
        "Given Family, International Police Association",
        "FAMILY, Given, Director of the Association",
        "Given Family of the International Police Association",
        "International Police Association Given Family, Other Surname",
        "Mr. Given Family of the International Police Association",
        "International Police Association: Given Family",
        "Prof. Surname, World Association of Pilots",
    ],
)
def test_persons_among_organizations_are_never_kept(row):
    head = "Annex I\n\nAttendance\n\n**Non-governmental organizations**\n\nWorld League of Harbours\n"
    assert next(name for _kind, name, _state in attended(f"{head}{row}\n")) == "World League of Harbours"


def test_a_sentence_that_names_them():
    text = """5. The following States parties were represented: Albania, Bosnia and Herzegovina, State A and Norway.

6. The following intergovernmental organizations were represented by observers: League of Arab States and Given Family.
"""
    assert attended(text) == [
        ("party", "Albania", "ALB"),
        ("party", "Bosnia and Herzegovina", "BIH"),
        ("party", "State A", ""),
        ("party", "Norway", "NOR"),
        ("igo", "League of Arab States", ""),
    ]


def test_a_list_of_persons_alone_is_left_aside_with_a_finding():
    text = "Annex I\n\nList of participants\n\n" + "".join(f"Given Family {n}\tSection {n}\n" for n in range(8))
    reading = reading_of(text)
    assert reading.besides.attendance == ()
    assert "attendance_not_read" in {f.code for f in reading.findings}


def test_a_chapter_that_only_counts_them_is_no_list():
    text = "## D. Attendance\n\n5. Representatives of 96 States parties took part.\n\n## E. Credentials\n"
    assert not [f for f in reading_of(text).findings if f.code.startswith("attendance")]


def test_states_in_a_running_list_and_a_name_cut_by_the_column():
    text = """Annex I

Attendance

States parties

Albania, Bosnia and Herzegovina, Côte d'Ivoire, Norway, United Kingdom of Great
Britain and Northern Ireland, Uruguay

States signatories

Iceland                                            Given Family
United Kingdom of Great Britain and Northern       Given Family, Other Surname
Ireland
United Republic of Tanzania                        Other Surname
"""
    assert [(kind, state) for kind, _name, state in attended(text, form="text")] == [
        *(("party", state) for state in ("ALB", "BIH", "CIV", "NOR", "GBR", "URY")),
        *(("signatory", state) for state in ("ISL", "GBR", "TZA")),
    ]
