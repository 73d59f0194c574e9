"""How sessions are printed: "at its resumed fifth session", "COP 12", "six weeks before the next meeting"."""

from __future__ import annotations

import re

from .ordinals import CARDINAL, ORDINAL

BEFORE = (
    r"(?:(?:immediately|well|shortly|in good time|sufficiently)\s+)?(?:before|prior to|in advance of|ahead of)"
    r"|in (?:good )?time for|in the lead-up to"
)
LATEST = r"(?:no|not)\s+later\s+than|at the latest(?:\s+(?:by|at|before|on))?|by\s+no\s+later\s+than"
LOOK_BACK = 400
UNITS = {"day": "D", "week": "W", "month": "M", "year": "Y"}
YEAR = r"(?:19|20)\d\d"

_MEETING = "(?:sessions?|meetings?|plenar(?:y|ies)|assembl(?:y|ies)|congress(?:es)?|conferences?)"
_KIND = (
    "(?:resumed|regular|ordinary|annual|forthcoming|upcoming|extraordinary|special|organizational"
    "|substantive|plenary|main|"
    "intersessional)"
)
_ACRONYM = "(?:COP|CMP|CMA|MOP|COP[-/]MOP|SBSTA|SBI|SBSTTA|OEWG|EB|SC|PC|AC|WHA|UNEA|IPBES|ExCOP|ICCM)"
_RELATION = (
    rf"(?P<relation>{LATEST}|{BEFORE}|on the occasion of|on the margins of|in conjunction with|back[- "
    rf"]to[- ]back with"
    r"|on(?=\s+the\s+\w+\s+day\s+of)|at|during|in|after|following|by|until|up to|to|for|from|of|since)"
)
_EDGE = (
    r"(?:the\s+(?:end|beginning|opening|close|closing|closure|start|conclusion|\w+ day"
    r"|(?:main|first|second|resumed)\s+part)\s+of\s+)?"
)
_NOT_IN_NAME = r"(?!(?:of|on|in|at|to|for|and|or|with|from|by|as|that|which|prior|before|a|an)\b)"
# "at its fifth session of the help given" names no body.
_OPENS_NAME = (
    r"(?=(?-i:[A-Z])|parties\b|subsidiary\b|working\b|open-ended\b|group\b|bureau\b|committee\b|commission\b|plenary\b"
    r"|panel\b|governing\b|preparatory\b|conference\b|assembly\b|council\b)"
)
_IN_NAME = r"(?:(?-i:[A-Z])[\w-]*|bod(?:y|ies)|groups?|committees?|panels?|working|open-ended|governing|on|for|and)"
_OF_BODY = (
    rf"(?P<of>\s+of\s+the\s+(?:(?:Contracting\s+)?Parties\b|{_OPENS_NAME}[\w-]+(?:\s+{_NOT_IN_NAME}{_IN_NAME}){{0,3}}"
    r"(?:\s+of\s+the\s+(?:Contracting\s+)?(?:Parties|States))?))?"
)
_MORE_ORDINALS = rf"(?:\s*,\s*{ORDINAL}){{0,3}}(?:\s*,?\s*(?:and|or)\s+(?:its\s+|the\s+)?{ORDINAL})?"
_ORDINAL_SESSION = (
    rf"(?:{_KIND}\s+)?(?P<ordinal>{ORDINAL})(?:\s+\({YEAR}\))?{_MORE_ORDINALS}\s+(?:(?P<part>resumed)\s+)?(?:[\w-]+\s+){{0,3}}?"
    rf"(?P<noun>{_MEETING})\b"
)
_NEXT_SESSION = (
    rf"(?P<next>next|forthcoming|upcoming|following|subsequent|coming)\s+(?:{_KIND}\s+)?(?:[\w-]+\s+){{0,2}}?"
    rf"(?P<nextnoun>{_MEETING}|COP)\b"
)
_YEAR_SESSION = rf"(?:{_KIND}\s+)?(?:{YEAR}\s+(?:{_KIND}\s+)?session|session\s+(?:of|in|for)\s+{YEAR})\b"
SESSION = re.compile(
    rf"\b{_RELATION}\s+{_EDGE}(?P<whose>the\s+|its\s+|their\s+|his\s+|her\s+|our\s+"
    rf"|a\s+)?(?:(?P<resumed>resumed)\s+)?(?:"
    rf"(?:{_ORDINAL_SESSION}|{_NEXT_SESSION}){_OF_BODY}"
    r"|(?:that|this|said)\s+(?P<that>session|meeting)\b"
    rf"|(?P<inyear>{_YEAR_SESSION})"
    rf"|(?P<acronym>{_ACRONYM})[\s-]?(?P<number>\d{{1,3}})\b"
    rf")(?P<year>\s*,?\s+(?:to be held\s+)?(?:in|\()\s*(?:[A-Z][a-z]+\s+)?{YEAR}\)?)?",
    re.IGNORECASE,
)
OFFSET = re.compile(
    rf"\b(?:(?:{LATEST}|at least|within|by|in|some"
    rf"|approximately)\s+)?(?P<count>{CARDINAL})[\s-]+(?P<unit>day|week|month|year)s?\s+"
    r"(?P<side>before|prior to|in advance of|ahead of|after|following|(?<=\s)(?:of|from))\s+",
    re.IGNORECASE,
)
SOME_SESSION = re.compile(
    r"(?P<each>each|every)?\s*(?:of\s+)?(?:the|its|their)?\s*(?:[\w-]+\s+){0,3}?"
    r"(?:sessions?|meetings?|date|start|opening|it)\b",
    re.IGNORECASE,
)
ORDINAL_NAMED = re.compile(rf"\b({ORDINAL})\s+(?:[\w-]+\s+){{0,2}}?(?P<noun>session|meeting)\b", re.IGNORECASE)

# "include in the provisional agenda of its tenth session" dates the inclusion by the session.
INTO_AGENDA = re.compile(
    r"\b(?:include|including|inclusion|placing|inscribing|place|inscribe|put|add|retain|keep)\b.{0,160}\bagenda\s*$",
    re.IGNORECASE | re.DOTALL,
)
THINGS_OF_A_SESSION = re.compile(
    r"\b(?:agendas?|documents|documentation|preparations?|preparing|arrangements?|themes?|programme|topics?|host|venue|"
    r"dates?|duration|budget|prepare)\s*$",
    re.IGNORECASE,
)
BROUGHT_TO_A_SESSION = re.compile(
    r"\b(?:consideration|action|decision|discussion|approval|adoption|review|presentation|submission|report|document|"
    r"recommendations?|paper|proposals?|note|options|information)\b[^,;]{0,80}$",
    re.IGNORECASE,
)
REPORTED = re.compile(
    r"\b(?:report|submit|present|submitted|presented|inform|information|recommendations?|recommend|propos\w+|findings|"
    r"results)\b[^;]{0,120}$",
    re.IGNORECASE,
)
RECIPIENT = re.compile(
    r"\b(?:to|by|through|inform|of)\s+(?:the\s+)?(?P<name>(?:(?!(?:to|by|of the report|through|at"
    r"|in)\b)[\w-]++[ ]?){1,9}),?\s*$",
    re.IGNORECASE,
)
