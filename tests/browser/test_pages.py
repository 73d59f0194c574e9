"""Every page of ours as browsers show it: axe holds nothing against it, a narrow screen holds it, paper keeps its text.

`make axe` looks in every language and both schemes; here it is English on a light ground and Arabic on a dark one.
"""

import pytest

from tests.browser.axe import go, look, violations
from tests.browser.pages import NO_PAGES, PAGES
from tests.mandates.places import named

NARROW = {"width": 320, "height": 640}


def test_every_address_is_visited_or_has_a_reason():
    visited = {visit.name for visit in PAGES}
    assert {name for name, _route in named()} == visited | set(NO_PAGES)
    assert not visited & set(NO_PAGES)


@pytest.mark.parametrize(("language", "scheme"), [("en", "light"), ("ar", "dark")])
def test_axe_holds_nothing_against_any_page(browser, house, language, scheme):
    found = {str(visit): wrong for visit, wrong in look(browser, house, language, scheme) if wrong}
    assert not found, "\n".join(f"{visit}: {each}" for visit, wrong in found.items() for each in wrong)


def test_axe_finds_what_is_wrong_or_the_test_above_could_not_fail(browser):
    page = browser.new_page()
    page.set_content("<html lang=en><title>Broken</title><main><h1>Broken</h1><img src=nothing.png></main>")
    assert [each.split()[0] for each in violations(page)] == ["image-alt"]
    page.close()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_page_scrolls_sideways_on_a_narrow_screen(browser, house, language):
    wide = {}
    for role in {visit.role for visit in PAGES}:
        with house.page(browser, role, language, viewport=NARROW) as page:
            for visit in [visit for visit in PAGES if visit.role == role]:
                go(page, house, visit)
                width = page.evaluate("document.scrollingElement.scrollWidth")
                if width > 320:
                    wide[str(visit)] = width
    assert not wide
