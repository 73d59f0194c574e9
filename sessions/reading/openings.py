"""How a paragraph opens: with the body that speaks, with a recital, with a verb of decision.

Only as much of the language of decisions as the structure needs; what is asked of whom is read elsewhere.
"""

from __future__ import annotations

import re
from typing import Literal

Opening = Literal["formula", "recital", "verb", "infinitive", "other"]

# Stems of the verbs with which an operative paragraph begins; "Requests", "Requested" and "REQUESTS" alike.
_STEMS = (
    "abrogat accept acced acknowledg address adopt affirm agre allocat amend announc appeal appoint appreciat approv "
    "ask assign authori[sz] call caution charg commend commit concur condemn confirm congratulat consent "
    "conclud consider convey council declar decid defer delegat deplor designat determin direct discourag "
    "draw elect emphas[iz]+ empower encourag endors enjoin ensur establish exhort expect express extend favou?r "
    "firm grant guid highlight honou?r implor instruct insist intend invit join launch mandat nominat not "
    "object observ offer oppos pay pledg prais present proclaim propos protest provid reaffirm realiz recall "
    "recogni[sz] recommend reconfirm refer regret reiterat reject remain remind renew repeal replac request "
    "requir rescind resolv respect resum restat review revok salut select set solicit stress strengthen suggest "
    "supersed support suspend tak thank transmit trust undertak underlin underscor urg voic warn welcom wish"
).replace(" ", "|")
_IRREGULAR = (
    "took gave drew held paid set chose underwent undertook withdrew reaffirms condemns applauds applauded "
    "gives holds makes made lays laid keeps kept puts put sets wishes remains begs begged"
).replace(" ", "|")
_FINITE = rf"(?:(?:{_STEMS})(?:e?s|e?d|[tr]ed)|{_IRREGULAR})"

_ADVERB = (
    r"(?:also|again|further(?:more)?|once|more|moreover|strongly|deeply|gravely|seriously|fully|firmly|"
    r"particularly|especially|keenly|warmly|urgently|in addition|accordingly|solemnly|expressly|likewise|"
    r"additionally|hereby|therefore|thus|equally|categorically|unequivocally|sincerely|specifically|"
    r"in particular|finally|and|respectfully|kindly|formally|provisionally|explicitly|profoundly|highly|"
    r"(?:also )?with (?:appreciation|satisfaction|concern|regret))"
)
_LEAD = rf"(?:{_ADVERB},?\s+){{0,3}}"
_VERB = re.compile(rf"^[“\"'‘(\[]?{_LEAD}{_FINITE}\b", re.IGNORECASE)
_RECITAL = re.compile(
    rf"^[“\"'‘]?{_LEAD}(?:[a-z]{{2,}}ing|aware|alarmed|anxious|appalled|cognizant|concerned|confident|conscious|"
    r"convinced|desirous|determined|disturbed|dismayed|eager|encouraged|guided|inspired|mindful|persuaded|"
    r"pursuant to|in (?:accordance|conformity|pursuance) with|on the (?:recommendation|proposal)|"
    r"whereas|resolved|shocked|moved|heartened|gratified)\b",
    re.IGNORECASE,
)
# "Encouraged by the results," recalls; "Encouraged States to report" decides.
_MOVED = re.compile(
    rf"^[“\"]?{_LEAD}"
    r"(?:(?:guided|encouraged|inspired|alarmed|concerned|moved|reassured) by|(?:determined|committed) to)\b",
    re.IGNORECASE,
)
_DECIDES_LATER = re.compile(
    rf"[,;]\s+(?:{_ADVERB},?\s+){{0,3}}"
    r"(?:requests|decides|invites|urges|encourages|calls (?:up)?on|recommends|instructs|directs|authori[sz]es|agrees|"
    r"appeals|asks)\b"
)
# "to the Conference" goes on with a sentence.
_INFINITIVE = re.compile(
    rf"^(?:{_ADVERB},?\s+)*to\s+(?!(?:the|an?|its|their|all|each|any|this|that|these|those|which|whom)\b)[a-z]+",
    re.IGNORECASE,
)

_BODY = re.compile(
    r"\b(?:conference|assembly|council|meeting|board|committee|commission|sub-?commission|plenary|congress|"
    r"parties|body|governors|(?:working |expert )?group|forum|union|bureau|summit|ministers|"
    r"heads of state|task force|convention)\b",
    re.IGNORECASE,
)
# The longest names, with their convention's, run to some 230 characters.
_WHO = re.compile(r"^(?:the|[il1]he|tbe|we, the)\s+((?:[^,:;.]|(?<=\b[A-Z])\.){3,280})", re.IGNORECASE)
_NOT_NAMED = re.compile(
    r"\b(?:shall|should|will|would|may|might|can|could|must|is|are|was|were|has|have|had|which|who|not|there)\b"
)
_MODAL = re.compile(r"(?:shall|should|will|would|may|must|can|is|are|was|were|has|have|had)\b")
_SMALL = frozenset(
    {"of", "the", "to", "on", "and", "for", "in", "at", "against", "its", "as", "serving", "by", "from", "with"}
    | {"session", "meeting", "parties"}
)
_PREPOSITION = re.compile(r"\s(?:of|to|on|for|in|at|against|serving|under)\s", re.IGNORECASE)
_VERB_WITHIN = re.compile(rf"\s(?:{_ADVERB},?\s+)*(?:{_FINITE}|{_FINITE.upper()})\b")


