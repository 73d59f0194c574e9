"""The office of the demonstration: units, and functions as people."""

DOMAIN = "ctoctrack.example"  # a name reserved for examples: no mail reaches anybody

# key, name, key of the unit that it is part of
UNITS = (
    ("branch", "Treaty and conference branch", None),
    ("support", "Conference support section", "branch"),
    ("cooperation", "Legal cooperation section", "branch"),
    ("assistance", "Technical assistance section", "branch"),
)

# key, function, unit and role in it
PEOPLE = (
    ("secretary", "Secretary of the Conference", "branch", "head"),
    ("documents", "Documents officer", "support", "officer"),
    ("officer", "Officer, conference support", "support", "officer"),
    ("head", "Head, Conference support section", "support", "head"),
    ("deputy", "Deputy head, Conference support section", "support", "deputy_head"),
    ("pilotage", "Officer, pilotage and ports", "support", "officer"),
    ("cooperation", "Officer, legal cooperation", "cooperation", "officer"),
    ("head-cooperation", "Head, Legal cooperation section", "cooperation", "head"),
    ("assistance", "Officer, technical assistance", "assistance", "officer"),
    ("head-assistance", "Head, Technical assistance section", "assistance", "head"),
    ("delegation", "Delegate of State A", None, None),
    ("delegation-ctoc", "Delegate to the UNTOC Conference", None, None),
    ("bureau", "Member of the Bureau", None, None),
    ("auditor", "Auditor", None, None),
    ("administrator", "Administrator", None, None),
)

# How the sign-ins are printed: what the person is to the reader of the list, key, what to look at
SIGN_INS = (
    ("secretariat", "secretary", "both conferences"),
    ("officer", "officer", "owns requests of both conferences"),
    ("head of unit", "head", "verifies what the officer reported done"),
    ("delegation", "delegation", "State A, harbours: what was released"),
    ("administrator", "administrator", "people, units, health"),
    ("second person", "documents", "secretariat too, grants withdrawals"),
    ("UNTOC delegation", "delegation-ctoc", "a State, UNTOC: nothing is released yet"),
    ("Bureau", "bureau", "harbours: also what the Bureau alone reads"),
    ("auditor", "auditor", "reads, changes nothing"),
)


def address(key: str) -> str:
    """The e-mail address of the person of that key."""
    return f"{key}@{DOMAIN}"
