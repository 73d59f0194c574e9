"""When two labels, names, deadlines or values count as the same one."""

import re
from collections.abc import Iterable
from typing import Any

SMALL = {"the", "a", "an", "its", "of", "all", "and", "on", "to", "for"}
DETAILS = ("part", "offset", "every", "start")  # of a deadline, beside what makes it the same one


def words(text: str | None) -> set[str]:
    """The words in lower case that say something, without the s of a plural."""
    found = re.findall(r"[^\W\d_]+", (text or "").lower())
    return {w[:-1] if w.endswith("s") and len(w) > 3 else w for w in found if w not in SMALL}


def label(text: str | None) -> str:
    """The path of a label: "3. (b)" and "3(b)" are one, and "III" is "iii"."""
    return re.sub(r"[\s.()]+", "/", (text or "").strip().lower()).strip("/")


def number(text: str | None) -> str:
    """The number of a decision, whatever stands before it and however it is spaced."""
    bare = re.sub(r"^(?:decisions?|resolutions?)\s+", "", (text or "").strip(), flags=re.IGNORECASE)
    return "".join(bare.split()).lower()


def same_party(gold: str, read: str) -> bool:
    """Half of the words of the two names are in common."""
    one, other = words(gold), words(read)
    return bool(one and other) and len(one & other) / len(one | other) >= 0.5


def accepted(gold: Any, read: Any) -> bool:
    """It is the value of the gold, or one of those it accepts."""
    return read in gold if isinstance(gold, list) else read == gold


def parties_in_common(gold: Iterable[str], read: Iterable[str]) -> int:
    """How many of the gold were read, each by a name of its own."""
    rest, common = list(read), 0
    for name in gold:
        same = next((other for other in rest if same_party(name, other)), None)
        if same is not None:
            rest.remove(same)
            common += 1
    return common


def same_deadline(gold: dict[str, Any] | None, read: dict[str, Any] | None) -> bool:
    """Kind, and the day or the session where the kind has one."""
    if not gold or not read:
        return not gold and not read
    kind = gold["kind"]
    if read.get("kind") != kind:
        return False
    decisive = {"date": "date", "session": "session"}.get(kind)
    return decisive is None or accepted(gold[decisive], read.get(decisive))


def same_details(gold: dict[str, Any], read: dict[str, Any]) -> bool:
    """Part of a session, distance from it, rhythm and beginning."""
    return all(accepted(gold.get(name), read.get(name)) for name in DETAILS)


def same_reference(gold: str, read: str) -> bool:
    """One is the other with more words around it: "decision 3/2" and "its decision 3/2"."""
    one, other = (" ".join(text.lower().split()) for text in (gold, read))
    return one in other or other in one


def begins(text: str, start: str) -> bool:
    """The text begins with those words, one after the other, but for a word in three and for three before them."""
    wanted = re.findall(r"[^\W\d_]+", start.lower())[:7]
    head = re.findall(r"[^\W\d_]+", text.lower())[: len(wanted) + 3]
    rows = [sum(one == other for one, other in zip(wanted, head[at:], strict=False)) for at in range(4)]
    return bool(wanted) and max(rows) >= 2 / 3 * len(wanted)
