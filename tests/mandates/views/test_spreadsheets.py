"""The spreadsheet in and out: one form, looked at first, all or nothing."""

import csv
import datetime as dt
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import Workbook, load_workbook

from ctoctrack.lib import dates
from mandates import tasks
from mandates.actions.importing import import_spreadsheet, plan_of
from mandates.actions.importing.applying import write
from mandates.actions.reviewing import confirm
from mandates.enums import Status
from mandates.models import Change, Mandate, Spreadsheet
from sessions.models import Decision
from tests.factories import (
    BodyFactory,
    DecisionFactory,
    GroupFactory,
    MandateFactory,
    MembershipFactory,
    ParagraphFactory,
    SessionFactory,
    UnitMembershipFactory,
    UpdateFactory,
    UserFactory,
)
from tests.mandates.roles import KEEPS

NEW = reverse("mandates:spreadsheet-new")
HEAD = ["Resolution", "Paragraph", "Action required", "Implementation", "Resources"]
HEAD += ["Owner", "Unit", "Deadline", "Status", "Reference"]


def csv_of(rows, head=HEAD, encoding="utf-8", separator=","):
    lines = [separator.join('"' + str(cell).replace('"', '""') + '"' for cell in row) for row in [head, *rows]]
    return "\r\n".join(lines).encode(encoding)


def xlsx_of(rows, head=HEAD):
    book = Workbook()
    for row in [head, *rows]:
        book.active.append(list(row))
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


@pytest.fixture
def upload(secretary, harbour):
    """A function: the file is sent; gives the page that says what it would change."""

    def send(content, name="mandates.csv", client=secretary, **data):
        file = SimpleUploadedFile(name, content)
        return client.post(NEW, {"body": harbour.pk, "file": file, **data}, follow=True)

    return send


@pytest.fixture
def agree(secretary):
    """A function: what a page showed is agreed to, and the job is done."""

    def press(page, client=secretary):
        it = page.context["it"]
        client.post(reverse("mandates:spreadsheet-import", args=[it.pk]), {"digest": page.context["digest"]})
        it.refresh_from_db()
        assert import_spreadsheet(it)
        it.refresh_from_db()
        return it

    return press


def problems(page):
    return [(problem.row, str(problem.column), problem.sentence) for problem in page.context["plan"].problems]


def exported(client, form, query=""):
    response = client.get(reverse("mandates:export", args=[form]) + query)
    assert response.status_code == 200
    return response.getvalue()


# Out and in again ----------------------------------------------------------------------------------------------------
RULES = [
    {},
    {"deadline_kind": "date", "deadline_text": "by 31 March 2010", "deadline_date": dt.date(2010, 3, 31)},
    {"deadline_kind": "date", "deadline_date": dt.date(2010, 3, 31)},
    {"deadline_kind": "session", "deadline_text": "at its fourth session", "deadline_ordinal": 4},
    {"deadline_kind": "session", "deadline_ordinal": 23, "deadline_relation": "before", "deadline_part": "resumed"},
    {"deadline_kind": "recurring", "deadline_every": "session"},
    {"deadline_kind": "recurring"},
    {"deadline_kind": "ongoing"},
    {"deadline_kind": "ongoing", "deadline_date": dt.date(2012, 12, 31), "deadline_start": dt.date(2010, 1, 1)},
    {"deadline_kind": "on_request", "deadline_text": "upon request"},
]
WORDS = [
    '=HYPERLINK("http://evil.example";"look")',
    "+1 page",
    "- as far as possible",
    "@all",
    "'=not a formula",
    "007",
    "4/1",
    'first line\nsecond line\r\nthird; with, marks "quoted"\tand a tab',
    "зал 会议厅 قاعة «naïve» \u200fright to left",
    "x" * 40_000,
    "\x0bwith\x0c a control character",
]


