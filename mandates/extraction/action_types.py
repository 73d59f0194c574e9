"""What kind of thing an action is, told by its verb, its object and who is asked."""

from __future__ import annotations

import re

from .action_signs import is_about_a_gathering, is_coordination, is_meeting, is_payment, meant_by_do_so
from .action_words import (
    ASKED_FOR,
    COLLECTS,
    CREATES,
    DECISION,
    EACH_OTHER,
    GUIDES,
    HELP,
    HELPS,
    INFORMS,
    INSTITUTIONS,
    KEEPS,
    ORGANS,
    POSTED,
    POSTS,
    RATIFYING,
    REVIEWING,
    REVIEWS,
    RUNS,
    SENDS,
    SENT,
    SERVANTS,
    SETTLES,
    STATES,
    STORES,
    STUDIES,
    TOLD,
    TRANSMITS,
)
from .actions import Action, real_verb
from .parties import is_head
from .words import vocabulary, words_of

# "to include information on trials in her annual report to the Council"
IN_A_REPORT = re.compile(r"\bin (?:his|her|its|their|the) (?:next |first |annual |regular |periodic )*reports?\b")


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
    if done.base == "do" and (done.follows("so") or done.follows("likewise")):
        return meant_by_do_so(around)
    if RATIFYING.search(" ".join(word.low for word in words[:14])):
        return "ratification"
    # "Parties shall report every year" sends something in; "shall report to the Conference" reports to it.
    to_nobody = states and done.base == "report" and not done.has(vocabulary("to before at"), done.verb + 14)
    reports = reports and not to_nobody
    if reports or (done.base in ("report", "brief") and not states and (servants or organ or not who)):
        return "report"
    if done.base == "include" and not states and IN_A_REPORT.search(action):
        return "report"
    if is_payment(done, states=states, servants=servants, anybody=bool(who)):
        return "funding"
    if functions:
        return "institution"
    if is_meeting(done):
        return "meeting"
    if is_coordination(done):
        return "coordination"
    if by_body:
        return _of_the_body(done)
    # "update the guide in the light of comments" sends nothing in.
    reach = 4 if done.base == "update" else 17
    sends = done.base in SENDS and done.has(SENT, done.verb + reach, start=done.verb + 1)
    if done.has(EACH_OTHER, done.verb + 6):
        sends = False
    elif (
        done.base == "nominate"
        or done.follows("known")
        or (done.base == "bring" and done.follows("to", "the", "attention"))
    ):
        sends = True
    behind = {word.low for word in done.words[done.verb + 1 : done.verb + 20]}
    heads = behind & {"secretariat", "secretary-general", "director-general"}
    if heads and not secretariat and done.base in SENDS and (sends or not done.has(GUIDES, done.verb + 8)):
        return "submission"
    if done.base == "register":
        return "submission"
    if not servants or states:
        # "invites submissions from Parties" names what is sent; "offer shelter" is an action.
        if sends or done.base == "report" or (done.has(SENT, 1) and done.base != "offer"):
            return "submission"
        if _keeps_informed(done):
            return "information"
        if who and not states and not organ and done.base in ("assist", "support", "help"):
            return "assistance"
        if states or (who and not organ):
            return "implementation"
    stored = any(word.low in STORES for word in words_of(around))
    return _of_a_servant(done, organ=organ, anybody=bool(who), stored=stored)


def _keeps_informed(done: Action) -> bool:
    """ "keep the Board informed", "make the rules better known"."""
    low = [word.low for word in done.words[done.verb : done.verb + 12]]
    informed = done.base == "keep" and bool({"informed", "apprised", "abreast", "updated"} & set(low))
    return informed or (done.base == "make" and "known" in low)


def _are_states(name: str) -> bool:
    """Is it States that a name names: "States members of the Commission", not "Least Developed Countries Group"?"""
    words = [word.low for word in words_of(name)]
    end = next((k for k, low in enumerate(words) if k and low in ("of", "to", "on", "for", "in")), len(words))
    return bool(STATES & set(words)) and words[end - 1] not in ORGANS


