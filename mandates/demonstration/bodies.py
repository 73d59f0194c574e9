"""The two conferences: their groups, sessions, the names their texts use, and who is what in them."""

from dataclasses import dataclass

from sessions import states

Rows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Conference:
    """One conference of the demonstration, as tables."""

    slug: str
    name: str
    short_name: str
    office: str
    symbol: str
    is_open: bool
    notice: str
    report: str  # in sample/
    groups: Rows  # slug, name, short name, kind, established by, chair
    sessions: Rows  # body, slug, kind, number, name, place, first day, last day
    parties: Rows  # name in the texts, ledger, body that it is
    delegations: Rows  # key, State, name where it is no State of the list
    memberships: Rows  # person, role, delegation
    followed_by: Rows  # decision, group


# Which State speaks for nobody in particular? The first of the list, as delegations are seated.
FIRST_STATE = states.every()[0].iso3

CTOC = Conference(
    slug="ctoc-cop",
    name="Conference of the Parties to the United Nations Convention against Transnational Organized Crime",
    short_name="UNTOC Conference",
    office="United Nations Office on Drugs and Crime",
    symbol="CTOC/COP",
    is_open=False,
    notice=(
        "Abridged restatement made for demonstration. This is not the adopted text and has no official standing; "
        "only the report that the Conference adopted is authoritative."
    ),
    report="ctoc-cop-4.md",
    groups=(
        (
            "international-cooperation",
            "Open-ended working group of Government experts on extradition, mutual legal assistance and "
            "international cooperation for purposes of confiscation",
            "Working group on international cooperation",
            "working_group",
            "decision 3/2",
            "",
        ),
        (
            "technical-assistance",
            "Open-ended Interim Working Group of Government Experts on Technical Assistance",
            "Working group on technical assistance",
            "working_group",
            "decision 4/3 (constant element of the Conference)",
            "",
        ),
        (
            "trafficking-in-persons",
            "Open-ended interim working group on trafficking in persons",
            "Working group on trafficking in persons",
            "working_group",
            "decision 4/4",
            "A member of the Bureau",
        ),
        (
            "review-mechanisms",
            "Open-ended intergovernmental meeting of experts on possible review mechanisms",
            "Meeting of experts on review mechanisms",
            "expert_meeting",
            "decision 4/1",
            "",
        ),
    ),
    sessions=(
        ("ctoc-cop", "ctoc-cop-4", "ordinary", "4", "", "Vienna", "2008-10-08", "2008-10-17"),
        ("ctoc-cop", "ctoc-cop-5", "ordinary", "5", "", "Vienna", "2010-10-18", "2010-10-22"),
        ("ctoc-cop", "ctoc-cop-6", "ordinary", "6", "", "Vienna", "2012-10-15", "2012-10-19"),
        (
            "trafficking-in-persons",
            "trafficking-in-persons-2",
            "meeting",
            "2",
            "Working group on trafficking in persons, second meeting",
            "Vienna",
            "2010-01-27",
            "2010-01-29",
        ),
    ),
    parties=(
        ("UNODC", "secretariat", ""),
        ("meeting of experts", "conference", "review-mechanisms"),
        ("open-ended intergovernmental meeting of experts", "conference", "review-mechanisms"),
        ("chairman of the working group", "conference", ""),
        ("States signatories", "states", ""),
        ("technical assistance providers", "states", ""),
        ("donor countries", "states", ""),
    ),
    delegations=(("state", FIRST_STATE, ""),),
    memberships=(
        ("secretary", "secretary", ""),
        ("documents", "secretariat", ""),
        ("auditor", "auditor", ""),
        ("delegation-ctoc", "contributor", "state"),
    ),
    followed_by=(
        ("4/1", "review-mechanisms"),
        ("4/2", "international-cooperation"),
        ("4/3", "technical-assistance"),
        ("4/4", "trafficking-in-persons"),
    ),
)

# Who prepares what the conference's decisions ask: decision, person, unit. What States are asked has no owner.
CTOC_OWNERS = (
    ("4/1", "officer", "support"),
    ("4/2", "cooperation", "cooperation"),
    ("4/3", "assistance", "assistance"),
    ("4/4", "cooperation", "cooperation"),
    ("4/5", "cooperation", "cooperation"),
    ("4/6", "assistance", "assistance"),
    ("4/7", "officer", "support"),
    ("4/8", "officer", "support"),
)

HARBOUR = Conference(
    slug="harbour-cop",
    name="Conference on Harbour Safety",
    short_name="Harbour Safety Conference",
    office="Harbour Safety Secretariat",
    symbol="HARB",
    is_open=True,
    notice=(
        "Invented for demonstration. There is no Conference on Harbour Safety; its decisions, documents, States and "
        "all that is said of their progress are made up."
    ),
    report="harbour-cop-3.md",
    groups=(
        (
            "pilotage",
            "Working Group on Pilotage",
            "Working Group on Pilotage",
            "working_group",
            "decision 1/2",
            "the Rapporteur",
        ),
        (
            "port-reception",
            "Working Group on Port Reception Facilities",
            "Working Group on Port Reception Facilities",
            "working_group",
            "decision 3/2",
            "A member of the Bureau",
        ),
    ),
    sessions=(
        ("harbour-cop", "harbour-cop-3", "ordinary", "3", "", "seat of the Secretariat", "2007-10-08", "2007-10-12"),
        ("harbour-cop", "harbour-cop-4", "ordinary", "4", "", "seat of the Secretariat", "2009-10-12", "2009-10-16"),
        ("harbour-cop", "harbour-cop-5", "ordinary", "5", "", "", "", ""),
        (
            "pilotage",
            "pilotage-3",
            "meeting",
            "3",
            "Working Group on Pilotage, meeting of June 2008",
            "seat of the Secretariat",
            "2008-06-10",
            "2008-06-12",
        ),
        (
            "port-reception",
            "port-reception-1",
            "meeting",
            "1",
            "Working Group on Port Reception Facilities, first meeting",
            "seat of the Secretariat",
            "2008-11-18",
            "2008-11-19",
        ),
        (
            "pilotage",
            "pilotage-4",
            "meeting",
            "4",
            "Working Group on Pilotage, second meeting since the third session",
            "seat of the Secretariat",
            "2009-06-09",
            "2009-06-11",
        ),
    ),
    parties=(
        ("Executive Secretary", "secretariat", ""),
        ("Working Group on Pilotage", "conference", "pilotage"),
        ("Working Group on Port Reception Facilities", "conference", "port-reception"),
        ("chair of the Working Group on Port Reception Facilities", "conference", "port-reception"),
        ("State A", "states", ""),
        ("State B", "states", ""),
        ("State C", "states", ""),
        ("harbour authorities", "states", ""),
        ("port authorities", "states", ""),
    ),
    delegations=(("a", "", "State A"), ("b", "", "State B"), ("c", "", "State C"), ("d", "", "State D")),
    memberships=(
        ("secretary", "secretary", ""),
        ("documents", "secretariat", ""),
        ("auditor", "auditor", ""),
        ("bureau", "bureau", ""),
        ("delegation", "contributor", "a"),
    ),
    followed_by=(("3/1", "pilotage"), ("3/2", "port-reception")),
)

CONFERENCES = (HARBOUR, CTOC)
