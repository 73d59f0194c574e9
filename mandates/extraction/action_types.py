"""What kind of thing an action is, told by its verb, its object and who is asked."""

from __future__ import annotations

import re

_FLAGS = re.IGNORECASE


def _any(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})\b", _FLAGS)


STATES = _any(
    r"part(?:y|ies)|states?|governments?|countr(?:y|ies)|members?|signator(?:y|ies)|authorit(?:y|ies)|donors?|regions?"
)
SERVANTS = _any(
    r"secretariat|secretary|secretary-general|director|director-general|office|commissioner|executive|programme|fund|organi[sz]ations?|providers?|"
    r"agenc(?:y|ies)|bank|facility|entit(?:y|ies)|system|institutions?|centres?|secretariats"
)
BODIES = _any(
    r"group|panel|committee|body|bodies|bureau|board|task force|forum|commission|chair\w*|co-chairs?|rapporteurs?|council|meeting|plenary"
)
RATIFICATION = _any(
    r"ratif\w+|acced\w+|accession|becom(?:e|ing) (?:a )?part(?:y|ies)|deposit\w* (?:their |its )?instruments?|sign(?:ing)? and ratify\w*"
)
MONEY = _any(
    r"(?:voluntary|financial|additional|extrabudgetary|cash|in-kind|assessed|timely|adequate|necessary|sufficient|generous|outstanding|further)\s+(?:and \w+ )?"
    r"(?:contributions?|resources|support|funding|funds|means)|contributions?|resources|funds|funding|trust fund|financ(?:e|ing)|arrears"
)
PAYS = re.compile(
    r"^(?:\W|\w+ly\b|also|further|continue to|consider|increase|making|to|by)*\s*(?:provid\w+|contribut\w+|allocat\w+|pledg\w+|mobili[sz]\w+|mak\w+|pay\w*|donat\w+|"
    r"financ\w+|fund|replenish\w*|increas\w+|channel\w*|support)\b",
    _FLAGS,
)
REPORTS = re.compile(r"^(?:\W|\w+ly\b|also|further|to|then|continue to)*\s*(?:report|brief)\b", _FLAGS)
SENDS = re.compile(
    r"^(?:\W|\w+ly\b|also|further|to|then|continue to)*(?:submit\w*|provid\w+|share|shar\w+|communicat\w+|send|notify|nominat\w+|respond|complet\w+|reply|furnish|"
    r"forward|transmit|designate|supply|inform|report|update|present|indicate|offer|express|exchange|deposit|make submissions|convey|return|fill)\b",
    _FLAGS,
)
CONTENT = _any(
    r"information|data|views?|comments?|reports?|submissions?|inputs?|examples?|repl(?:y|ies)|responses?|questionnaires?|nominations?|candidates?|statistics|experiences?|"
    r"proposals?|observations|suggestions|inventor(?:y|ies)|communications?|lists?|focal points?|notifications?|experts?|case studies|lessons learned|details|"
    r"offers?|strategies|plans?|the secretariat"
)
MEETS = re.compile(
    r"^(?:\W|\w+ly\b|also|further|to|be|open-ended|continue to|should|consider)*\s*(?:conven\w+|h[eo]ld\w*|organi[sz]\w+|host\w*|meet|arrang\w+|schedul\w+|tak\w+ place)\b",
    _FLAGS,
)
MEETING = _any(
    r"meetings?|sessions?|workshops?|consultations?|seminars?|conferences?|dialogues?|forums?|panel discussions?|discussions?|debates?|round ?tables?|events?|symposi(?:um|a)|"
    r"take place|working days|segment|retreat|briefings?"
)
COORDINATES = re.compile(
    r"^(?:\W|\w+ly\b|also|further|to|continue(?: to)?|consider|strengthen|enhance|improve|intensify|promote|increase|actively|efforts to|their|its|the|better|ensure|foster|"
    r"ways and means|reflect on|and|on)*\s*(?:co-?operat\w+|co-?ordinat\w+|collaborat\w+|partner\w*|liais\w+|synerg\w+|join forces|work (?:closely |together |jointly )*with|"
    r"work together|consult\w*|engage with|tak\w+ (?:fully |duly )?(?:into|in) (?:full |due )?(?:account|consideration)|harmoni[sz]\w+|align\w*|coherence|avoid duplication)\b",
    _FLAGS,
)
INFORMS = re.compile(
    r"^(?:\W|\w+ly\b|also|further|to|then|continue to)*\s*(?:publish\w*|disseminat\w+|circulat\w+|distribut\w+|mak\w+ (?:[\w-]+ ){0,6}?(?:publicly )?(?:available|accessible|public)|"
    r"inform|notify|keep (?:[\w-]+ ){1,6}?(?:informed|apprised|abreast|updated)|post|communicat\w+|translat\w+|transmit|forward|bring|convey|share|publici[sz]e|draw)\b",
    _FLAGS,
)
STORES = _any(
    r"director(?:y|ies)|catalogue|website|web ?page|database|clearing-house|portal|newsletter|notification|online"
)
COLLECTS = re.compile(
    r"^(?:\W|\w+ly\b|also|further|to|continue to)*\s*(?:collect\w*|gather\w*|compil\w+|seek (?:the )?(?:views|information|inputs?|comments)|solicit\w*|survey|invit\w+ (?:[\w-]+ ){0,8}?to (?:submit|provide|share)|"
    r"collat\w+|obtain|receive|canvass|synthesi[sz]\w+|issue (?:a |an )?(?:call|notification|questionnaire)|conduct (?:a )?survey)\b",
    _FLAGS,
)
REVIEWS = re.compile(
    r"^(?:\W|\w+ly\b|also|further|to|continue|be|and|take a|at)*\s*(?:review\w*|consider\w*|revisit\w*|reconsider\w*|take (?:a )?decisions?|decide|decision|assess\w*|evaluat\w+|examin\w+|remain (?:actively )?seized|"
    r"keep (?:[\w-]+ ){0,8}?under|discuss\w*|revert|address|include (?:[\w-]+ ){0,10}?agenda|place|inscribe|its consideration|consideration|defer|postpone|resume|return|in-depth discussion)\b",
    _FLAGS,
)
AGENDA = _any(r"agenda")
CREATES = re.compile(
    r"^(?:\W|\w+ly\b|also|further|to|consider|hereby|the advisability of|be|advisability of)*\s*(?:establish\w*|set(?:ting)? up|creat\w+|amend\w*|extend\w*|renew\w*|renam\w+|constitut\w+|appoint\w*|elect\w*|"
    r"reconstitut\w+|dissolv\w+|terminat\w+|abolish\w*|mandat\w+|entrust\w*|designat\w+|adopt\w*|approv\w+|endors\w+|modif\w+|replac\w+|delet\w+|discontinu\w+|merg\w+|launch\w*|confirm\w*|"
    r"increas\w+ the (?:number|membership)|grant|accept|admit|authori[sz]e|retain|maintain)\b",
    _FLAGS,
)
TERMS = _any(
    r"terms of reference|rules of procedure|membership|composed of|composition|chaired by|functions?|constant element|term of office|mandate of|subsidiary body|co-chair(?:s|ed)|modalities"
)


