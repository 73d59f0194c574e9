"""Word files: what Word shows on the page, with the labels that it counts itself."""

import pytest

from sessions.reading.files import Unreadable, source_of
from sessions.reading.numbering import counted
from tests.mandates.packed import packed
from tests.sessions.reading.office import (
    W,
    abstract,
    level,
    notes,
    num,
    numbered,
    paragraph,
    reference,
    run,
    start_again,
    table,
    word,
)

GENRE = [level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)"), level(2, "lowerRoman", "(%3)")]


def lines(body, **parts):
    return [line for line in source_of(word(body, **parts)).text.split("\n") if line]


def listed(levels, *definitions):
    """The labels of empty-handed paragraphs on these levels of these lists."""
    body = "".join(paragraph(run("x"), numbered(name, at)) for name, at in levels)
    said = lines(body, numbering=f"<w:numbering {W}>{''.join(definitions)}</w:numbering>")
    return [line.removesuffix("x").strip() for line in said]


def test_levels_count_and_start_again_under_the_next_above():
    assert listed([("1", at) for at in (0, 1, 1, 2, 2, 0, 1)], abstract(1, GENRE), num(1, 1)) == [
        *("1.", "(a)", "(b)", "(i)", "(ii)", "2.", "(a)")
    ]


def test_instances_of_one_definition_go_on_counting_unless_they_start_again():
    said = listed(
        [("1", 0), ("1", 0), ("2", 0), ("3", 0), ("3", 0), ("1", 0)],
        abstract(1, GENRE),
        num(1, 1),
        num(2, 1),
        num(3, 1, start_again(0)),
    )
    assert said == ["1.", "2.", "3.", "1.", "2.", "3."]


def test_an_empty_paragraph_takes_its_number():
    body = paragraph(run("x"), numbered(1, 0)) + paragraph("", numbered(1, 0)) + paragraph(run("y"), numbered(1, 0))
    said = lines(body, numbering=f"<w:numbering {W}>{abstract(1, GENRE)}{num(1, 1)}</w:numbering>")
    assert said == ["1. x", "3. y"]


def test_a_list_may_begin_where_another_ended():
    assert listed([("1", 0), ("1", 0)], abstract(1, GENRE), num(1, 1, start_again(0, 7))) == ["7.", "8."]


def test_a_level_whose_restart_is_taken_away_counts_on():
    levels = [GENRE[0], level(1, "lowerLetter", "(%2)", extra='<w:lvlRestart w:val="0"/>')]
    assert listed([("1", at) for at in (0, 1, 0, 1)], abstract(1, levels), num(1, 1)) == ["1.", "(a)", "2.", "(b)"]


def test_decimal_labels_of_several_levels_and_legal_ones():
    levels = [
        level(0, "upperRoman", "%1."),
        level(1, "decimal", "%1.%2", extra="<w:isLgl/>"),
        level(2, "decimal", "%1.%2"),
    ]
    assert listed([("1", at) for at in (0, 1, 1, 2, 0, 1)], abstract(1, levels), num(1, 1)) == [
        *("I.", "1.1", "1.2", "I.2", "II.", "2.1")
    ]


def test_a_level_that_was_passed_over_has_begun():
    levels = [level(0, "decimal", "%1."), level(1, "decimal", "%1.%2")]
    assert listed([("1", 1), ("1", 0)], abstract(1, levels), num(1, 1)) == ["1.1", "2."]


def test_an_instance_may_write_a_level_otherwise():
    other = f'<w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "%1.")}</w:lvlOverride>'
    assert listed([("1", 0), ("2", 0)], abstract(1, GENRE), num(1, 1), num(2, 1, other)) == ["1.", "B."]


def test_bullets_are_bullets_and_a_list_of_nothing_prints_nothing():
    levels = [level(0, "bullet", "\uf0b7"), level(1, "none", "")]
    assert listed([("1", 0), ("1", 1)], abstract(1, levels), num(1, 1)) == ["-", ""]


@pytest.mark.parametrize(
    ("count", "form", "said"),
    [
        (27, "lowerLetter", "aa"),
        (29, "upperLetter", "CC"),
        (14, "lowerRoman", "xiv"),
        (9, "upperRoman", "IX"),
        (3, "decimalZero", "03"),
        (1, "ordinal", "1st"),
        (12, "ordinal", "12th"),
        (4, "chicago", "4"),
        (0, "lowerLetter", "0"),
    ],
)
def test_how_word_writes_a_number(count, form, said):
    assert counted(count, form) == said


STYLES = f"""<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr/></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="L1"><w:name w:val="_ Single Txt"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="L2"><w:name w:val="Item"/><w:basedOn w:val="L1"/></w:style>
<w:style w:type="paragraph" w:styleId="HCh"><w:name w:val="_ H _Ch_G"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop"/><w:rPr><w:rStyle w:val="Loop"/><w:i/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="numbering" w:styleId="Genre"><w:name w:val="Genre"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
</w:styles>"""  # noqa: E501  the file of Word is no better


