"""How often somebody may try: so many times per account, and six times as often per address, within a window.

Each try takes one of a number of slots in the cache; a slot frees itself when the window has passed. Many tries at
once get no more slots than there are: on Redis because `cache.add` is atomic, on files because one process at a time
takes. A counter that is read, raised and written would let them all through. Windows follow the machine's clock.
"""

import fcntl
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

ADDRESS_TIMES = 6  # a delegation of several people may sit behind one address


def address_of(request: HttpRequest) -> str:
    """The address from which the request comes, as the outermost machine of our own saw it."""
    if settings.SECURE_PROXY_SSL_HEADER:  # set exactly where a proxy of ours stands in front
        seen = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
        if seen:
            return seen
    return str(request.META.get("REMOTE_ADDR", ""))


def take(purpose: str, account: str, address: str) -> bool:
    """A try for `purpose` is counted; False where account or address had too many."""
    tries = settings.SIGN_IN_TRIES
    # Both are asked in any case: an answer that came sooner would tell which of the two is used up.
    with _one_at_a_time():
        by_account = _take_slot(_slots(purpose, "account", account, tries))
        by_address = _take_slot(_slots(purpose, "address", address, tries * ADDRESS_TIMES))
    return by_account and by_address


def forgive(purpose: str, account: str, address: str) -> None:
    """After a success: the account starts afresh, the address gets back the one slot that the success took."""
    with _one_at_a_time():
        cache.delete_many(_slots(purpose, "account", account, settings.SIGN_IN_TRIES))
        taken = cache.get_many(_slots(purpose, "address", address, settings.SIGN_IN_TRIES * ADDRESS_TIMES))
        if taken:
            cache.delete(max(taken))


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    """Of all processes on this folder of data one is inside: Django's cache of files looks first and writes then."""
    with (settings.VAR_DIR / "throttle.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # given back with the file, however the process ends
        yield


def _slots(purpose: str, kind: str, whose: str, count: int) -> list[str]:
    # Hashed: a cache is no place for addresses of people, and keys of some caches may hold neither spaces nor "@".
    digest = hashlib.sha256(whose.strip().lower().encode()).hexdigest()[:32]
    return [f"throttle:{purpose}:{kind}:{digest}:{number:03}" for number in range(count)]


def _take_slot(slots: list[str]) -> bool:
    return any(cache.add(slot, 1, settings.SIGN_IN_WINDOW) for slot in slots)
