"""Financial statements: which paragraphs of which draft they are about, and what each would cost.

They speak of a draft. What was adopted may be another text: nothing here is about an adopted paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .annexes import Section, sections
from .besides import Amount, Bearing, StatedParagraph, Statement
from .blocks import Block
from .lines import Line
from .symbols import base, symbols_in

_CURRENCIES = {
    "$": "USD",
    "us$": "USD",
    "usd": "USD",
    "€": "EUR",
    "eur": "EUR",
    "euro": "EUR",
    "euros": "EUR",
    "£": "GBP",
    "gbp": "GBP",
    "chf": "CHF",
    "sf": "CHF",
    "dollars": "USD",
    "united states dollars": "USD",
    "us dollars": "USD",
    "swiss francs": "CHF",
    "pounds sterling": "GBP",
}
_BEFORE = r"US\s?\$|USD|\$|€|EUR|£|GBP|CHF|SwF|SF"
_AFTER = r"United States dollars|US dollars|dollars|euros?|Swiss francs|pounds sterling|USD|EUR|CHF"
_FIGURE = r"\d{1,3}(?:[,\u00a0 ]\d{3})+|\d+(?:\.\d+)?"
_AMOUNT = re.compile(
    rf"(?:(?P<before>{_BEFORE})\s?(?P<one>{_FIGURE})(?P<scale>\s(?:million|thousand|billion))?"
    rf"|(?P<two>{_FIGURE})(?P<scale2>\s(?:million|thousand|billion))?\s(?P<after>{_AFTER}))(?![\d/])",
    re.IGNORECASE,
)
_SCALES = {"": 1, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_PERIOD = re.compile(
    r"\b(?:biennium|financial period|budget period|triennium)\s+(\d{4}\s?[-–]\s?\d{2,4})|"
    r"\b(\d{4}\s?[-–]\s?\d{2,4})\s+(?:biennium|financial period|budget)|"
    r"\b(?:in|for|during) (?:the year )?(\d{4})\b(?!/)",
    re.IGNORECASE,
)
_PURPOSE = re.compile(
    r"\b(?:to provide for|to provide|to cover|to convene|to hold|to organize|to service|to finance|for|towards)\s+"
    r"(?P<purpose>(?!the (?:biennium|year|financial)|operative|paragraph|\d{4}\b)[^.;:]+)"
    r"|^[\w –-]{0,60}:\s*(?P<told>[^.;:]+)",
    re.IGNORECASE,
)
_LONGEST_PURPOSE = 120
_LONGEST_LABEL = 40

_NUMBERS = r"(?:\d{1,2}|\([a-z]{1,2}\))(?:\s*\([a-z]{1,3}\)){0,3}"
_PARAGRAPHS = re.compile(
    rf"\b(?P<word>(?:operative )?(?:sub)?paragraphs?)\s+"
    rf"(?P<list>{_NUMBERS}(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s*[-–]\s*|\s+to\s+){_NUMBERS})*)",
    re.IGNORECASE,
)
_OF_ANOTHER = re.compile(r"\s+of (?!(?:the )?(?:revised |oral )?(?:draft|decision\b|present draft))", re.IGNORECASE)
_WOULD = re.compile(r"\bwould\b:?\s*(?P<words>.*)$", re.IGNORECASE | re.DOTALL)
_DECISION = re.compile(r"\b(?:adopted as|became|see .{0,40}?)\s*(?:decision|resolution)\s+(?P<number>[\w/.-]*\d)", re.I)
_BEARINGS: tuple[tuple[Bearing, re.Pattern[str]], ...] = (
    ("extrabudgetary", re.compile(r"\bextra-?budgetary\b|voluntary (?:contributions|funding)", re.IGNORECASE)),
    (
        "none",
        re.compile(
            r"\b(?:not|no) (?:entail|give rise to|have|involve|imply|additional)?.{0,30}"
            r"(?:financial|budget\w*|resource|programme)[\w -]{0,30}(?:implication|requirement|resources?)|"
            r"\bcost nothing|\bno additional (?:resources|appropriation)",
            re.IGNORECASE,
        ),
    ),
    ("existing", re.compile(r"\bexisting (?:resources|capacity|appropriation)|\bwithin (?:the )?resources", re.I)),
)
_LABEL = re.compile(r"^\(?([a-z]{1,2}|[ivx]{1,4})\)\s*")


def read_statements(lines: Sequence[Line]) -> tuple[Statement, ...]:
    """The statements in their order. One of which no draft is found has `draft` "" and is for a finding."""
    return tuple(_statement(section) for section in sections(lines, "statement"))


def _statement(section: Section) -> Statement:
    blocks = [block for block in section.blocks() if not block.row and not block.heading]
    draft, said = _opening(blocks, section)
    stated: dict[str, StatedParagraph] = dict(said)
    for sentence in _about(blocks):
        _add(stated, sentence)
    became = _DECISION.search(section.footnotes())
    return Statement(
        annex=section.annex,
        draft=draft,
        decision=became["number"] if became else "",
        paragraphs=tuple(stated.values()),
        line=section.line,
    )


def _opening(blocks: Sequence[Block], section: Section) -> tuple[str, dict[str, StatedParagraph]]:
    """The draft, and its paragraphs with what each would do: "By paragraphs 3 and 5 the Conference would: (a) ..."."""
    for at, block in enumerate(blocks):
        found = _PARAGRAPHS.search(block.text)
        would = _WOULD.search(block.text)
        if not found or not would:
            continue
        drafts = _drafts(block.text)
        labels = labels_in(found["list"])
        items = [each.text for each in _items(blocks[at + 1 :])] or ([would["words"]] if would["words"] else [])
        words = items if len(items) == len(labels) else []
        return (
            drafts[0] if drafts else "",
            {
                label: StatedParagraph(label, _words(words[nth]) if words else "", "")
                for nth, label in enumerate(labels)
            },
        )
    drafts = _drafts(" ".join([section.heading, *(block.text for block in blocks)]))
    return (drafts[0] if drafts else "", {})


def _drafts(text: str) -> list[str]:
    """The symbols of drafts in the text: "L." tells them from the documents that the statement goes by."""
    return [symbol for symbol in symbols_in(text) if re.search(r"/L\.?\s?\d", base(symbol))]


def _items(blocks: Sequence[Block]) -> Iterator[Block]:
    """The lettered items right after a paragraph; they begin with (a)."""
    for nth, block in enumerate(blocks):
        found = _LABEL.match(block.text)
        if not found or (nth == 0 and found[1] != "a"):
            return
        yield block


def _words(text: str) -> str:
    return _LABEL.sub("", text).strip().rstrip(";.").strip()


def labels_in(text: str) -> list[str]:
    """The paragraphs of a list: "3, 5 and 11", "(a) and (b)", "4 to 6"."""
    labels: list[str] = []
    for piece in re.finditer(rf"(?P<upto>\s*[-–]\s*|\s+to\s+)?(?P<label>{_NUMBERS})", text):
        label = re.sub(r"\s+", " ", piece["label"]).strip()
        if piece["upto"] and labels and labels[-1].isdigit() and label.isdigit() and int(label) - int(labels[-1]) < 50:
            labels += map(str, range(int(labels[-1]) + 1, int(label) + 1))
        elif label not in labels:
            labels.append(label)
    return labels


def _about(blocks: Sequence[Block]) -> Iterator[tuple[list[str], str]]:
    """What the statement says of costs: the paragraphs that a block names, and its sentences one by one.

    A sentence that names none goes on with what the one before it is about.
    """
    for block in blocks:
        if _LABEL.match(block.text) or re.search(r"\bwould:\s*$", block.text):
            continue
        labels: list[str] = []
        for sentence in re.split(r"(?<=[a-z0-9)])[.;]\s+(?=[A-Za-z])", block.text):
            found = _PARAGRAPHS.search(sentence)
            if found and not _OF_ANOTHER.match(sentence, found.end()):
                labels = labels_in(found["list"])
            yield labels, sentence


def _add(stated: dict[str, StatedParagraph], said: tuple[list[str], str]) -> None:
    """Adds what a sentence says to the paragraphs that it is about; an amount of no paragraph is the whole draft's."""
    labels, sentence = said
    amounts = tuple(amounts_in(sentence))
    bearing: Bearing = "amount" if amounts else next((b for b, form in _BEARINGS if form.search(sentence)), "")
    if not bearing or not (labels or amounts):
        return
    if len(labels) > 1 and amounts:  # one sum for several paragraphs is the sum of none of them
        together = ", ".join(labels)
        labels = [together if len(together) <= _LONGEST_LABEL else ""]
    for label in labels or [""]:
        known = stated.get(label, StatedParagraph(label, "", ""))
        more = known.amounts + tuple(amount for amount in amounts if amount not in known.amounts)
        stated[label] = StatedParagraph(label, known.words, "amount" if more else known.bearing or bearing, more)