def styled(name):
    return f'<w:pStyle w:val="{name}"/>'


def test_a_style_may_number_its_paragraphs_and_the_list_say_on_which_level():
    levels = [level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)", extra='<w:pStyle w:val="L2"/>')]
    said = lines(
        paragraph(run("one"), styled("L1"))
        + paragraph(run("two"), styled("L2"))
        + paragraph(run("three"), styled("L1") + numbered(0, 0)),
        styles=STYLES,
        numbering=f"<w:numbering {W}>{abstract(1, levels)}{num(1, 1)}</w:numbering>",
    )
    assert said == ["1. one", "(a) two", "three"]


def test_a_definition_may_only_name_a_style():
    linked = '<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="Genre"/></w:abstractNum>'
    said = lines(
        paragraph(run("one"), numbered(2, 1)),
        styles=STYLES,
        numbering=f"<w:numbering {W}>{abstract(1, GENRE)}{linked}{num(1, 1)}{num(2, 2)}</w:numbering>",
    )
    assert said == ["(a) one"]


def test_looks_come_from_runs_and_styles():
    second = run("Decides", "<w:i/>") + run(" to meet", '<w:i w:val="0"/>')
    body = (
        paragraph(run("Conference") + run(" on harbours", "<w:b/>") + run(" hidden", "<w:vanish/>"))
        + paragraph(second + run("2", '<w:vertAlign w:val="superscript"/>'))
        + paragraph(run("Decisions adopted"), styled("HCh"))
        + paragraph(run("bold", '<w:rStyle w:val="Strong"/>'))
        + paragraph(run("round"), styled("Loop"))
        + paragraph(run("outlined"), '<w:outlineLvl w:val="1"/>')
    )
    assert lines(body, styles=STYLES) == [
        "Conference **on harbours**",
        "*Decides* to meet<sup>2</sup>",
        "## Decisions adopted",
        "**bold**",
        "*round*",
        "## outlined",
    ]


def test_a_long_paragraph_in_the_style_of_a_heading_is_none():
    """It stays bold, as Word shows it."""
    assert lines(paragraph(run("Requests the Office to count lamps;"), styled("H2"))) == [
        "**Requests the Office to count lamps;**"
    ]


def test_a_bold_label_stays_with_its_bold_words():
    said = lines(
        paragraph(run("Decisions", "<w:b/>"), numbered(1, 0)),
        numbering=f"<w:numbering {W}>{abstract(1, [level(0, 'upperRoman', '%1.')])}{num(1, 1)}</w:numbering>",
    )
    assert said == ["**I. Decisions**"]


def test_a_number_and_its_title_may_share_a_heading():
    broken = "<w:r><w:br/></w:r>"
    assert lines(paragraph(run("Decision 5/1") + broken + run("Lights"), styled("H2"))) == [
        "## Decision 5/1",
        "## Lights",
    ]
    assert lines(paragraph(run("Lights of") + broken + run("breakwaters"), styled("H2"))) == [
        "## Lights of breakwaters"
    ]


def test_signs_within_words():
    odd = "<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/><w:t>c</w:t><w:tab/><w:t>d</w:t>"
    odd += '<w:br w:type="page"/><w:sym w:font="Symbol" w:char="F0B7"/><w:sym w:font="Arial" w:char="2013"/></w:r>'
    assert lines(paragraph(odd)) == ["a-bc\td –"]


def test_signs_that_a_reader_might_take_for_marks_are_kept_from_it():
    assert lines(paragraph(run("# 5 * 3 & [x](y)"))) == ["\\# 5 \\* 3 &amp; [x]\\(y)"]


def test_insertions_are_in_and_deletions_out_and_both_are_told():
    body = paragraph(
        f"<w:ins>{run('Requests')}</w:ins><w:del><w:r><w:delText>Urges</w:delText></w:r></w:del>{run(' the Office')}"
    )
    source = source_of(word(body))
    assert source.text == "Requests the Office\n"
    assert [(f.code, f.params) for f in source.findings] == [("changes_tracked", {"insertions": 1, "deletions": 1})]


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next():
    body = paragraph(run("Requests the "), "<w:rPr><w:del/></w:rPr>") + paragraph(run("Office"))
    assert lines(body) == ["Requests the Office"]
    assert lines(paragraph(run("Requests"), "<w:rPr><w:del/></w:rPr>")) == ["Requests"]


def test_a_row_that_was_deleted_is_gone():
    rows = table([[paragraph(run("a")), paragraph(run("b"))], [paragraph(run("c")), paragraph(run("d"))]])
    assert lines(rows.replace("<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>", 1)) == ["| c | d |"]


