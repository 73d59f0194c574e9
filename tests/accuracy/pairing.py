"""Which decision, paragraph and mandate of the reading stands for which of the gold."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from tests.accuracy.likeness import begins, label, number, words

Row = dict[str, Any]


@dataclass(slots=True)
class Paired:
    """Pairs in the order of the gold, None where nothing was read for it; and what was read beyond."""

    pairs: list[tuple[Row, Row | None]] = field(default_factory=list)
    extra: list[Row] = field(default_factory=list)


def decisions(gold: Row, read: Row) -> list[tuple[Row, Row | None]]:
    """Each decision of the gold with the first unclaimed one of its number, or of another number that it goes by."""
    rest, pairs = list(read["decisions"]), []
    for wanted in gold["decisions"]:
        names = {number(n) for n in [wanted["number"], *wanted.get("also", [])]}
        found = next((d for d in rest if number(d["number"]) in names), None)
        if found is not None:
            rest.remove(found)
        pairs.append((wanted, found))
    return pairs


def paragraphs(wanted: list[Row], read: list[Row]) -> Paired:
    """The paragraphs of one decision by label, and by their first words where a label occurs more than once.

    Preambles and quotations are found by their words alone: whether a table is one paragraph or ten is taste.
    """
    paired, rest = Paired(), list(read)
    of_label = defaultdict(list)
    for row in wanted:
        of_label[label(row["paragraph"])].append(row)
    for row in wanted:
        same = [r for r in rest if label(r["label"]) == label(row["paragraph"])]
        start = row.get("starts", "")
        if loose(row):
            found = next((r for r in read if begins(r["text"], start) or start.lower() in r["text"].lower()), None)
        else:
            found = next((r for r in same if begins(r["text"], start)), None)
            if found is None and len(of_label[label(row["paragraph"])]) == 1 and (row["paragraph"] or not start):
                found = next((r for r in same if r["kind"] != "preamble"), None)
        if found in rest:
            rest.remove(found)
        paired.pairs.append((row, found))
    paired.extra = rest
    return paired


def loose(row: Row) -> bool:
    """A preamble or a quotation."""
    return row.get("kind") in ("preamble", "quoted")


def mandates(wanted: list[Row], read: list[Row]) -> Paired:
    """The mandates of one decision by paragraph and verb, the likest action first; optional ones claim last."""
    paired = Paired()
    of_key: dict[tuple[str, str], list[tuple[Row, Row]]] = defaultdict(list)
    for paragraph in read:
        for mandate in paragraph.get("mandates", []):
            of_key[label(paragraph["label"]), mandate["verb"]].append((paragraph, mandate))
    found: dict[int, Row | None] = {}
    for row in sorted(wanted, key=lambda r: bool(r.get("optional"))):
        verbs = [row["verb"], *row.get("verb_also", [])]
        place = label(row["paragraph"])
        rest = next((of_key[place, verb] for verb in verbs if of_key[place, verb]), [])

        def likeness(candidate: tuple[Row, Row], row: Row = row) -> tuple[bool, int]:
            paragraph, mandate = candidate
            return (
                begins(paragraph["text"], row.get("starts", "")),
                len(words(row["action"]) & words(mandate.get("action"))),
            )

        best = max(rest, key=likeness, default=None)
        if best is not None:
            rest.remove(best)
        found[id(row)] = best[1] if best else None
    for row in wanted:
        if found[id(row)] is not None or not row.get("optional"):
            paired.pairs.append((row, found[id(row)]))
    paired.extra = [
        {**mandate, "paragraph": paragraph["label"]} for rest in of_key.values() for paragraph, mandate in rest
    ]
    return paired
