"""Delivery to a real mail server on this machine, which can also say no, not now, and nothing at all."""

import datetime as dt
import email
from email import policy

import pytest
from django.test import Client

from ctoctrack.lib import dates
from mandates.enums import MessageKind, MessageState
from mandates.models.notices import Message
from mandates.notices import deliver, outbox
from mandates.notices.compose import Words
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def put(address="reader@office.example", **fields):
    """A message in the outbox."""
    number = Message.objects.count()
    words = Words(f"Message {number}", "What is to be done.\n", "<p>What is to be done.</p>")
    message = outbox.put(MessageKind.TEST, words, address=address, message_id=f"test.{number}")
    Message.objects.filter(pk=message.pk).update(**fields)
    return message


def state(message):
    message.refresh_from_db()
    return message.state


def ago(**duration):
    return dates.machine_now() - dt.timedelta(**duration)


def test_a_message_arrives_as_text_and_html_with_its_own_id(smtp, settings):
    settings.BASE_URL = "https://track.example"
    message = put()
    assert deliver.drain() == 1
    [(address, raw)] = smtp.taken
    mail = email.message_from_bytes(raw, policy=policy.default)
    assert address == "reader@office.example"
    assert mail["Message-ID"] == "<test.0@track.example>"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail.get_body(["plain"]).get_content().strip() == "What is to be done."
    assert mail.get_body(["html"]).get_content().strip() == "<p>What is to be done.</p>"
    assert state(message) == MessageState.SENT
    assert message.answer == "250 taken"
    assert message.sent_at


