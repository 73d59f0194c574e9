"""The demonstration behind a web server of its own, and a Chromium that looks at it."""

import contextlib
import json
import os
import shutil
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from ctoctrack.servers import free_port

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"),
    *("--disable-sync", "--no-first-run"),
]
PATIENCE = 30_000  # milliseconds until what a page does counts as never done


@dataclass
class House:
    """A running demonstration: its address, a way in for each role, and the keys of its things."""

    base: str
    doors: dict[str, str] = field(default_factory=dict)  # role, key of a session that is signed in
    keys: dict[str, str | int] = field(default_factory=dict)

    @contextlib.contextmanager
    def page(self, browser: Browser, role: str, language: str = "en", **how: object) -> Iterator[Page]:
        """A window of a person in that role, who reads that language."""
        context = browser.new_context(base_url=self.base, **how)  # type: ignore[arg-type]
        context.set_default_timeout(PATIENCE)
        cookies = {"django_language": language}
        if role in self.doors:
            cookies["sessionid"] = self.doors[role]
        context.add_cookies([{"name": name, "value": value, "url": self.base} for name, value in cookies.items()])
        try:
            yield context.new_page()
        finally:
            context.close()


def chromium_is_missing() -> str:
    """Why no browser can be started; empty where one can."""
    return "" if shutil.which(CHROMIUM) else f"{CHROMIUM} is missing (Debian's package is chromium)"


@contextlib.contextmanager
def chromium() -> Iterator[Browser]:
    """A browser that ends with the block. While it runs, Django refuses the database to this process."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        try:
            yield browser
        finally:
            browser.close()


@contextlib.contextmanager
def demonstration(folder: Path) -> Iterator[House]:
    """The demonstration on 1 December 2008, in `folder`, answers until the end of the block."""
    port = free_port()
    house = House(f"http://127.0.0.1:{port}")
    environment = {
        **{name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ},
        "DJANGO_SETTINGS_MODULE": "ctoctrack.settings",
        "CTOCTRACK_MODE": "demonstration",
        "CTOCTRACK_TODAY": "2008-12-01",
        "CTOCTRACK_VAR": str(folder),
        "BASE_URL": house.base,
        "LOG_LEVEL": "WARNING",
    }
    manage = [sys.executable, "manage.py"]
    how = {"cwd": ROOT, "env": environment, "text": True}
    subprocess.run([*manage, "demo"], check=True, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL, **how)
    told = subprocess.run(
        [*manage, "shell", "--no-imports"],
        check=True,
        stdout=subprocess.PIPE,
        input="from tests.browser.keys import tell\ntell()\n",
        **how,
    )
    found = json.loads(told.stdout)
    house.doors, house.keys = found["doors"], found["keys"]
    web = f"-m gunicorn ctoctrack.wsgi --bind 127.0.0.1:{port} --threads 2 --no-control-socket --log-level warning"
    running = subprocess.Popen([sys.executable, *web.split()], stdin=subprocess.DEVNULL, **how)
    try:
        wait_for(f"{house.base}/health/live/", running)
        yield house
    finally:
        running.terminate()
        running.wait(30)


def wait_for(address: str, running: subprocess.Popen[str]) -> None:
    """The server answers there."""
    pause = threading.Event()
    for _attempt in range(300):
        assert running.poll() is None, "the web server ended"
        try:
            urllib.request.urlopen(address, timeout=5).close()
            return
        except urllib.error.URLError:
            pause.wait(0.1)
    raise AssertionError("the web server does not answer")
