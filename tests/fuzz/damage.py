"""What befalls a file: each kind of damage takes the bytes of a good file and a source of chance.

The same seed and number give the same file, so that a failure is found again by its number.
"""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from tests.sessions.reading.editions import EDITIONS, edition
from tests.sessions.reading.office import W, numbered, paragraph, run, table, word

SAMPLE = Path(__file__).parents[2] / "sample" / "harbour-cop-3.md"
Damage = Callable[[bytes, random.Random], bytes]

ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "lol"}">' for n in range(10))
BOMB = f'<?xml version="1.0"?><!DOCTYPE w:document [{ENTITIES}]>'


@cache
def good(name: str) -> bytes:
    """A file that is read without a fault."""
    return SAMPLE.read_bytes() if name == "sample.md" else edition(name)


NAMES = (*EDITIONS, "sample.md")


def cut(data, chance):
    at = chance.randrange(len(data))
    return data[:at] if chance.random() < 0.7 else data[at:]


def repeated(data, chance):
    a, b = sorted(chance.randrange(len(data)) for _ in range(2))
    return data[:b] + data[a:b] * chance.choice((1, 2, 20)) + data[b:]


def shuffled(data, chance):
    parts = re.split(rb"(?<=[\n>])", data)
    if chance.random() < 0.5:
        chance.shuffle(parts)
    else:
        for _ in range(chance.randrange(1, 20)):
            a, b = chance.randrange(len(parts)), chance.randrange(len(parts))
            parts[a], parts[b] = parts[b], parts[a]
    return b"".join(parts)


def binary_tail(data, chance):
    return data + chance.randbytes(chance.choice((1, 100, 10_000)))


def flipped(data, chance):
    changed = bytearray(data)
    for _ in range(chance.choice((1, 5, 50, 500))):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def null_bytes(data, chance):
    changed = bytearray(data)
    for _ in range(chance.choice((1, 20, 200))):
        at = chance.randrange(len(changed))
        changed[at:at] = b"\x00" * chance.choice((1, 1, 8))
    return bytes(changed)


def marks_of_direction(data, chance):
    said = ["\u202e", "\u200f", "\u2067", "\u2069", "\u061c", "\u202a", "\ufeff", "\u200b"]
    changed = bytearray(data)
    for _ in range(chance.choice((3, 100))):
        at = chance.randrange(len(changed))
        changed[at:at] = chance.choice(said).encode()
    return bytes(changed)


def other_characters(data, chance):
    """Signs that a text may hold and a reader may not expect."""
    said = [
        "\u0000",
        "\ud7ff",
        "\uffff",
        "\U0010ffff",
        "﷽",
        "🏴",
        "٣.",
        "(١)",
        "Ⅳ.",
        "²",
        "ﬁ",
        "\x0c",
        "\x85",
        "\u2028",
        "İ",
        "ß",
    ]
    changed = bytearray(data)
    for _ in range(chance.choice((3, 100))):
        at = chance.randrange(len(changed))
        changed[at:at] = chance.choice(said).encode()
    return bytes(changed)


FORM = (
    *(b"*", b"**", b"__", b"#", b"###### ", b"[^1]: ", b"[^x]", b"<sup>", b"</sup>", b"\x0c", b"---", b"| a | b |\n"),
    *(b"(i)", b"(a)", b"1.", b"1.1.1 ", b"(((", b"Decision 5/3\n", b"&#x0;", b"&amp;", b"&lt;", b"<!--", b"<ol>"),
    *(b'<li value="-9">', b"<table>", b"<td>", b"</w:p>", b"<w:p>", b"<w:del>", b"<w:numPr/>", b"]]>", b"<![CDATA["),
    *(b"BT\n", b"ET\n", b"Tj\n", b"q\n", b"Q\n", b"endobj\n", b"stream\n", b"/Contents", b"/Parent", b"<<"),
)


