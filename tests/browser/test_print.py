"""What a chair takes into the room: mandate and decision on paper, whole, and without what only a screen can do."""

import pytest

PAPER = {"width": 718, "height": 1047}  # A4 at 96 dots an inch, within margins of a centimetre
CUT = """() => [...document.querySelectorAll("main *")]
  .filter(it => it.checkVisibility() && !it.closest(".unseen, svg") && it.innerText)
  .filter(it => it.scrollWidth > it.clientWidth + 1 && getComputedStyle(it).overflowX !== "visible")
  .map(it => it.outerHTML.slice(0, 80))"""


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize(
    ("role", "route"),
    [
        ("secretary", "/{body}/mandates/{reference}/"),
        ("secretary", "/{body}/decisions/{decision}/"),
        ("delegation", "/progress/{body}/decisions/{decision}/"),
    ],
)
def test_paper_keeps_the_text_and_leaves_the_rest(browser, house, language, role, route):
    with house.page(browser, role, language, viewport=PAPER) as page:
        page.goto(route.format(**house.keys))
        text = page.locator("main .text").first
        adopted = text.inner_text()
        page.emulate_media(media="print")
        assert len(adopted) > 20
        assert text.is_visible()
        assert text.inner_text() == adopted
        assert page.locator("h1").is_visible()
        for gone in ("nav", ".menu", "form", "button", ".button", ".skip"):
            assert not [it for it in page.locator(gone).all() if it.is_visible()], gone
        links = [it for it in page.locator("main a").all() if it.is_visible()]
        assert links
        assert {it.evaluate("it => getComputedStyle(it).color") for it in links} == {"rgb(0, 0, 0)"}
        assert page.evaluate("document.scrollingElement.scrollWidth") <= PAPER["width"]
        assert page.evaluate(CUT) == []
        assert page.pdf(format="A4").count(b"/Type /Page\n") > 0