@pytest.fixture
def every_kind(new_mandate, harbour):
    """Mandates of every status, ledger and kind of deadline, with all that a cell can hold."""
    member = UnitMembershipFactory()
    twin = UnitMembershipFactory(unit=member.unit, user__name=member.user.name)
    odd = UnitMembershipFactory(unit=member.unit, user__name="–")
    later = ParagraphFactory(decision=DecisionFactory(body=harbour, number="4/1"), label="(c)", path="c")
    statuses = [status for status in Status if status not in {"proposed", "declined"}]
    for place in range(max(len(RULES), len(WORDS), len(statuses))):
        status = statuses[place % len(statuses)]
        mandate = new_mandate(
            "abcdefghijklmnop"[place],
            status=status,
            ledger="conference" if place % 3 == 1 else "secretariat",
            action=WORDS[-place % len(WORDS)],
            resources=["", "about 20,000 dollars", "=1+1"][place % 3],
            funding=["existing", ""][place % 2],
            owner=[member, twin, odd][place % 3].user,
            unit=member.unit,
            superseded_by=later if status in {"superseded", "discontinued"} else None,
            addressees=["Secretariat", "Bureau"],
            **RULES[place % len(RULES)],
        )
        UpdateFactory(mandate=mandate, text=WORDS[place % len(WORDS)])
    new_mandate("q", ledger="states", addressees=["States parties"])
    mandate.evidence.create(kind="symbol", symbol="HARBOUR/2008/4", by=member.user, at=dates.now())
    MandateFactory(
        paragraph=ParagraphFactory(decision=DecisionFactory(body=harbour, number="3/1", kind="resolution"), path="1"),
        reference="res-3-1-1-1",
    )
    return Mandate.objects.confirmed()


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_what_was_exported_and_is_imported_again_changes_nothing(every_kind, secretary, upload, form):
    page = upload(exported(secretary, form), f"mandates.{form}")
    plan = page.context["plan"]
    assert (plan.problems, [step.differences for step in plan.steps]) == ([], [])
    assert plan.unchanged == every_kind.count()
    assert plan.table.unknown == []
    assert not plan.is_good


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_no_cell_is_a_formula_and_each_is_text(every_kind, secretary, form):
    content = exported(secretary, form)
    if form == "xlsx":
        cells = [cell for row in load_workbook(io.BytesIO(content)).active.iter_rows() for cell in row]
        assert {cell.data_type for cell in cells if cell.value is not None} == {"s"}
        assert "4/1" in [cell.value for cell in cells]
        assert "007" in [cell.value for cell in cells]
        texts = [str(cell.value) for cell in cells]
    else:
        texts = [cell for row in csv.reader(io.StringIO(content.decode("utf-8-sig"))) for cell in row]
    assert '\'=HYPERLINK("http://evil.example";"look")' in texts
    assert not [text for text in texts if text[:1] in "=+-@\t\r" and text]


def test_export_follows_the_filters_of_the_list(every_kind, secretary):
    rows = exported(secretary, "csv", "?ledger=states").decode().splitlines()
    assert len(rows) == 2


def test_each_exports_what_they_see(new_mandate, who_may, mandate, as_role):
    new_mandate("z", action="prepare what nobody else sees")
    address = reverse("mandates:export", args=["csv"])
    assert {"owner", "colleague", "head", "auditor", "secretary"} <= who_may(address)
    assert not {role for role in who_may(address) if role.startswith("delegation")} | (
        who_may(address) & {"chair", "bureau", "administrator", "signed in", "stranger"}
    )
    lines = exported(as_role("owner"), "csv").decode()
    assert "prepare what nobody else sees" not in lines
    assert "pilotage in small harbours" in lines


def test_export_takes_the_same_queries_for_three_rows_as_for_one(new_mandate, secretary):
    def count():
        exported(secretary, "csv")  # what is worked out once is there already
        with CaptureQueriesContext(connection) as caught:
            exported(secretary, "csv")
        return len(caught)

    new_mandate("c", owner=UserFactory())
    one = count()
    for letter in "def":
        new_mandate(letter, owner=UserFactory())
    assert count() == one


# What comes in --------------------------------------------------------------------------------------------------------
ROW = ["4/1", "(a)", "Report on pilotage to the Conference at its fifth session", "", "", "", "", "", "", ""]


def row(**cells):
    return [cells.get(name, default) for name, default in zip(HEAD, ROW, strict=True)]


