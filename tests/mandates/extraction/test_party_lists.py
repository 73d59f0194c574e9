"""Lists of parties: where one ends and the next begins, and what is only said about them."""

import pytest

from .outline import candidates, only


@pytest.mark.parametrize(
    ("asked", "addressees"),
    [
        ("the port agencies, funds and programmes of the Harbour System, as well as the banks,",
         ["port agencies", "funds and programmes of the Harbour System", "banks"]),
        ("the Port Organization, the Plant Protection Convention and other relevant organizations,",
         ["Port Organization", "Plant Protection Convention", "relevant organizations"]),
        ("the Executive Committee and the Harbour Technology Centre and Network",
         ["Executive Committee", "Harbour Technology Centre and Network"]),
        ("the Group on Article 8(j) and Related Provisions", ["Group on Article 8(j) and Related Provisions"]),
        ("Member States, partners and WHO", ["Member States", "partners", "WHO"]),
        ("Parties and, where they so wish, non-Parties and other stakeholders",
         ["Parties", "non-Parties", "stakeholders"]),
        ("Parties, including pilots, harbour authorities and towns, and donors,", ["Parties", "donors"]),
        ("Governments, including harbour authorities, institutes and local communities,", ["Governments"]),
        ("the administering Powers", ["administering Powers"]),
        ("harbour masters, in cooperation with ferries,", ["harbour masters"]),
        ("shipowners", ["shipowners"]),
        ("those that have done so", ["those"]),
        ("those in a position to do so", ["those"]),
        ("Parties included in Annex I", ["Parties included in Annex I"]),
        ("Parties not included in Annex I that report", ["Parties not included in Annex I"]),
        ("Member States in a position to do so and the relevant funds and programmes",
         ["Member States", "relevant funds and programmes"]),
        ("Member States and, as applicable, regional organizations", ["Member States", "regional organizations"]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_each_party_of_a_list_is_named(asked, addressees):
    assert list(only(f"Requests {asked} to think about it;").addressees) == addressees


@pytest.mark.parametrize(
    ("text", "addressees"),
    [
        ("Demands that the authorities immediately open the port;", ["authorities"]),
        ("Decides that the Bureau be requested to reply;", ["Bureau"]),
        ("Decides that the group should be chaired by a member of the Bureau;", ["Conference"]),
        ("Decides that the programme of work shall take these views into account;", ["Conference"]),
        ("The Secretariat should be requested to reply.", ["Secretariat"]),
        ("Subject to external funding, the Secretariat shall study fees.", ["Secretariat"]),
        ("Recommends to the General Assembly that it adopt the plan;", ["General Assembly"]),
        ("It is recommended that gangways be measured once a year.", []),
        ("Decides that no later than six weeks before each session the Secretariat shall send the papers;",
         ["Secretariat"]),
        ("Recommends the guide to Parties;", ["Parties"]),
        ("Decides that the meeting shall be convened by the secretariat no later than 31 March 2013;",
         ["secretariat"]),
        ("Decides that the review shall be carried out by the Subsidiary Body for Implementation at its next session;",
         ["Subsidiary Body for Implementation"]),
        ("The Committee recommended that FAO go on with its work.", ["FAO"]),
        ("Demands that all parties immediately end the dispute;", ["all parties"]),
        ("Takes note of the offer of Andria to host the session, and invites it to propose a day;", ["Andria"]),
        ("Invites pledges to the fund from States, as well as the Port Bank and other institutions;",
         ["States", "Port Bank", "institutions"]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_who_is_to_act_where_the_verb_names_nobody_directly(text, addressees):
    assert list(only(text).addressees) == addressees


@pytest.mark.parametrize("pronoun", ["him", "her", "it"])
def test_a_pronoun_is_whoever_was_asked_last(pronoun):
    _, second = candidates(f"Mandates the Executive Director to lead, and requests {pronoun} to make arrangements;")
    assert second.addressees == ("Executive Director",)


@pytest.mark.parametrize(
    ("opening", "noun"),
    [
        ("The Assembly of the Harbour Union,", "Assembly"),
        ("The Commission for the Inland Harbours,", "Commission"),
        ("The Eighteenth Meeting of the Parties,", "Meeting of the Parties"),
    ],
)
def test_a_body_is_known_by_its_own_noun(opening, noun):
    assert only(f"preamble: {opening}\n1. Decides to meet again;").addressees == (noun,)


def test_the_chair_of_another_organ_is_not_the_body():
    outline = """
        84. The Chair of the Compliance Committee reported on its work.
        85. The Meeting decided to meet again.
    """
    assert only(outline, body="Meeting of the Parties").addressees == ("Meeting of the Parties",)


def test_them_are_those_named_last_in_the_plural():
    _, second = candidates("Requests the Secretary-General to write to all States, and invites them to reply;")
    assert second.addressees == ("all States",)
