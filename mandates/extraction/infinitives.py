"""The verbs that name an action, in the base form in which a request uses them."""

from __future__ import annotations

from collections.abc import Sequence

from .words import Word, vocabulary

ACTION_VERBS = vocabulary(
    """
    abide abolish absorb accede accelerate accept access accommodate accompany accomplish accord account achieve
    acknowledge acquire act adapt add address adhere adjust administer admit adopt advance advertise advise advocate
    affirm afford aggregate agree aid aim align alleviate allocate allow alter amend analyse analyze announce answer
    anticipate appear append apply appoint appraise approach appropriate approve arrange articulate ask assemble
    assess assign assist assume assure attach attain attempt attend attract audit augment authorize authorise avail
    avert avoid await award base be bear become begin benefit bind block boost bridge bring broaden budget build
    calculate call campaign carry catalogue catalyse catalyze cease celebrate centralize certify chair challenge
    champion change channel characterize charge check choose circulate cite clarify classify close co-chair
    co-finance co-host co-operate co-ordinate co-organize coordinate cooperate collaborate collate collect combat
    combine come commemorate commence comment commission commit communicate compare compensate compile complement
    complete comply compose comprise concentrate conclude concur conduct confer confirm conform confront connect
    consider consolidate constitute construct consult contact contain contemplate continue contract contribute
    control convene convert convey convoke copy correct correlate counsel count counter cover create criminalize
    curb cut deal debate decentralize decide declare decline decrease dedicate deepen defend defer define delegate
    delete deliver demand demonstrate denounce deny deploy deposit depart derive describe design designate destroy
    detail detect determine deter develop devise devote diagnose digitize diminish direct disaggregate disclose
    discontinue discourage discuss dismantle dispatch display dispose disseminate distribute diversify divide do
    document donate double draft draw earmark ease educate effect elaborate elect elevate elicit eliminate embark
    embed embrace emphasize employ empower enable enact encompass encourage end endeavour endeavor endorse enforce
    engage enhance enjoy enlarge enlist enquire enrich enrol ensure enter entrust enumerate envisage equip eradicate
    establish estimate evaluate examine exceed exchange exclude execute exempt exercise exert exhaust expand expect
    expedite experiment explain exploit explore export expose express extend extract face facilitate factor
    familiarize favour feature field file fill finalize finalise finance find fix flag focus follow forecast foresee
    forge form formalize formulate forward foster free freeze fulfil fulfill function fund further gain gather gauge
    generate get give go govern grade grant group guarantee guard guide halt halve handle harmonize harmonise
    harness harvest hasten have head heighten help highlight hire hold honour host identify illustrate implement
    import improve inaugurate include incorporate increase indicate induce inform initiate innovate input inquire
    insert inspect inspire install institute institutionalize instruct insure integrate intensify interact interlink
    intervene introduce invest investigate invite involve issue join judge justify keep know lay launch lead learn
    leave legislate lend lessen let levy leverage liaise liberalize lift limit link list listen locate look lower
    mainstream maintain make manage mandate map mark market match maximize maximise measure mediate meet mention
    minimize minimise mitigate mobilize mobilise model modernize modify monitor motivate move multiply name narrow
    negotiate network nominate note notify nurture obey obligate observe obtain occupy offer offset open operate
    operationalize oppose optimize order organize organise orient outline outreach overcome overhaul oversee own
    participate partner pass pay perfect perform permit persist persuade phase pick pilot place plan play pledge
    point populate position post postpone practise practice prepare prescribe present preserve preside press prevail
    prevent print prioritize prioritise proceed process procure produce prohibit project prolong promote promulgate
    propose prosecute protect protest prove provide publicize publish punish purchase pursue put qualify quantify
    raise ramp ratify reach react read reaffirm realign realize realise reallocate rearrange reassess rebuild recall
    receive recognize recognise recommend reconcile reconsider reconstitute reconvene record recover recruit rectify
    recycle redirect redouble reduce refer refine reflect refocus reform refrain refresh refund refuse regain
    register regulate rehabilitate reimburse reinforce reinstate reintegrate reiterate reject relate relay release
    rely remain remedy remember remind remit remove renew render reopen reorganize repair repatriate repeal repeat
    replace replenish reply report represent reproduce request require reschedule rescue research reserve resist
    resolve resort respect respond rest restate restore restrict restructure result resume retain retire retrieve
    return reuse reveal reverse review revise revisit revitalize revive reward rotate run safeguard sanction satisfy
    save say scale schedule scrutinize search secure see seek select send sensitize separate serve service set
    settle shape share shift shorten show sign signal simplify simulate solicit solve speak specify speed spend
    sponsor spread stabilize staff standardize start state stay stem step stimulate stipulate stop store streamline
    strengthen stress strike strive structure study submit subscribe subsidize substitute succeed suggest summarize
    summarise supervise supplement supply support suppress surrender survey suspend sustain synthesize systematize
    table tackle tailor take talk target task teach tell terminate test think tighten trace track trade train transfer
    transform translate transmit transport transpose travel treat trigger triple try turn uncover undergo underline
    underscore understand undertake unify unite update upgrade uphold upload uproot urge use utilize utilise
    validate value vary verify view visit void volunteer vote waive warn watch weigh welcome widen withdraw withhold
    abstain accredit accumulate appeal apportion archive ban bestow borrow brief canvass coach condemn conserve
    converge corroborate cultivate curtail decommission deliberate delist demine demobilize desist disarm disburse
    disregard dissolve domesticate erect evacuate extradite fight furnish hear immunize incentivize indemnify
    interpret mentor merge outlaw penalize persevere pool popularize proclaim rationalize recommit redeploy redress
    reinvigorate reissue relocate remediate repay replicate rescind resettle retrofit revert revoke screen spearhead
    steer stockpile substantiate surpass synchronize tap upscale vaccinate withstand witness work write yield
    """
)
# Read as nouns unless something marks the infinitive: "Access to justice", "Support for victims".
ALSO_NOUNS = vocabulary(
    """
    access account aid aim appeal fight pool screen answer approach audit award balance base benefit call challenge
    change charge check comment contact contract control copy cost cover cut debate delegate demand design detail
    document draft end exchange exercise experiment export face factor fund focus form function group guarantee
    guide head help host impact import increase input interest issue lead limit link list map mandate mark market
    measure model monitor network note offer order outline outreach partner plan place play pledge point position
    post practice present process produce profile programme progress project purchase record reform release report
    request research resort respect rest result return reverse review reward schedule search shape share shift show
    sign signal staff state step stress structure study supply support survey target task test trace track trade
    train transfer transport travel treat trust turn update upgrade use value view visit vote work
    """
)
ADVERBS = vocabulary(
    """
    also further fully better not jointly then again both more either always first together closely well once duly
    accordingly thereafter still even only thus instead
    """
)
NOT_AFTER = vocabulary(
    """
    order as able unable willing ready eligible entitled required need needs wish wishes wishing intend intends
    intending seek seeks seeking effort efforts opportunity opportunities plan plans right access capacity ability
    measures steps actions means way ways mandate request invitation commitment position subject due expected
    supposed likely obliged obligation obligations duty duties designed aimed aiming used continue continues chance
    attempt attempts tools tool responsibility power powers authority approach approaches readiness willingness
    offer applicable relevant responsible had have has resources time determined best possible necessary important
    essential
    """
)
DETERMINERS = vocabulary(
    """
    the a an its their his her our this that these those all any each every other such some no both which whom what
    whose
    """
)