def test_fields_and_links_show_what_they_show():
    field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
    body = paragraph(f"{field}{run('7')}<w:hyperlink>{run(' of ')}</w:hyperlink><w:fldSimple>{run('9')}</w:fldSimple>")
    assert lines(body) == ["7 of 9"]


def test_content_controls_are_read():
    inner = f"<w:sdt><w:sdtPr/><w:sdtContent>{run('Office')}</w:sdtContent></w:sdt>"
    body = f"<w:sdt><w:sdtContent>{paragraph(run('The ') + inner)}</w:sdtContent></w:sdt>"
    assert lines(body) == ["The Office"]


def test_a_text_box_is_read_once_behind_its_paragraph():
    box = f"<w:txbxContent>{paragraph(run('in the box'))}</w:txbxContent>"
    drawn = f'<mc:AlternateContent xmlns:mc="m"><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>'
    drawn += f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    assert lines(paragraph(run("beside") + f"<w:r>{drawn}</w:r>")) == ["beside", "in the box"]


def test_a_picture_is_told():
    picture = '<w:r><w:drawing><a:blip xmlns:a="a"/></w:drawing></w:r>'
    source = source_of(word(paragraph(run("Lights") + picture)))
    assert [(f.level, f.code, f.params) for f in source.findings] == [("info", "pictures_left_out", {"count": 1})]


def test_tables_are_rows_and_those_that_set_a_page_are_paragraphs():
    cell = [paragraph(run("a")), paragraph(run("b|c"))]
    assert lines(table([cell, cell])) == ["| a | b¦c |", "| a | b¦c |"]
    many = "".join(paragraph(run(f"paragraph {n}")) for n in range(4))
    assert lines(table([[many, paragraph(run("right"))]])) == [*(f"paragraph {n}" for n in range(4)), "right"]
    assert lines(table([[paragraph(run("alone"))]])) == ["alone"]


def test_a_table_within_a_cell_is_part_of_it():
    inner = table([[paragraph(run("x")), paragraph(run("y"))]])
    assert lines(table([[inner, paragraph(run("z"))]])) == ["| x, y | z |"]


def test_notes_stand_under_their_numbers_as_they_come():
    body = paragraph(run("oil") + reference(7) + run(" and rope") + reference(2) + reference(4, "endnote"))
    said = lines(body, footnotes=notes({2: "Rope.", 7: "Oil."}), endnotes=notes({4: "End."}, "endnote"))
    assert said == ["oil[^1] and rope[^2][^e1]", "[^1]: Oil.", "[^2]: Rope.", "[^e1]: End."]


def test_a_note_with_a_sign_of_its_own_is_set_apart_too():
    body = paragraph(
        run("Conf. 9.1")
        + reference(2, more=' w:customMarkFollows="1"')
        + run("*", "<w:vertAlign w:val='superscript'/>")
    )
    assert lines(body, footnotes=notes({2: "As amended."})) == ["Conf. 9.1<sup>\\*</sup>", "[^1]: As amended."]


def test_heads_and_feet_of_pages_are_left_out():
    head = f"<w:hdr {W}>{paragraph(run('Conference on Lights'))}</w:hdr>"
    assert lines(paragraph(run("text")), header1=head, footer1=head) == ["text"]


def test_both_namespaces_of_word_are_read():
    strict = 'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"'
    document = f"<w:document {strict}><w:body>{paragraph(run('strict', '<w:b/>'))}</w:body></w:document>"
    assert (
        source_of(packed({"[Content_Types].xml": b"", "word/document.xml": document.encode()})).text == "**strict**\n"
    )


@pytest.mark.parametrize(
    ("document", "code"),
    [
        (f"<w:document {W}><w:body/></w:document>", "file_without_text"),
        (f"<w:document {W}><w:body><w:p>", "file_damaged"),
        (f"<!DOCTYPE x [<!ENTITY e 'lol'>]><w:document {W}><w:body/></w:document>", "file_has_entities"),
        (f"<!DOCTYPE x SYSTEM 'file:///etc/passwd'><w:document {W}><w:body/></w:document>", "file_has_entities"),
        ("<x>" * 300, "file_damaged"),
        ("not XML", "file_damaged"),
        (" " * (64 * 1024 * 1024 + 1), "file_unpacks_too_large"),
    ],
)
def test_hostile_documents_are_refused(document, code):
    for data in (document.encode(), document.encode("utf-16")) if len(document) < 5000 else (document.encode(),):
        with pytest.raises(Unreadable) as refusal:
            source_of(packed({"[Content_Types].xml": b"", "word/document.xml": data}))
        assert refusal.value.code == code


def test_tables_in_tables_without_end_are_refused():
    inner = paragraph(run("x"))
    for _ in range(200):
        inner = table([[inner]])
    with pytest.raises(Unreadable) as refusal:
        source_of(word(inner))
    assert refusal.value.code == "file_damaged"
