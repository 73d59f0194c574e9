"""Verbs of record that ask or decide after all: "reiterates its request to the Secretariat to", "determines that"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .complements import complement, that_clause
from .subject_heads import Head
from .verbs import REPEATED, REPEATING, is_adverb
from .words import Word, vocabulary

# "determines that Andria is late" states; "determines that the Committee shall meet" decides.
_BINDS = {"determine": ("shall", "should")}
_BEFORE_THE_NOUN = vocabulary("its the their previous earlier urgent ,")


def said_again(words: Sequence[Word], head: Head) -> Head:
    """The head of what is asked again; `head` itself where it only recalls that something was asked."""
    if head.base not in REPEATING:
        return head
    k = head.after
    while k < head.stop and (is_adverb(words[k].low) or words[k].low in _BEFORE_THE_NOUN):
        k += 1
    if k >= head.stop or words[k].low not in REPEATED:
        return head
    after, base = k + 1, REPEATED[words[k].low]
    following = words[after].low if after < head.stop else ""
    kind = complement(words, after, head.stop).kind
    if following == "for" and base in ("call upon", "appeal to"):
        after, base = after + 1, "call for"
    elif following in ("to", "upon", "on") and kind != "direct":
        after += 1
    elif kind not in ("direct", "that"):
        # "reiterates its request contained in decision 3/2".
        return head
    return replace(head, end=k + 1, after=after, base=base, kind="ask")


def decided_that(words: Sequence[Word], head: Head) -> Head:
    """The head of "determines that X shall do" as one that decides; `head` itself where it states what is the case."""
    k = head.after
    while k < head.stop and (is_adverb(words[k].low) or words[k].low == ","):
        k += 1
    if head.base not in _BINDS or k >= head.stop or words[k].low != "that":
        return head
    modal = that_clause(words, k + 1, head.stop).modal
    binds = modal is not None and words[modal].low in _BINDS[head.base]
    return replace(head, kind="decide") if binds else head
