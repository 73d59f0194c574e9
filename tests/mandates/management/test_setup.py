"""`manage.py setup`: a first installation becomes one that people can work with."""

import datetime as dt
import getpass
import re

import pytest
from django.core.management import CommandError, call_command

from ctoctrack.accounts.models import Administrator, User
from mandates.models import Party
from mandates.models.notices import Message
from sessions.models import Body, Membership
from tests.factories import BodyFactory, UserFactory

EVERYTHING = {
    "email": "runs@office.example",
    "name": "Administrator",
    "body": "Conference on Harbour Safety",
    "slug": "harbour-cop",
    "office": "Harbour Office",
    "secretary": "secretary@office.example",
    "secretary_name": "Secretary of the Conference",
}

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def setting_up(capsys):
    """A function: sets up without asking, from options, and gives what was printed."""

    def run(**options):
        call_command("setup", no_input=True, **(EVERYTHING | options))
        return capsys.readouterr().out

    return run


@pytest.fixture
def person(monkeypatch):
    """A function: answers at the terminal, question by question, then passwords."""

    def answers(*lines, passwords=()):
        lines, passwords, asked = iter(lines), iter(passwords), []

        def listen(question):
            asked.append(question)
            return next(lines)

        monkeypatch.setattr("builtins.input", listen)
        monkeypatch.setattr(getpass, "getpass", lambda question: next(passwords))
        return asked

    return answers


def test_administrator_body_and_secretary_are_there(setting_up):
    said = setting_up()
    assert Administrator.objects.get().user.email == "runs@office.example"
    body = Body.objects.get()
    assert (body.slug, body.name, body.office) == ("harbour-cop", "Conference on Harbour Safety", "Harbour Office")
    secretary = Membership.objects.get()
    assert (secretary.user.email, secretary.body, secretary.role) == ("secretary@office.example", body, "secretary")
    assert "Ready" in said
    assert "Europe/Vienna" in said


def test_body_knows_whom_its_texts_ask(setting_up):
    setting_up()
    ledgers = dict(Party.objects.values_list("name", "ledger"))
    assert ledgers["Secretariat"] == ledgers["Harbour Office"] == "secretariat"
    assert ledgers["Conference"] == ledgers["Conference on Harbour Safety"] == "conference"
    assert ledgers["Member States"] == "states"


def test_test_mail_is_sent_and_its_fate_told(setting_up, mailoutbox):
    said = setting_up()
    assert "Test mail to runs@office.example: sent" in said
    assert "runs@office.example" in [address for message in mailoutbox for address in message.to]


def test_new_people_get_an_invitation_whose_link_works(setting_up, client, mailoutbox):
    setting_up()
    invited = [message for message in mailoutbox if message.to == ["secretary@office.example"]]
    assert len(invited) == 1
    path = re.search(r"https?://[^/\s]+(/accounts/\S+)", invited[0].body)[1]
    assert client.get(path, follow=True).status_code == 200
    assert not User.objects.get(email="secretary@office.example").has_usable_password()


def test_one_person_can_be_both(setting_up):
    setting_up(secretary="", secretary_name="")
    assert Membership.objects.get().user == Administrator.objects.get().user
    assert Message.objects.filter(kind="invitation").count() == 1


def test_second_call_leaves_what_is_there(setting_up):
    setting_up()
    before = [model.objects.count() for model in (User, Administrator, Body, Membership, Party)]
    assert "It is left as it is" in setting_up(body="Another name", office="Another office")
    assert [model.objects.count() for model in (User, Administrator, Body, Membership, Party)] == before
    assert Body.objects.get().name == "Conference on Harbour Safety"


def test_person_who_is_known_keeps_name_and_password(setting_up):
    known = UserFactory(email="runs@office.example", name="Somebody known")
    setting_up(name="")
    known.refresh_from_db()
    assert known.name == "Somebody known"
    assert known.has_usable_password()


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"email": ""}, "E-mail address of the administrator: .*--email"),
        ({"email": "nobody"}, "valid email address.*--email"),
        ({"name": ""}, "--name"),
        ({"body": ""}, "--body"),
        ({"slug": "admin"}, "address of another page.*--slug"),
        ({"slug": "harbour cop"}, "--slug"),
        ({"office": ""}, "--office"),
        ({"secretary_name": ""}, "--secretary-name"),
    ],
)
def test_what_is_missing_or_wrong_is_named_and_nothing_is_written(setting_up, mailoutbox, options, sentence):
    with pytest.raises(CommandError, match=sentence):
        setting_up(**options)
    assert not User.objects.exists()
    assert not Body.objects.exists()
    assert not mailoutbox


def test_mail_server_that_is_not_there_is_said_and_ends_with_a_fault(setting_up, settings, capsys):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    with pytest.raises(CommandError, match="Mail does not go out yet"):
        setting_up()
    assert "refused" in capsys.readouterr().out
    assert Body.objects.exists()  # what was answered need not be answered again


def test_person_is_asked_for_what_options_do_not_say(person):
    asked = person(
        "runs@office.example",
        "Administrator",
        "Conference on Harbour Safety",
        "",
        "Harbour Office",
        "",
        passwords=["quay-lantern-buoy-7", "quay-lantern-buoy-7"],
    )
    call_command("setup")
    assert len(asked) == 6
    assert User.objects.get().check_password("quay-lantern-buoy-7")
    assert Body.objects.get().slug == "conference-on-harbour-safety"
    assert not Message.objects.filter(kind="invitation").exists()


def test_wrong_answer_is_asked_for_again(person, capsys):
    asked = person("nobody", "runs@office.example", passwords=["short", "quay-lantern-buoy-7", "other", ""])
    call_command("setup", **(EVERYTHING | {"email": "", "secretary": "runs@office.example"}))
    assert len(asked) == 2
    said = capsys.readouterr().err
    assert "valid email address" in said
    assert "too short" in said
    assert "The two differ." in said


def test_no_body_is_invented_where_nobody_answers(person, monkeypatch):
    def silence(question):
        raise EOFError

    monkeypatch.setattr("builtins.input", silence)
    with pytest.raises(CommandError, match="Nobody answers here"):
        call_command("setup")
    assert not Body.objects.exists()


def test_demonstration_is_not_set_up(settings):
    settings.DEMONSTRATION_DAY = dt.date(2008, 12, 1)
    with pytest.raises(CommandError, match="A demonstration sets itself up"):
        call_command("setup", no_input=True)


def test_body_that_is_there_gets_its_secretary(setting_up):
    BodyFactory(slug="harbour-cop")
    setting_up(body="x", office="")
    assert Membership.objects.get().body.slug == "harbour-cop"
