"""The style sheet and the templates keep what they promise: small, both directions of writing, no style in a page."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SHEET = (ROOT / "ctoctrack/static/ctoctrack/house.css").read_text()
TEMPLATES = sorted(path for path in (ROOT / "templates").rglob("*.html") if "emails" not in path.parts)


def rules_of(sheet):
    """The sheet without its comments."""
    return re.sub(r"/\*.*?\*/", "", sheet, flags=re.S)


def test_the_sheet_is_small():
    assert len(SHEET.encode()) < 25_000


def test_the_sheet_knows_no_left_and_no_right():
    physical = r"[\w-]*\b(left|right)\b[\w-]*\s*:|:\s*(left|right)\b|(?<![\w-])(width|height|top|bottom)\s*:"
    found = [match.group() for match in re.finditer(physical, re.sub(r"@media[^{]*", "", rules_of(SHEET)))]
    assert found == []


def test_paddings_and_margins_of_four_sides_are_alike_on_both():
    for values in re.findall(r"(?:padding|margin|inset)\s*:\s*([^;}]+)", rules_of(SHEET)):
        sides = values.split()
        assert len(sides) < 4 or sides[1] == sides[3], values


@pytest.mark.parametrize("query", ["prefers-color-scheme: dark", "forced-colors: active", "print", "max-width"])
def test_the_sheet_answers_to(query):
    assert query in SHEET


def tokens(scheme):
    start = SHEET.index(":root", SHEET.index("@media (prefers-color-scheme: dark)") if scheme == "dark" else 0)
    block = SHEET[start : SHEET.index("}", start)]
    return dict(re.findall(r"--([\w-]+): (#\w+);", block))


def luminance(colour):
    digits = colour.lstrip("#")
    digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("colour", ["ink", "soft", "link", "late", "soon", "done", "wait"])
def test_words_can_be_read_on_each_ground(scheme, colour):
    found = tokens(scheme)
    assert contrast(found[colour], found["paper"]) >= 4.5
    assert contrast(found[colour], found["wash"]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_inputs_have_an_edge_that_is_seen(scheme):
    found = tokens(scheme)
    assert contrast(found["edge"], found["paper"]) >= 3
    assert contrast(found["ink"], found["mark"]) >= 4.5


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT / "templates")))
def test_no_page_carries_style_or_script_in_itself(template):
    source = re.sub(r"{%.*?%}", "", template.read_text(), flags=re.S)
    assert not re.search(r"<style|\sstyle=|\son\w+=\"|javascript:", source)
    assert not re.search(r"<script(?![^>]*\ssrc=)", source)


COMPONENTS = sorted((ROOT / "templates/components").glob("*.html"))


@pytest.mark.parametrize("template", COMPONENTS, ids=lambda path: path.stem)
def test_each_component_opens_with_its_parameters(template):
    assert template.read_text().startswith("{# ")
