"""Places marked in a text: safe, and never nested."""

import re

import pytest

from ctoctrack.lib.marking import direction, marked

TEXT = "Requests the Secretariat to report"


def test_a_place_is_marked_with_its_class_and_title():
    assert marked(TEXT, [(0, 8, "verb", "what is asked")]) == (
        '<mark class="verb" title="what is asked">Requests</mark> the Secretariat to report'
    )


def test_without_places_the_text_stands_alone():
    assert marked(TEXT, []) == TEXT
    assert marked("", [(0, 3, "verb", "")]) == ""


def test_everything_is_escaped():
    html = marked("a <b>", [(2, 5, 'x"><script>', '"><script>')])
    assert "<b>" not in html
    assert "<script>" not in html
    assert "&lt;b&gt;" in html


def test_overlapping_places_are_cut_and_never_nested():
    html = marked("abcdef", [(0, 4, "verb", "one"), (2, 6, "deadline", "two")])
    assert html == (
        '<mark class="verb" title="one">ab</mark>'
        '<mark class="verb deadline" title="one; two">cd</mark>'
        '<mark class="deadline" title="two">ef</mark>'
    )


def test_the_same_place_twice_is_one_mark():
    assert marked("abc", [(0, 3, "verb", "t"), (0, 3, "verb", "t")]) == '<mark class="verb" title="t">abc</mark>'


@pytest.mark.parametrize("place", [(5, 5), (9, 12), (-4, 0), (4, 2)])
def test_places_outside_or_empty_are_left_out(place):
    assert marked("abcde", [(*place, "verb", "")]) == "abcde"


def test_places_beyond_the_end_are_cut_to_the_text():
    assert marked("abcde", [(3, 99, "verb", "")]) == 'abc<mark class="verb">de</mark>'


def test_the_words_stay_the_same_whatever_is_marked():
    places = [(0, 8, "verb", ""), (9, 24, "addressee", "a"), (5, 30, "action", "b"), (28, 34, "deadline", "")]
    assert re.sub("<[^>]+>", "", marked(TEXT, places)) == TEXT


def test_the_direction_is_that_of_the_language():
    assert [direction(language) for language in ("ar", "zh-hans", "ru", "unheard-of")] == ["rtl", "ltr", "ltr", "auto"]