def marks_of_the_form(data, chance):
    """What the readers take for structure, where none is."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 10, 100))):
        at = chance.randrange(len(changed))
        changed[at:at] = chance.choice(FORM)
    return bytes(changed)


def nested_archive(data, chance):
    for _ in range(chance.choice((1, 3, 30))):
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(chance.choice(("word/document.xml", "report.docx", "[Content_Types].xml")), data)
        data = file.getvalue()
    return data


def zip_bomb(data, chance):
    size = chance.choice((1, 10, 70, 200)) * 1024 * 1024
    part = chance.choice(
        ("word/document.xml", "word/styles.xml", "word/numbering.xml", "_rels/.rels", "word/media/a.bmp")
    )
    filler = chance.choice((b"\x00", b"<w:p/>", b" "))
    return repacked(good("report.docx"), {part: filler * (size // len(filler))})


def entity_bomb(data, chance):
    if data.startswith(b"PK"):
        document = unpacked(data)["word/document.xml"].decode()
        document = document.replace("</w:t>", "&e9;</w:t>", 1)
        return repacked(data, {"word/document.xml": (BOMB + document).encode(chance.choice(("utf-8", "utf-16")))})
    return BOMB.replace("w:document", "html").encode() + b"<html><p>&e9;</p>" + data


def deep_list(data, chance):
    depth = chance.choice((50, 300, 3000))
    kind = chance.randrange(5)
    if kind == 0:
        return b"<html>" + b"<ol><li>x" * depth + data
    if kind == 1:
        return b"<html>" + b"<div><table><tr><td>" * depth + data
    if kind == 2:
        inner = paragraph(run("x"))
        for _ in range(min(depth, 400)):
            inner = table([[inner + paragraph("")]])
        return word(inner)
    if kind == 3:
        rows = "".join(paragraph(run(f"Requests {n}:"), numbered(1, n % 9)) for n in range(depth))
        return word(rows, numbering=f"<w:numbering {W}/>")
    return b"Decision 5/1\n\nThe Conference,\n\n" + b"(i) (a) 1. Requests:\n\n" * min(depth, 500) + data


def giant_table(data, chance):
    rows, cells = chance.choice(((20, 2000), (2000, 20), (5000, 3)))
    kind = chance.randrange(3)
    if kind == 0:
        return b"<html><table>" + (b"<tr>" + b"<td>a" * cells) * rows + data
    if kind == 1:
        return word(table([[paragraph(run("a"))] * min(cells, 200)] * min(rows, 1000)))
    return data + (b"| a " * cells + b"|\n") * rows


def inside(damage: Damage) -> Damage:
    """The damage done to what an archive or a PDF packs, not to the packing."""

    def done(data, chance):
        if data.startswith(b"PK"):
            parts = unpacked(data)
            name = chance.choice([name for name in parts if parts[name]])
            return repacked(data, {name: damage(parts[name], chance)})
        return damage(data, chance)

    return done


@cache
def unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def repacked(data: bytes, parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (unpacked(data) | parts).items():
            archive.writestr(name, content)
    return file.getvalue()


OFTEN: dict[str, Damage] = {
    "cut": cut,
    "repeated": repeated,
    "shuffled": shuffled,
    "binary tail": binary_tail,
    "flipped bits": flipped,
    "null bytes": null_bytes,
    "marks of direction": marks_of_direction,
    "other characters": other_characters,
    "marks of the form": marks_of_the_form,
}
SELDOM: dict[str, Damage] = {
    "nested archive": nested_archive,
    "zip bomb": zip_bomb,
    "entity bomb": entity_bomb,
    "deep list": deep_list,
    "giant table": giant_table,
}


def damaged(seed: int, number: int) -> tuple[str, str, bytes]:
    """File `number` of a run: what was done to it, its name ("" where that should say nothing), its bytes."""
    kind, name, data = _damaged(seed, number)
    for begins, ending in ((b"PK", ".docx"), (b"%PDF", ".pdf"), (b"<", ".html")):
        if data.startswith(begins):
            name = f"report{ending}"
    return kind, "report" if number % 5 == 0 else name, data


def _damaged(seed: int, number: int) -> tuple[str, str, bytes]:
    chance = random.Random(f"{seed}:{number}")
    name = chance.choice(NAMES)
    data = good(name)
    if chance.random() < 0.1:
        kind = chance.choice(list(SELDOM))
        return kind, name, SELDOM[kind](data, chance)
    kind = chance.choice(list(OFTEN))
    damage = OFTEN[kind]
    data = inside(damage)(data, chance) if chance.random() < 0.8 else damage(data, chance)
    if chance.random() < 0.2 and data:
        data = chance.choice(list(OFTEN.values()))(data, chance)
    return kind, name, data
