"""axe looks at every page.

`python -m tests.browser.axe` looks in every language and both schemes, and prints a table.
"""

import contextlib
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Browser, Page

from tests.browser.house import House
from tests.browser.pages import PAGES, Visit

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
LOOK = "() => axe.run().then(found => found.violations)"
VERSION = AXE[:40].split("axe v")[1].split()[0]
SCHEMES = ("light", "dark")


def go(page: Page, house: House, visit: Visit) -> None:
    """The page is open, and it is the one that was meant."""
    address = visit.address(house)
    answer = page.goto(address)
    assert answer is not None
    if visit.press:
        with page.expect_event("response", lambda each: each.request.method == "POST") as posted:
            for selector in visit.press:
                page.locator(selector).first.click()
        page.wait_for_load_state("load")
        answer = posted.value
    else:
        assert page.url == house.base + address, f"{visit} led to {page.url}"
    assert answer.status == visit.status, f"{visit}: {answer.status}"


def violations(page: Page) -> list[str]:
    """What axe holds against the page that is open: the rule, where, and why."""
    page.evaluate(AXE)
    return [
        f"{found['id']} at {node['target'][0]}: {node['failureSummary'].splitlines()[-1].strip()}"
        for found in page.evaluate(LOOK)
        for node in found["nodes"]
    ]


def look(browser: Browser, house: House, language: str, scheme: str) -> Iterator[tuple[Visit, list[str]]]:
    """Each page with what axe holds against it."""
    roles: dict[str, list[Visit]] = {}
    for visit in PAGES:
        roles.setdefault(visit.role, []).append(visit)
    for role, visits in roles.items():
        # The house's pages forbid every script; axe is one that the browser brings along.
        with house.page(browser, role, language, color_scheme=scheme, bypass_csp=True) as page:
            for visit in visits:
                go(page, house, visit)
                yield visit, violations(page)


def table(counts: Counter[tuple[str, str, str]], columns: Iterable[tuple[str, str]]) -> str:
    """Page by language and scheme, in Markdown."""
    columns = list(columns)
    rows = [["page", *(f"{language} {scheme}" for language, scheme in columns)], ["---", *["--:"] * len(columns)]]
    rows += [[str(visit), *(str(counts[str(visit), *column]) for column in columns)] for visit in PAGES]
    rows.append(["all", *(str(sum(counts[str(visit), *column] for visit in PAGES)) for column in columns)])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def main() -> int:
    """The table is printed; 1 where a page has a violation."""
    import django

    django.setup()
    from django.conf import settings

    from tests.browser.house import chromium, chromium_is_missing, demonstration

    if missing := chromium_is_missing():
        sys.exit(missing)
    columns = [(code, scheme) for code, _name in settings.LANGUAGES for scheme in SCHEMES]
    counts: Counter[tuple[str, str, str]] = Counter()
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="ctoctrack-")))
        house, browser = stack.enter_context(demonstration(folder)), stack.enter_context(chromium())
        for language, scheme in columns:
            for visit, found in look(browser, house, language, scheme):
                counts[str(visit), language, scheme] = len(found)
                for each in found:
                    sys.stderr.write(f"{visit}, {language} {scheme}: {each}\n")
    sys.stdout.write(f"axe {VERSION}, violations:\n\n{table(counts, columns)}\n")
    return 1 if counts.total() else 0


if __name__ == "__main__":
    sys.exit(main())
