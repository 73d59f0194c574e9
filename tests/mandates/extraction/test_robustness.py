"""A bad text is read without an error, and a long one in steps that grow with its length."""

import random
import sys

import pytest

from mandates.extraction import Clause, extract
from mandates.wording import doubt_sentence

from .outline import clauses
from .styles import STYLES
from .test_spans import check

ODD = [
    "",
    " ",
    "\x00\x01",
    ":",
    ";;;",
    "requests",
    "Requests",
    "Requests:",
    "Requests to",
    "Requests the Secretariat to",
    "Requests the Secretariat to:",
    "Requests that",
    "Decides",
    "Decides:",
    "Decides that:",
    "Decides to",
    "The Secretariat shall",
    "Parties are requested to",
    "Urges " * 50,
    "to " * 50,
    "that " * 50,
    ", and " * 50,
    "Requests the the the to to report by by 99 Foo 2010 at its its session",
    "Requests the Secretariat to report by 31 February 2010 and by 0 May 2011",
    "Просит Секретариат представить доклад",
    "يطلب إلى الأمانة أن تقدم تقريرا",
    "Requests the Secretariat\u202e to report\u200f at its fifth session",
    "[[[((( Requests *** the ___ Secretariat ))) to ]]] report",
]


@pytest.mark.parametrize("text", ODD, ids=lambda text: repr(text[:20]))
@pytest.mark.parametrize("kind", ["operative", "chapeau", "preamble", "quoted", "unheard-of"])
def test_an_odd_text_is_read_without_an_error(text, kind):
    texts = [Clause("1.", "", kind, text, None), Clause("1.(a)", "", "operative", "To report;", 0)]
    check(texts, extract(texts, session=None))


@pytest.mark.parametrize("seed", range(60))
def test_a_shuffled_and_cut_text_is_read_without_an_error(seed):
    dice = random.Random(seed)
    words = dice.choice(STYLES).text.split()
    dice.shuffle(words)
    at = dice.randrange(1, len(words))
    texts = [
        Clause("1.", "", "chapeau", " ".join(words[:at]), None),
        Clause("1.(a)", "", "operative", " ".join(words[at:])[: dice.randrange(400)], dice.choice([None, 0, 1, 9])),
    ]
    check(texts, extract(texts, session=dice.choice([None, 3])))


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.name)
def test_paragraphs_in_any_order_are_read_without_an_error(style):
    texts = clauses(style.text)
    random.Random(1).shuffle(texts)
    extract(texts, session=style.session)


def steps(text: str) -> int:
    """How many functions are called to read one paragraph."""
    count = 0

    def counted(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        extract([Clause("1.", "", "operative", text, None)], session=4)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(
    "piece",
    [
        "Requests the Secretariat to report at its fifth session; and ",
        "requests Parties, ",
        "requests that the Parties and the Bureau, ",
        "Requests States, the Bureau and the Committee ",
        "the Secretariat that should report by 2010 and ",
        "and to report to the Conference by May 2010 ",
        ", as appropriate, ",
        "to ",
        "decision 3/2, ",
        "[by 2010 (",
        "Parties ",
    ],
    ids=lambda piece: piece.strip(),
)
def test_twice_the_text_takes_about_twice_the_steps(piece):
    short, long = steps("Requests " + piece * 150), steps("Requests " + piece * 300)
    assert long < 2.6 * short + 2000


def test_every_doubt_is_said_in_a_sentence():
    outlines = [
        "Recommends that help be given;",
        "Requests the said institute to report;",
        "Invites the Committee to report at its next session;",
        "Requests Parties to comment within three months of it;",
        "Requests Parties to comment by 2 May 2010 or before its sixth session;",
        "Requests Parties [by 2014] to comment;",
        "Enjoins Parties to comment;",
        "Reguests Parties to comment;",
        "Noted that the group had met and requested Parties to comment;",
    ]
    doubts = [e.candidates[0].doubt for text in outlines for e in extract(clauses(text), session=None)]
    assert len({doubt.code for doubt in doubts}) == len(outlines)
    for doubt in doubts:
        sentence = doubt_sentence(doubt.code, doubt.params)
        assert sentence.endswith(".") and "%(" not in sentence and doubt.code not in sentence
        assert all(value in sentence for value in doubt.params.values())


def test_a_long_word_before_a_session_is_read_as_one_word():
    """Words told apart by nothing but their ends could be cut in a trillion ways."""
    long = "decides" * 200
    text = f"Requests the Office to report to the {long} at its fifth session and within two months of {long};"
    assert extract([Clause("1.", "", "operative", text, None)], session=4)[0].candidates