def _of_the_body(done: Action) -> str:
    """What the deciding body itself will do: review something, meet, or change an institution."""
    if done.has(vocabulary("cost costs expenses"), 5):
        return "funding"
    if done.has(vocabulary("session meeting meetings"), 8) and done.has(
        vocabulary("duration venue dates number days"), 30
    ):
        return "review" if done.base == "take" and done.has(DECISION, 20) else "meeting"
    if is_about_a_gathering(done):
        return "meeting"
    if done.words[0].low == "consider" and done.has(vocabulary("session meeting"), 20):
        return "review"
    if done.base in SETTLES and done.has(vocabulary("session meeting"), 9):
        return "review"
    decides_later = done.base == "take" and (done.has(DECISION, 20) or done.follows("up"))
    if (
        done.base in ("monitor", "remain")
        or done.base in REVIEWS
        or _runs_review(done)
        or decides_later
        or done.has(vocabulary("agenda seized"), 30)
    ):
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
    if (
        done.base in ("prepare", "produce")
        and {"compilation", "synthesis"} & set(low[:24])
        and "report" not in low[:24]
    ):
        return "information"
    written = [k for k, word in enumerate(low) if word in ("report", "reports") and "of" not in low[max(0, k - 2) : k]]
    if written and done.base in ("submit", "present", "issue", "compile", "produce", "prepare"):
        return "report"
    if written and written[0] < 8 and done.base in ("develop", "draft", "elaborate", "finalize", "include"):
        return "report"
    published = any(low[k] == "and" and low[k + 1] in INFORMS for k in range(len(low) - 1))
    if published and done.base in ("prepare", "produce"):
        return "information"
    if done.base in CREATES and done.has(STORES, done.verb + 6):
        return "information"
    own_work = done.base in RUNS and bool({"work", "task", "tasks", "mandate"} & set(low[:4]))
    charged = (organ and (done.base in ("serve", "act", "work") or own_work)) or done.base in ("negotiate", "sign")
    if charged or (done.base in CREATES and done.has(INSTITUTIONS, 24)):
        return "institution"
    if done.base in POSTED and done.has(POSTS, done.verb + 12):
        return "institution"
    if done.base in COLLECTS or (done.base in ("seek", "invite", "request") and done.has(ASKED_FOR, 14)):
        return "collection"
    if "questionnaire" in low or (done.base == "issue" and "notification" in low):
        return "collection"
    tells = done.base in ("provide", "give", "supply", "send", "offer") and bool(TOLD & set(low[:10]))
    to_somebody = any(is_head(word) for word in done.words[done.verb + 1 : done.verb + 6])
    tells = tells or (to_somebody and done.base in ("update", "brief"))
    makes = done.base == "make" or "make" in low[1:4]
    available = makes and bool({"available", "accessible", "public"} & set(low[:12]))
    if available and {"assistance", "advice", "expertise"} & set(low[:12]):
        return "assistance"
    if (
        tells
        or available
        or _keeps_informed(done)
        or done.base in INFORMS
        or (done.base in KEEPS and (done.has(STORES, 14) or (done.follows("it") and stored)))
    ):
        return "information"
    if organ and (
        done.base in REVIEWS | STUDIES | RUNS
        or low[:1] == ["consider"]
        or (done.base == "give" and "consideration" in low[:8])
        or (done.base == "include" and "agenda" in low)
        or (done.base in SETTLES and not {"amendments", "rules"} & set(low))
        or _runs_review(done)
    ):
        return "review"
    if done.base in ("use", "apply", "follow", "implement"):
        return "implementation"
    if anybody:
        helps = done.base in HELPS or done.has(HELP, done.verb + 14)
        return "assistance" if helps else "implementation"
    return (
        "assistance"
        if {"assistance", "assist", "support", "capacity", "capacity-building"} & set(low[:8])
        else "implementation"
    )
