"""`manage.py setup`: a first installation becomes one that people can work with; it can be run again."""

import getpass
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.validators import validate_email
from django.utils.text import slugify

from ctoctrack.accounts.models import User
from mandates.actions.founding import Person, found
from mandates.enums import MessageKind, MessageState
from mandates.notices import deliver, outbox
from sessions.models import Body

ASKED = {
    "email": "E-mail address of the administrator",
    "name": "Name or function of the administrator",
    "body": "Name of the body whose decisions are followed up",
    "slug": "Its short name in addresses",
    "office": "Name of the organ that services it, as its decisions call it",
    "secretary": "E-mail address of the secretary of the body",
    "secretary_name": "Name or function of the secretary",
}
Check = Callable[[str], None]


def not_empty(answer: str) -> None:
    if not answer:
        raise ValidationError("Something must stand here.")


class Command(BaseCommand):
    help = (
        "Prepares a first installation: tables, administrator, body with its secretary, a test mail. "
        "Asks for what the options do not say."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        for name, what in ASKED.items():
            parser.add_argument(f"--{name.replace('_', '-')}", default="", help=what)
        parser.add_argument("--no-input", action="store_true", help="ask nothing; new people get an invitation by mail")

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.DEMONSTRATION_DAY:
            raise CommandError(
                "A demonstration sets itself up: `make run`. Setup is for an installation that people use."
            )
        self.asks = not options["no_input"]
        self.given = {name: options[name].strip() for name in ASKED}
        self.check_settings()
        call_command("migrate", verbosity=0, interactive=False)
        administrator = self.ask_person("email", "name")
        body = self.ask_body()
        secretary = self.ask_person("secretary", "secretary_name", default=administrator)
        try:
            people = found(body, administrator, secretary)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from None
        self.stdout.write(f"{body.name} is there; {people[1]} is its secretary; {people[0]} runs the system.")
        works = self.test_mail(administrator.email)
        for person in dict.fromkeys(people):
            if not person.has_usable_password():
                self.invite(person)
        if not works:
            raise CommandError("Mail does not go out yet. Correct EMAIL_URL and run `python manage.py setup` again.")
        self.stdout.write(f"Ready. Start web, worker and beat, and sign in at {settings.BASE_URL}/")

    def check_settings(self) -> None:
        """What the settings say that people should know is printed; a fault ends here."""
        call_command("check", deploy=settings.PRODUCTION, stdout=self.stdout, stderr=self.stderr)
        self.stdout.write(
            f"Mode {settings.MODE}; pages at {settings.BASE_URL}; mail from {settings.DEFAULT_FROM_EMAIL}.\n"
            f"Days are days in {settings.DEADLINE_TIME_ZONE} (DEADLINE_TIME_ZONE)."
        )

    def ask(self, name: str, *checks: Check, default: str = "") -> str:
        """What an option says, or a person; asked again until it holds."""
        answer = self.given[name]
        while True:
            if not answer and self.asks:
                answer = self.listen(f"{ASKED[name]}{f' [{default}]' if default else ''}: ")
            answer = answer or default
            try:
                for check in (not_empty, *checks):
                    check(answer)
            except ValidationError as error:
                sentence = f"{ASKED[name]}: {' '.join(error.messages)}"
                if not self.asks:
                    raise CommandError(f"{sentence} (--{name.replace('_', '-')})") from None
                self.stderr.write(sentence)
                answer = ""
            else:
                return answer

    def listen(self, question: str) -> str:
        try:
            return input(question).strip()
        except EOFError:
            raise CommandError("Nobody answers here: say everything by options, with --no-input.") from None

    def ask_person(self, email: str, name: str, default: Person | None = None) -> Person:
        address = self.ask(email, validate_email, default=default.email if default else "").lower()
        if default and address == default.email:
            return default
        known = User.objects.filter(email=address).first()
        if known is not None:
            return Person(address, known.name)
        function = self.ask(name)
        return Person(address, function, self.ask_password(User(email=address, name=function)) if self.asks else None)

    def ask_password(self, person: User) -> str | None:
        """A password that holds, typed twice; none where the person shall be invited by mail."""
        while True:
            password = getpass.getpass(f"Password for {person.email} (nothing: send an invitation by mail): ")
            if not password:
                return None
            try:
                validate_password(password, person)
            except ValidationError as error:
                self.stderr.write(" ".join(error.messages))
                continue
            if getpass.getpass("The same again: ") == password:
                return password
            self.stderr.write("The two differ.")

    def ask_body(self) -> Body:
        name = self.ask("body")

        def usable(slug: str) -> None:
            Body(slug=slug, name=name).clean_fields()

        slug = self.ask("slug", usable, default=slugify(name)[:40].strip("-"))
        known = Body.objects.filter(slug=slug).first()
        if known is not None:
            self.stdout.write(f"“{slug}” is there already: {known.name}. It is left as it is.")
            return known
        return Body(slug=slug, name=name, office=self.ask("office"))

    def test_mail(self, address: str) -> bool:
        """A test mail was tried at once, and what became of it is printed."""
        message = deliver.send_test(address)
        sent = message.state == MessageState.SENT
        self.stdout.write(f"Test mail to {address}: {message.get_state_display()}. {message.answer}".rstrip())
        return sent

    def invite(self, person: User) -> None:
        message = outbox.put_link(MessageKind.INVITATION, person)
        if message is not None:
            deliver.drain([message.pk])
            message.refresh_from_db()
            self.stdout.write(f"Invitation to {person.email}: {message.get_state_display()}. {message.answer}".rstrip())
