"""The template tags: what a page gets for what it writes."""

import datetime as dt
import re
from types import SimpleNamespace

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template import engines
from django.utils import translation

from ctoctrack.lib.shapes import ORDER, SHAPES
from mandates.enums import Status, WaitingFor
from mandates.models import Mandate

TODAY = dt.date(2008, 12, 1)


def render(source, request=None, **context):
    html = engines["django"].from_string(source).render({"today": TODAY, **context}, request)
    return re.sub(r"\s+", " ", html).strip()


def words(html):
    return re.sub(r"\s+", " ", re.sub("<[^>]+>", "", html)).strip()


# Status ---------------------------------------------------------------------------------------------------------------
def test_every_status_has_a_shape_of_the_table():
    assert set(SHAPES) == set(Status.values)
    assert set(SHAPES.values()) | {"wait", "ask"} == set(ORDER)


@pytest.mark.parametrize("status", Status)
def test_a_status_is_a_word_and_a_shape(status):
    html = render("{% status mandate %}", mandate=Mandate(status=status))
    assert words(html) == status.label
    assert "<svg" in html and 'aria-hidden="true"' in html


@pytest.mark.parametrize("waiting_for", [value for value in WaitingFor if value])
def test_what_is_waited_for_stands_beside_the_status(waiting_for):
    html = render("{% status mandate %}", mandate=Mandate(status="in_progress", waiting_for=waiting_for))
    assert words(html) == f"In progress, awaiting {waiting_for.label}"
    assert 'class="st wait"' in html


def test_what_is_closed_waits_for_nothing():
    html = render("{% status mandate %}", mandate=Mandate(status="implemented", waiting_for="replies"))
    assert words(html) == "Implemented"


def test_what_states_are_asked_has_no_status():
    assert words(render("{% status mandate %}", mandate=Mandate(status=None, ledger="states"))) == "asked of States"


def test_the_edge_of_an_aside_follows_the_status():
    mandate = Mandate(status="in_progress")
    assert render("{{ mandate|status_shape }}", mandate=mandate) == "go"


# Days -----------------------------------------------------------------------------------------------------------------
def test_a_day_is_a_time_with_its_distance():
    assert render("{% day day distance=True %}", day=dt.date(2008, 12, 13)) == (
        '<time datetime="2008-12-13">13 December 2008</time> <span class="small">in 12 days</span>'
    )


def test_a_day_is_loud_only_where_the_page_says_so():
    past = dt.date(2008, 11, 24)
    assert "late" not in render("{% day day distance=True %}", day=past)
    assert render("{% day day late=True %}", day=past) == (
        '<time datetime="2008-11-24" class="late">24 November 2008</time> <span class="small">7 days late</span>'
    )


def test_no_day_is_nothing():
    assert render("{% day day %}{% moment day %}{% days day %}{{ day|written }}", day=None) == ""


def due(**fields):
    fields = {"ledger": "secretariat", "status": "in_progress", **fields}
    return render("{% due mandate %}", mandate=Mandate(**fields))


def test_due_shows_the_earlier_day_and_how_far_it_is():
    html = due(due_on=dt.date(2009, 9, 30), target_on=dt.date(2009, 6, 1))
    assert words(html) == "1 June 2009 in 182 days · target"
    assert "late" not in html and "soon" not in html


def test_due_soon_is_said_so():
    assert 'class="soon"' in due(due_on=dt.date(2008, 12, 20))


def test_past_the_target_it_is_late():
    html = due(due_on=dt.date(2009, 9, 30), target_on=dt.date(2008, 11, 24))
    assert words(html) == "24 November 2008 7 days late · target"
    assert 'class="late"' in html


def test_past_the_day_of_the_text_it_is_overdue_whatever_the_target():
    html = due(due_on=dt.date(2008, 11, 30), target_on=dt.date(2008, 11, 24))
    assert words(html) == "30 November 2008 1 day overdue"


def test_the_conference_is_never_late():
    html = due(ledger="conference", due_on=dt.date(2008, 11, 30))
    assert words(html) == "30 November 2008"
    assert "late" not in html


@pytest.mark.parametrize(
    ("kind", "said"), [("", "no deadline in the text"), ("ongoing", "ongoing"), ("session", "no day yet")]
)
def test_without_a_day_the_words_say_why(kind, said):
    assert words(due(deadline_kind=kind)) == said


def test_a_period_is_written_once():
    html = render("{% days first last %}", first=dt.date(2010, 1, 27), last=dt.date(2010, 1, 29))
    assert words(html) == "27–29 January 2010"


def test_a_timeline_puts_today_in_its_place():
    entries = [{"on": dt.date(2009, 10, 18), "title": "Fourth session"}, {"on": dt.date(2008, 11, 3), "title": "Note"}]
    html = words(render("{% timeline entries %}", entries=entries))
    assert html == "3 November 2008 Note 1 December 2008 · today 18 October 2009 Fourth session"


# Texts ----------------------------------------------------------------------------------------------------------------
def test_a_quotation_has_its_own_language_and_direction():
    with translation.override("en"):
        html = render('{% quotation "نص" "ar" %}')
    assert '<blockquote class="text" lang="ar" dir="rtl">' in html


