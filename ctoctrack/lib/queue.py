"""The queue in a folder of files: kombu's, with messages that appear whole or not at all."""

import uuid
from pathlib import Path
from time import monotonic
from typing import Any

from kombu.exceptions import ChannelError
from kombu.transport import filesystem
from kombu.utils.json import dumps


class Channel(filesystem.Channel):
    """kombu writes a message into a file that a worker may take in the same moment, empty: the worker then ends."""

    def _put(self, queue: str, payload: Any, **kwargs: Any) -> None:  # type: ignore[override]  # kombu's two disagree
        """The message lies in the folder under a name that a worker looks for only once it is written."""
        name = f"{round(monotonic() * 1000)}_{uuid.uuid4()}.{queue}.msg"
        written = Path(self.data_folder_out) / f"{name}.part"
        try:
            written.write_text(dumps(payload), encoding="utf-8")
            written.replace(written.with_name(name))
        except OSError as error:
            raise ChannelError(f"Cannot add file {name!r} to directory") from error


class Transport(filesystem.Transport):
    """The transport of that channel."""

    Channel = Channel
