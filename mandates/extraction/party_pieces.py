"""Where a list of parties is cut: at its commas and at each "and" that joins two of them."""

from __future__ import annotations

from collections.abc import Sequence

from .parties import PREPOSITIONS, goes_on_after_comma, head_of, is_adjective, is_head, names_party
from .words import Word, matches, vocabulary

_OPENS_A_PARTY = vocabulary("the a an all any other relevant interested its their each both those")


def comma_parts(words: Sequence[Word], lo: int, hi: int) -> list[tuple[int, int]]:
    """The range cut at its commas and at "as well as", but not inside brackets, names and rows of adjectives."""
    parts, begin, depth = [], lo, 0
    for k in range(lo, hi):
        if words[k].text in "([":
            depth += 1
        elif words[k].text in ")]":
            depth = max(0, depth - 1)
        elif depth == 0 and words[k].text == "," and not goes_on_after_comma(words, lo, k, hi):
            parts.append((begin, k))
            begin = k + 1
        elif depth == 0 and matches(words, k, ("as", "well", "as")):
            parts.append((begin, k))
            # "from Governments as well as from banks".
            begin = k + 3 + (k + 3 < hi and words[k + 3].low in ("from", "by", "upon", "on"))
    parts.append((begin, hi))
    return [(a, b) for a, b in parts if a < b]


def and_parts(words: Sequence[Word], lo: int, hi: int) -> list[tuple[int, int]]:
    parts, begin = [], lo
    for k in range(lo + 1, hi):
        if words[k].low not in ("and", "or", "and/or") or _is_one_name(words, begin, k, hi):
            continue
        if _shares_noun(words, begin, k, hi):
            continue
        if not is_party(words, begin, k):
            continue
        # "organizations and indigenous and local communities": an adjective waits for its noun.
        following = next(
            (j for j in range(k + 2, hi) if words[j].low in ("and", "or") and not is_adjective(words[j - 1])), hi
        )
        named_behind = (words[k + 1].low == "the" and names_party(words, k + 1, hi)) or is_other(words, k + 1, hi)
        if names_party(words, k + 1, following) or named_behind:
            inside_relative = any(words[j].low in ("that", "which", "who", "whose") for j in range(begin, k))
            after_article = k + 1 < hi and words[k + 1].low in ("the", "all", "other", "relevant")
            if inside_relative and not after_article:
                continue
            parts.append((begin, k))
            begin = k + 1
    parts.append((begin, hi))
    return parts


def _shares_noun(words: Sequence[Word], lo: int, link: int, hi: int) -> bool:
    """ "Chairs of the Animals and Plants Committees", "institutes of the crime prevention and justice network".

    Does what stands before the "and" wait for the noun behind it, so that both are one description?
    """
    opens = [k for k in range(lo + 1, link) if words[k].low in ("of", "on", "for")]
    if not opens or link + 1 >= hi or words[link + 1].low in _OPENS_A_PARTY or is_head(words[link - 1]):
        return False
    if is_adjective(words[link - 1]) and not words[link - 1].is_capital:
        return True
    end = next((k for k in range(link + 1, hi) if words[k].is_mark or words[k].low in PREPOSITIONS | {"and", "of"}), hi)
    after = words[link + 1 : end]
    if words[opens[-1] + 1].low != "the" or not after or not is_head(after[-1]):
        return False
    if all(word.is_capital for word in (*words[opens[-1] + 2 : link], *after)):
        return len(after) > 1 and after[-1].low.endswith("s")
    # In lower case and without an article one network is none that is asked by itself.
    return after[-1].text.islower() and not after[-1].low.endswith("s")


def _is_one_name(words: Sequence[Word], lo: int, link: int, hi: int) -> bool:
    """ "the Climate Technology Centre and Network": one article, and after the "and" one more word with a capital."""
    return (
        words[lo].low == "the"
        and words[link - 1].is_capital
        and link + 1 < hi
        and words[link + 1].is_capital
        and not words[link + 1].text.isupper()
        and not words[link + 1].low.endswith("s")
        and (link + 2 >= hi or words[link + 2].is_mark)
        and link - lo > 2
    )


def is_party(words: Sequence[Word], lo: int, hi: int) -> bool:
    """A party, a full name, or one that has something beside it: "the regional conventions and action plans"."""
    if names_party(words, lo, hi) or is_full_name(words, lo, hi):
        return True
    first = next((k for k in range(lo + 1, hi) if words[k].low == "and"), None)
    return first is not None and words[lo].low == "the" and names_party(words, lo, first)


def is_other(words: Sequence[Word], lo: int, hi: int) -> bool:
    """ "other sources of funding": at the end of a list of parties whoever they are, they are asked as well."""
    while lo < hi and words[lo].low in ("and", "or"):
        lo += 1
    head = head_of(words, lo, hi)
    return head is not None and words[lo].low == "other" and head > lo and words[head].low.endswith("s")


def is_full_name(words: Sequence[Word], lo: int, hi: int) -> bool:
    """ "the Plant Protection Convention": an article and capitals, as organizations nobody listed print their names."""
    return words[lo].low == "the" and hi - lo > 2 and is_name(words, lo, hi)


def is_name(words: Sequence[Word], lo: int, hi: int) -> bool:
    """Capitals throughout, but for "and", "of" and "the"."""
    return hi - lo <= 8 and all(word.is_capital or word.low in ("and", "of", "the") for word in words[lo:hi])
