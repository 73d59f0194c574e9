"""The text of a file from outside with what had to be guessed about it, or the reason why it gives none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .results import Finding

Form = Literal["markdown", "text"]


class Unreadable(Exception):
    """A file that gives no text: a code with parameters, worded in `sessions.wording`."""

    def __init__(self, code: str, **params: str | int) -> None:
        super().__init__(code, params)
        self.code, self.params = code, params


@dataclass(frozen=True, slots=True)
class Source:
    """The text of a file, and what had to be guessed about it."""

    text: str
    form: Form
    findings: tuple[Finding, ...] = ()
