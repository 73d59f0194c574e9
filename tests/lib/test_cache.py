"""The cache in files, shared by processes."""

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from ctoctrack.lib.cache import SharedFileCache

ROOT = Path(__file__).resolve().parents[2]
PROCESSES, KEYS = 4, 100
ADDS = textwrap.dedent(f"""
    import sys
    from django.conf import settings
    settings.configure()
    from ctoctrack.lib.cache import SharedFileCache
    cache = SharedFileCache(sys.argv[1], {{}})
    print("ready", flush=True)
    sys.stdin.readline()
    print(sum(cache.add(f"key-{{number}}", 1) for number in range({KEYS})))
""")


@pytest.fixture
def adders(tmp_path):
    """Processes that add the same keys as soon as they are told to."""
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", ADDS, str(tmp_path)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(PROCESSES)
    ]
    yield processes
    for process in processes:
        process.kill()
        process.communicate()


def test_of_several_processes_that_add_a_key_at_once_one_does(adders):
    for process in adders:
        assert process.stdout.readline() == "ready\n"
    for process in adders:
        process.stdin.write("go\n")
        process.stdin.flush()
    assert sum(int(process.stdout.readline()) for process in adders) == KEYS


def test_a_key_that_has_run_out_can_be_added_again(tmp_path):
    cache = SharedFileCache(str(tmp_path), {})
    assert cache.add("key", 1)
    assert not cache.add("key", 2)
    assert cache.get("key") == 1
    cache.touch("key", -1)
    assert cache.add("key", 2)


def test_lock_is_no_entry(tmp_path):
    cache = SharedFileCache(str(tmp_path), {})
    cache.add("key", 1)
    cache.clear()
    assert cache.add("key", 1)
