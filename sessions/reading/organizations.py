"""Is a name of a list of participants that of a State or an organization? Whatever may be a person's is not taken.

In doubt a name is left out, and counted: an organization that is missing can be added by hand, a person's name that
was stored has been stored.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from sessions import states

_WORDS = re.compile(
    r"\b(?:academ\w+|act(?:ion|ing)|agenc(?:y|ies)|alliance|arrangement|assembly|associa\w+|authorit\w+|bank|board|body|"
    r"bureau|campaign|cent(?:er|re|ro)s?|centrum|coalition|college|commissioner|comisi[oó]n|commission\w*|committee|commonwealth|"
    r"communit(?:y|ies)|confederation|conference|congress|consorti\w+|convention|cooperation|corporation|council|court|"
    r"department|directorate|entity|eurojust|europol|facility|federa\w+|forum|foundation|fund|funda\w+|gesellschaft|"
    r"initiative|institut\w*|inter-?governmental|international\w*|interpol|league|mission|movement|network|"
    r"nations|offices?|order|organi[sz]a\w+|parliament\w*|partnership|programme|program|project|rapporteurs?|research|"
    r"s[eé]cr[eé]tariat|secretariat|services?|system|societ\w+|soci[eé]t\w+|sociedade|soroptimist|survey|"
    r"treaty|tribunal|trust|union\w*|universit\w+|watch|women[’']s|world|zonta|caritas|greenpeace|oxfam)\b",
    re.IGNORECASE,
)
_ALONE = re.compile(r"(?:eurojust|europol|interpol|greenpeace|oxfam)$", re.IGNORECASE)
_OF = re.compile(r"\b(?:of|from|for|at|representing)\b")
_SMALL = re.compile(
    r"\s*(?:and|of|for|from|on|in|against|to|at|with|without|under|the|de|del|des|du|y|et|&|[(–-])(?:\s|\b|$)"
)
_PERSONAL = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Messrs|Dr|Prof|H\.?\s?E|S\.?\s?E|Sir|Dame|Mme|Mlle|Sra?|Sheik\w*|Prince|Princess)\b\.?(?=\s|$)|^M\.\s|"
    r"\b(?:ambassador|minister|director|deputy|head|chief|counsell?or|attach[eé]|advis[eo]r|officer|first secretary|"
    r"second secretary|third secretary|judge|prosecutor|professor|delegate|representative|chair\w*|"
    r"president|vice-president|secretary-general|expert|alternate|observer)\b(?!s? (?:for|of) the)",
    re.IGNORECASE,
)
STATUS_OF_NGO = re.compile(r"(?:general|special) consultative status\s*:?|roster\s*:", re.IGNORECASE)
_OUTSIDE = re.compile(r"^State [A-Z]$")  # of a conference that does not exist
_SHORT = re.compile(r"^[A-Z]{3,8}$")
_ALSO = {
    "united states": "USA",
    "united kingdom": "GBR",
    "iran": "IRN",
    "venezuela": "VEN",
    "bolivia": "BOL",
    "tanzania": "TZA",
    "micronesia": "FSM",
    "moldova": "MDA",
    "russia": "RUS",
    "syria": "SYR",
    "south korea": "KOR",
    "laos": "LAO",
    "vietnam": "VNM",
    "brunei": "BRN",
    "ivory coast": "CIV",
    "holy see": "VAT",
}


@functools.cache
def _codes() -> dict[str, str]:
    return {_key(state.name): state.iso3 for state in states.every()} | _ALSO


def _key(name: str) -> str:
    name = re.sub(r"^the\s+", "", " ".join(name.lower().split()))
    return name.replace("’", "'").replace("`", "'").strip(" .,;:*")


def iso3(name: str) -> str:
    """The code of the State that bears, or bore, the name; "" where none does."""
    return _codes().get(_key(name), "")


@functools.cache
def _leading() -> re.Pattern[str]:
    names = sorted(_codes(), key=len, reverse=True)
    either = "|".join([*map(re.escape, names), "State [A-Z]"])
    return re.compile(rf"^(?:the )?(?P<name>{either})(?=[\s:,;(–-]|$)", re.IGNORECASE)


def leading_state(text: str) -> str:
    """The name of the State with which the text begins, as printed; "" where it begins with none."""
    found = _leading().match(text.replace("’", "'"))
    return text[found.start("name") : found.end("name")] if found else ""


def is_state(name: str) -> bool:
    """Is it the name of a State of the list, or of one of a conference that does not exist ("State A")?"""
    return bool(iso3(name)) or bool(_OUTSIDE.match(name))


def is_organization(name: str) -> bool:
    """Does the name, without what stands in brackets, hold a word that organizations bear and persons do not?

    "Given Family of the Police Association" is none: the word stands after "of". "Police Association Given Family" is
    none: what follows the word may be a person from a lost column.
    """
    main = re.sub(r"\s*\([^()]{0,200}\)", "", name).strip()
    if not main or len(main) > 200 or _PERSONAL.search(main) or not _WORDS.search(_OF.split(main, maxsplit=1)[0]):
        return False
    if " " not in main and not _ALONE.match(main):
        return False  # "Organization" alone is a piece of a name
    tail = main[max(found.end() for found in _WORDS.finditer(main)) :]
    return not tail or bool(_SMALL.match(tail))


def organizations_of(names: Sequence[str]) -> tuple[list[str], int]:
    """The organizations among the entries of one list, and how many entries were left out as persons may be meant.

    "EXIT" counts between two that are organizations: in "FAMILY, Given" it would be a person's.
    """
    plainly = [is_organization(name) for name in names]
    kept, left_out = [], 0
    for at, name in enumerate(names):
        if plainly[at] or (_SHORT.match(name) and _plain_beside(plainly, at)):
            kept.append(_without_person(name))
        else:
            left_out += 1
    return kept, left_out


def _plain_beside(plainly: Sequence[bool], at: int) -> bool:
    return 0 < at < len(plainly) - 1 and plainly[at - 1] and plainly[at + 1]


def _without_person(name: str) -> str:
    """The name with an abbreviation in brackets, and nothing else that stands in brackets: that may be a person."""
    return re.sub(r"\s*\((?![A-Z][A-Za-z]{0,3}[A-Z]\w{0,8}\))[^()]{0,200}\)", "", name).strip()


def names_of(pieces: Sequence[str]) -> list[str]:
    """The entries of a list: one a line, or separated by commas and running on over lines.

    A name goes on over the end of a line where nothing else is possible: "Business and" | "Professional Women".
    "World League of Harbours" | "Family, Given" are two.
    """
    if not any("," in piece or ";" in piece for piece in pieces):
        return [re.split(r"\s*[:–]\s", piece)[0].strip() for piece in pieces]
    names: list[str] = []
    for piece in pieces:
        text = STATUS_OF_NGO.sub(", ", piece)
        own = [name.strip(" .;") for name in re.split(r"\s*[,;]\s*(?:and\s+(?=[A-Z]))?", text)]
        own = [re.split(r"\s*[:–]\s", name)[0].strip() for name in own]
        if names and names[-1] and own[0] and len(names[-1]) < 200 and _runs_on(names[-1], own[0]):
            names[-1] = f"{names[-1]} {own.pop(0)}"
        names += own  # "" after a comma at the end of a line: the next begins another
    return [name for name in names if name]


def _runs_on(before: str, after: str) -> bool:
    """Is it one name that a line's end cut: at a small word, or where both halves are an organization's?"""
    small = r"(?:and|of|the|for|on|in|against|to|de|des|du|del|la|y|et|&)"
    if re.search(rf"\b(?:{small}|United|World|International|European)$", before) or re.match(
        rf"(?:{small}\b|[(a-z])", after
    ):
        return True
    return is_organization(before) and is_organization(after)
