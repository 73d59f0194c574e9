"""Which paragraph of one text corresponds to which of another, by likeness and order."""

from hypothesis import given
from hypothesis import strategies as st

from sessions.reading.concordance import Match, Piece, concord, resemblance, words_of

NOTES = "Takes note of the report of the Secretariat on pilotage;"
ASKS = "Requests the Secretariat to collect from States particulars of the boarding arrangements in their harbours;"
INVITES = "Invites States to submit their reports on accidents in the transfer of pilots;"
LAUNCH = "Requests the Secretariat to buy a launch for every harbour that has none;"
LABELS = [f"({chr(97 + n)})" for n in range(26)]


def pieces(*texts, labels=None):
    return [Piece(label, "", text) for label, text in zip(labels or [""] * len(texts), texts, strict=False)]


def pairs(old, new, **how):
    return [(match.old, match.new) for match in concord(old, new, **how)]


def test_tense_and_number_make_no_difference():
    assert words_of("Requests States to submit their reports") == words_of("Requested State to submit its report")
    assert words_of("Takes note") == words_of("Took note")
    assert words_of("The group shall meet") == words_of("The groups should meet")


def test_a_draft_in_the_present_is_the_report_in_the_past():
    draft = pieces(NOTES, ASKS, INVITES)
    report = pieces(
        NOTES.replace("Takes", "Took"), ASKS.replace("Requests", "Requested"), INVITES.replace("Invites", "Invited")
    )
    assert pairs(draft, report) == [(0, 0), (1, 1), (2, 2)]


def test_what_was_struck_and_what_was_added_stand_alone_in_their_places():
    draft, report = (
        pieces(NOTES, LAUNCH, INVITES),
        pieces(NOTES, INVITES, "Welcomes the tide tables of the host country."),
    )
    assert pairs(draft, report) == [(0, 0), (1, None), (2, 1), (None, 2)]


def test_a_paragraph_that_moved_is_found_elsewhere():
    assert pairs(pieces(NOTES, ASKS, INVITES), pieces(INVITES, NOTES, ASKS)) == [(2, 0), (0, 1), (1, 2)]


def test_of_paragraphs_that_are_alike_the_order_tells():
    thanks = "Expresses its appreciation to the host country;"
    assert pairs(pieces(thanks, ASKS, thanks), pieces(thanks, ASKS, thanks)) == [(0, 0), (1, 1), (2, 2)]


def test_with_the_same_labels_a_rewritten_paragraph_is_found_by_its_label():
    old = pieces(NOTES, ASKS, INVITES, labels=LABELS)
    new = pieces(NOTES, "Thanks the tugs for their horns;", INVITES, labels=LABELS)
    assert pairs(old, new, by_label=True) == [(0, 0), (1, 1), (2, 2)]
    assert pairs(old, new) == [(0, 0), (1, None), (None, 1), (2, 2)], "a draft's numbers say nothing"


def test_a_paragraph_put_in_between_takes_no_label_from_another():
    old = pieces(NOTES, ASKS, INVITES, labels=LABELS)
    new = pieces(NOTES, LAUNCH, ASKS, INVITES, labels=LABELS)
    assert pairs(old, new, by_label=True) == [(0, 0), (None, 1), (1, 2), (2, 3)]


def test_a_text_resembles_its_draft_and_no_other_of_the_same_body():
    draft = pieces(NOTES, ASKS, INVITES, LAUNCH)
    report = pieces(*(text.replace("Requests", "Requested") for text in (NOTES, ASKS, INVITES)))
    other = pieces(
        "Requests the Secretariat to publish the accounts of the fund;", "Invites States to pay;", "Notes the budget;"
    )
    assert resemblance(draft, report) > 0.8
    assert resemblance(draft, other) < 0.3
    assert resemblance([], []) == 0


TEXTS = st.lists(st.sampled_from([NOTES, ASKS, INVITES, LAUNCH, "", "12 (b)", "a a a"]), max_size=12)


@given(TEXTS, TEXTS, st.booleans())
def test_each_paragraph_of_both_stands_once_and_the_new_ones_in_order(old, new, by_label):
    found = pairs(pieces(*old, labels=LABELS), pieces(*new, labels=LABELS), by_label=by_label)
    assert sorted(a for a, _ in found if a is not None) == list(range(len(old)))
    assert [b for _, b in found if b is not None] == list(range(len(new)))
    assert (None, None) not in found


@given(TEXTS)
def test_a_text_is_its_own_concordance(texts):
    assert pairs(pieces(*texts), pieces(*texts)) == [(at, at) for at in range(len(texts))]


def test_two_thousand_paragraphs_take_ten_times_two_hundred_not_a_hundred_times(monkeypatch):
    """Counted in comparisons, since a machine may be slow."""
    from sessions.reading import concordance

    def comparisons(number):
        seen = []
        likeness = concordance._Bags.likeness
        monkeypatch.setattr(concordance._Bags, "likeness", lambda *args: seen.append(1) or likeness(*args))
        texts = pieces(*(f"Requests report {n} on harbour {n % 7} and lamp {n % 50};" for n in range(number)))
        found = concord(texts, texts)
        monkeypatch.undo()
        assert found == [Match(at, at, 1.0) for at in range(number)]
        return len(seen)

    assert comparisons(2000) < 15 * comparisons(200)