def test_a_reference_is_isolated_from_the_direction_around_it():
    thing = SimpleNamespace(name="4/1 (i)", get_absolute_url=lambda: "/x/")
    assert render("{% reference thing %}", thing=thing) == '<a class="ref" href="/x/"><bdi>4/1 (i)</bdi></a>'
    assert render("{% reference thing link=False %}", thing=thing) == '<bdi class="ref">4/1 (i)</bdi>'


# Numbers and lists ----------------------------------------------------------------------------------------------------
def test_a_bar_has_its_numbers_in_a_table_and_no_style():
    parts = [
        {"status": "not_started", "label": "Not started", "number": 1},
        {"status": "implemented", "label": "Implemented", "number": 3},
        {"status": "lapsed", "label": "Lapsed", "number": 0},
    ]
    html = render("{% bar parts %}", parts=parts)
    assert "style=" not in html
    assert re.findall(r'<rect class="(\w+)" x="(\d+)" y="0" width="(\d+)"', html) == [
        ("done", "0", "747"),
        ("idle", "750", "250"),
    ]
    assert words(html) == "Status Number Implemented 3 Not started 1"


def test_a_bar_of_nothing_is_nothing():
    assert render("{% bar parts %}", parts=[]) == ""


def test_pages_keep_the_rest_of_the_query(rf):
    page = Paginator(range(200), 50).page(2)
    html = render("{% pagination page %}", rf.get("/", {"status": "open", "page": "2"}), page=page)
    assert 'href="?status=open&amp;page=3" rel="next"' in html
    assert '<b aria-current="page">2</b>' in html


def test_one_page_needs_no_pages(rf):
    assert render("{% pagination page %}", rf.get("/"), page=Paginator([], 50).page(1)) == ""


@pytest.mark.parametrize(
    ("now", "order", "then"), [("", None, "due"), ("due", "ascending", "-due"), ("-due", "descending", "due")]
)
def test_a_head_sorts_and_says_how(rf, now, order, then):
    html = render('{% sort_head "due" "Due" %}', rf.get("/", {"sort": now, "page": "3"} if now else {}))
    assert re.findall(r'aria-sort="(\w+)"', html) == ([order] if order else [])
    assert f'href="?sort={then}"' in html


class Filters(forms.Form):
    q = forms.CharField(label="Words", required=False)
    status = forms.ChoiceField(label="Status", choices=[("", "Any"), ("open", "Open")], required=False)
    before = forms.DateField(label="Due before", required=False)
    mine = forms.BooleanField(label="Only mine", required=False)


def test_each_filter_is_a_chip_that_takes_it_away(rf):
    request = rf.get("/", {"q": "pilots", "status": "open", "before": "2009-08-01", "mine": "on", "page": "2"})
    html = render("{% filter_chips form %}", request, form=Filters(request.GET))
    said = words(html)
    for chip in ("Words: pilots ✕", "Status: Open ✕", "Due before: 1 August 2009 ✕", "Only mine ✕", "Clear all"):
        assert chip in said
    assert 'href="?status=open&amp;before=2009-08-01&amp;mine=on"' in html


def test_without_filters_there_are_no_chips(rf):
    request = rf.get("/")
    assert render("{% filter_chips form %}", request, form=Filters(request.GET)) == ""


# Forms ----------------------------------------------------------------------------------------------------------------
def test_one_button_posts_with_its_token_and_hidden_values(rf):
    request = rf.get("/")
    html = render('{% button_form "/x/" "Confirm" about="4/1 (i)" version=3 %}', request)
    assert '<form class="one" method="post" action="/x/">' in html
    assert "csrfmiddlewaretoken" in html
    assert '<input type="hidden" name="version" value="3">' in html
    assert words(html) == "Confirm 4/1 (i)"


class OutcomeForm(forms.Form):
    outcome = forms.CharField(label="Outcome", help_text="In one sentence.")
    symbol = forms.CharField(label="Document symbol", required=False)
    level = forms.ChoiceField(label="For whom", choices=[("b", "Bureau")], widget=forms.RadioSelect)


def test_a_field_has_label_hint_and_error_tied_to_its_input():
    html = render("{{ form }}", form=OutcomeForm({}))
    assert '<label for="id_outcome">Outcome</label>' in html
    assert 'id="id_outcome_helptext">In one sentence.' in html
    assert 'aria-describedby="id_outcome_helptext id_outcome_error"' in html
    assert 'id="id_outcome_error"' in html
    assert "<legend>For whom</legend>" in html


def test_what_need_not_be_filled_in_is_said_to_be_optional():
    html = words(render("{{ form }}", form=OutcomeForm()))
    assert "Document symbol (optional)" in html
    assert "Outcome (optional)" not in html


def test_the_summary_of_errors_takes_the_focus_and_leads_to_each_field():
    html = render('{% include "components/error_summary.html" %}', form=OutcomeForm({}))
    assert 'tabindex="-1" autofocus' in html
    ids = re.findall(r'href="#(\w+)"', html)
    page = render("{{ form }}", form=OutcomeForm({}))
    assert ids == ["id_outcome", "id_level_0"]
    assert all(f'id="{name}"' in page for name in ids)


def test_a_form_without_errors_has_no_summary():
    assert render('{% include "components/error_summary.html" %}', form=OutcomeForm()) == ""
