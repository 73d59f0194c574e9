"""How alike two requests are, and what a paragraph cites."""

from mandates.extraction.likeness import Citation, citations, likeness, stems


def alike(one, other):
    return likeness(stems(one), stems(other))


def test_the_same_request_in_other_words_is_alike():
    one = "report to the Conference at its third session on pilotage in small harbours"
    assert alike(one, "continue to report, at its fourth session, on pilotage in smaller and small harbours") >= 50
    assert alike(one, one) == 100


def test_words_of_the_genre_make_nothing_alike():
    one = "report to the Conference at its fifth session on the implementation of the present decision"
    assert alike(one, "report to the Conference at its sixth session on progress in implementing the decision") == 0


def test_one_word_in_common_is_not_enough():
    assert alike("publish a list of lights", "convene a workshop for keepers of lights") == 0


def test_another_subject_is_not_alike():
    assert alike("publish a handbook of pilotage rules", "collect statistics of dredging in river mouths") < 50


def test_decisions_are_cited_as_wholes_and_by_their_paragraphs():
    text = "Recalling paragraph (i) of its decision 3/1, decisions 3/2 and 3/3, and paragraph 4 (b) of resolution 2/7"
    printed = ["decision 3/1", "decisions 3/2 and 3/3", "resolution 2/7", "HARB/2007/1"]
    assert citations(text, printed) == [
        Citation("decision 3/1", "decision", "3/1", ("i",)),
        Citation("decisions 3/2 and 3/3", "decision", "3/2"),
        Citation("decisions 3/2 and 3/3", "decision", "3/3"),
        Citation("resolution 2/7", "resolution", "2/7", ("4", "b")),
    ]


def test_nothing_is_cited_where_nothing_is_printed():
    assert citations("", []) == []
    assert citations("in accordance with article 4", ["article 4"]) == []
