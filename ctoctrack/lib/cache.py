"""A cache in files that several processes share: where there is no Redis."""

import fcntl
from pathlib import Path
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.filebased import FileBasedCache


class SharedFileCache(FileBasedCache):
    """Django's, where of several who add a key at once exactly one does; Django's looks first and writes then."""

    def __init__(self, dir: str, params: dict[str, Any]) -> None:
        super().__init__(dir, params)
        self.lock = Path(dir).resolve() / "add.lock"

    def add(self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        self.lock.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        # Opened anew each time: two threads that shared one open file would both be let through.
        with self.lock.open("a") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)  # until it is closed
            return super().add(key, value, timeout, version)
