"""The outbox: whose envelope and whose words a person sees, and who may send again or settle."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from ctoctrack.lib import dates
from mandates.enums import MessageKind, MessageState
from mandates.models.notices import Message, Notice, Run
from tests.factories import (
    AdministratorFactory,
    BodyFactory,
    GroupFactory,
    MandateFactory,
    MembershipFactory,
    UnitMembershipFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

OUTBOX = reverse("mandates:outbox")


@pytest.fixture
def body():
    return BodyFactory()


def digest(*bodies, **fields):
    """A digest that told of one mandate of each body."""
    number = Message.objects.count()
    message = Message.objects.create(
        **{
            "kind": MessageKind.DIGEST,
            "recipient": UserFactory(),
            "address": f"reader{number}@office.example",
            "subject": f"{number + 3} requests are late",
            "text": "Please say first how it stands.",
            "message_id": f"digest.{number}",
            "created_at": dates.now(),
            "not_before": dates.machine_now(),
            "state": MessageState.SENT,
            **fields,
        }
    )
    for body in bodies:
        mandate = MandateFactory(paragraph__decision__body=body)
        Notice.objects.create(
            recipient=message.recipient, mandate=mandate, key="late:1", on=dates.today(), message=message
        )
    return message


def envelope():
    """A message that is about no body."""
    return digest(kind=MessageKind.PASSWORD_RESET, subject="A new password for ctoctrack", text="")


def page_of(message):
    return reverse("mandates:message", args=[message.pk])


class TestWhoSeesWhat:
    def test_the_secretariat_reads_the_words_about_its_body_and_its_groups(self, signed_in, body):
        client = signed_in(MembershipFactory(body=body).user)
        message = digest(body, GroupFactory(parent=body))
        assert message.subject in client.get(OUTBOX).text
        assert "Please say first how it stands." in client.get(page_of(message)).text

    def test_what_is_about_another_body_does_not_exist_for_it(self, signed_in, body):
        client = signed_in(MembershipFactory(body=body).user)
        message = digest(BodyFactory())
        assert message.address not in client.get(OUTBOX).text
        assert client.get(page_of(message)).status_code == 404

    def test_of_what_is_about_another_body_too_it_sees_the_envelope(self, signed_in, body):
        client = signed_in(MembershipFactory(body=body).user)
        message = digest(body, BodyFactory())
        assert message.address in client.get(OUTBOX).text
        assert message.subject not in client.get(OUTBOX).text
        assert "Please say first" not in client.get(page_of(message)).text

    @pytest.mark.parametrize("role", ["auditor", "administrator"])
    def test_auditor_and_administrator_see_envelopes_alone(self, signed_in, body, role):
        person = MembershipFactory(body=body, role="auditor").user if role == "auditor" else AdministratorFactory().user
        client, message = signed_in(person), digest(body)
        assert message.address in client.get(OUTBOX).text
        assert message.subject not in client.get(OUTBOX).text
        answer = client.get(page_of(message))
        assert answer.status_code == 200
        assert message.subject not in answer.text
        assert "Please say first" not in answer.text

    def test_an_administrator_sees_the_envelope_of_a_reset_and_a_secretariat_does_not(self, signed_in, body):
        message = envelope()
        assert signed_in(AdministratorFactory().user).get(page_of(message)).status_code == 200
        assert signed_in(MembershipFactory(body=body).user).get(page_of(message)).status_code == 404

    def test_for_everybody_else_there_is_no_outbox(self, signed_in, body):
        message = digest(body)
        for person in (
            UnitMembershipFactory().user,
            MembershipFactory(body=body, role="observer").user,
            MembershipFactory(body=body, role="bureau").user,
            UserFactory(),
        ):
            client = signed_in(person)
            assert client.get(OUTBOX).status_code == 404
            assert client.get(page_of(message)).status_code == 404

    def test_a_stranger_is_asked_to_sign_in(self, client):
        assert client.get(OUTBOX).headers["Location"].startswith(reverse("accounts:sign-in"))


class TestList:
    @pytest.fixture
    def clerk(self, signed_in, body):
        return signed_in(MembershipFactory(body=body).user)

    def test_an_empty_one_says_what_will_stand_there(self, clerk):
        assert "No message yet" in clerk.get(OUTBOX).text

    def test_it_is_narrowed_by_state(self, clerk, body):
        sent, refused = digest(body), digest(body, state=MessageState.REFUSED)
        text = clerk.get(OUTBOX, {"state": "refused"}).text
        assert refused.address in text
        assert sent.address not in text

    def test_a_state_that_is_none_narrows_nothing(self, clerk, body):
        assert digest(body).address in clerk.get(OUTBOX, {"state": "lost"}).text

    def test_what_is_stuck_is_refused_doubtful_without_answer_or_left_lying(self, clerk, body):
        long_ago = dates.machine_now() - dt.timedelta(hours=1)
        stuck = [
            digest(body, state=MessageState.REFUSED),
            digest(body, state=MessageState.DOUBTFUL),
            digest(body, state=MessageState.SENDING, claimed_at=long_ago),
            digest(body, state=MessageState.QUEUED, not_before=long_ago),
        ]
        fine = [
            digest(body),
            digest(body, state=MessageState.QUEUED),
            digest(body, state=MessageState.SENDING, claimed_at=dates.machine_now()),
        ]
        answer = clerk.get(OUTBOX, {"state": "stuck"})
        assert "4 messages are stuck and need a person." in answer.text
        assert all(message.address in answer.text for message in stuck)
        assert not any(message.address in answer.text for message in fine)

    def test_the_last_run_stands_on_top(self, clerk):
        assert "The reminders have not run yet." in clerk.get(OUTBOX).text
        Run.objects.create(
            on=dt.date(2009, 3, 31), started_at=dates.machine_now(), finished_at=dates.machine_now(), messages=3
        )
        text = clerk.get(OUTBOX).text
        assert "for 31 March 2009" in text
        assert "3 messages were written." in text

    def test_a_silence_is_said_aloud(self, clerk):
        assert "Reminders are not running" not in clerk.get(OUTBOX).text
        at = dates.machine_now() - dt.timedelta(hours=30)
        Run.objects.create(on=at.date(), started_at=at, finished_at=at)
        assert "Reminders are not running" in clerk.get(OUTBOX).text

    def test_three_messages_take_as_many_queries_as_one(self, clerk, body, django_assert_num_queries):
        digest(body)
        with CaptureQueriesContext(connection) as one:
            clerk.get(OUTBOX)
        digest(body)
        digest(body)
        with django_assert_num_queries(len(one)):
            clerk.get(OUTBOX)


class TestSendingAgain:
    def resend(self, client, message):
        return client.post(reverse("mandates:message-resend", args=[message.pk]), follow=True)

    @pytest.mark.parametrize("role", ["secretariat", "administrator"])
    def test_a_refused_one_waits_again_for_the_address_of_today(self, signed_in, body, role):
        person = MembershipFactory(body=body).user if role == "secretariat" else AdministratorFactory().user
        message = digest(body, state=MessageState.REFUSED, attempts=1, address="wrong@office.example")
        answer = self.resend(signed_in(person), message)
        assert "The message waits to be sent again." in answer.text
        message.refresh_from_db()
        assert (message.state, message.attempts) == (MessageState.QUEUED, 0)
        assert message.address == message.recipient.email
        assert message.settled_by == person

    def test_one_that_was_sent_is_not_sent_again(self, signed_in, body):
        message = digest(body)
        answer = self.resend(signed_in(MembershipFactory(body=body).user), message)
        assert "Only a refused message can be sent again" in answer.text
        message.refresh_from_db()
        assert message.state == MessageState.SENT

    def test_an_auditor_may_not(self, signed_in, body):
        message = digest(body, state=MessageState.REFUSED)
        client = signed_in(MembershipFactory(body=body, role="auditor").user)
        assert self.resend(client, message).status_code == 404
        assert "Send it again" not in client.get(page_of(message)).text

    def test_nothing_happens_on_get(self, signed_in, body):
        message = digest(body, state=MessageState.REFUSED)
        client = signed_in(MembershipFactory(body=body).user)
        assert client.get(reverse("mandates:message-resend", args=[message.pk])).status_code == 405


class TestSettling:
    def settle(self, clerk, message, **data):
        answer = clerk.post(reverse("mandates:message-settle", args=[message.pk]), data, follow=True)
        message.refresh_from_db()
        return answer

    @pytest.fixture
    def clerk(self, signed_in, body):
        return signed_in(MembershipFactory(body=body).user)

    @pytest.fixture
    def doubtful(self, body):
        return digest(body, state=MessageState.DOUBTFUL)

    def test_a_person_says_that_it_arrived(self, clerk, doubtful):
        assert "The message counts as sent." in self.settle(clerk, doubtful, arrived="yes").text
        assert doubtful.state == MessageState.SENT

    def test_a_person_says_that_it_did_not(self, clerk, doubtful):
        self.settle(clerk, doubtful, arrived="no")
        assert doubtful.state == MessageState.QUEUED

    def test_without_an_answer_it_stays_doubtful(self, clerk, doubtful):
        assert "Say whether the message arrived." in self.settle(clerk, doubtful).text
        assert doubtful.state == MessageState.DOUBTFUL

    def test_the_second_of_two_people_is_told(self, clerk, doubtful):
        self.settle(clerk, doubtful, arrived="yes")
        answer = self.settle(clerk, doubtful, arrived="no")
        assert "Only a doubtful message can be settled" in answer.text
        assert doubtful.state == MessageState.SENT

    def test_an_auditor_may_not(self, signed_in, body, doubtful):
        auditor = signed_in(MembershipFactory(body=body, role="auditor").user)
        assert self.settle(auditor, doubtful, arrived="yes").status_code == 404
        assert doubtful.state == MessageState.DOUBTFUL


def test_whoever_owns_something_open_and_wants_no_mail_is_named_to_those_who_may_know(body, signed_in):
    silent = UserFactory(name="Officer, archives", rhythm="none")
    MandateFactory(paragraph__decision__body=body, owner=silent)
    keeper = MembershipFactory(body=body).user
    assert "Officer, archives" in signed_in(keeper).get(OUTBOX).content.decode()
    elsewhere = MembershipFactory().user
    assert "Officer, archives" not in signed_in(elsewhere).get(OUTBOX).content.decode()
