"""A reading in the few words that a test compares."""

from sessions.reading import DecisionText, Reading, read


def outline(text: str, form: str = "text") -> list[tuple[str, str]]:
    """Label and kind of every paragraph of the one decision in `text`."""
    return outlined(only(read(text, form=form)))


def only(reading: Reading) -> DecisionText:
    """The one decision of a reading."""
    assert [d.number for d in reading.decisions] == [reading.decisions[0].number], reading.decisions
    return reading.decisions[0]


def outlined(decision: DecisionText) -> list[tuple[str, str]]:
    """Label and kind of every paragraph."""
    return [(p.label, p.kind) for p in decision.paragraphs]


def labels(text: str, form: str = "text") -> list[str]:
    """The labels of the one decision in `text`, without the paragraphs that print none."""
    return [label for label, _ in outline(text, form) if label]


def codes(reading: Reading) -> list[str]:
    """The codes of the findings that ask somebody to look (not those that only tell)."""
    return [f.code for f in reading.findings if f.level != "info"]
