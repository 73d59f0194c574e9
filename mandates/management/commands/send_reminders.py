"""`manage.py send_reminders [--on DATE] [--dry-run]`: a run of the notices, or what it would tell whom and why."""

import argparse
import datetime as dt
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import translation

from ctoctrack.lib import dates
from mandates.notices import reasons, runs
from mandates.notices.compose import fact
from mandates.notices.digest import SECTIONS, Digest, section_of


def day(text: str) -> dt.date:
    """A day as it is typed, 2008-12-01."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day such as 2008-12-01") from None


class Command(BaseCommand):
    help = "Tells everybody what they are owed on a day; each thing is told once."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--on", type=day, help="the day, as 2008-12-01; today if it is left out")
        parser.add_argument("--dry-run", action="store_true", help="print who would get what and why; write nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        on = options["on"] or dates.today()
        if options["dry_run"]:
            self.preview(on)
            return
        try:
            done = runs.run(on)
        except runs.Incomplete as error:
            raise CommandError(f"{error}; what is left stays owed, and the log says why.") from error
        waiting = {0: "no digest is owed", 1: "1 digest waits in the outbox"}
        self.stdout.write(f"{on}: {waiting.get(done.messages, f'{done.messages} digests wait in the outbox')}.")

    def preview(self, on: dt.date) -> None:
        """Who would get what, and why."""
        found = runs.preview(on)
        for digest in found.to_write:
            self.show(digest)
        for person in found.have_had_theirs:
            self.stdout.write(
                f"{person} <{person.email}> has got a digest for this day; the rest comes with the next.\n\n"
            )
        for person in found.wait_for_their_turn:
            self.stdout.write(f"{person} <{person.email}> wants mail on Mondays; it waits for the next.\n\n")
        self.stdout.write(f"{on}: {len(found.to_write)} digests would be written. Nothing was.")

    def show(self, digest: Digest) -> None:
        person = digest.person
        with translation.override(person.language):
            self.stdout.write(f"{person} <{person.email}> ({person.language}): {fact(digest)}")
            for name in SECTIONS:
                for item in digest.section(name):
                    mandate = item.mandate
                    self.stdout.write(f"  {section_of(item, digest.on)}: {mandate.name}, {mandate.body}")
                    self.stdout.write(f"    “{mandate.line}”")
                    for sentence in [*reasons.sentences(item, digest.on), reasons.role_sentence(item)]:
                        self.stdout.write(f"    {sentence}")
        self.stdout.write("")
