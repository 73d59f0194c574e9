"""What a line says without its mark-up, and what it is outwardly."""

import pytest

from sessions.reading.lines import plain, read_lines


def texts(text, form="markdown"):
    return [(line.what, line.text) for line in read_lines(text, form) if line.what != "blank"]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("*Requests* the **Secretariat** to report", "Requests the Secretariat to report"),
        ("_Requests_ the __Secretariat__; snake_case stays", "Requests the Secretariat; snake_case stays"),
        ("the lights<sup>13</sup> and buoys", "the lights and buoys"),
        ("the lights[^4] and buoys", "the lights and buoys"),
        ("the lights,¹² and buoys", "the lights, and buoys"),
        ("the lights^7^ and $^{8}$ buoys", "the lights and buoys"),
        ("the 87<sup>th</sup> meeting", "the 87th meeting"),
        ("an area of 30 km<sup>2</sup>", "an area of 30 km2"),
        ("**Decision 4/6****Lights of harbours**", "Decision 4/6 Lights of harbours"),
        ("see [the annex](https://example.org/a) below", "see the annex below"),
        (r"1\. Requests \(again\)", "1. Requests (again)"),
        ("<i>Requests</i> the<br/>Secretariat", "Requests the Secretariat"),
    ],
)
def test_mark_up_and_footnote_marks_are_taken_away(row, said):
    assert plain(row) == said


def test_invisible_characters_say_nothing():
    assert texts("\ufeff1. \u200fReq\u00aduests\x00 the\u00a0of\ufb01ce;") == [("text", "1. Requests the office;")]


def test_hyphens_are_hyphens():
    assert texts("the Secretary\u2011General of self\u2010made lamps") == [
        ("text", "the Secretary-General of self-made lamps")
    ]


def test_every_line_of_the_file_is_a_line_whatever_ends_it():
    assert [line.number for line in read_lines("a\r\nb\rc\n\nd\n", "text")] == [1, 2, 3, 4, 5]


def test_headings_by_number_sign_bold_or_underline():
    lines = read_lines(
        "## Decision 4/1\n\n**Decision 4/2**\n\nDecision 4/3\n------------\n\nno **heading** at all", "markdown"
    )
    assert [line.text for line in lines if line.marked] == ["Decision 4/1", "Decision 4/2", "Decision 4/3"]


def test_a_row_with_two_bold_words_is_no_heading():
    assert not any(line.marked for line in read_lines("**The Chair** spoke to **the Board**", "markdown"))


def test_page_breaks_page_numbers_and_running_heads_are_furniture():
    page = "the report\n\n{n}\n\n---\n\nConference on Lights, fourth session\n\nof the Board\n\n"
    told = dict(texts("".join(page.format(n=n) for n in range(5, 10)), "text"))
    assert told["furniture"] == "Conference on Lights, fourth session"
    lines = read_lines("".join(page.format(n=n) for n in range(5, 10)), "text")
    assert [line.text for line in lines if line.what == "text"] == ["the report", "of the Board"] * 5


def test_the_symbol_and_page_of_the_document_itself_are_furniture_but_a_footnote_is_not():
    text = "A/RES/71/900\n\nHarbours\n\nA/RES/71/900   2/3\n\n2 A/71/888"
    assert [t for what, t in texts(text, "text") if what == "furniture"] == ["A/RES/71/900 2/3"]


def test_raised_figures_at_the_start_of_a_line_make_a_footnote():
    assert texts("<sup>13</sup> Registry of Harbours, vol. 2.\n\n[^1]: See above.\n\n\\* As amended.") == [
        ("footnote", "Registry of Harbours, vol. 2."),
        ("footnote", "See above."),
        ("footnote", "As amended."),
    ]


def test_lines_of_a_table_of_contents_lead_to_a_page():
    lines = read_lines("4/1. Lights .......... 12\n4/2. Buoys\t14\n4/3. Ropes", "text")
    assert [line.leads for line in lines] == [True, True, False]


def test_what_a_conversion_leaves_behind():
    text = "<!-- image -->\n\n| HS/CONF/7/21 |\n|---|\n\n\\_Took note\\_ of it, and *Decided*that it is so;\n"
    said = [(line.what, line.text) for line in read_lines(text, "markdown") if line.text]
    assert said == [("text", "HS/CONF/7/21"), ("text", "Took note of it, and Decided that it is so;")]


def test_a_running_head_with_a_symbol_inside_a_sentence_is_furniture():
    text = (
        "A/RES/68/90\n\n3. Invites the conference to consider the role of lamps in its programme of\n\n"
        "**A/RES/68/90** *Lamps of the world*\n\nwork;\n"
    )
    assert [line.text for line in read_lines(text, "markdown") if line.what == "furniture"] == [
        "A/RES/68/90 Lamps of the world"
    ]


def test_an_entry_of_the_contents_may_take_two_lines():
    lines = read_lines("4/1. Lights of\nharbours .......... 12\n\n4/2. Buoys\n\n4/3. Ropes .... 3\n", "text")
    assert [line.leads for line in lines] == [True, True, False, False, False, True]


def test_a_page_number_of_two_figures_beside_a_symbol_is_furniture():
    text = "2. Thanks the host.\n\n2/3\nA/RES/64/90\n"
    assert [line.text for line in read_lines(text, "text") if line.what == "furniture"] == ["2/3"]


def test_what_is_said_of_the_printing_is_furniture():
    text = "In order to minimize the environmental impacts of its work,\nthis document is not printed.\n\nLamps\n"
    assert [line.what for line in read_lines(text, "text")] == ["furniture", "furniture", "blank", "text"]


def test_raised_endings_of_numbers_are_part_of_them():
    assert read_lines("11^th^ meeting, CO~2~", "markdown")[0].text == "11th meeting, CO2"


def test_the_chapter_of_a_volume_beside_its_page_number_is_furniture():
    head = "VIII. Resolutions adopted on the reports of the Lamps Committee"
    text = f"Recalling its resolution 5/2,\n\n818\n{head}\n\n1. Requests the Secretariat to paint the lamps."
    assert [line.text for line in read_lines(text, "text") if line.what == "furniture"] == ["818", head]
    assert [line.what for line in read_lines(f"{head}\n\nResolution 5/3", "text")] == ["text", "blank", "text"]
