"""The queue in a folder of files never shows a message that is not written yet."""

from pathlib import Path

from kombu import Connection

import ctoctrack.celery  # noqa: F401  it chooses the transport


def test_message_lies_in_the_folder_whole_or_under_another_name(tmp_path, monkeypatch):
    seen = []
    replace = Path.replace

    def looked_at(part, name):
        seen.append(([each.name for each in tmp_path.glob("*.msg")], part.read_bytes()))
        return replace(part, name)

    monkeypatch.setattr(Path, "replace", looked_at)
    folders = {name: str(tmp_path) for name in ("data_folder_in", "data_folder_out", "control_folder")}
    with Connection("filesystem://", transport_options=folders) as connection:
        queue = connection.SimpleQueue("work")
        queue.put({"job": 1})
        message = queue.get(timeout=5)
        assert message.payload == {"job": 1}
        message.ack()
        queue.close()
    [(readable, written)] = seen
    assert readable == []
    assert written.endswith(b"}")
    assert list(tmp_path.glob("*.part")) == []
