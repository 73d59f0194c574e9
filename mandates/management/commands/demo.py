"""`manage.py demo`: the demonstration is there, and its sign-ins are printed. `make run` calls it."""

import datetime as dt
import shutil
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection
from django.utils.formats import date_format

from ctoctrack.lib.lock import Taken, hold
from mandates.demonstration import signins
from mandates.demonstration.load import load
from mandates.notices import deliver, runs

MADE = ("queue", "mail", "files", "cache")  # folders under VAR_DIR that a demonstration fills


class Command(BaseCommand):
    help = "Loads the demonstration into an empty database and prints its sign-ins; --reset removes it."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--reset", action="store_true", help="remove the demonstration; the next run makes it again"
        )

        parser.add_argument("--untold", action="store_true", help="leave the reminders of its day to worker and beat")

    def handle(self, *args: Any, **options: Any) -> None:
        day = settings.DEMONSTRATION_DAY
        if settings.MODE != "demonstration" or day is None:
            raise CommandError(
                f"This is no demonstration: CTOCTRACK_MODE is {settings.MODE}. `make run` and `make demo-reset` set "
                "what a demonstration needs."
            )
        if options["reset"]:
            self.reset()
        else:
            self.prepare(day, tell=not options["untold"])

    def prepare(self, day: dt.date, tell: bool) -> None:
        """The demonstration is loaded where nobody was, and its sign-ins are printed."""
        call_command("compile_translations", verbosity=0)
        call_command("migrate", verbosity=0, interactive=False)
        if signins.is_empty():
            self.stdout.write("Loading the demonstration (once) ...")
            signins.path().unlink(missing_ok=True)
            load()
            if tell:
                runs.run(day)
                deliver.drain()
        elif not signins.is_demonstration():
            raise CommandError(f"The database {where()} holds no demonstration; it is left as it is.")
        today = date_format(day, "j F Y")
        self.stdout.write(f"\nDemonstration: today is {today}. Sign-ins, kept in {signins.path()}:\n")
        self.stdout.write(signins.sign_ins())
        files = getattr(settings, "EMAIL_FILE_PATH", None)
        goes = f"files in {files}" if files else f"{settings.EMAIL_HOST}:{settings.EMAIL_PORT}"
        self.stdout.write(f"Mail goes to {goes}; {settings.BASE_URL}/outbox/ lists it.\n")

    def reset(self) -> None:
        """Nothing of the demonstration is left; what is none, or runs, is refused."""
        database = Path(str(settings.DATABASES["default"]["NAME"]))
        if connection.vendor != "sqlite" or settings.VAR_DIR not in database.resolve().parents:
            raise CommandError(f"The database {where()} is no file under {settings.VAR_DIR}; it is left as it is.")
        try:
            lock = hold(settings.VAR_DIR)
        except Taken as taken:
            raise CommandError(f"End the demonstration first: {taken}") from None
        with lock:
            if database.exists() and holds_something_else():
                raise CommandError(f"The database {where()} holds no demonstration; it is left as it is.")
            connection.close()
            for path in [*database.parent.glob(f"{database.name}*"), *settings.VAR_DIR.glob("beat-schedule*")]:
                path.unlink()
            for name in MADE:
                shutil.rmtree(settings.VAR_DIR / name, ignore_errors=True)
            signins.path().unlink(missing_ok=True)
        self.stdout.write("The demonstration is gone; `make run` makes it afresh.")


def where() -> str:
    """The name of the database, without a password that may stand in its address."""
    return str(settings.DATABASES["default"]["NAME"])


def holds_something_else() -> bool:
    """Is there anybody in the database, and not the demonstration's people?"""
    if "accounts_user" not in connection.introspection.table_names():
        return False
    return not signins.is_empty() and not signins.is_demonstration()
