"""Financial statements: the draft, its paragraphs, and what each would cost."""

import pytest

from sessions.reading import read
from sessions.reading.besides import Amount
from sessions.reading.statements import amounts_in, labels_in

STATEMENT = """## Annex I

### Financial statement on the draft decision entitled “Port reception facilities”*

1. By operative paragraphs 2, 4 and 7 of draft decision HARB/3/L.3 the Conference would:

(a) Decide to establish a working group;

(b) Request the Secretariat to convene two meetings of it in 2008;

(c) Request the Secretariat to publish a directory.

2. For operative paragraph 4 an amount of $84,000 would be required for the biennium 2008-2009 to provide for two

---

\\* A revised version (HARB/3/L.3/Rev.1) became decision 3/2; see chapter I.

meetings of two days, including interpretation.

3. Operative paragraph 7 would not entail any financial implications. Paragraph 9 would be subject to the
availability of extrabudgetary resources.

4. Attention is drawn to paragraph 67 of the first report of the committee, which speaks of existing resources.

## Annex II
"""


@pytest.fixture(scope="module")
def statement():
    (found,) = read(STATEMENT, form="markdown").besides.statements
    return found


def test_hangs_on_the_draft_and_says_what_that_became(statement):
    assert (statement.annex, statement.draft, statement.decision) == ("I", "HARB/3/L.3", "3/2")


def test_each_paragraph_of_the_draft_has_its_words_and_what_is_said_of_it(statement):
    assert [(p.label, p.bearing) for p in statement.paragraphs] == [
        ("2", ""),
        ("4", "amount"),
        ("7", "none"),
        ("9", "extrabudgetary"),
    ]
    assert statement.paragraphs[1].words == "Request the Secretariat to convene two meetings of it in 2008"


def test_an_amount_has_currency_purpose_and_budget_period_across_a_page_break(statement):
    assert statement.paragraphs[1].amounts == (Amount("USD", 84000, "two meetings of two days", "2008-2009"),)


def test_an_amount_of_no_paragraph_is_the_whole_drafts():
    (found,) = read(
        "Annex I\n\nFinancial statement\n\n"
        "1. By paragraph 2 of draft resolution HARB/3/L.3 the Conference would request "
        "a meeting.\n\n2. An amount of €12 000 was estimated for the printing of a handbook.\n"
    ).besides.statements
    assert [(p.label, [(a.currency, a.amount, a.purpose) for a in p.amounts]) for p in found.paragraphs] == [
        ("2", []),
        ("", [("EUR", 12000, "the printing of a handbook")]),
    ]


@pytest.mark.parametrize(
    ("sentence", "currency", "amount"),
    [
        ("US$ 1.2 million would be required", "USD", 1_200_000),
        ("an amount of 151,200 dollars", "USD", 151_200),
        ("CHF 45 000 for travel", "CHF", 45_000),
        ("84 000 Swiss francs are needed", "CHF", 84_000),
    ],
)
def test_ways_to_write_money(sentence, currency, amount):
    assert [(each.currency, each.amount) for each in amounts_in(sentence)] == [(currency, amount)]


def test_years_documents_and_meetings_are_no_money():
    assert not list(amounts_in("20 meetings for the biennium 2008-2009 (A/62/6 (Sect. 16), para. 16.44)"))


@pytest.mark.parametrize(
    ("words", "labels"),
    [
        ("3, 5 and 11", ["3", "5", "11"]),
        ("(a) and (b)", ["(a)", "(b)"]),
        ("4 to 6", ["4", "5", "6"]),
        ("2 (a)", ["2 (a)"]),
    ],
)
def test_lists_of_paragraphs(words, labels):
    assert labels_in(words) == labels


def test_one_that_names_no_draft_is_a_finding_and_nothing_is_stored_of_it():
    reading = read("Annex VI\n\nFinancial statement\n\n1. Much is said of money, and no draft is named.\n")
    assert reading.besides.statements == ()
    assert [f.params["annex"] for f in reading.findings if f.code == "statement_without_draft"] == ["VI"]