def test_new_rows_make_decisions_paragraphs_and_mandates(upload, agree, harbour):
    session = SessionFactory(body=harbour, slug="harbour-4", ordinal=4)
    person = UnitMembershipFactory(user__name="Officer, pilotage").user
    rows = [
        row(
            Owner="officer, Pilotage",
            Implementation="A draft is there.",
            Status="In progress",
            Resources="extrabudgetary",
        ),
        row(Paragraph="3 (b)", **{"Action required": "Requests States to submit their views by 31 March 2010"}),
        row(Resolution="Resolution 4/2", Paragraph="", Deadline="2010-06-30", Resources="20,000 dollars"),
    ]
    page = upload(csv_of(rows))
    plan = page.context["plan"]
    assert problems(page) == []
    assert (plan.decisions, plan.paragraphs, len(plan.new)) == (["decision 4/1", "resolution 4/2"], 3, 3)
    assert not Mandate.objects.filter(
        body=harbour, paragraph__decision__number="4/1"
    ).exists()  # a look changes nothing
    assert agree(page).outcome == {"code": "done", "made": 3, "changed": 0, "unchanged": 0}

    first = Mandate.objects.get(reference="4-1-a-1")
    assert (first.status, first.owner, first.funding, first.ledger) == (
        "in_progress",
        person,
        "extrabudgetary",
        "secretariat",
    )
    assert (first.deadline_kind, first.deadline_ordinal, first.action_type) == ("session", 5, "report")
    assert first.updates.get().text == "A draft is there."
    assert not first.releases.exists()
    assert first.paragraph.decision.session == session
    assert set(first.changes.values_list("kind", flat=True)) == {"confirmed", "owner", "update", "status"}

    second = Mandate.objects.get(reference="4-1-3-b-1")
    assert (second.ledger, second.status, second.due_on) == ("states", None, dt.date(2010, 3, 31))
    assert str(second.paragraph) == "4/1, para. 3 (b)"

    third = Mandate.objects.get(reference="res-4-2-p-1")
    assert (third.due_on, third.resources, third.funding) == (dt.date(2010, 6, 30), "20,000 dollars", "")


def test_new_rows_exported_and_imported_again_change_nothing(upload, agree, secretary, harbour):
    agree(upload(csv_of([row(Resources="extrabudgetary"), row(Paragraph="(b)", Deadline="31 March 2010")])))
    plan = upload(exported(secretary, "xlsx"), "again.xlsx").context["plan"]
    assert (plan.problems, plan.steps) == ([], [])
    same = upload(csv_of([row(Resources="extrabudgetary"), row(Paragraph="(b)", Deadline="31 March 2010")]))
    assert (same.context["plan"].unchanged, same.context["plan"].steps) == (2, [])


def test_changed_cells_are_shown_old_and_new_and_made_by_the_actions(upload, agree, mandate, said):
    person = UnitMembershipFactory(user__name="Officer, pilotage").user
    mandate.resources = "10,000 dollars"
    mandate.save()
    cells = {
        "Reference": mandate.reference,
        "Owner": person.email,
        "Deadline": "31 March 2010",
        "Status": "Continuing",
        "Implementation": "The questionnaire went out.",
        "Resources": "20,000 dollars",
    }
    page = upload(csv_of([["", "", "", *row(**cells)[3:]]]))
    step = page.context["plan"].changed[0]
    assert {str(one.column): (one.old, one.new) for one in step.differences} == {
        "Owner": ("", person.email),
        "Deadline": ("", "31 March 2010"),
        "Status": ("Not started", "Continuing"),
        "Implementation": ("", "The questionnaire went out."),
        "Resources": ("10,000 dollars", "20,000 dollars"),
    }
    assert "20,000 dollars" in said(page)
    agree(page)
    mandate.refresh_from_db()
    assert (mandate.owner, mandate.status, mandate.due_on) == (person, "continuing", dt.date(2010, 3, 31))
    assert mandate.resources == "20,000 dollars"
    assert mandate.updates.get().text == "The questionnaire went out."
    kinds = set(mandate.changes.values_list("kind", flat=True))
    assert {"owner", "status", "update", "text", "deadline"} <= kinds
    assert "From the spreadsheet “mandates.csv”, row 2." in mandate.changes.values_list("reason", flat=True)


