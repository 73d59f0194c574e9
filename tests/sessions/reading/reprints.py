"""The samples, which are Markdown, as blocks of a manuscript: files in every other format are made of them."""

from __future__ import annotations

import re

# The fonts that every PDF program has know no other signs; all formats get the same.
PLAIN = str.maketrans({"“": '"', "”": '"', "’": "'", "–": "-", "—": "-", "…": "..."})
NOTE = re.compile(r"^<sup>(\d+)</sup>\s*(.+)$|^\\(\*)\s*(.+)$")
MARK = re.compile(r"<sup>(\d+)</sup>|\\(\*)")


def blocks(markdown: str) -> tuple[list[tuple], dict[str, str]]:
    """The blocks, with labels in their words, and the notes."""
    found: list[tuple] = []
    notes: dict[str, str] = {}
    broken = False
    for row in markdown.translate(PLAIN).split("\n"):
        row = row.strip()
        broken = broken or row == "---"
        if not row or row == "---" or row.startswith(">"):
            continue
        if note := NOTE.match(row):
            notes[note[1] or "x"] = re.sub(r"\*", "", note[2] or note[4])
        elif "\t" in row:
            cells = tuple(re.sub(r"</?i>", "", cell) for cell in row.split("\t"))
            if found[-1][0] != "table":
                found.append(("table", []))
            found[-1][1].append(cells)
        elif row.startswith("#") or re.fullmatch(r"\*\*.+\*\*", row):
            level = len(row) - len(row.lstrip("#")) or 4
            row = re.sub(r"\*{4}|\*\* \*\*", "\n", MARK.sub("", row).lstrip("# "))
            found += [("heading", min(level, 4), part) for part in row.replace("**", "").split("\n")]
        else:
            row = MARK.sub(lambda mark: f"{{{mark[1] or 'x'}}}", row)
            before = found[-1] if found else ("", "")
            if before[0] == "text" and before[-1][-1] not in ".;:,}" and (broken or row[0].islower()):
                found[-1] = ("text", 0, f"{before[-1]} {row}")  # a page had cut the sentence
            else:
                found.append(("text", 0, row))
            broken = False
    return found, notes
