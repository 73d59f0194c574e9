"""How a person works a page: with a mouse, with the keys of a keyboard alone, or in a browser that runs no script."""

import re
from pathlib import Path

from playwright.sync_api import Locator, Page

WHERE = """wanted => {
  const at = document.activeElement, ring = getComputedStyle(at);
  const isRinged = ring.outlineStyle !== "none" && parseFloat(ring.outlineWidth) > 0;
  return {
    there: at === wanted,
    seen: at === document.body || (at.matches(":focus-visible") && isRinged),
    what: at.outerHTML.slice(0, 120),
  };
}"""
PATIENCE = 15_000  # milliseconds
STOPS = 250  # more presses of Tab than a page has places to stop at


class Mouse:
    """Points and clicks."""

    def __init__(self, page: Page) -> None:
        self.page = page
        page.set_default_timeout(PATIENCE)

    def open(self, address: str) -> None:
        self.page.goto(address)

    def press(self, name: str, role: str = "button") -> None:
        """The button, or the link, was pressed, and the page that follows is there."""
        button = self.page.get_by_role(role, name=name, exact=True).first
        with self.page.expect_navigation():
            self.activate(button)

    def unfold(self, name: str) -> None:
        """What stands behind the word is shown."""
        self.activate(self.page.locator("summary", has_text=re.compile(rf"^\s*{name}\s*$")))

    def fill(self, label: str, text: str) -> None:
        self.write(self.field(label), text)

    def choose(self, label: str, option: str) -> None:
        """The option of the list is chosen, by its words."""
        self.pick(self.field(label), option)

    def tick(self, label: str) -> None:
        """The box is ticked."""
        box = self.field(label)
        if not box.is_checked():
            self.mark(box)
        assert box.is_checked()

    def upload(self, label: str, file: Path) -> None:
        """The file is chosen in the window that the field opens."""
        with self.page.expect_file_chooser() as opened:
            self.activate(self.field(label))
        opened.value.set_files(file)

    def field(self, label: str) -> Locator:
        """The visible field under that label, whatever follows it, as "(optional)" does."""
        return self.page.get_by_label(label).locator("visible=true").first

    def sees(self, words: str) -> bool:
        return words in " ".join(self.page.locator("main").inner_text().split())

    def activate(self, it: Locator) -> None:
        it.click()

    def write(self, it: Locator, text: str) -> None:
        it.click()
        it.fill(text)

    def pick(self, it: Locator, option: str) -> None:
        it.select_option(label=option)

    def mark(self, it: Locator) -> None:
        it.click()


class Keyboard(Mouse):
    """Tab, Enter, Space, arrows, and what one types. Wherever Tab stops, it is seen where that is."""

    def reach(self, it: Locator) -> None:
        wanted = it.element_handle()
        for _stop in range(STOPS):
            self.page.keyboard.press("Tab")
            now = self.page.evaluate(WHERE, wanted)
            assert now["seen"], f"it is not seen that the keyboard is at {now['what']}"
            if now["there"]:
                return
        raise AssertionError(f"no Tab leads to {it}")

    def activate(self, it: Locator) -> None:
        self.reach(it)
        self.page.keyboard.press("Enter")

    def write(self, it: Locator, text: str) -> None:
        self.reach(it)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text)

    def pick(self, it: Locator, option: str) -> None:
        self.reach(it)
        self.page.keyboard.press("Home")
        for _option in range(STOPS):
            if it.evaluate("it => it.selectedOptions[0].label") == option:
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"no arrow leads to {option!r}")

    def mark(self, it: Locator) -> None:
        self.reach(it)
        self.page.keyboard.press("Space")


class NoScript(Mouse):
    """A mouse in a browser that runs no script."""


MANNERS = {"mouse": Mouse, "keyboard": Keyboard, "no script": NoScript}