def opening(text: str) -> Opening:
    """How `text` opens. A formula is the body itself, alone or with what it recalls or decides."""
    if speaker(text) is not None:
        return "formula"
    if _MOVED.match(text):
        return "recital"
    if _VERB.match(text):
        return "verb"
    if _RECITAL.match(text):
        return "recital"
    if _INFINITIVE.match(text):
        return "infinitive"
    return "other"


def speaker(text: str) -> str | None:
    """The body that `text` begins with, where the text is its formula; else None.

    "The Conference of the Parties to ... :" and "The Board decides:" are formulas; "The Committee shall report
    to the Conference" and "The Secretariat, in consultation with the Bureau, ..." are none.
    """
    found = _WHO.match(text)
    if not found:
        return None
    named, rest = found[1], text[found.end() :]
    if verb := _VERB_WITHIN.search(named):
        named = named[: verb.start()]
    elif rest.startswith(".") and not all(w[0].isupper() or w in _SMALL for w in named.split()):
        return None  # "The Committee met in the morning."
    elif rest.startswith(".") and rest.strip(" ."):
        return None
    # The Committee on X, not the Chair of the Committee; nor the Convention's Programme.
    head = re.split(r"[’']s?\s", _PREPOSITION.split(named, maxsplit=1)[0])[-1]
    if not _BODY.search(head) or _NOT_NAMED.search(named):
        return None
    if any(_MODAL.match(clause) for clause in re.split(r"[,:;]\s*", rest, maxsplit=8)):
        return None  # "The Committee, in consultation with the Bureau, shall report."
    return named.strip()


def decides_in_formula(text: str) -> bool:
    """Does the formula say what the body does ("The Board decides:"), not only who it is and what it recalls?"""
    name = speaker(text)
    if name is None:
        return False
    rest = text[text.index(name) + len(name) :]
    clauses = re.split(r"[,:;]\s*", rest)
    return any(_VERB.match(clause.strip()) for clause in clauses)


def body_alone(text: str) -> str | None:
    """The body's name where `text` is nothing but its formula ("The General Assembly,"); else None."""
    name = speaker(text)
    if name is not None and not text[text.index(name) + len(name) :].strip(" ,:;."):
        return name
    return None


_STOP = re.compile(r"[.;:?!…,][\"'”’»)\]]*(?:\s(?:and|or))?[;,:]?$")


def decides_later(text: str) -> bool:
    """Does a text that opens with a recital go on to decide ("Recalling ..., requests the Secretariat to ...")?

    Only in the present tense: "recalling that the Board, in decision 4, requested ..." recalls to its end.
    """
    return bool(_DECIDES_LATER.search(text))


def opens_list(text: str) -> bool:
    """Does `text` end as what a list follows does ("...:", "... –")?"""
    return text[-4:].rstrip("-–— ").endswith(":") or text.rstrip().endswith(("–", "—"))


def ends_sentence(text: str) -> bool:
    """Does `text` stop where a sentence, an item or a recital may stop ("...;", "...; and", "...,")?"""
    return bool(_STOP.search(text[-12:]))


_ACTS = re.compile(
    rf"^(?:(?:at|on|in|after|following|with|having|as|under|for|by|upon|under)\b[^.;:]{{0,200}}?,\s+)?(?:the|it)\b"
    rf"(?P<who>[^,:;.]{{0,160}}?)(?:,[^:;.]{{0,160}},)?\s*(?::|\b(?:{_ADVERB}\s+)*(?:{_FINITE}|{_FINITE.upper()})\b)",
    re.IGNORECASE,
)


def speaks_and_acts(text: str) -> bool:
    """Does a paragraph of a report say what the body itself did ("The Committee agreed to ...")?"""
    found = _ACTS.match(text[:600])
    if not found:
        return False
    who = found["who"].strip()
    if not who:
        return text[:60].lower().startswith("it ") or " it " in text[: found.end()].lower()
    head = _PREPOSITION.split(who, maxsplit=1)[0]
    return bool(_BODY.search(head)) and not _NOT_NAMED.search(who)


# "The Secretariat shall", "Parties are encouraged to": directions without a verb of decision.
_DIRECTS = re.compile(
    r"^(?:The |All )?[A-Z][\w ,’'()-]{2,120}\s(?:shall|should|(?:is|are) (?:encouraged|invited|requested|urged))\b"
)


def directs(text: str) -> bool:
    """Does `text` open with what somebody shall do, without a verb of decision ("The Secretariat shall ...")?"""
    return bool(_DIRECTS.match(text[:200]))