def test_every_error_is_told_at_once_with_its_row_and_its_column_and_nothing_is_imported(upload, mandate, harbour):
    before = Change.objects.count()
    states = Mandate.objects.get(pk=MandateFactory(paragraph__decision=mandate.paragraph.decision, ledger="states").pk)
    rows = [
        row(Resolution=""),
        row(Resolution="nonsense"),
        row(Status="Finished"),
        row(Paragraph="(d)", Owner="nobody.known@office.example"),
        row(Paragraph="(e)", Deadline="03/04/2010"),
        row(Paragraph="(f)", Deadline="soon"),
        row(Reference="9-9-z-9"),
        row(Paragraph="(g)", Status="Implemented"),
        row(Paragraph="(h)", Status="Reported done", Implementation="It was published."),
        row(**{"Action required": ""}),
        row(Reference=states.reference, Resolution="", Paragraph="", Status="In progress", **{"Action required": ""}),
        row(Reference=mandate.reference, Resolution="8/8", Paragraph="", **{"Action required": ""}),
        row(Resolution="4-Jan"),
        row(Paragraph="(y)"),
        row(Paragraph="(y)"),
        row(Paragraph="(z)", Unit="Section of nowhere"),
        row(Paragraph="(x)", Resources="#REF!"),
    ]
    page = upload(csv_of(rows))
    found = problems(page)
    assert [(number, column) for number, column, _words in found] == [
        (2, "Resolution"),
        (3, "Resolution"),
        (4, "Status"),
        (5, "Owner"),
        (6, "Deadline"),
        (7, "Deadline"),
        (8, "Reference"),
        (9, "Status"),
        (10, "Evidence"),
        (11, "Action required"),
        (12, "Status"),
        (13, "Resolution"),
        (14, "Resolution"),
        (16, "Action required"),
        (17, "Unit"),
        (18, "Resources"),
    ]
    assert all(words.endswith(".") for _number, _column, words in found)
    assert "can be two days. Write 2010-03-31 or 31 March 2010." in found[4][2]
    assert "needs a second person" in found[7][2]
    assert "made a day of the number" in found[12][2]
    assert "Import " not in page.text.split("</h1>")[1].split("<footer")[0].replace("Import a spreadsheet", "")
    assert Change.objects.count() == before


@pytest.mark.parametrize("made", ["4-Jan", "04. Jan", "Apr-01", "01/04/2026", "2026-04-01", "1-Apr-26"])
def test_a_number_of_which_a_program_made_a_day_is_found_out(upload, harbour, made):
    (_row, column, words) = problems(upload(csv_of([row(Resolution=made)])))[0]
    assert column == "Resolution"
    assert "made a day of the number" in words


def test_agreed_although_wrong_imports_nothing(upload, secretary, harbour):
    page = upload(csv_of([row(), row(Paragraph="(b)", Status="Finished")]))
    it = page.context["it"]
    secretary.post(reverse("mandates:spreadsheet-import", args=[it.pk]), {"digest": page.context["digest"]})
    it.refresh_from_db()
    import_spreadsheet(it)
    assert it.outcome == {"code": "changed_since"}
    assert not Decision.objects.filter(number="4/1").exists()


def test_what_changed_since_the_look_stops_the_import(upload, agree, mandate, secretary, said):
    cells = {"Reference": mandate.reference, "Status": "In progress"}
    page = upload(csv_of([["", "", "", *row(**cells)[3:]], row()]))
    Mandate.objects.filter(pk=mandate.pk).update(status="continuing")
    it = agree(page)
    assert (it.state, it.outcome) == ("checked", {"code": "changed_since"})
    assert not Decision.objects.filter(number="4/1").exists()
    again = secretary.get(it.get_absolute_url())
    assert "Nothing was imported: something changed since you looked." in said(again)
    assert agree(again).state == "imported"


def test_a_refusal_in_the_middle_undoes_all_of_it(upload, agree, harbour, monkeypatch):
    from mandates.actions.facts import Refused
    from mandates.actions.importing import writing

    def refuse(mandate, text, **fields):
        raise Refused("No.")

    monkeypatch.setattr(writing, "add_update", refuse)
    it = agree(upload(csv_of([row(), row(Paragraph="(b)", Implementation="It goes well.")])))
    assert it.outcome == {"code": "refused", "sentence": "Row 3: No."}
    assert not Mandate.objects.filter(paragraph__decision__number="4/1").exists()
    assert not Decision.objects.filter(number="4/1").exists()


def test_agreed_twice_is_imported_once(upload, secretary, harbour):
    page = upload(csv_of([row()]))
    it, address = page.context["it"], reverse("mandates:spreadsheet-import", args=[page.context["it"].pk])
    for _press in range(2):
        secretary.post(address, {"digest": page.context["digest"]})
    it.refresh_from_db()
    assert [import_spreadsheet(Spreadsheet.objects.get(pk=it.pk)) for _job in range(2)] == [True, False]
    assert Mandate.objects.filter(reference="4-1-a-1").count() == 1


