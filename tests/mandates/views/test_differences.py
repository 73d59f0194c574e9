"""The page that compares a file with what is stored, and each of its buttons."""

import pytest
from django.test import Client
from django.urls import reverse

from mandates.actions import reviewing
from mandates.models import Mandate
from sessions.models import Concordance, Difference, Pair
from tests.factories import MembershipFactory, UserFactory
from tests.languages import decision_in
from tests.texts import PARAGRAPHS, comes_in, draft_text, report_text

LATER_DAY = PARAGRAPHS["b"].replace("30 June", "31 August")


@pytest.fixture
def secretary(harbour):
    return MembershipFactory(body=harbour, role="secretary", user=UserFactory(name="Secretary")).user


@pytest.fixture
def stored(harbour, secretary):
    report = comes_in(harbour, secretary, report_text())
    reviewing.confirm(Mandate.objects.get(paragraph__label="(b)"), by=secretary)
    return report


@pytest.fixture
def corrected(stored, harbour, secretary):
    return comes_in(harbour, secretary, report_text(b=LATER_DAY, leave_out="d"), name="corrected.md")


@pytest.fixture
def adopted(harbour, secretary):
    comes_in(harbour, secretary, draft_text(), name="L3.md")
    for label in ("2.", "4."):
        reviewing.confirm(Mandate.objects.get(paragraph__label=label), by=secretary)
    return comes_in(harbour, secretary, report_text())


@pytest.fixture
def client_of():
    def sign_in(person):
        client = Client()
        client.force_login(person)
        return client

    return sign_in


def page(client, report, query=""):
    return client.get(reverse("mandates:differences", args=[report.pk]) + query)


def decide(client, difference, **posted):
    return client.post(reverse("mandates:decide-difference", args=[difference.report_id, difference.pk]), posted)


def changed(report):
    return report.differences.get(kind="changed")


# What is shown ------------------------------
def test_the_review_leads_to_what_differs(corrected, secretary, client_of):
    text = client_of(secretary).get(corrected.get_absolute_url()).content.decode()
    assert "This file differs from what is stored: 2 places to decide" in text
    assert reverse("mandates:differences", args=[corrected.pk]) in text


def test_the_review_of_a_file_that_differs_in_nothing_says_nothing(stored, secretary, client_of):
    assert "differs from what is stored" not in client_of(secretary).get(stored.get_absolute_url()).content.decode()


def test_struck_and_added_words_are_marked_and_not_by_colour_alone(corrected, secretary, client_of):
    text = page(client_of(secretary), corrected).content.decode()
    assert "<del>" in text
    assert "<ins>" in text
    assert "June" in text.split("<del>", 1)[1].split("</del>")[0] or "30 June" in text
    assert "struck:" in text, "who hears the page hears it too"


def test_what_the_new_words_say_of_a_mandate_is_offered(corrected, secretary, client_of):
    mandate = Mandate.objects.get(reference="3-1-b-1")
    text = page(client_of(secretary), corrected).content.decode()
    assert f'value="{mandate.pk}:deadline"' in text
    assert "by 31 August 2008" in text


def test_an_auditor_sees_it_without_buttons(corrected, harbour, client_of):
    auditor = MembershipFactory(body=harbour, role="auditor").user
    text = page(client_of(auditor), corrected).content.decode()
    assert "31" in text
    assert 'name="answer"' not in text


def test_a_paragraph_more_takes_no_query_more(stored, harbour, secretary, client_of, django_assert_num_queries):
    def queries(report):
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        client = client_of(secretary)
        page(client, report)
        with CaptureQueriesContext(connection) as seen:
            assert page(client, report).status_code == 200
        return len(seen)

    one = comes_in(harbour, secretary, report_text(b=LATER_DAY), name="one.md")
    more = report_text(b=LATER_DAY, c="*Invited* States to wait;", e=PARAGRAPHS["e"].replace("fourth", "fifth"))
    assert queries(one) == queries(comes_in(harbour, secretary, more, name="more.md"))


# What is decided ------------------------------
def test_the_new_words_are_taken_with_the_fields_that_were_ticked(corrected, secretary, client_of):
    mandate = Mandate.objects.get(reference="3-1-b-1")
    answer = decide(client_of(secretary), changed(corrected), answer="take", offer=[f"{mandate.pk}:deadline"])
    assert answer.status_code == 302
    mandate.refresh_from_db()
    assert str(mandate.due_on) == "2008-08-31"