def skip_adverbs(words: Sequence[Word], at: int, stop: int) -> int:
    """The index of the first word from `at` on that is no adverb ("further", "actively", ", where possible,")."""
    while at < stop:
        low = words[at].low
        if low in ADVERBS or (
            low.endswith("ly") and low not in ("supply", "apply", "rely", "comply", "reply", "multiply")
        ):
            at += 1
        elif low == "," and (close := _parenthesis(words, at, stop)):
            at = close
        else:
            break
    return at


# What may stand between commas inside an infinitive: "to, as appropriate, assist".
_INSERTED = vocabulary(
    """
    as where when if inter in within upon on subject through by with at for to during under from taking including
    using based drawing bearing no not before prior after and together among without pursuant and/or
    """
)


def _parenthesis(words: Sequence[Word], at: int, stop: int) -> int | None:
    """The index after an insertion between commas that begins at the comma `at`; None where there is none."""
    if at + 1 >= stop or words[at + 1].low not in _INSERTED:
        return None
    for k in range(at + 2, min(stop, at + 40)):
        if words[k].low == "," and k + 1 < stop and _is_action(words, k + 1, stop):
            return k + 1
        if words[k].low in {";", ":"}:
            return None
    return None


def _is_action(words: Sequence[Word], at: int, stop: int) -> bool:
    while at < stop and (words[at].low in ADVERBS or words[at].low.endswith("ly")):
        if words[at].low in ACTION_VERBS:
            break
        at += 1
    return at < stop and words[at].low in ACTION_VERBS


def infinitive_after_to(words: Sequence[Word], at: int, stop: int) -> int | None:
    """The index of the verb where "to" at `at` opens an infinitive; None for "to the Protocol", "to States".

    A verb this package does not know is still one where a small word or article follows it.
    """
    verb = skip_adverbs(words, at + 1, stop)
    if verb >= stop:
        return None
    low = words[verb].low
    if low in ACTION_VERBS or low.removeprefix("re-") in ACTION_VERBS or low.removeprefix("co-") in ACTION_VERBS:
        return verb
    return None


def starts_action(words: Sequence[Word], at: int, stop: int) -> int | None:
    """The index of the verb where an item begins with an action: "To prepare", "Facilitate", "Actively promote".

    A word that is a noun as well ("Support for victims") counts where an object follows it, not a preposition.
    """
    if at < stop and words[at].low == "to":
        verb = infinitive_after_to(words, at, stop)
        return verb if verb is not None else skip_adverbs(words, at + 1, stop)
    verb = skip_adverbs(words, at, stop)
    if verb >= stop or words[verb].low not in ACTION_VERBS:
        return None
    if words[verb].low in ALSO_NOUNS:
        following = words[verb + 1].low if verb + 1 < stop else ""
        if following in ("of", "for", "to", "on", "in", "at", "by", "and", "from", "between", "among", "") and (
            (words[verb].low, following)
            not in (
                ("report", "to"),
                ("report", "on"),
                ("report", "at"),
                ("report", "by"),
                ("work", "with"),
                ("focus", "on"),
            )
        ):
            return None
    return verb
