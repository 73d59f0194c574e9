"""Reports whose decisions stand as numbered paragraphs: "86. The Meeting of the Parties: (a) Took note ..."."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from .blocks import Block, read_blocks
from .headings import Heading, heading_of
from .lines import Line
from .openings import speaks_and_acts
from .paragraphs import Placement, place
from .results import Paragraph
from .titles import part_number

# "The Secretariat was requested to complete the list"; not "An observer was invited to make a statement".
_ASKED = re.compile(
    r"(?:The |All )?[A-Z][\w ’'-]{2,80}\s(?:was|were)\s(?:also |further )?"
    r"(?:requested|invited|encouraged|urged|asked|instructed|directed)\sto\s"
    r"(?!speak|make|take the floor|address|introduce|present|deliver|comment)"
)
_LABELLED = re.compile(r"^\d{1,3}\s?[.)]")


@dataclass(frozen=True, slots=True)
class Narrative:
    """The sections of a report in which the body acts, as one text without a number."""

    heading: Heading
    title: str
    placement: Placement
    lines: list[Line]


def narrated(lines: list[Line], compounds: frozenset[str]) -> Narrative | None:
    """The paragraphs of every section in which the body decides, notes or requests; None where it never does.

    What only tells (who spoke, what was before the meeting) is kept beside them as preamble: it asks nothing.
    """
    title = next((line.text for line in lines if line.marked or re.match(r"report of\b", line.text, re.I)), "")
    heads = [at for at, line in enumerate(lines) if line.marked or heading_of(lines, at)]
    kept: list[Line] = []
    blocks: list[Block] = []
    for start, end in pairwise([0, *heads, len(lines)]):
        found = read_blocks(lines[start:end], compounds)
        if any(block.tokens and _acts(block) for block in found):
            kept += lines[start:end]
            blocks += found
        elif found and part_number(found[0]):
            blocks.append(found[0])  # the chapter whose sections follow
    if not blocks:
        return None
    placement = place(blocks)
    governing = {p.chapeau for p in placement.paragraphs if p.kind != "quoted"}
    acting: set[int] = set()
    told: list[Paragraph] = []
    for at, paragraph in enumerate(placement.paragraphs):
        governed = paragraph.chapeau is not None and paragraph.chapeau in acting
        acts = speaks_and_acts(paragraph.text) or bool(_ASKED.match(paragraph.text))
        if paragraph.kind != "quoted" and (governed or acts):
            acting.add(at)
            told.append(replace(paragraph, kind="chapeau" if at in governing else "operative"))
        else:
            told.append(paragraph if paragraph.kind == "quoted" else replace(paragraph, kind="preamble"))
    placement.paragraphs = told
    placement.head(lines[at].number for at in heads)
    # Sections in which nobody decides are left out, and their numbers with them.
    placement.findings = [finding for finding in placement.findings if finding.code != "label_missing"]
    return Narrative(Heading(0, "decision"), title, placement, kept)


def _acts(block: Block) -> bool:
    return bool(_LABELLED.match(block.text)) and speaks_and_acts(block.words)
