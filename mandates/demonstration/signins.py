"""The sign-ins of the demonstration: passwords made on this machine, kept in a file that its owner alone reads."""

import os
import secrets
from pathlib import Path

from django.conf import settings

from ctoctrack.accounts.models import User
from mandates.demonstration.people import SIGN_INS, address


def path() -> Path:
    """Where the list is kept."""
    return settings.VAR_DIR / "demo-signins.txt"


def sign_ins() -> str:
    """The list as it stands in the file; where there is none, everybody on it gets a new password."""
    if not path().exists():
        write(make())
    return path().read_text(encoding="utf-8")


def make() -> str:
    """Everybody on the list has a new password, and this is the list."""
    lines = []
    for role, key, what in SIGN_INS:
        password = "-".join(secrets.token_hex(3) for _ in range(3))
        person = User.objects.get(email=address(key))
        person.set_password(password)
        person.save(update_fields=["password"])
        lines.append(f"{role:<18}{person.email:<35}{password:<22}{what}")
    return "\n".join([f"{'role':<18}{'e-mail':<35}password", *lines, ""])


def write(text: str) -> None:
    """The file holds the text and is its owner's alone from its first byte on."""
    with os.fdopen(os.open(path(), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(text)


def is_demonstration() -> bool:
    """Were the people in the database made by the demonstration?"""
    return User.objects.filter(email=address("secretary")).exists()


def is_empty() -> bool:
    """Does the database know nobody yet?"""
    return not User.objects.exists()