def test_a_status_that_needs_evidence_takes_it_from_the_row(upload, agree, harbour):
    head = [*HEAD, "Evidence", "Authority"]
    DecisionFactory(body=harbour, number="5/1").paragraphs.create(position=0, label="(b)", path="b", kind="operative")
    rows = [
        [*row(Status="Reported done", Implementation="The handbook was published."), "HARBOUR/2009/3", ""],
        [*row(Paragraph="(b)", Status="Superseded"), "", "5/1 (b)"],
        [*row(Paragraph="(c)", Status="Took effect on adoption"), "", ""],
    ]
    page = upload(csv_of(rows, head))
    assert problems(page) == []
    agree(page)
    done, superseded, effect = Mandate.objects.filter(reference__startswith="4-1-").order_by("reference")
    assert (done.status, done.evidence.get().symbol) == ("reported_done", "HARBOUR/2009/3")
    assert [update.text for update in done.updates.all()] == ["The handbook was published."]
    assert (superseded.status, str(superseded.superseded_by)) == ("superseded", "5/1 (b)")
    assert effect.status == "took_effect"


def test_somebody_else_verifies_what_the_importer_did_not_report(upload, agree, mandate):
    Mandate.objects.filter(pk=mandate.pk).update(status="reported_done", reported_done_by=UserFactory())
    cells = {"Reference": mandate.reference, "Status": "Implemented", "Implementation": "Seen in print."}
    agree(upload(csv_of([["", "", "", *row(**cells)[3:]]])))
    mandate.refresh_from_db()
    assert (mandate.status, mandate.is_verified_independently) == ("implemented", True)


def test_words_that_an_action_already_asks_are_found_without_a_reference(upload, mandate):
    rows = [row(Resolution="Decision 3/1", Paragraph="para. (b)", **{"Action required": mandate.action.upper() + "."})]
    plan = upload(csv_of(rows)).context["plan"]
    assert [step.mandate for step in plan.changed] == []
    assert plan.new == []


def test_a_proposal_is_left_to_its_review(upload, new_mandate):
    new_mandate("k", status="proposed", action="publish a list of lights")
    page = upload(csv_of([row(Resolution="3/1", Paragraph="(k)", **{"Action required": "publish a list of lights"})]))
    assert "in the review of a report" in problems(page)[0][2]


def test_empty_cells_change_nothing_and_a_dash_takes_away(upload, agree, mandate):
    member = UnitMembershipFactory()
    mandate.owner, mandate.unit, mandate.resources = member.user, member.unit, "10,000 dollars"
    mandate.save()
    reference = ["", "", "", *row(Reference=mandate.reference)[3:]]
    plan = upload(csv_of([reference])).context["plan"]
    assert (plan.steps, plan.unchanged, plan.kept > 2) == ([], 1, True)
    gone = ["", "", "", *row(Reference=mandate.reference, Owner="–", Resources="-")[3:]]
    agree(upload(csv_of([gone])))
    mandate.refresh_from_db()
    assert (mandate.owner, mandate.resources) == (None, "")


# Files ----------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_csv_is_read_in_any_encoding_and_with_any_separator(upload, harbour, encoding, separator):
    action = "Publish “naïve” rules,\nin two lines; with marks"
    page = upload(csv_of([row(**{"Action required": action})], encoding=encoding, separator=separator))
    assert problems(page) == []
    assert page.context["plan"].new[0].new.action == action


def test_headings_are_known_in_any_order_and_case_and_unknown_ones_are_listed(upload, harbour, said):
    head = ["STATUS ", "remarks of 2007", "Para.", "ACTION  REQUIRED:", "Decision"]
    title = b'"Table of the secretariat"\r\n\r\n'
    page = upload(title + csv_of([["In progress", "no", "(a)", "report on pilotage", "4/1"]], head))
    assert problems(page) == []
    assert page.context["plan"].new[0].row == 4
    assert "These columns are not imported: “remarks of 2007”" in said(page)


def test_xlsx_gives_days_and_numbers_as_they_are_meant(upload, harbour):
    book = Workbook()
    sheet = book.active
    sheet.append(HEAD)
    sheet.append(["4/1", "(a)", "report on pilotage", "", 20000, "", "", dt.datetime(2010, 3, 31), "", ""])
    sheet.append([dt.datetime(2008, 4, 1), "(b)", "report on lights", "", "", "", "", "", "", ""])
    file = io.BytesIO()
    book.save(file)
    page = upload(file.getvalue(), "mandates.xlsx")
    assert [(number, column) for number, column, _words in problems(page)] == [(3, "Resolution")]
    step = page.context["plan"].new[0]
    assert step.wanted.reading["deadline_date"] == dt.date(2010, 3, 31)
    assert step.wanted.resources == "20000"


