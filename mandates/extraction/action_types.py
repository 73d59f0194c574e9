"""What kind of thing an action is, told by its verb, its object and who is asked."""

from __future__ import annotations

import re

from .action_words import (  # fmt: skip
    ASKED_FOR,
    BUDGET,
    COLLECTS,
    COORDINATES,
    COORDINATION,
    CREATES,
    DECISION,
    EACH_OTHER,
    GATHERINGS,
    GATHERS,
    HANDED_IN,
    INFORMS,
    INSTITUTIONS,
    KEEPS,
    MONEY,
    MONEY_PHRASES,
    ORGANS,
    PAYS,
    RAISES,
    RATIFYING,
    REVIEWING,
    REVIEWS,
    RUNS,
    SENDS,
    SENT,
    SERVANTS,
    SETTLES,
    SPENDS,
    STATES,
    STORES,
    STRENGTHENS,
    STUDIES,
    TOLD,
    TRANSMITS,
)
from .actions import Action, base_of, real_verb
from .parties import is_head
from .words import vocabulary, words_of


def is_organ(names: str) -> bool:
    """Does one of these names belong to an organ that meets, and so has sessions of its own?"""
    return bool(ORGANS & {word.low for word in words_of(names)})


def action_type(
    action: str,
    addressees: tuple[str, ...],
    *,
    reports: bool = False,
    by_body: bool = False,
    functions: bool = False,
    around: str = "",
) -> str:
    """One of the twelve action types.

    `reports`: it reports to the deciding body; `by_body`: that body itself is to act; `functions`: it is one of the
    functions with which a chapeau charges an organ; `around`: the words before it, for what "do so" means.
    """
    who = {word.low for name in addressees for word in words_of(name)}
    secretariat = who & {"secretariat", "secretary", "secretary-general"}
    states = not secretariat and any(_are_states(name) for name in addressees)
    named = [word.text for name in addressees for word in words_of(name)]
    servants = bool(who & SERVANTS) or any(len(word) > 2 and word.isupper() for word in named)
    organ = bool(who & ORGANS)
    words = words_of(action[:600])
    done = Action(words, real_verb(words))
    if done.base == "do" and done.follows("so"):
        return _meant_by_do_so(around)
    if RATIFYING.search(" ".join(word.low for word in words[:14])):
        return "ratification"
    if reports or (done.base in ("report", "brief") and not states and (servants or organ or not who)):
        return "report"
    if _is_payment(done, states=states, servants=servants, anybody=bool(who)):
        return "funding"
    if functions:
        return "institution"
    if _is_meeting(done):
        return "meeting"
    if _is_coordination(done):
        return "coordination"
    if by_body:
        return _of_the_body(done)
    # "update the guide in the light of comments" sends nothing in.
    reach = 4 if done.base == "update" else 17
    sends = done.base in SENDS and done.has(SENT, done.verb + reach, start=done.verb + 1)
    if done.has(EACH_OTHER, done.verb + 6):
        sends = False
    elif done.base == "nominate" or (done.base == "make" and done.follows("known")):
        sends = True
    if done.base == "register":
        return "submission"
    if not servants or states:
        # "invites submissions from Parties" names what is sent; "offer shelter" is an action.
        if sends or done.base == "report" or (done.has(SENT, 1) and done.base != "offer"):
            return "submission"
        if states or (who and not organ):
            return "implementation"
    stored = any(word.low in STORES for word in words_of(around))
    return _of_a_servant(done, organ=organ, anybody=bool(who), stored=stored)


def _are_states(name: str) -> bool:
    """Is it States that a name names: "States members of the Commission", not "Least Developed Countries Group"?"""
    words = [word.low for word in words_of(name)]
    end = next((k for k, low in enumerate(words) if k and low in ("of", "to", "on", "for", "in")), len(words))
    return bool(STATES & set(words)) and words[end - 1] not in ORGANS


def _meant_by_do_so(around: str) -> str:
    """What "do so" means: what those addressed are said not to have done yet, ratify it or send something in."""
    if RATIFYING.search(around):
        return "ratification"
    if re.search(r"\bcontributions?\b", around) and not re.search(r"\bnationally determined\b", around):
        return "funding"
    sent = any(word.low in SENT for word in words_of(around))
    return "submission" if sent and HANDED_IN.search(around) else "implementation"


def _is_payment(done: Action, *, states: bool, servants: bool, anybody: bool) -> bool:
    first = " ".join(word.low for word in done.words[:10])
    money = done.has(MONEY, 10) or done.follows("financially") or any(phrase in first for phrase in MONEY_PHRASES)
    if not anybody:
        return done.has(vocabulary("resources funds funding contributions"), 9)
    if done.base in SPENDS and servants and done.has(BUDGET, 12):
        return True
    into_fund = done.base == "contribute" and done.has(vocabulary("fund funds budget facility"), 14)
    if money and done.base in RAISES:
        return True
    return (money or into_fund) and done.base in PAYS and (states or not servants)


