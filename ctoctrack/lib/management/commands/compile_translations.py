"""Translations for people become translations for the machine: each .po beside an older or missing .mo."""

from pathlib import Path

import polib
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError


def compile_changed(folder: Path) -> list[Path]:
    """The catalogues under `folder` that were compiled because their .po is newer, or had no .mo.

    By polib: the tools of GNU gettext are no Python packages, and a machine may lack them.
    """
    compiled = []
    for po in sorted(folder.rglob("*.po")):
        mo = po.with_suffix(".mo")
        if mo.exists() and mo.stat().st_mtime >= po.stat().st_mtime:
            continue
        polib.pofile(str(po)).save_as_mofile(str(mo))
        compiled.append(po)
    return compiled


class Command(BaseCommand):
    help = "Compiles the translations that changed (needs no gettext)."
    requires_system_checks: list[str] = []

    def handle(self, *, verbosity: int, **options: object) -> None:
        for folder in settings.LOCALE_PATHS:
            try:
                compiled = compile_changed(Path(folder))
            except (OSError, UnicodeDecodeError) as error:  # polib says a fault of syntax as an OSError
                raise CommandError(f"A translation cannot be compiled: {error}") from error
            for po in compiled if verbosity else []:
                self.stdout.write(f"compiled {po}")
