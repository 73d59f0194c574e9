"""The figures as tables that a terminal and a page of Markdown both show."""

from tests.accuracy.counts import FIELDS, Score

COLUMNS = {
    "paragraphs": "paragraphs",
    "kinds": "kinds",
    "mandates": "mandates",
    "addressees": "addressees",
    "action types": "types",
    "deadlines": "deadlines",
    "references": "references",
    "quiet paragraphs": "quiet",
}


def per_field(score: Score) -> list[str]:
    """A row for each field: precision, recall, F1, and how many there were."""
    lines = ["| field | precision | recall | F1 | in the gold | read |", "|---|---:|---:|---:|---:|---:|"]
    for name in FIELDS:
        c = score.counts[name]
        if not c.empty:
            lines.append(f"| {name} | {c.precision:.3f} | {c.recall:.3f} | {c.f1:.3f} | {c.gold} | {c.read} |")
    return lines


def per_text(scores: dict[str, Score], operative: dict[str, int] | None = None) -> list[str]:
    """A row for each text: F1 of what matters most, and how many operative paragraphs it has where that is given."""
    heads = ["text", *(["operative paragraphs"] if operative else []), *COLUMNS.values()]
    lines = [f"| {' | '.join(heads)} |", "|---" + "|---:" * (len(heads) - 1) + "|"]
    for name, score in scores.items():
        cells = [name, *([str(operative[name])] if operative else [])]
        cells += [f"{score.counts[f].f1:.3f}" if not score.counts[f].empty else "" for f in COLUMNS]
        lines.append(f"| {' | '.join(cells)} |")
    return lines
