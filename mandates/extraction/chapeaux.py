"""What a chapeau gives to its items, and when its items only spell out what it asks itself."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .found import Found
from .infinitives import starts_action
from .paragraph import NOBODY, Named, Paragraph
from .parties import cut_phrase, names_party
from .party_lists import INSERTIONS
from .shapes import Span
from .words import vocabulary, words_of

# "shall perform the following functions:" charges an organ with each item.
FUNCTIONS = re.compile(
    r"\b(?:functions?|tasks?(?!\s+force)|responsibilit\w+|terms of reference|mandate|role)\b[^:]*:\s*$", re.IGNORECASE
)
_TASKS_FOLLOW = re.compile(
    r"(?:(?<!\bview )(?<!\border )\bto|\bwhich (?:shall|should|will|would))\s*:\s*$", re.IGNORECASE
)
_FUNCTION_NOUNS = vocabulary("function functions task tasks mandate role responsibilities reference")
_FOLLOWING = re.compile(
    r"\bfollowing\b[^:;]{0,60}:\s*$|\b(?:actions?|measures|steps|activities)\s*:\s*$", re.IGNORECASE
)
# "in the performance of her mandate" and "within its mandate" charge nobody with anything.
_WITHIN_MANDATE = re.compile(
    r"\b(?:in|within|under|through|while|when|consistent with|in line with|in accordance with)\b[^,:;]{0,60}?"
    r"\b(?:functions?|mandate|role|tasks?|responsibilit\w+)\b",
    re.IGNORECASE,
)
# "to make further efforts:" over infinitives says nothing that they do not say.
_EFFORTS = re.compile(
    r"^(?:make|take|undertake|intensify|increase|strengthen|continue|redouble|pursue|step up|adopt)\b[^:;]*"
    r"\b(?:efforts?|measures|steps|actions?|activities|initiatives)\b",
    re.IGNORECASE,
)
# "to protect divers, and to that end:" over infinitives leaves it to them to say what is to be done.
_TO_THAT_END = re.compile(
    r"\b(?:to (?:that|this) end|for (?:that|this) purpose|to do so|in particular)\W*:\s*$", re.IGNORECASE
)
# "to, inter alia:" has said nothing yet of what is asked.
_FILLERS = vocabulary(
    """
    inter alia in particular among other things notably specifically especially as appropriate , : ; the following
    """
)


@dataclass(frozen=True, slots=True)
class Carried:
    """What a chapeau gives to its items.

    `mode`: action ("X to:"), that ("decides that:"), decide ("decides:") or record ("notes that:"). `words` is
    the chapeau's own text, for what it says of funding; `any_item` is false where only an item that begins with a
    verb is asked for; `along` is what other verbs of the same chapeau give: "requests X, and invites Y, to:".
    """

    mode: str
    verb: str
    verb_span: Span
    named: Named = NOBODY
    deadline: Found | None = None
    deadline_label: str = ""
    words: str = ""
    any_item: bool = True
    functions: bool = False
    along: tuple[Carried, ...] = ()


def items_only_detail(paragraph: Paragraph, lo: int) -> bool:
    """Do the items only spell out the action from `lo` on that the chapeau itself already asks?

    "to take the following measures:" over items that begin with verbs hands each of them on; "to prepare a study
    on:" and "in order to:" do not.
    """
    text = paragraph.text(lo, len(paragraph.words))
    if (_EFFORTS.match(text) or _TO_THAT_END.search(text)) and items_are_infinitives(paragraph):
        return False
    hands_on, functions = bool(_FOLLOWING.search(text)), bool(FUNCTIONS.search(text))
    if hands_on and functions:
        return False
    acting = sum(1 for item in paragraph.items if begins_with_action(item))
    return not (acting * 2 >= len(paragraph.items) > 0 and (hands_on or functions))


def charges(text: str) -> bool:
    """Does a chapeau charge an organ with the functions that its items name?"""
    return bool(FUNCTIONS.search(_WITHIN_MANDATE.sub("", text)))


def hands_tasks_down(paragraph: Paragraph) -> bool:
    """ "to establish a group, whose tasks are:", "inter alia to:": are the items what the group is to do?"""
    text = paragraph.clause.text
    return bool(FUNCTIONS.search(text) or _TASKS_FOLLOW.search(text)) or items_are_infinitives(paragraph)


def items_are_infinitives(paragraph: Paragraph) -> bool:
    """ "establishes a group: (a) To identify ...": do the items say what whoever is set up is to do?"""
    return bool(paragraph.items) and all(re.match(r"\W*to\s+[a-z]", item, re.IGNORECASE) for item in paragraph.items)


def goes_on_in_items(paragraph: Paragraph) -> bool:
    """ "to take care, and: (a) To train pilots": is something asked above the items, and something more by each?"""
    joined = re.search(r"\band\s*:?\s*$", paragraph.clause.text)
    return bool(joined) and any(begins_with_action(item) for item in paragraph.items)


def says_something(paragraph: Paragraph, lo: int, hi: int) -> bool:
    """Is there an action from `lo` to `hi`, or nothing but "inter alia:" and ", subject to resources:"?"""
    said = next((k for k in range(lo, hi) if paragraph.words[k].low not in _FILLERS), None)
    if said is None:
        return False
    inserted = paragraph.words[lo].low == "," and paragraph.words[said].low in INSERTIONS
    return not (inserted and starts_action(paragraph.words, said, hi) is None)


def begins_with_action(item: str) -> bool:
    """Does an item begin with what is to be done: "To prepare", "Facilitate"?"""
    words = words_of(item[:400])
    lo = next((k for k, word in enumerate(words) if not word.is_mark), len(words))
    return starts_action(words, lo, len(words)) is not None


def whose_functions(paragraph: Paragraph, lo: int, hi: int) -> tuple[int, int] | None:
    """The group of "the functions of the group shall be:", subject from `lo` to `hi`; None for any other subject."""
    words = paragraph.words
    if not FUNCTIONS.search(paragraph.clause.text):
        return None
    ofs = [k for k in range(lo + 1, hi - 1) if words[k].low == "of" and words[k - 1].low in _FUNCTION_NOUNS]
    return cut_phrase(words, ofs[-1] + 1, hi) if ofs and names_party(words, ofs[-1] + 1, hi) else None
