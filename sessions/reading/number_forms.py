"""How bodies number what they adopt: "Decision 4/1", "WHA66.12", "Conf. 11.1 (Rev. CoP18)", "A/RES/64/263"."""

from __future__ import annotations

import re

_SPACED = "|".join(r"\s?".join(word) for word in ("decision", "resolution", "recommendation"))  # "R E S O L U T I O N"
WORD = rf"(?P<word>(?i:{_SPACED}))"
REVISION = (
    r"(?:\s*\((?:rev|Rev|REV)\.?[^()]{0,40}\)"  # (Rev. CoP18)
    r"|\s*\((?:\d{4}|[IVXLC]+|[A-Z][a-z]{0,2}-\d{1,3}|[A-Z][A-Za-z-]+,? \d{4})\)"  # (XV), (Cg-17), (Busan, 2014)
    r"|\s(?:[A-Z]|bis)\b(?=\s*(?:[.:–—]|$)))"
)
# Forms that need no word before them.
NUMBERS = (
    r"[A-Z]{1,8}(?:\.[A-Za-z]{1,4})?-(?:\d{1,3}|[IVXL]{1,7})/(?:[A-Z]+\.?)?\d{1,3}[a-z]?"  # BC-14/3, BS-VII/5
    r"|\d{1,3}/(?:[A-Z]{2,5})\.\d{1,3}"  # 5/CP.20, 3/COP.8, 1/CMP.8
    r"|(?:EB|[A-Z]{3,6})\d{1,3}\.R?\d{1,3}|(?:EB|[A-Z]{3,6})\d{1,3}\(\d{1,3}\)"  # WHA66.12, EB130.R7, WHA66(8)
    r"|Conf\.\s?\d{1,2}\.\d{1,3}"  # Conf. 11.1
    r"|[A-Z]{1,6}(?:[./][A-Z0-9]{1,6}(?:\(\w+\))?){0,3}/(?:RES|DEC|Res|Dec)[./]"  # A/RES/64/263
    r"(?:[IVXLC]+/|\d{1,4}/)?[\dIVXLC]+(?:/\d{1,3})?"
    r"|[A-Za-z.]{2,12}(?:/[A-Z]{2,4})?/(?:Dec|Res|Decl)\.\s?\d{1,4}\s?\([IVXL]+\)"  # Assembly/AU/Dec.619(XXVII)
    r"|\d{1,3}\s?(?:C|EX)/(?:(?:Resolution|Decision|Res\.?)\s?)?\d{1,3}|[A-Z]{2,3}\d{2}\.R\d{1,3}|[A-Z]{2,4}\.\d{1,2}/\d{1,3}"
    r"|[A-Z]{1,3}\(\d{1,3}\)/(?:RES|DEC)/\d{1,3}|[A-Z]{2,4}\.\d{1,3}/(?:Res|Dec)\.\d+"
    r"|(?:VC\s|Ex\.\s?)?[IVXL]{1,8}/\d{1,3}[a-z]?"  # XII/28, V/9h, VC II/1, Ex.III/1
    r"|(?:\d{1,3}|S-\d{1,2}|\d{4}|SS\.[IVX]+)/\d{1,3}"  # 4/1, 64/263, 2012/5
    r"|\d{1,2}\.?\s?COM\s\d{1,2}[A-Z]?(?:\.[\dA-Za-z]+)*"  # 41 COM 7B.20
    r"|[A-Z]\.\d{2}/\d{2}|[A-Z]\d{2}-\d{1,2}|MEPC\.\d+\(\d+\)|[A-Z]\.\d{3,4}\(\d+\)"
)
AFTER_WORD = (
    rf"(?:{NUMBERS}|\d{{1,3}} ?/ ?\d{{1,3}}"
    r"|[A-Z]{2,8}/\d{1,2}/\d{1,3}|\d{1,3}/l\b|[IVXLC]{1,6}\.\d{1,3}|\d{1,4}(?:[./-]\d{1,4}){0,2}[a-z]?"
    r"|[IVXLC]{1,7}(?![\w/])"
    r"|[A-Z](?=\s*[.:–—-]|\s*$))(?!\d)"
)
REVISION_BELOW = re.compile(r"^(\((?:rev|Rev|REV)\.?[^()]{0,40}\))\*?\s*")


def tidy(number: str) -> str:
    """The number without the blanks, stops and misread figures of its print."""
    number = re.sub(r"(?<=\d) ?/ ?(?=\d)", "/", re.sub(r"\s+", " ", number).strip(" .:*"))
    return re.sub(r"(?<=\d/)l$", "1", number)
