"""HTML pages: what a browser shows, with the numbers that it counts itself."""

import pytest

from sessions.reading.files import Unreadable, source_of


def lines(body):
    return [line for line in source_of(f"<!DOCTYPE html><body>{body}".encode()).text.split("\n") if line]


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("<ol><li>a<li>b</ol>", ["1. a", "2. b"]),
        ("<ol start=5><li>a<li value=9>b<li>c</ol>", ["5. a", "9. b", "10. c"]),
        ("<ol reversed><li>a<li>b</ol>", ["2. a", "1. b"]),
        ("<ol type=a><li>a</ol><ol type=i><li>b</ol>", ["(a) a", "(i) b"]),
        ("<ol type=A><li>a</ol><ol type=I><li>b</ol>", ["(A) a", "I. b"]),
        ('<ol style="list-style-type: lower-roman"><li>a<li>b</ol>', ["(i) a", "(ii) b"]),
        ('<ol style="list-style: none"><li>(c) a</ol>', ["(c) a"]),
        ("<ol><li>a<ol type=a><li>b<li>c</ol>d<li>e</ol>", ["1. a", "(a) b", "(b) c", "d", "2. e"]),
        ("<ol><li><p>a</p><p>b</p><li>c</ol>", ["1. a", "b", "2. c"]),
        ("<ul><li>a<li>b<ul><li>c</ul></ul>", ["- a", "- b", "- c"]),
        ("<ol><div>x</div><li>a</ol>", ["x", "1. a"]),
    ],
)
def test_lists(html, said):
    assert lines(html) == said


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("<h1>A &amp; B</h1><h6>C</h6>", ["# A &amp; B", "###### C"]),
        ("<p>a<b> b </b><i>c</i></p>", ["a **b** *c*"]),
        ("<p>a&nbsp;b<sup>th</sup> 30 m<sup>2</sup>", ["a\xa0b<sup>th</sup> 30 m<sup>2</sup>"]),
        ("<p>a<br>b<br/>c", ["a", "b", "c"]),
        ("<p>a\n   b</p>c<div>d</div>e", ["a b", "c", "d", "e"]),
        ('<p style="font-weight: bold">a</p><p><span style="font-style:italic">b</span>', ["**a**", "*b*"]),
        ("<pre>a\n  b</pre>", ["a", "b"]),
        ("a<hr>b", ["a", "---", "b"]),
        ("<dl><dt>a<dd>b</dl>", ["a", "b"]),
        ("<p>a<p>b", ["a", "b"]),
        ("<h>a</h><x:h2>b</x:h2><h7>c</h7>", ["a", "## b", "c"]),
    ],
)
def test_paragraphs_headings_and_looks(html, said):
    assert lines(html) == said


def test_what_is_not_shown_is_left_out():
    hidden = "<script>x</script><style>x</style><template>x</template><nav>x</nav><!-- x --><p hidden>x</p>"
    assert lines(f'{hidden}<p style="display: none">x</p><p>a<del>x</del><s>x</s>b</p><noscript>x</noscript>') == ["ab"]


def test_tables_are_rows_and_those_that_set_a_page_are_paragraphs():
    assert lines("<table><caption>T</caption><tr><th>a<th>b<tr><td>c<td>d</table>") == ["T", "| a | b |", "| c | d |"]
    assert lines("<table><tr><td><p>a<p>b<p>c<p>d<td>e</table>") == ["a", "b", "c", "d", "e"]
    assert lines("<table><tr><td>a<tr><td>b</table>") == ["a", "b"]
    assert lines("<table><tr><td><table><tr><td>a<td>b</table><td>c</table>") == ["| a, b | c |"]


@pytest.mark.parametrize(
    "html",
    [
        '<p>oil<sup><a href="#fn1">1</a></sup></p><ol><li id="fn1">Of whales.</ol>',
        '<p>oil<a href="#fn1"><sup>1</sup></a></p><p id="fn1"><a href="#fnref1"><sup>1</sup></a> Of whales.</p>',
        '<p>oil<a href="#_ftn1"><b>[1]</b></a></p><div id="ftn1"><p><a href="#_ftnref1">[1]</a> Of whales.</p></div>',
        "<p>oil<sup>1</sup></p><p><sup>1</sup> Of whales.</p>",
    ],
)
def test_notes_as_they_are_written_are_set_apart(html):
    text, note = lines(html)
    assert text in ("oil[^1]", "oil<sup>1</sup>")
    assert note in ("[^1]: Of whales.", "<sup>1</sup> Of whales.")


def test_a_link_elsewhere_is_its_words():
    assert lines('<p>see <a href="https://example.org/1">1</a> and <a href="#part2">part 2</a></p>') == [
        "see 1 and part 2"
    ]


@pytest.mark.parametrize(
    ("data", "said", "codes"),
    [
        ('<meta charset="iso-8859-1"><p>Häfen'.encode("cp1252"), "Häfen", []),
        ('<meta http-equiv="Content-Type" content="text/html; charset=koi8-r"><p>Порты'.encode("koi8-r"), "Порты", []),
        ('<meta charset="utf-8"><p>Häfen'.encode(), "Häfen", []),
        ("<p>Häfen".encode(), "Häfen", []),
        ("<p>Häfen".encode("utf-16"), "Häfen", []),
        ("<p>Häfen".encode("cp1252"), "Häfen", ["encoding_guessed"]),
        ('<meta charset="punycode"><p>Häfen'.encode(), "Häfen", []),
        ('<meta charset="nonsense"><p>Häfen'.encode(), "Häfen", []),
    ],
)
def test_encodings(data, said, codes):
    source = source_of(data)
    assert source.text.strip() == said
    assert [finding.code for finding in source.findings] == codes


@pytest.mark.parametrize(
    "html",
    [
        "<!DOCTYPE html [<!ENTITY a 'lol'><!ENTITY b '&a;&a;&a;&a;'>]><html><p>&b;x",
        "<html>" + "<ol><li>" * 5000 + "x",
        "<html>" + "<div>" * 100_000 + "x",
        "<html><table>" + "<tr><td>" * 20_000 + "x",
        "<html>x<!-- " + "never closed " * 10_000,
    ],
)
def test_hostile_pages_are_read_as_far_as_they_go(html):
    try:
        assert "x" in source_of(html.encode()).text
    except Unreadable as refusal:
        assert refusal.code == "file_without_text"


def test_what_lies_too_deep_is_told():
    source = source_of(("<html>y" + "<ol><li>y" * 5000).encode())
    assert source.text.count("y") > 1000
    assert [finding.code for finding in source.findings] == ["nested_too_deep"]
