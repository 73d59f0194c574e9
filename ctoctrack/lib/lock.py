"""One program at a time on one folder of data."""

import fcntl
from pathlib import Path
from typing import IO


class Taken(Exception):
    """Another program holds the folder."""


def hold(folder: Path) -> IO[str]:
    """The folder is ours until the returned file is closed, or the process ends however it ends; raises Taken."""
    folder.mkdir(parents=True, exist_ok=True)
    lock = (folder / "running.lock").open("a+")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        lock.close()
        raise Taken(f"another ctoctrack runs on the data in {folder}.") from None
    return lock