def test_what_is_stored_is_kept_and_that_is_undone(corrected, secretary, client_of):
    client, difference = client_of(secretary), changed(corrected)
    decide(client, difference, answer="keep")
    assert Difference.objects.get(pk=difference.pk).answer == "kept"
    decide(client, difference, answer="undo")
    assert Difference.objects.get(pk=difference.pk).answer == ""


def test_who_comes_second_sees_a_page_that_says_so(corrected, secretary, harbour, client_of):
    other = MembershipFactory(body=harbour, user=UserFactory(name="Officer, records")).user
    decide(client_of(other), changed(corrected), answer="keep")
    answer = decide(client_of(secretary), changed(corrected), answer="take")
    assert answer.status_code == 409
    assert "Officer, records has decided this in the meantime" in answer.content.decode()
    assert Difference.objects.get(pk=changed(corrected).pk).answer == "kept"


def test_harmless_ones_go_by_one_button(stored, harbour, secretary, client_of):
    text = report_text(b=PARAGRAPHS["b"].replace("States, by", "States by"), leave_out="d")
    report = comes_in(harbour, secretary, text, name="typography.md")
    client = client_of(secretary)
    assert "spaces, punctuation and typography alone" in page(client, report).content.decode()
    client.post(reverse("mandates:take-harmless", args=[report.pk]))
    assert [d.answer for d in report.differences.order_by("kind")] == ["taken", ""]


def test_a_paragraph_in_another_language_is_given_its_place(stored, harbour, secretary, client_of):
    text = decision_in("fr", leave_out="d").replace("e) A prié", "A prié")
    report = comes_in(harbour, secretary, text, name="fr.md")
    waiting = report.differences.filter(kind="unaligned").first()
    place = stored.decisions.get().paragraphs.get(label="(e)")
    client = client_of(secretary)
    assert "Belongs to" in page(client, report).content.decode()
    assert decide(client, waiting, answer="take", paragraph=place.pk).status_code == 302
    assert place.words_in("fr").text == waiting.new
    decide(client, waiting, answer="undo")
    assert place.words_in("fr").language == "en"
    assert "Belongs to" in page(client, report).content.decode()


def test_a_search_finds_a_mandate_by_the_words_of_another_language(stored, harbour, secretary, client_of):
    comes_in(harbour, secretary, decision_in("fr"), name="fr.md")
    assert "renseignements" in Mandate.objects.get(reference="3-1-b-1").search_released


# Drafts ------------------------------
def send(client, concordance, **posted):
    return client.post(reverse("mandates:concordance", args=[concordance.report_id, concordance.pk]), posted)


def chosen(client, report):
    """The fields of the form as the page offers them."""
    [found] = page(client, report).context["concordances"]
    return {field.html_name: field.value() for field in found["form"]}


def test_everything_that_is_offered_is_confirmed_at_once(adopted, secretary, client_of):
    client, concordance = client_of(secretary), Concordance.objects.get()
    answer = send(client, concordance, answer="all", **chosen(client, adopted))
    assert answer.status_code == 302
    assert Mandate.objects.get(reference="3-1-b-1").paragraph.label == "(b)"
    left = chosen(client, adopted)
    assert len(left) == 1, "what was struck is left open until somebody says that it was not adopted"


def test_one_by_one_and_not_adopted(adopted, secretary, client_of):
    client, concordance = client_of(secretary), Concordance.objects.get()
    four = Mandate.objects.get(paragraph__label="4.").paragraph
    fields = chosen(client, adopted) | {f"became-{four.pk}": "struck"}
    send(client, concordance, answer=f"one-{four.pk}", **fields)
    assert Pair.objects.get().paragraph is None
    assert Mandate.objects.get(paragraph=four).status == "discontinued"
    assert "1 mandate still stands under the draft" in page(client, adopted).content.decode(), "that of paragraph 2"
    assert Mandate.objects.get(paragraph__label="2.").status == "not_started"


def test_a_pair_is_undone_and_a_draft_dismissed(adopted, secretary, client_of):
    client, concordance = client_of(secretary), Concordance.objects.get()
    send(client, concordance, answer="all", **chosen(client, adopted))
    for pair in Pair.objects.all():
        send(client, concordance, answer=f"undo-{pair.pk}")
    assert not Pair.objects.exists()
    send(client, concordance, answer="dismiss")
    assert Concordance.objects.get().answer == "kept"
    assert "did not come of this draft" in page(client, adopted).content.decode()


def test_the_second_of_two_people_is_told(adopted, harbour, secretary, client_of):
    client, concordance = client_of(secretary), Concordance.objects.get()
    fields = chosen(client, adopted)
    other = MembershipFactory(body=harbour, user=UserFactory(name="Officer, records")).user
    send(client_of(other), concordance, answer="dismiss")
    answer = send(client, concordance, answer="all", **fields)
    assert answer.status_code == 409
    assert "Officer, records" in answer.content.decode()


