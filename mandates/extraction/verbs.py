"""The operative verbs of decisions: those that ask, those by which a body decides, those that only record."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from .words import Word, matches, vocabulary

ASKS = vocabulary(
    """
    request invite urge encourage recommend instruct authorize mandate direct ask task charge entrust demand exhort
    propose suggest implore require empower remind advise
    """
)
ASKS_WITH_PREPOSITION = {("call", "upon"): "call upon", ("call", "on"): "call upon", ("call", "for"): "call for",
                         ("appeal", "to"): "appeal to", ("appeal", "for"): "call for"}  # fmt: skip
DECIDES = vocabulary("decide agree resolve undertake commit")
# What is done by saying it leaves nothing to follow up.
RECORDS = vocabulary(
    """
    adopt approve endorse establish elect note recall welcome stress acknowledge affirm reaffirm reiterate recognize
    emphasize underline underscore express commend congratulate thank appreciate confirm appoint designate declare
    consider regret deplore condemn accept concur conclude highlight observe support extend renew believe proclaim
    reject applaud admit grant nominate launch create terminate dissolve repeal discontinue transfer amend hail
    honour repeat reconfirm determine share mark praise salute expect pledge
    """
)
# Recorded without any effect, so that even "decides to note" asks for nothing.
NOTING = vocabulary(
    """
    note recall welcome stress acknowledge affirm reaffirm reiterate recognize emphasize underline underscore
    express commend congratulate thank appreciate regret deplore condemn highlight observe applaud hail praise
    salute
    """
)
RECORDING_PHRASES = (
    "take note|take into account|take into consideration|bear in mind|draw attention|draw the attention"
    "|pay tribute|look forward|"
    "remain|have considered|give"
)
# Verbs that say again what was asked before: "reiterates its invitation to Parties to submit" invites.
REPEATING = frozenset({"extend", "reiterate", "reaffirm", "renew", "repeat", "reconfirm"})
REPEATED = {"request": "request", "requests": "request", "invitation": "invite", "invitations": "invite",
            "call": "call upon", "calls": "call upon", "appeal": "appeal to", "encouragement": "encourage",
            "recommendation": "recommend", "demand": "demand", "demands": "demand", "plea": "appeal to"}  # fmt: skip

ADVERBS = vocabulary(
    """
    also further again strongly once more likewise moreover furthermore accordingly therefore thus additionally
    finally hereby warmly earnestly solemnly urgently specifically kindly particularly especially similarly
    respectfully firmly explicitly expressly equally unanimously consequently nevertheless then now still too
    actively
    """
)
_IRREGULAR = {"take": ("takes", "took"), "bear": ("bears", "bore"), "draw": ("draws", "drew"), "pay": ("pays", "paid"),
              "have": ("has", "had"), "give": ("gives", "gave"), "admit": ("admits", "admitted"),
              "repeal": ("repeals", "repealed"), "appeal": ("appeals", "appealed")}  # fmt: skip


# Words in -ly that are none.
_NO_ADVERBS = vocabulary(
    "supply apply reply comply rely multiply assembly family july early italy monthly ally fly only"
)


def is_adverb(low: str) -> bool:
    """Does a word leave the operative verb as it is: "also", "strongly", "once"?"""
    return low in ADVERBS or (low.endswith("ly") and low not in _NO_ADVERBS)


class Form(NamedTuple):
    """One printed form of an operative verb."""

    base: str
    kind: str  # ask, decide, record
    tense: str  # base, present, past


def conjugate(base: str) -> tuple[str, str]:
    """The third person and the past of a regular verb, or the irregular ones known here."""
    if base in _IRREGULAR:
        return _IRREGULAR[base]
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ies", base[:-1] + "ied"
    third = base + ("es" if base.endswith(("s", "sh", "ch", "x")) else "s")
    return third, base + ("d" if base.endswith("e") else "ed")


def _forms() -> dict[tuple[str, ...], Form]:
    table: dict[tuple[str, ...], Form] = {}

    def add(words: Sequence[str], base: str, kind: str) -> None:
        third, past = conjugate(words[0])
        for tense, first in (("base", words[0]), ("present", third), ("past", past)):
            spellings = {first, first.replace("iz", "is")} if words[0].endswith("ize") else {first}
            for spelling in spellings:
                table.setdefault((spelling, *words[1:]), Form(base, kind, tense))

    for verb in ASKS:
        add([verb], verb, "ask")
    for phrase, base in ASKS_WITH_PREPOSITION.items():
        add(phrase, base, "ask")
    for verb in DECIDES:
        add([verb], verb, "decide")
    for verb in RECORDS:
        add([verb], verb, "record")
    for text in RECORDING_PHRASES.split("|"):
        add(text.split(), text, "record")
    return table


FORMS = _forms()
_BY_FIRST: dict[str, list[tuple[str, ...]]] = {}
for _key in sorted(FORMS, key=len, reverse=True):
    _BY_FIRST.setdefault(_key[0], []).append(_key)
SINGLE = {key[0]: form for key, form in FORMS.items() if len(key) == 1}
# What a passive is made of: "Parties are encouraged to", "the Committee is called upon to".
PARTICIPLES = {key[0]: form.base for key, form in FORMS.items() if form.tense == "past" and form.kind == "ask"}


def form_at(words: Sequence[Word], at: int) -> tuple[Form, int] | None:
    """The operative verb that begins at `at`, and how many words it has. "takes due note" is one too."""
    for key in _BY_FIRST.get(words[at].low, ()):
        if matches(words, at, key):
            return FORMS[key], len(key)
    if words[at].low in ("takes", "took", "take") and at + 2 < len(words) and words[at + 2].low == "note":
        return FORMS[(words[at].low, "note")], 3
    return None


def damaged_form(words: Sequence[Word], at: int) -> tuple[Form, int, str] | None:
    """The operative verb that a misread first word stands for, its number of words and its right spelling.

    One wrong, lost or added letter in a word of five or more, or one that a scan broke in two ("Re quests"). Only
    forms that can open a paragraph count, and only where the printed word is none itself.
    """
    first = words[at].low
    if at + 1 < len(words) and not words[at + 1].is_mark:
        joined = first.replace("-", "") + words[at + 1].low
        if joined in SINGLE and SINGLE[joined].tense != "base" and words[at].text[0].isupper():
            return SINGLE[joined], 2, joined
    unbroken = first.replace("-", "")
    if unbroken in SINGLE:
        return SINGLE[unbroken], 1, unbroken
    if len(first) < 5 or first in SINGLE:
        return None
    spelling = _meant(first)
    return (SINGLE[spelling], 1, spelling) if spelling else None


@lru_cache(maxsize=5_000)
def _meant(misread: str) -> str | None:
    """The form that opens a paragraph from which the word differs by one letter."""
    for spelling, form in SINGLE.items():
        if (
            form.tense != "base"
            and len(spelling) >= 5
            and abs(len(spelling) - len(misread)) <= 1
            and _near(misread, spelling)
        ):
            return spelling
    return None


def base_of_unlisted(printed: str) -> str | None:
    """The base form of a word that looks like an operative verb nobody listed: "Enjoins", "Exhorted"; else None."""
    low = printed.lower()
    if not printed[0].isupper() or not low.isalpha() or len(low) < 5 or low in SINGLE:
        return None
    if low.endswith("ed"):
        return low[:-2]
    return low[:-1] if low.endswith("s") and not low.endswith("ss") else None


def _near(one: str, other: str) -> bool:
    """Do two words differ by one letter changed, lost or added, or two neighbours swapped?"""
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    rest, other_rest = one[start:], other[start:]
    return (
        rest[1:] == other_rest[1:]
        or rest[1:] == other_rest
        or rest == other_rest[1:]
        or (rest[:2] == other_rest[:2][::-1] and rest[2:] == other_rest[2:])
    )
