"""How decisions and paragraphs are named in addresses: stable, readable, unique."""

import re
from collections import Counter
from collections.abc import Sequence


def slug_of(number: str) -> str:
    """Letters, digits and dots stay, every other run is one hyphen: "5/CP.20" is "5-CP.20"."""
    return re.sub(r"[^\w.]+|_+", "-", number).strip("-.")[:60]


def paragraph_paths(labels: Sequence[tuple[str, str]]) -> tuple[list[str], bool]:
    """An address for each (part, label), in order, unique in the decision, and whether labels restart in the parts.

    "(o)(i)" is "o/i"; the part stands in front only where labels restart; without label "p", then "p-2".
    """
    printed = [label for _, label in labels if label]
    restarts = len(printed) != len(set(printed)) and len(set(labels)) > len(set(printed))
    taken: Counter[str] = Counter()
    paths = [""] * len(labels)
    own = ["/".join(re.findall(r"[^\W_]+(?:\.[^\W_]+)*", label)) for _, label in labels]
    # Labelled paragraphs choose first: "(p)" is "p", even where the preamble, without a label, stands before it.
    for place in sorted(range(len(labels)), key=lambda place: not own[place]):
        path = own[place] or "p"
        if restarts and (part := slug_of(labels[place][0])):
            path = f"{part}/{path}"
        path = path[:70]
        taken[path] += 1
        paths[place] = path if taken[path] == 1 else f"{path}-{taken[path]}"
    return paths, restarts