def amounts_in(sentence: str) -> Iterator[Amount]:
    """The sums of money, each with what it is for and for which budget period."""
    found = list(_AMOUNT.finditer(sentence))
    periods = [next(year for year in period.groups() if year) for period in _PERIOD.finditer(sentence)]
    for nth, money in enumerate(found):
        figure = re.sub(r"[,\u00a0 ]", "", money["one"] or money["two"])
        scale = _SCALES[(money["scale"] or money["scale2"] or "").strip().lower()]
        currency = " ".join((money["before"] or money["after"]).lower().split()).replace("us $", "us$")
        after = sentence[money.end() : found[nth + 1].start() if nth + 1 < len(found) else None]
        yield Amount(
            _CURRENCIES.get(currency, currency.upper()),
            round(float(figure) * scale),
            _purpose(after) or _purpose(sentence[: money.start()]),
            re.sub(r"\s?[-–]\s?", "-", periods[0]) if periods else "",
        )


def _purpose(text: str) -> str:
    """What a sum is for, cut from the words after it to the first comma."""
    found = _PURPOSE.search(text)
    if not found:
        return ""
    purpose = re.split(r",|\s\(|\b(?:would be|was|is|were) (?:estimated|required)", found["purpose"] or found["told"])[
        0
    ].strip()
    if len(purpose) > _LONGEST_PURPOSE:
        purpose = purpose[:_LONGEST_PURPOSE].rsplit(" ", 1)[0] + " …"
    return purpose