def test_merged_cells_hold_what_the_first_does_and_are_told(upload, harbour, said):
    book = Workbook()
    sheet = book.active
    sheet.append(HEAD)
    for letter in "abc":
        sheet.append(["4/1" if letter == "a" else None, f"({letter})", f"report on {letter}"])
    sheet.merge_cells("A2:A4")
    sheet["D2"] = "=1+1"
    file = io.BytesIO()
    book.save(file)
    page = upload(file.getvalue(), "mandates.xlsx")
    assert problems(page) == []
    assert [step.new.name for step in page.context["plan"].new] == ["4/1 (a)", "4/1 (b)", "4/1 (c)"]
    assert "The cells A2:A4 are merged" in said(page)
    assert "The cell D2 holds a formula without a stored value" in said(page)


def test_another_sheet_can_be_chosen_and_the_others_are_named(upload, harbour, said):
    book = Workbook()
    book.active.title = "Cover"
    table = book.create_sheet("Table")
    table.append(HEAD)
    table.append(ROW)
    file = io.BytesIO()
    book.save(file)
    wrong = upload(file.getvalue(), "mandates.xlsx", sheet="Tabel")
    assert "There is no sheet “Tabel” in the file. Its sheets are: Cover, Table." in said(wrong)
    page = upload(file.getvalue(), "mandates.xlsx", sheet="Table")
    assert len(page.context["plan"].new) == 1
    assert "“Cover”" in said(page)


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.csv", b"", "The file is empty."),
        ("a.pdf", b"%PDF-1.7", "is no CSV or Excel file"),
        ("a.csv", b"%PDF-1.7 and more", "This is no spreadsheet."),
        ("a.xlsx", b"\xd0\xcf\x11\xe0" + b"\0" * 600, "an old Excel file (.xls) or one with a password"),
        ("a.xlsx", b"PK\x03\x04 broken", "The file is damaged."),
        ("a.csv", b"just some words\r\nwithout headings\r\n", "No row of headings was found."),
        ("a.csv", csv_of([]), "There is no row under the headings."),
        ("a.csv", csv_of([ROW], [*HEAD[:4], "Resolution", *HEAD[5:]]), "Two columns are called “Resolution”."),
        ("a.csv", b'Resolution,Paragraph,Action required\r\n4/1,"(a),' + b"x" * 200_000, "is never closed"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_sentence(upload, said, name, content, sentence):
    assert sentence in said(upload(content, name))


# Who ------------------------------------------------------------------------------------------------------------------
def test_secretariat_alone_imports(who_may, mandate, upload, harbour):
    it = upload(csv_of([row()])).context["it"]
    assert who_may(it.get_absolute_url()) == KEEPS
    assert who_may(reverse("mandates:spreadsheet-import", args=[it.pk]), "post") == KEEPS


def test_rows_of_a_body_that_somebody_else_keeps_are_refused(upload, harbour):
    other = BodyFactory(slug="lights")
    MembershipFactory(body=other)
    page = upload(csv_of([[*row(), "lights"]], [*HEAD, "Body"]))
    assert "is no body whose secretariat you are" in problems(page)[0][2]


# What is made ---------------------------------------------------------------------------------------------------------
def test_a_new_row_makes_what_a_confirmed_proposal_is(upload, agree, harbour, secretary):
    """Two ways to a mandate, and every column and fact the same but for what only one of them has."""
    SessionFactory(
        body=harbour, slug="harbour-5", ordinal=5, starts_on=dt.date(2011, 10, 1), ends_on=dt.date(2011, 10, 5)
    )
    decision = DecisionFactory(body=harbour, number="4/1", group=GroupFactory(parent=harbour), title="Pilotage")
    paragraph = ParagraphFactory(decision=decision, label="(a)", path="a", text="Requests to report on pilotage.")
    action = "report on pilotage to the Conference at its fifth session"
    agree(upload(csv_of([row(**{"Action required": action})])))
    made = Mandate.objects.get(reference="4-1-a-1")
    proposal = MandateFactory(
        paragraph=paragraph,
        status="proposed",
        action=action,
        addressees=["x"],
        deadline_kind="session",
        deadline_ordinal=5,
        deadline_relation="at",
        deadline_text="at its fifth session",
    )
    proposal.addressees.all().delete()
    confirm(proposal, by=secretary.person, at=made.changes.get().at)
    proposal.refresh_from_db()
    own = {"id", "number", "reference", "sort_key", "position", "verb", "spans", "references", "search_released"}
    columns = [field.attname for field in Mandate._meta.concrete_fields if field.name not in {*own, "search_internal"}]
    assert {name: getattr(made, name) for name in columns} == {name: getattr(proposal, name) for name in columns}
    assert made.due_on == dt.date(2011, 10, 5)
    assert made.next_notice_on is not None
    assert made.search_released.splitlines()[1:] == ["4/1 (a)", "Pilotage", "Requests to report on pilotage."]
    facts = [(change.kind, change.new, change.params) for change in made.changes.all()]
    assert facts == [(change.kind, change.new, change.params) for change in proposal.changes.all()]


def test_references_stay_unique_where_two_labels_would_share_one(upload, agree, harbour):
    decision = DecisionFactory(body=harbour, number="4/1")
    MandateFactory(paragraph=ParagraphFactory(decision=decision, label="(q)", path="q"), reference="4-1-p-3")
    MandateFactory(paragraph=ParagraphFactory(decision=decision, label="(p)", path="p"), reference="4-1-p-1")
    texts = ["report on pilotage", "report on lights", "report on buoys"]
    agree(upload(csv_of([row(Paragraph="(p)", **{"Action required": text}) for text in texts])))
    made = Mandate.objects.filter(paragraph__label="(p)").order_by("number")
    assert [mandate.reference for mandate in made] == ["4-1-p-1", "4-1-p-2", "4-1-p-4", "4-1-p-5"]


def test_ten_rows_that_make_mandates_take_the_queries_of_two(upload, secretary, harbour):
    def count(rows):
        it = upload(csv_of(rows)).context["it"]
        plan = plan_of(it, secretary.person)
        with CaptureQueriesContext(connection) as caught:
            write(plan, by=secretary.person, at=dates.now(), source="table.csv")
        return len(caught)

    two = count([row(), row(Paragraph="(b)")])
    assert count([row(Resolution="4/2", Paragraph=f"({letter})") for letter in "abcdefghij"]) == two


def test_readers_outside_are_shown_no_word_of_the_table(upload, agree, harbour, as_role, mandate):
    harbour.is_open = True
    harbour.save()
    DecisionFactory(body=harbour, number="4/1").paragraphs.create(position=0, label="(a)", path="a", kind="operative")
    words = {"Action required": "invite States, confidentially, to send in zzoffice words"}
    agree(upload(csv_of([row(**words, Addressee="States"), row(**words, Addressee="Bureau")], [*HEAD, "Addressee"])))
    reader = as_role("delegation, capital")
    pages = [reverse("mandates:progress-asked", args=["harbour"])]
    pages += [reverse("mandates:progress-decision", args=["harbour", "decisions", "4-1"])]
    for page in pages:
        response = reader.get(page)
        assert response.status_code == 200
        assert "zzoffice" not in response.text


def test_a_job_that_died_is_done_by_the_sweep(upload, secretary, harbour):
    page = upload(csv_of([row()]))
    it = page.context["it"]
    secretary.post(reverse("mandates:spreadsheet-import", args=[it.pk]), {"digest": page.context["digest"]})
    long_ago = dates.machine_now() - dt.timedelta(hours=1)
    Spreadsheet.objects.filter(pk=it.pk).update(state="importing", state_since=long_ago)
    assert "Being imported" in secretary.get(it.get_absolute_url()).text
    tasks.sweep_spreadsheets()
    it.refresh_from_db()
    assert it.state == "imported"
    assert "1 made, 0 changed, 0 unchanged" in " ".join(secretary.get(it.get_absolute_url()).text.split())
    tasks.sweep_spreadsheets()
    assert Mandate.objects.filter(reference="4-1-a-1").count() == 1


def test_a_decision_without_words_has_its_pages(upload, agree, harbour, secretary, said):
    agree(upload(csv_of([row()])))
    made = Mandate.objects.get(reference="4-1-a-1")
    assert "it came from a spreadsheet" in said(secretary.get(made.get_absolute_url()))
    assert "4/1 (a)" in said(secretary.get(made.paragraph.decision.get_absolute_url()))
