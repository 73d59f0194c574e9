"""Which language a text is in, by its commonest words or its script. Only English is read."""

from __future__ import annotations

import re
from collections import Counter

# Words of function that the others do not share with English.
_COMMON = {
    "en": "the of and to in that for on by with its at from as is be which this",
    "fr": "le la les des et du une dans pour que aux sur par au est ses ainsi",
    "es": "el los las del y una para que con por se su sus como al en",
    "de": "der die und das den von zu mit auf für ist im des eine dem sich",
    "pt": "o os da do e uma para que com por no na dos das em ao",
    "it": "il di che e la per del della le dei una con alla nel sono",
    "nl": "de het een van en te dat op zijn voor met aan door bij",
}
_SCRIPTS = {
    "ar": "\u0600-\u06ff",
    "ru": "\u0400-\u04ff",
    "zh": "\u4e00-\u9fff",
    "ja": "\u3040-\u30ff",
    "el": "\u0370-\u03ff",
    "he": "\u0590-\u05ff",
    "ko": "\uac00-\ud7af",
}
_SAMPLE = 60_000  # characters: a few dozen pages tell as much as a thousand


def language_of(text: str) -> str | None:
    """The language's code ("en", "fr", "ar"); None where the text is too short or of no language known here."""
    sample = text if len(text) <= _SAMPLE else text[: _SAMPLE // 2] + text[len(text) // 2 :][: _SAMPLE // 2]
    letters = sum(map(str.isalpha, sample))
    if letters < 60:
        return None
    for code, script in _SCRIPTS.items():
        if len(re.findall(f"[{script}]", sample)) * 2 > letters:
            return code
    words = Counter(re.findall(r"[^\W\d_]+", sample.lower()))
    total = sum(words.values())
    shares = {code: sum(words[w] for w in common.split()) / total for code, common in _COMMON.items()}
    best = max(shares, key=lambda code: shares[code])
    if shares["en"] >= 0.15 or shares[best] < 0.08:
        return "en" if shares["en"] >= 0.08 else None
    return best
