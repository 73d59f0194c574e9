"""No page runs or styles anything but what comes in files of this site, and each says so in its headers."""

import re

import pytest

from tests.mandates.everything import address, ask
from tests.mandates.places import PLACES

INLINE = {
    "a style attribute": re.compile(r"<[^>]+\sstyle\s*=", re.IGNORECASE),
    "a style element": re.compile(r"<style\b", re.IGNORECASE),
    "a script that is no file of ours": re.compile(r"<script\b(?![^>]*\ssrc=\"/static/)", re.IGNORECASE),
    "a script within its tags": re.compile(r"<script\b[^>]*>\s*[^<\s]", re.IGNORECASE),
    "a handler": re.compile(r"<[^>]+\son\w+\s*=", re.IGNORECASE),
    "an address that is script": re.compile(r"(?:href|src|action)\s*=\s*[\"']?\s*(?:javascript|data):", re.IGNORECASE),
    "something from elsewhere": re.compile(r"<(?:script|link|img|iframe|form)\b[^>]*\"(?:https?:)?//", re.IGNORECASE),
}
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}


@pytest.mark.parametrize("role", ["secretary", "administrator", "stranger"])
def test_every_answer_is_strict_about_what_a_browser_may_run(everything, as_role, role):
    client, read = as_role(role), 0
    for name, place in PLACES.items():
        for method in place.takes:
            response = ask(client, address(name, place, everything), method)
            policy = response.headers["Content-Security-Policy"]
            assert "default-src 'none'" in policy, name
            assert "unsafe" not in policy, name
            assert {header: response.headers.get(header) for header in HEADERS} == HEADERS, name
            if response.headers.get("Content-Type", "").startswith("text/html") and name != "admin":
                read += bool(response.content)
                found = [what for what, pattern in INLINE.items() if pattern.search(response.content.decode())]
                assert not found, (name, method, found)
    assert read > 15


@pytest.mark.parametrize(
    ("markup", "what"),
    [
        ('<p class="x" style="color:red">', "a style attribute"),
        ("<style>p {}</style>", "a style element"),
        ("<script>alert(1)</script>", "a script that is no file of ours"),
        ('<script src="/static/x.js">alert(1)</script>', "a script within its tags"),
        ("<button onclick=go()>", "a handler"),
        ('<a href="javascript:go()">', "an address that is script"),
        ('<img alt="" src="//evil.example/x.png">', "something from elsewhere"),
    ],
)
def test_each_of_these_would_be_found(markup, what):
    assert INLINE[what].search(markup)


@pytest.mark.parametrize("page", ["/nothing/here/at/all/", "/harbour/mandates/9-9-z-9/"])
def test_the_page_of_what_is_not_there_is_as_strict(db, client, page):
    response = client.get(page, follow=True)
    assert "unsafe" not in response.headers["Content-Security-Policy"]
    assert not [what for what, pattern in INLINE.items() if pattern.search(response.content.decode())]
