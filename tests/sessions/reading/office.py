"""Word files as Word writes them: numbers in `numbering.xml`, notes in their own part, heads and feet in theirs."""

from __future__ import annotations

from xml.sax.saxutils import escape

from tests.mandates.packed import packed

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
KINDS = {"letters": "lowerLetter lowerRoman decimal", "numbers": "decimal lowerLetter lowerRoman"}
TEXTS = {"letters": "(%1) (%2) (%3)", "numbers": "%1. (%2) (%3)"}

STYLES = f"""<w:styles {W}>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/></w:style>
{
    "".join(
        f'''<w:style w:type="paragraph" w:styleId="H{n}"><w:name w:val="heading {n}"/><w:basedOn w:val="Normal"/>
<w:pPr><w:outlineLvl w:val="{n - 1}"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'''
        for n in range(1, 5)
    )
}
<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>
<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style></w:styles>"""


def run(text, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def reference(name, kind="footnote", more=""):
    raised = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
    return f'<w:r>{raised}<w:{kind}Reference w:id="{name}"{more}/></w:r>'


def paragraph(runs, properties=""):
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def numbered(num, level):
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'


def level(at, form, text, start=1, extra=""):
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{extra}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(name, levels):
    return f'<w:abstractNum w:abstractNumId="{name}">{"".join(levels)}</w:abstractNum>'


def num(name, definition, overrides=""):
    return f'<w:num w:numId="{name}"><w:abstractNumId w:val="{definition}"/>{overrides}</w:num>'


def start_again(at, start=1):
    return f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def table(rows):
    """A table of cells that hold paragraphs."""
    said = "".join("<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in row) + "</w:tr>" for row in rows)
    return f"<w:tbl>{said}</w:tbl>"


def word(body, **parts):
    """A Word file with this body. `parts`: the XML of `styles`, `numbering`, `footnotes`, `header1` and others."""
    parts = {"styles": STYLES, **parts}
    relations = "".join(
        f'<Relationship Id="r{n}" Type="{R}/{name.rstrip("0123456789")}" Target="{name}.xml"/>'
        for n, name in enumerate(parts)
    )
    files = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{RELS}"><Relationship Id="r" Type="{R}/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{RELS}">{relations}</Relationships>',
        "word/document.xml": f"<w:document {W}><w:body>{body}<w:sectPr/></w:body></w:document>",
        **{f"word/{name}.xml": text for name, text in parts.items()},
    }
    return packed({name: text.encode() for name, text in files.items()})


def notes(texts, kind="footnote"):
    """A part of footnotes: the line above them, then each under its number."""
    said = "".join(
        f'<w:{kind} w:id="{name}">{paragraph(f"<w:r><w:{kind}Ref/></w:r>{run(text)}")}</w:{kind}>'
        for name, text in texts.items()
    )
    line = f'<w:{kind} w:type="separator" w:id="-1">{paragraph("<w:r><w:separator/></w:r>")}</w:{kind}>'
    return f"<w:{kind}s {W}>{line}{said}</w:{kind}s>"


def docx(report, footnotes, pieces):
    """The manuscript in Word: every decision counts with a list of its own."""
    body, numbering, lists = [], [], 0

    def runs(words):
        said = []
        for kind, text in pieces(words):
            if kind == "note":
                said.append(reference(text))
            else:
                said.append(run(text, "<w:i/>" if kind == "italic" else ""))
        return "".join(said)

    for kind, *rest in report:
        if kind == "series":
            lists += 1
            forms = zip(KINDS[rest[0]].split(), TEXTS[rest[0]].split(), strict=True)
            numbering.append(abstract(lists, [level(at, form, text) for at, (form, text) in enumerate(forms)]))
        elif kind == "title":
            body.append(paragraph(run(rest[0]), '<w:pStyle w:val="Title"/>'))
        elif kind == "heading":
            body.append(paragraph(run(rest[1]), f'<w:pStyle w:val="H{rest[0]}"/>'))
        elif kind == "text":
            body.append(paragraph(runs(rest[1]), numbered(lists, rest[0] - 1) if rest[0] else ""))
        else:
            body.append(table([[paragraph(run(cell)) for cell in row] for row in rest[0]]))
    numbering += [num(n, n) for n in range(1, lists + 1)]
    return word(
        "".join(body),
        numbering=f"<w:numbering {W}>{''.join(numbering)}</w:numbering>",
        footnotes=notes(footnotes),
        header1=f"<w:hdr {W}>{paragraph(run('Conference on Harbour Safety, fifth session'))}</w:hdr>",
    )
