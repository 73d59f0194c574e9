"""What a paragraph quotes: a draft, the new wording of a rule, words in quotation marks. It binds nobody."""

from __future__ import annotations

import re

from .items import Item
from .labels import read_tokens
from .openings import opening

QUOTE_OPENS = re.compile(r"^[“\"«„]|^['‘](?=[A-Z(\d])")
QUOTE_CLOSES = re.compile(r"[”\"»’'][.;:,)]{0,3}(?:\s(?:and|or))?$")
_NEW_WORDING = re.compile(
    r"\bas follows\W*$|\bto read\b|\breads?\b\W*$|\bfollowing\s+(?:new\s+)?"
    r"(?:text|paragraph|rule|wording|sentence|article|sub-?paragraph|footnote|language|definition)s?\b.*:$"
    r"|\b(?:by|with) the following\W*$",
    re.IGNORECASE,
)
# "Recommends that the Conference adopt a decision along the following lines:"
BRINGS_DRAFT = re.compile(
    r"\b(?:along the following lines|decision (?:which|that) reads(?: as follows)?"
    r"|following draft (?:resolution|decision)s?\b[^:;]{0,120})\s*:$",
    re.I,
)
# "Approved the provisional agenda as set out below:"
_SET_OUT = re.compile(r"\b(?:approv|adopt)\w*\b.*\b(?:set out|reproduced|given) below\W*$", re.IGNORECASE)
_AMENDS = re.compile(r"\b(?:amend|replac|insert|add|delet|revis|modif|substitut|read)", re.IGNORECASE)


def is_quoted(items: list[Item], at: int, open_before: bool) -> bool:
    """Is `items[at]` quoted: in quotation marks after a colon, or the new wording of a rule?"""
    item = items[at]
    before = items[at - 1] if at else None
    if before is None:
        return False
    if open_before and not (item.path and opening(item.text) == "verb" and not QUOTE_OPENS.match(item.text)):
        return True
    if QUOTE_OPENS.match(item.text) and (before.text.endswith(":") or before.kind == "quoted"):
        return True
    lead = items[before.chapeau] if before.kind == "quoted" and before.chapeau is not None else None
    draft = before if lead is None else lead
    if BRINGS_DRAFT.search(draft.text[-200:]):
        return not _resumes(item, before, draft)
    if before.kind == "quoted":
        another = not item.path and _rewords(item.text)  # "Rule 22 is replaced by the following text:"
        goes_on = lead is not None and _rewords(lead.text) and (another or not QUOTE_OPENS.match(before.text))
        return bool(goes_on and lead and not _decides_again(item, lead))
    return _rewords(before.text) and not _decides_again(item, before) and opening(item.text) != "recital"


def _resumes(item: Item, before: Item, lead: Item) -> bool:
    """Does the numbering of the decision go on after the draft that `lead` brings, which has numbers of its own?"""
    number, due = _count(item), _count(lead)
    return number is not None and due is not None and number == due + 1 and (before is lead or _count(before) != due)


def _count(item: Item) -> int | None:
    first = item.block.tokens[0].inner if item.block.tokens else ""
    return int(first) if first.isdigit() else None


def _rewords(text: str) -> bool:
    tail = text[-300:]
    if not tail.endswith(":"):
        return False
    return bool(_SET_OUT.search(tail)) or (bool(_NEW_WORDING.search(tail)) and bool(_AMENDS.search(text)))


def _decides_again(item: Item, lead: Item) -> bool:
    """Is `item` the next thing decided, not a rule of the new wording that `lead` brings?"""
    said = opening(item.text)
    if said in ("verb", "formula"):
        return True
    return bool(item.path) and len(item.path) <= len(lead.path) and completes(item.text)


def is_note(item: Item, before: Item | None) -> bool:
    """Is `item` a note under a table?"""
    return before is not None and before.block.row and bool(re.match(r"(?:notes?|source)s?\s?:", item.text, re.I))


def printed_label(item: Item) -> tuple[str, ...]:
    """The label of a draft's paragraph, printed perhaps behind a quotation mark: "“2. Requests the Bureau ..."."""
    mark = QUOTE_OPENS.match(item.text)
    return tuple(token.printed for token in read_tokens(item.text[mark.end() :])[0]) if mark else item.path


def completes(text: str) -> bool:
    """Does `text` say what "decided" leaves open: "To request ...", "That the Secretariat shall ..."?"""
    return opening(text) == "infinitive" or bool(re.match(r"that\s", text, re.IGNORECASE))
