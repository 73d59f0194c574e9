"""The list of States: whole, without contradiction, and true of the day that is asked about.

It is complete for every day from 1 January 2004 on, the year in which the Conference first met. Earlier
days are right only for the rows that bear a date. `valid_until` is the last day on which a row holds.
"""

import csv
import datetime as dt
from collections import Counter, defaultdict
from itertools import pairwise
from pathlib import Path

import pytest

PATH = Path(__file__).parents[2] / "sessions" / "data" / "states.csv"
COLUMNS = ["iso2", "iso3", "m49", "name", "group", "status", "valid_from", "valid_until"]
FIRST, LAST = dt.date.min, dt.date.max


def rows():
    with PATH.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def period(row):
    """First and last day of a row, open ends as the first and last day there are."""
    return (
        dt.date.fromisoformat(row["valid_from"]) if row["valid_from"] else FIRST,
        dt.date.fromisoformat(row["valid_until"]) if row["valid_until"] else LAST,
    )


def on(day):
    return [row for row in rows() if period(row)[0] <= day <= period(row)[1]]


def names_on(day):
    return {row["iso3"]: row["name"] for row in on(day)}


def change_days():
    """Every day on which some row begins, and the day after some row ends, from 2004 on."""
    starts = {period(row)[0] for row in rows()}
    ends = {period(row)[1] + dt.timedelta(days=1) for row in rows() if row["valid_until"]}
    return sorted({dt.date(2004, 1, 1)} | {day for day in starts | ends if day >= dt.date(2004, 1, 1)})


def test_the_file_has_the_columns_that_the_list_is_read_by():
    with PATH.open(encoding="utf-8", newline="") as file:
        assert next(csv.reader(file)) == COLUMNS


def test_every_row_is_well_formed():
    for row in rows():
        assert len(row["iso2"]) == 2 and row["iso2"].isupper(), row
        assert len(row["iso3"]) == 3 and row["iso3"].isupper(), row
        assert len(row["m49"]) == 3 and row["m49"].isdecimal(), row
        assert row["name"] == row["name"].strip() != "", row
        assert row["status"] in {"member", "observer"}, row
        assert row["group"] in {
            "",
            "african",
            "asia_pacific",
            "eastern_european",
            "latin_american_caribbean",
            "western_european_others",
        }, row
        assert period(row)[0] <= period(row)[1], row


@pytest.mark.parametrize(
    ("day", "members"),
    [
        ("2004-01-01", 191),
        ("2006-06-10", 191),  # Montenegro had left the union and was not yet admitted
        ("2006-06-28", 192),
        ("2008-12-01", 192),
        ("2011-07-13", 192),
        ("2011-07-14", 193),  # South Sudan
        ("2024-06-01", 193),
    ],
)
def test_the_membership_has_its_true_size(day, members):
    assert sum(row["status"] == "member" for row in on(dt.date.fromisoformat(day))) == members


def test_two_observer_states_stand_beside_the_members():
    observers = {row["name"] for row in on(dt.date(2024, 6, 1)) if row["status"] == "observer"}
    assert observers == {"Holy See", "State of Palestine"}


def test_regional_groups_have_their_true_size_today():
    groups = Counter(row["group"] for row in on(dt.date(2024, 6, 1)) if row["status"] == "member")
    assert groups == {
        "african": 54,
        "asia_pacific": 54,
        "eastern_european": 23,
        "latin_american_caribbean": 33,
        "western_european_others": 29,  # with the United States, which counts there in elections
    }


@pytest.mark.parametrize("day", change_days(), ids=str)
def test_names_and_codes_are_unique_on_every_day(day):
    held = on(day)
    for column in ("iso2", "iso3", "m49", "name"):
        twice = {value for value, n in Counter(row[column] for row in held).items() if n > 1}
        assert not twice, (column, twice)


def test_the_periods_of_a_state_follow_each_other_without_gap_or_overlap():
    periods = defaultdict(list)
    for row in rows():
        periods[row["iso3"]].append(period(row))
    for iso3, spans in periods.items():
        for (_, until), (since, _) in pairwise(spans):
            assert since == until + dt.timedelta(days=1), iso3


@pytest.mark.parametrize(
    ("iso3", "in_2008", "in_2024"),
    [
        ("BOL", "Bolivia", "Bolivia (Plurinational State of)"),
        ("CPV", "Cape Verde", "Cabo Verde"),
        ("CZE", "Czech Republic", "Czechia"),
        ("LBY", "Libyan Arab Jamahiriya", "Libya"),
        ("MKD", "The former Yugoslav Republic of Macedonia", "North Macedonia"),
        ("NLD", "Netherlands", "Netherlands (Kingdom of the)"),
        ("PSE", "Palestine", "State of Palestine"),
        ("SWZ", "Swaziland", "Eswatini"),
        ("TUR", "Turkey", "Türkiye"),
        ("VEN", "Venezuela (Bolivarian Republic of)", "Venezuela (Bolivarian Republic of)"),
    ],
)
def test_a_state_bears_the_name_of_the_day(iso3, in_2008, in_2024):
    assert names_on(dt.date(2008, 12, 1))[iso3] == in_2008
    assert names_on(dt.date(2024, 6, 1))[iso3] == in_2024


def test_a_new_state_is_absent_before_its_admission():
    before, after = names_on(dt.date(2008, 12, 1)), names_on(dt.date(2012, 10, 15))
    assert "SSD" not in before and after["SSD"] == "South Sudan"
    assert "SCG" not in before and before["SRB"] == "Serbia" and before["MNE"] == "Montenegro"


def test_a_state_can_have_been_an_observer_before_it_was_a_member():
    assert [row["status"] for row in rows() if row["iso3"] == "CHE"] == ["observer", "member"]


def test_sudan_changed_its_statistical_code_with_its_territory():
    codes = {row["m49"]: row["valid_from"] for row in rows() if row["iso3"] == "SDN"}
    assert codes == {"736": "", "729": "2011-07-09"}
