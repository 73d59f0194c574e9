"""The words by which kinds of action are told: who, what verb, what object."""

from __future__ import annotations

import re

from .words import vocabulary

STATES = vocabulary(
    """
    party parties state states government governments country countries member members signatory signatories
    authority authorities donor donors region regions
    """
)
SERVANTS = vocabulary(
    """
    mission missions operation envoy coordinator adviser tribunal court secretariat secretariats secretary
    secretary-general director director-general office executive commissioner programme fund organization
    organizations organisation organisations provider providers agency agencies bank facility entity entities system
    institution institutions centre centres
    """
)
ORGANS = vocabulary(
    """
    president presidents facilitator facilitators co-facilitators group groups panel panels committee committees
    body bodies bureau board boards forum commission chair chairs chairman chairperson co-chair co-chairs rapporteur
    rapporteurs council assembly conference meeting plenary force
    """
)
RATIFYING = re.compile(
    r"\b(?:ratif\w+|acced\w+|accession|becom(?:e|ing) (?:a )?part(?:y|ies)|deposit\w* (?:their |its "
    r")?instruments?)\b",
    re.IGNORECASE,
)
HANDED_IN = re.compile(
    r"\b(?:provid|submi|suppl|shar|report|respon|notif|nominat|communicat|transmi|complet|repl)\w*", re.IGNORECASE
)

PAYS = vocabulary(
    """
    provide contribute allocate pledge mobilize mobilise make pay donate finance fund replenish increase channel
    support settle scale
    """
)
# "share with one another what they know" sends nothing in.
EACH_OTHER = vocabulary("another other")
DECISION = vocabulary("decision decisions")
SPENDS = vocabulary("transfer spend draw commit use utilize allocate reallocate incur enter make")
# What is spent: "to transfer up to 10 per cent of the budget".
BUDGET = vocabulary(
    "budget budgets appropriation appropriations lines dollars euros francs reserve savings balance commitments "
    "expenditures"
)
SPENT = vocabulary("expenditures expenditure requirements costs")
RAISES = vocabulary("mobilize mobilise raise seek accept receive solicit")
MONEY = vocabulary("contribution contributions resources funds funding financing arrears finance")
MONEY_PHRASES = (
    "trust fund",
    "financial support",
    "financial and technical support",
    "financial and technical assistance",
    "financial assistance",
    "voluntary contributions",
)
SENDS = vocabulary(
    """
    submit provide share communicate send notify nominate respond complete reply furnish forward transmit supply
    inform report update present indicate register confirm offer express exchange deposit convey return fill propose
    name
    """
)
SENT = vocabulary(
    """
    names information data view views comment comments report reports submission submissions input inputs example
    examples reply replies response responses questionnaire questionnaires nomination nominations candidate
    candidates statistics experience experiences proposal proposals observations suggestions inventory inventories
    communication communications list lists point points notification notifications expert experts studies lessons
    details offer offers results strategies plan plans secretariat
    """
)
GATHERS = vocabulary("convene hold organize organise host arrange schedule")
GATHERINGS = vocabulary(
    """
    meeting meetings session sessions workshop workshops consultation consultations seminar seminars conference
    conferences dialogue dialogues forum forums discussion discussions debate debates round event events symposium
    symposia segment retreat briefing briefings roundtable roundtables
    """
)
COORDINATES = vocabulary(
    """
    cooperate co-operate coordinate co-ordinate collaborate partner liaise consult align harmonize harmonise
    """
)
COORDINATION = vocabulary(
    """
    cooperation coordination collaboration co-operation synergy synergies coherence partnership partnerships
    cooperate coordinate collaborate linkages
    """
)
STRENGTHENS = vocabulary(
    """
    strengthen enhance improve intensify promote increase foster ensure continue avoid develop
    """
)
INFORMS = vocabulary(
    """
    publish disseminate circulate distribute inform notify post communicate translate transmit forward convey share
    publicize bring send issue write
    """
)
TOLD = vocabulary("information briefing briefings updates")
# What a body sends on with its own hands.
TRANSMITS = vocabulary("transmit forward circulate convey publish disseminate")
STORES = vocabulary(
    """
    list lists register registers roster directory directories catalogue website database clearing-house portal
    newsletter notification webpage web
    """
)
KEEPS = vocabulary("place put expand update maintain develop establish post keep")
COLLECTS = vocabulary("collect gather compile solicit survey collate obtain receive canvass synthesize synthesise")
ASKED_FOR = vocabulary("view views information input inputs comment comments submissions proposals")
REVIEWS = vocabulary(
    """
    review consider revisit reconsider decide assess evaluate examine discuss revert address defer postpone resume
    return place inscribe keep continue
    """
)
# What an organ that is asked to will decide at its next session.
SETTLES = vocabulary("adopt approve endorse decide determine authorize agree")
# "initiate the review", "conclude its consideration".
RUNS = vocabulary("initiate begin start launch undertake conduct continue complete conclude carry")
REVIEWING = vocabulary("review consideration assessment evaluation")
STUDIES = vocabulary(
    """
    compare analyse analyze study identify explore elaborate formulate prioritize determine reflect think discuss
    monitor
    """
)
CREATES = vocabulary(
    """
    select establish set create amend extend renew rename constitute appoint elect reconstitute dissolve terminate
    abolish mandate entrust designate adopt approve endorse modify replace delete discontinue merge launch confirm
    grant select accept admit authorize retain maintain
    """
)
INSTITUTIONS = vocabulary(
    """
    group committee panel body mechanism force terms rules membership composition functions modalities subsidiary
    members amendments co-chairs co-chair chairs chair chairperson facilitators co-facilitators authors
    """
)
# Who serves where: the work of those who run an office.
POSTED = vocabulary("fill maintain redeploy abolish reclassify recruit appoint establish create fund retain")
POSTS = vocabulary("post posts vacancies vacancy staff positions")
# What secretariats and providers do for others; whatever else they are asked to do is no help.
HELPS = vocabulary(
    """
    assist support help facilitate advise train enable service serve provide offer deliver render develop prepare
    design draft elaborate produce build update expand organize translate finalize pursue issue print guide
    remind revise contribute complete finish draw structure act hand
    """
)
HELP = vocabulary(
    """
    assistance support help training guidance guidelines tools tool advice advisory services capacity
    capacity-building manual handbook toolkit
    """
)
GUIDES = vocabulary("direction guidance advice advisory support assistance services training")
# "invites the submission of views" asks to submit them.
NOMINAL = {"submission": "submit", "provision": "provide", "preparation": "prepare", "organization": "organize",
           "establishment": "establish", "adoption": "adopt", "ratification": "ratify", "publication": "publish",
           "consideration": "consider", "review": "review", "development": "develop", "exchange": "exchange",
           "consultations": "consult", "selection": "select",
           "contributions": "contribute", "nominations": "nominate", "pledges": "pledge"}  # fmt: skip
IRREGULAR = {
    "carried": "carry",
    "held": "hold",
    "taken": "take",
    "made": "make",
    "given": "give",
    "kept": "keep",
    "paid": "pay",
}
WAYS = vocabulary(
    """
    seek explore reflect identify consider examine find on ways means options possibilities how best and possible of
    """
)