def action_type(
    action: str,
    addressees: tuple[str, ...],
    verb: str,
    *,
    to_body: bool = False,
    body_acts: bool = False,
    functions: bool = False,
) -> str:
    """One of the twelve action types.

    `to_body`: the action reports to the deciding body; `body_acts`: that body itself is to act; `functions`: the
    action is one of the functions with which a chapeau charges an organ.
    """
    who = " ".join(addressees)
    states = bool(STATES.search(who)) and not re.search(r"secretariat|secretary", who, _FLAGS)
    start = " ".join(action.split()[:14])
    if RATIFICATION.search(start):
        return "ratification"
    if to_body or (REPORTS.match(action) and not states):
        return "report"
    if (
        PAYS.match(action)
        and MONEY.search(" ".join(action.split()[:10]))
        and not (SERVANTS.search(who) and not states and "mobili" not in start.lower())
    ):
        return "funding"
    if not addressees and re.match(r".{0,60}\b(?:resources|funds|funding)\b", action, _FLAGS | re.DOTALL):
        return "funding"
    if functions:
        return "institution"
    if MEETS.match(action) and MEETING.search(" ".join(action.split()[:20])):
        return "meeting"
    if body_acts:
        return _of_the_body(action)
    if COORDINATES.match(action):
        return "coordination"
    if states or not SERVANTS.search(who):
        if SENDS.match(action) and CONTENT.search(" ".join(action.split()[:16])):
            return "submission"
        if re.match(r"\W*(?:continue to )?(?:do so|respond|reply)\b", action, _FLAGS):
            return "submission"
    if (
        CREATES.match(action)
        and (
            TERMS.search(action) or re.search(r"\b(?:group|committee|panel|body|mechanism|task force)\b", start, _FLAGS)
        )
        and not states
    ):
        return "institution"
    if states:
        return "implementation"
    if COLLECTS.match(action):
        return "collection"
    if INFORMS.match(action) or (
        STORES.search(start)
        and re.match(
            r"\W*(?:further |regularly |also |continue to )*(?:expand|update|maintain|develop|establish|post|keep)\b",
            action,
            _FLAGS,
        )
    ):
        return "information"
    if REVIEWS.match(action) and BODIES.search(who):
        return "review"
    if not addressees and verb in ("recommend", "call for", "encourage", "urge", "agree"):
        return "assistance" if re.search(r"\bassist\w*|support|capacity", start, _FLAGS) else "implementation"
    return "assistance"


def _of_the_body(action: str) -> str:
    start = " ".join(action.split()[:30])
    if REVIEWS.match(action) or AGENDA.search(start):
        return "review"
    if re.search(
        r"\b(?:session|meeting|meetings|discussion|consultations?|workshop|dialogue)\b", start, _FLAGS
    ) and re.search(
        r"\b(?:held|take place|hold|convened?|duration|number of meetings|working days|venue|dates|host)\b",
        action,
        _FLAGS,
    ):
        return "review" if re.search(r"\bdecision\b", start, _FLAGS) else "meeting"
    if re.search(
        r"\bbe (?:reviewed|considered|discussed|assessed|evaluated)\b|\bdecision\b.{0,20}\btaken\b", action, _FLAGS
    ):
        return "review"
    return "institution"
