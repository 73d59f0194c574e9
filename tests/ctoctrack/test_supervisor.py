"""The supervisor: children start, end together, and leave nothing behind."""

import os
import signal
import socket
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from ctoctrack.lib.lock import Taken, hold
from ctoctrack.supervisor import Supervisor, answers, children, port_is_free

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 20  # seconds; a machine may be busy


def python(code):
    """The command of a child that runs `code`."""
    return [sys.executable, "-c", textwrap.dedent(code)]


WAITS = python("import time; print('here', flush=True); time.sleep(600)")
IGNORES = python("""
    import signal, time
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    print('deaf', flush=True)
    time.sleep(600)
""")
ENDS = python("import sys; print('no luck', flush=True); sys.exit(3)")


def runs(pid):
    """Does a process of that id run, and is it no mere entry that waits to be read?"""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def until(true):
    """Waits, within bounds, until `true()` says something, and says what it said."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if said := true():
            return said
        time.sleep(0.02)
    raise AssertionError("it did not come true")


@pytest.fixture
def supervised(tmp_path):
    """A function: a supervisor with these children, as a process of its own, and what it says into a file."""
    started = []

    def start(**commands):
        code = f"from ctoctrack.supervisor import Supervisor; raise SystemExit(Supervisor({commands!r}, grace=1).run())"
        output = tmp_path / "said"
        with output.open("w") as file:
            process = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=file, stderr=file)
        started.append(process)
        return process, output

    yield start
    for process in started:
        if process.poll() is None:
            process.kill()
            process.wait()


def test_lines_of_children_come_out_with_their_name(supervised):
    process, output = supervised(web=WAITS, worker=WAITS)
    until(lambda: "web     | here" in output.read_text() and "worker  | here" in output.read_text())
    process.send_signal(signal.SIGTERM)
    process.wait(PATIENCE)


@pytest.mark.parametrize("asked", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_person_ends_all_of_it(supervised, asked):
    process, output = supervised(web=WAITS, worker=WAITS)
    until(lambda: output.read_text().count("here") == 2)
    process.send_signal(asked)
    assert process.wait(PATIENCE) == 0
    assert "Ending" in output.read_text()


def test_when_one_ends_all_end_and_a_sentence_says_which(supervised):
    process, output = supervised(web=WAITS, worker=ENDS)
    assert process.wait(PATIENCE) == 1
    assert "worker ended by itself (exit status 3)" in output.read_text()
    assert "worker  | no luck" in output.read_text()


def test_a_child_that_does_not_end_is_killed(supervised):
    process, output = supervised(web=IGNORES)
    until(lambda: "deaf" in output.read_text())
    process.send_signal(signal.SIGTERM)
    process.wait(PATIENCE)
    assert "web did not end within 1 seconds and is killed" in output.read_text()


def test_nothing_that_a_child_started_is_left(tmp_path):
    note = tmp_path / "pid"
    parent = python(f"""
        import os, pathlib, subprocess, sys
        child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
        pathlib.Path({str(note)!r}).write_text(str(child.pid))
        os.kill(os.getpid(), 9)
    """)
    supervisor = Supervisor({"worker": parent})
    supervisor.start()
    until(supervisor.ended)
    orphan = int(note.read_text())
    assert runs(orphan)
    supervisor.end()
    until(lambda: not runs(orphan))


def test_each_child_stands_in_a_session_of_its_own():
    supervisor = Supervisor({"web": WAITS, "worker": WAITS})
    supervisor.start()
    try:
        sessions = {os.getsid(child.pid) for child in supervisor.running.values()}
        assert len(sessions) == 2
        assert os.getsid(0) not in sessions
    finally:
        supervisor.end()


def test_port_that_is_taken_is_no_free_one():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        assert not port_is_free(taken.getsockname()[1])


def test_nobody_answers_where_nobody_listens():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        assert not answers(free.getsockname()[1])


def refused(var, port):
    """What the program says that does not start."""
    return subprocess.run(
        [sys.executable, "-m", "ctoctrack.supervisor"],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "CTOCTRACK_VAR": str(var), "PORT": str(port)},
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )


def test_port_in_use_is_said_in_a_sentence(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        said = refused(tmp_path, port)
    assert said.returncode == 1
    assert said.stderr.startswith(f"ctoctrack does not start: port {port} is in use")


@pytest.mark.parametrize("port", ["eighty", "0", "70000", ""])
def test_port_that_is_none_is_said_in_a_sentence(tmp_path, port):
    said = refused(tmp_path, port)
    assert said.returncode == 1
    assert "which is no number of a port" in said.stderr


def test_one_supervisor_at_a_time_works_on_a_folder(tmp_path):
    with hold(tmp_path):
        with pytest.raises(Taken):
            hold(tmp_path)
        assert "another ctoctrack runs" in refused(tmp_path, 8000).stderr
    hold(tmp_path).close()


def test_web_and_one_worker_with_the_timetable_run():
    commands = {name: " ".join(command) for name, command in children(8123).items()}
    assert commands.keys() == {"web", "worker"}
    assert "127.0.0.1:8123" in commands["web"]
    assert "--beat" in commands["worker"]