def test_the_reference_that_a_mandate_had_leads_to_it(adopted, secretary, client_of):
    client = client_of(secretary)
    send(client, Concordance.objects.get(), answer="all", **chosen(client, adopted))
    answer = client.get("/harbour/mandates/HARB-2007-L.3-2-1/")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/harbour/mandates/3-1-b-1/")


def test_nobody_outside_sees_a_draft(adopted, harbour, secretary, client_of):
    delegate = client_of(MembershipFactory(body=harbour, role="contributor").user)
    assert delegate.get("/harbour/decisions/HARB-2007-L.3/").status_code == 404
    assert delegate.get("/progress/harbour/decisions/HARB-2007-L.3/").status_code == 404
    text = delegate.get("/progress/harbour/").content.decode()
    assert "3/1" in text
    assert "L.3" not in text
    assert "launch" not in delegate.get("/progress/harbour/decisions/3-1/").content.decode()
    mandate = Mandate.objects.get(paragraph__label="2.")
    assert not secretary.has_perm("mandates.release_mandate", mandate), "nothing of it can be released"


def test_the_page_of_a_draft_says_what_it_is_and_what_came_of_it(adopted, secretary, client_of):
    client = client_of(secretary)
    assert "not what was adopted" in client.get("/harbour/decisions/HARB-2007-L.3/").content.decode()
    send(client, Concordance.objects.get(), answer="all", **chosen(client, adopted))
    assert "/harbour/decisions/3-1/" in client.get("/harbour/decisions/HARB-2007-L.3/").content.decode()


# Languages ------------------------------
def in_language(client, address, language):
    client.cookies["django_language"] = language
    return client.get(address).content.decode()


def test_the_readers_own_language_is_quoted_and_english_where_it_is_missing(stored, harbour, secretary, client_of):
    comes_in(harbour, secretary, decision_in("ar", leave_out="d"), name="ar.md")
    text = in_language(client_of(secretary), "/harbour/decisions/3-1/", "ar")
    assert 'lang="ar" dir="rtl">أحاط علما' in text
    assert 'lang="en" dir="ltr">Welcomed the offer' in text
    assert "Welcomed the offer" in text


def test_a_switch_shows_the_marked_english(stored, harbour, secretary, client_of):
    comes_in(harbour, secretary, decision_in("fr"), name="fr.md")
    client = client_of(secretary)
    assert "<mark" not in in_language(client, "/harbour/decisions/3-1/", "fr")
    assert "<mark" in in_language(client, "/harbour/decisions/3-1/?text=en", "fr")
    assert "A pris note" in in_language(client, "/harbour/decisions/3-1/?text=fr", "en")


def test_a_mandate_quotes_both(stored, harbour, secretary, client_of):
    comes_in(harbour, secretary, decision_in("fr"), name="fr.md")
    text = in_language(client_of(secretary), "/harbour/mandates/3-1-b-1/", "fr")
    assert 'lang="fr"' in text.split("A prié le Secrétariat de recueillir")[0][-200:]
    assert "particulars of the boarding" in text


def test_a_delegation_reads_its_own_language(stored, harbour, secretary, client_of):
    comes_in(harbour, secretary, decision_in("ar", leave_out="d"), name="ar.md")
    delegate = client_of(MembershipFactory(body=harbour, role="contributor").user)
    text = in_language(delegate, "/progress/harbour/decisions/3-1/", "ar")
    assert "أحاط علما" in text
    assert "English" in text, "where the reader's language is missing, it says in which it is"


def test_where_the_words_do_not_tell_a_person_names_the_draft(harbour, secretary, client_of):
    comes_in(harbour, secretary, draft_text(), name="L3.md")
    other = {letter: f"*Requested* the Bureau to see to matter {letter} of the lights at sea;" for letter in "abcde"}
    report = comes_in(harbour, secretary, report_text(**other).replace("Safety of pilotage", "Lights"))
    client = client_of(secretary)
    assert "came of a draft? Say of which" in client.get(report.get_absolute_url()).content.decode()
    assert "Did another decision come of a draft?" in page(client, report).content.decode()
    form = page(client, report).context["draft_form"]
    posted = {"decision": next(iter(form.decisions)), "draft": next(iter(form.drafts))}
    client.post(reverse("mandates:trace-draft", args=[report.pk]), posted)
    assert Concordance.objects.get().draft.number == "HARB/2007/L.3"
    assert "Not adopted" in page(client, report).content.decode()