def test_a_digest_can_be_stopped_by_one_post_and_no_other_mail_can(smtp, settings):
    settings.BASE_URL = "https://track.example"
    put(kind=MessageKind.DIGEST, recipient=UserFactory())
    put()
    deliver.drain()
    digest, other = (email.message_from_bytes(raw, policy=policy.default) for _address, raw in smtp.taken)
    stop = digest["List-Unsubscribe"].strip()  # a long line is folded after its name
    assert stop.startswith("<https://track.example/mail/stop/")
    assert stop.endswith("/>")
    assert digest["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert other["List-Unsubscribe"] is None


def test_many_messages_go_over_one_connection(smtp):
    for _ in range(5):
        put()
    assert deliver.drain() == 5
    assert smtp.connections == 1


def test_a_message_is_sent_once(smtp):
    put()
    assert (deliver.drain(), deliver.drain(), len(smtp.taken)) == (1, 0, 1)


def test_a_message_that_another_delivery_has_claimed_is_left_alone(smtp):
    put()
    assert deliver.claim() is not None
    assert deliver.drain() == 0
    assert smtp.taken == []


def test_of_two_claims_of_one_message_one_succeeds(monkeypatch):
    message = put()
    Message.objects.filter(pk=message.pk).update(attempts=1)  # another delivery tried it since it was read

    class Stale:
        """A reader that saw the message before."""

        def __init__(self):
            self.rows = [message, None]

        def select_related(self, *names):
            return self

        def first(self):
            return self.rows.pop(0)

    stale = Stale()
    monkeypatch.setattr(type(Message.objects.all()), "to_send", lambda self, at: stale)
    assert deliver.claim() is None


def test_a_server_that_refuses_the_connection_costs_nothing(smtp):
    smtp.stop()
    message, other = put(), put()
    assert deliver.drain() == 0
    assert (state(message), message.attempts) == (MessageState.QUEUED, 1)
    assert message.not_before > dates.machine_now()
    assert "refused" in message.answer
    assert (state(other), other.attempts) == (MessageState.QUEUED, 0)


def test_an_answer_of_4xx_is_tried_again_later_and_later(smtp):
    smtp.recipient_answers["reader@office.example"] = "451 come back later"
    message = put()
    waits = []
    for _ in range(4):
        deliver.drain()
        message.refresh_from_db()
        waits.append(round((message.not_before - message.claimed_at).total_seconds() / 60))
        Message.objects.update(not_before=ago(minutes=1))
    assert (state(message), message.answer) == (MessageState.QUEUED, "451 come back later")
    assert waits == [1, 2, 5, 15]
    smtp.recipient_answers.clear()
    assert deliver.drain() == 1


def test_before_its_time_a_message_is_not_tried_again(smtp):
    put(not_before=dates.machine_now() + dt.timedelta(minutes=5))
    assert deliver.drain() == 0


def test_later_for_ever_means_no(smtp):
    smtp.recipient_answers["reader@office.example"] = "451 come back later"
    message = put(attempts=deliver.TRIES - 1)
    deliver.drain()
    assert state(message) == MessageState.REFUSED


@pytest.mark.parametrize(
    ("said_to_the_address", "said_to_the_words"), [("550 no such person", None), (None, "554 we do not like it")]
)
def test_an_answer_of_5xx_is_final_and_the_others_still_go(smtp, said_to_the_address, said_to_the_words):
    if said_to_the_address:
        smtp.recipient_answers["gone@office.example"] = said_to_the_address
        bad, good = put("gone@office.example"), put()
        assert deliver.drain() == 1
        assert state(good) == MessageState.SENT
    else:
        smtp.data_answer = said_to_the_words
        bad = put()
        assert deliver.drain() == 0
    assert (state(bad), bad.answer) == (MessageState.REFUSED, said_to_the_address or said_to_the_words)


def test_a_server_that_wants_us_to_sign_in_refuses_no_message_for_good(smtp):
    smtp.sender_answer = "530 5.7.0 Authentication required"
    message = put()
    assert deliver.drain() == 0
    assert (state(message), message.answer) == (MessageState.QUEUED, "530 5.7.0 Authentication required")


@pytest.mark.parametrize("address", ["", "no address", "a@b\nBcc: c@d.example"])
def test_what_is_no_address_is_refused_and_the_others_still_go(smtp, address):
    bad, good = put(address), put()
    assert deliver.drain() == 1
    assert state(bad) == MessageState.REFUSED
    assert bad.answer
    assert state(good) == MessageState.SENT


def test_a_line_that_breaks_while_the_words_cross_it_leaves_a_doubt(smtp):
    smtp.hang_up_in_data = True
    message = put()
    assert deliver.drain() == 0
    assert state(message) == MessageState.DOUBTFUL
    smtp.hang_up_in_data = False
    assert deliver.drain() == 0, "it may have arrived: it is never silently sent again"
    assert len(smtp.taken) == 1


def test_after_a_line_broke_the_next_message_goes_over_a_new_one(smtp):
    smtp.hang_up_in_data = True
    put()
    deliver.drain()
    smtp.hang_up_in_data = False
    other = put()
    assert deliver.drain() == 1
    assert state(other) == MessageState.SENT


def test_killed_while_sending_a_message_is_doubtful_after_five_minutes(smtp, monkeypatch):
    message = put()

    def killed(self, mail):
        raise SystemExit

    with monkeypatch.context() as patch:
        patch.setattr("ctoctrack.lib.mail.Line.send", killed)
        with pytest.raises(SystemExit):
            deliver.drain()
    assert state(message) == MessageState.SENDING
    Message.objects.update(claimed_at=ago(minutes=4))
    deliver.drain()
    assert state(message) == MessageState.SENDING
    Message.objects.update(claimed_at=ago(minutes=6))
    deliver.drain()
    assert state(message) == MessageState.DOUBTFUL
    assert smtp.taken == []


def test_an_answer_that_comes_late_still_counts(smtp):
    put()
    message = deliver.claim()
    outbox.mark_doubtful(dates.machine_now() + dt.timedelta(minutes=10))
    deliver.record(message, deliver.Answer(deliver.Outcome.SENT, "250 taken"))
    assert state(message) == MessageState.SENT


def test_an_answer_to_what_a_person_has_settled_changes_nothing(smtp):
    put()
    message = deliver.claim()
    outbox.mark_doubtful(dates.machine_now() + dt.timedelta(minutes=10))
    outbox.settle(Message.objects.get(), arrived=False, by=UserFactory())
    deliver.record(message, deliver.Answer(deliver.Outcome.REFUSED, "550 no"))
    assert state(message) == MessageState.QUEUED


class TestLinks:
    @pytest.mark.parametrize("kind", [MessageKind.PASSWORD_RESET, MessageKind.INVITATION])
    def test_the_outbox_keeps_the_envelope_and_the_mail_holds_the_link(self, smtp, kind):
        person = UserFactory()
        message = outbox.put_link(kind, person)
        deliver.drain()
        [(address, raw)] = smtp.taken
        text = email.message_from_bytes(raw, policy=policy.default).get_body(["plain"]).get_content()
        link = next(word for word in text.split() if "/accounts/password/reset/" in word and "http" in word)
        assert address == person.email
        message.refresh_from_db()
        assert (message.text, message.html) == ("", "")
        assert Client().get(link.removeprefix("http://127.0.0.1:8000"), follow=True).status_code == 200

    def test_asked_for_twice_it_is_sent_once(self):
        person = UserFactory()
        assert outbox.put_link(MessageKind.PASSWORD_RESET, person)
        assert outbox.put_link(MessageKind.PASSWORD_RESET, person) is None

    def test_who_may_not_sign_in_gets_none(self):
        assert outbox.put_link(MessageKind.PASSWORD_RESET, UserFactory(is_active=False)) is None

    def test_who_may_not_sign_in_any_more_at_delivery_gets_none(self, smtp):
        person = UserFactory()
        message = outbox.put_link(MessageKind.PASSWORD_RESET, person)
        person.is_active = False
        person.save()
        deliver.drain()
        assert (state(message), smtp.taken) == (MessageState.REFUSED, [])


def test_a_test_mail_says_what_became_of_it(smtp):
    assert deliver.send_test("admin@office.example").state == MessageState.SENT
    smtp.recipient_answers["nobody@office.example"] = "550 no such person"
    refused = deliver.send_test("nobody@office.example")
    assert (refused.state, refused.answer) == (MessageState.REFUSED, "550 no such person")


def test_mail_can_go_into_files(settings, tmp_path):
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = tmp_path / "mail"
    put()
    put()
    assert deliver.drain() == 2
    written = "".join(path.read_text() for path in (tmp_path / "mail").iterdir())
    assert written.count("What is to be done.\n") == 2