def _is_meeting(done: Action) -> bool:
    if done.base == "meet":
        return not done.follows("the") and not done.follows("their") and not done.follows("these")
    if done.base == "take":
        return done.follows("place")
    if done.base == "hold" and done.words[done.verb].low == "held":
        return True
    papers = done.has(ASKED_FOR, done.verb + 4, start=done.verb)
    if done.base == "convene" and done.has(vocabulary("group panel committee"), done.verb + 8):
        return True
    return done.base in GATHERS and not papers and done.has(GATHERINGS, done.verb + 20)


def _is_coordination(done: Action) -> bool:
    low = [word.low for word in done.words[done.verb : done.verb + 30]]
    if done.base in COORDINATES | COORDINATION or (
        "and" in low[1:3] and any(base_of(word) in COORDINATES for word in low[2:4])
    ):
        return True
    if done.base == "take":
        return "into" in low and ("account" in low or "consideration" in low)
    if done.base == "work":
        if low[1:2] == ["in"] and COORDINATION & set(low[2:4]):
            return True
        partner = "with" in low[:4] and any(is_head(word) for word in done.words[done.verb :][:10])
        return partner or low[1:2] in (["together"], ["jointly"])
    if done.base == "join":
        return low[1:2] in (["with"], ["forces"])
    if done.base == "avoid":
        return "duplication" in low[:4]
    # "develop, in collaboration with others, a manual" is about the manual.
    jointly = any(low[k] in COORDINATION and low[k - 1] != "in" for k in range(1, min(len(low), 4)))
    return done.base in STRENGTHENS and jointly


def _of_the_body(done: Action) -> str:
    """What the deciding body itself will do: review something, meet, or change an institution."""
    if done.has(vocabulary("session meeting meetings"), 8) and done.has(
        vocabulary("duration venue dates number days"), 30
    ):
        return "review" if done.base == "take" and done.has(DECISION, 20) else "meeting"
    if done.base in SETTLES and done.has(vocabulary("session meeting"), 9):
        return "review"
    decides_later = done.base == "take" and (done.has(DECISION, 20) or done.follows("up"))
    if done.base in REVIEWS or _runs_review(done) or decides_later or done.has(vocabulary("agenda seized"), 30):
        return "review"
    if done.base in TRANSMITS | {"refer"} and done.has(vocabulary("session meeting"), 20):
        # "transmit it to its tenth session" puts it before itself.
        return "review"
    return "information" if done.base in TRANSMITS else "institution"


def _runs_review(done: Action) -> bool:
    """ "initiate the third comprehensive review", "conclude its consideration of"."""
    runs = done.base in RUNS
    return runs and done.has(REVIEWING, done.verb + 14)


def _of_a_servant(done: Action, *, organ: bool, anybody: bool, stored: bool) -> str:
    """What a secretariat, an organization or an organ is to do; helping is what is left when nothing else fits."""
    low = [word.low for word in done.words[:40]]
    # In "a summary of the reports received" no report is written.
    written = [k for k, word in enumerate(low) if word in ("report", "reports") and "of" not in low[max(0, k - 2) : k]]
    if written and done.base in ("submit", "present", "issue", "compile", "produce", "prepare"):
        return "report"
    if written and written[0] < 8 and done.base in ("develop", "draft", "elaborate", "finalize", "include"):
        return "report"
    own_work = done.base in RUNS and bool({"work", "task", "tasks", "mandate"} & set(low[:4]))
    charged = (organ and (done.base in ("serve", "act", "work") or own_work)) or done.base in ("negotiate", "sign")
    if charged or (done.base in CREATES and done.has(INSTITUTIONS, 24)):
        return "institution"
    if done.base in COLLECTS or (done.base in ("seek", "invite", "request") and done.has(ASKED_FOR, 14)):
        return "collection"
    if "questionnaire" in low or (done.base == "issue" and "notification" in low):
        return "collection"
    tells = done.base in ("provide", "give", "supply", "send", "offer") and bool(TOLD & set(low[:10]))
    to_somebody = any(is_head(word) for word in done.words[done.verb + 1 : done.verb + 6])
    tells = tells or (to_somebody and done.base in ("update", "advise", "brief"))
    makes = done.base == "make" or "make" in low[1:4]
    available = makes and bool({"available", "accessible", "public"} & set(low[:12]))
    informed = done.base == "keep" and bool({"informed", "apprised", "abreast", "updated"} & set(low[:10]))
    if (
        tells
        or available
        or informed
        or done.base in INFORMS
        or (done.base in KEEPS and (done.has(STORES, 14) or (done.follows("it") and stored)))
    ):
        return "information"
    if organ and (
        done.base in REVIEWS | STUDIES | RUNS
        or low[:1] == ["consider"]
        or (done.base in SETTLES and not {"amendments", "rules"} & set(low))
        or _runs_review(done)
    ):
        return "review"
    if anybody:
        return "assistance"
    return (
        "assistance"
        if {"assistance", "assist", "support", "capacity", "capacity-building"} & set(low[:8])
        else "implementation"
    )
