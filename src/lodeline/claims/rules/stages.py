"""Stages of a site without a figure: works planned or begun, a plant finished, a mine halted."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from lodeline.claims.cues import Hit
from lodeline.claims.draft import Draft
from lodeline.claims.parties import (
    parties_at,
    patient_tokens,
    subject,
    under,
)
from lodeline.claims.phase import conditional, phase_of, status_of, tense_of
from lodeline.claims.rules.costs import has_begun
from lodeline.claims.rules.frame import governing_verb, open_draft
from lodeline.claims.rules.halts import closes_nothing, gives_up, halted, idle, is_feared_stop, is_final, works_stage
from lodeline.claims.rules.lenders import is_lender
from lodeline.claims.rules.sites import (
    BEGIN,
    STANDING,
    TIMED,
    about_site,
    developer,
    finish_project,
    is_placed,
    is_site,
    is_works,
    part_done,
    permitted,
    worked_on,
)
from lodeline.claims.rules.starts import UNCUED, begun, reaches
from lodeline.claims.scene import Scene, View
from lodeline.claims.slots import fill_commodities, nearest_value, take_money, take_quantity
from lodeline.claims.words import words
from lodeline.language.tree import children, governors, is_verb, preposition, subtree
from lodeline.language.values import Value

STAGES = (
    ("stop", "production"),
    ("explore", ""),
    ("finish", "construction"),
    ("build", "construction"),
    ("launch", "production"),
    ("approve", ""),
    ("talk", ""),
    ("plan", ""),
    ("cancel", ""),
    ("suspend", ""),
)
"""Classes of cues in order of precedence, with the stage that they tell."""
BARE = ("approve", "talk", "plan")
"""Words that tell of a project only where a site is their own object: "plans a smelter", "approved the mine"."""


def staged(scene: Scene, view: View) -> Iterator[Draft]:
    """Stages without a quantity: works begun, a mine halted, a plant finished; one for each company that acts."""
    told: list[Draft] = []
    clauses: set[int] = set()
    hits = [(hit, stage) for group, stage in STAGES for hit in [*view.cues(group), *begun(view, group)]]
    for hit, stage in sorted(hits, key=lambda pair: is_aside(view, pair[0])):
        clause = view.clauses[hit.at]
        if clause in clauses or (told and not own_actor(scene, view, clause, told)):
            continue
        draft = stage_told(scene, view, hit, stage) if is_stage(scene, view, hit) else None
        if draft is not None:
            told.append(draft)
            clauses.add(clause)
            yield draft


def is_aside(view: View, hit: Hit) -> bool:
    """A participle that only describes the site: "The mill, rebuilt after the fire, was restarted"."""
    token = view.tokens[hit.at]
    return is_verb(token) and token.relation == "acl"


def own_actor(scene: Scene, view: View, clause: int, told: list[Draft]) -> bool:
    """ "A halted its mine, while B began to build one": a clause with a company of its own as its subject."""
    known = {name for draft in told for name in draft.names("developer")}
    actors = [r for t in children(view.sentence, clause, "nsubj") for r in parties_at(scene, view, t)]
    return bool(known) and any(r.kind == "organisation" and r.name not in known for r in actors)


def stage_told(scene: Scene, view: View, hit: Hit, stage: str) -> Draft | None:
    """The claim of one word of works. It needs a site or a developer."""
    draft = open_draft("project", f"stage told: {hit.cue.group}", view, hit.at)
    draft.stage = works_stage(view, hit) or stage or hit.cue.value or None
    draft.status = stage_status(scene, view, hit, stage_phase(scene, view, hit))
    if draft.status is None:
        return None
    if hit.cue.group == "launch" and draft.stage != "production" and draft.status == "completed":
        draft.status = "under_way"
    if hit.cue.group == "explore":
        take_quantity(scene, draft, nearest_value(scene, view, hit.at, ("quantity",), is_drilled))
    developer(scene, view, draft, hit.at)
    if not draft.parties and not is_placed(scene, view, hit):
        return None
    fill_commodities(scene, view, draft)
    take_money(scene, draft, nearest_value(scene, view, hit.at, ("money",), partial(is_in_clause, view, hit.at)))
    finish_project(scene, view, draft, hit.at)
    if draft.status == "under_way" and lies_ahead(scene, view, draft, hit):
        draft.status = "proposed"
    return draft


def lies_ahead(scene: Scene, view: View, draft: Draft, hit: Hit) -> bool:
    """ "Earthworks begin in October": a present tense with a day to come is a timetable."""
    verb = governing_verb(view, hit.at)
    later = draft.date is not None and draft.date > (scene.analysis.anchor or "9999")
    return later and verb is not None and view.tokens[verb].lemma in BEGIN and tense_of(view, verb) == "present"


def stage_phase(scene: Scene, view: View, hit: Hit) -> str:
    """The phase of the word, or that of who lets the developer do it ("has cleared Acme to build")."""
    if hit.cue.group in OWN_PHASES and not is_decision(hit):
        return OWN_PHASES[hit.cue.group]
    if permitted(view, hit.at) is not None:
        return "approved"
    skip = ("done", "suspend", "stop") if hit.cue.group == "stop" else ("done", "stop")
    phase = phase_of(scene, view, hit.at, skip=skip)
    verb = governing_verb(view, hit.at)
    if is_decision(hit):
        return (
            "plan" if phase in ("plan", "future", "talk", "suspended") else "approved" if phase != "negated" else phase
        )
    if any(t.lemma in FAILURE for t in view.tokens[max(0, hit.first - 2) : hit.first]):
        return "negated"
    timed = verb is not None and view.tokens[verb].lemma in TIMED
    if (phase == "present" and timed) or (phase in ("past", "present", "none") and is_to_do(view, hit)):
        return "plan"
    return "past" if idle(hit) and phase == "negated" else phase


def is_to_do(view: View, hit: Hit) -> bool:
    """An infinitive that nothing tells was done: "looking for partners to build it", «получил землю, чтобы строить»."""
    verb = governing_verb(view, hit.at)
    if verb is None or view.tokens[verb].form != "Inf":
        return False
    over = [view.tokens[g].lemma for g in governors(view.sentence, verb)][:2]
    told = over_object(view, verb) or view.tokens[verb].relation.split(":")[0] in ("advcl", "acl")
    free = hit.cue.text == UNCUED or told
    return free and not any(lemma in (*BEGIN, *REALISED) for lemma in over)


def over_object(view: View, verb: int) -> bool:
    """ "The licence obliges it to build": who is told to do it has not done it."""
    return view.tokens[verb].relation == "xcomp" and bool(
        children(view.sentence, view.tokens[verb].head, "obj", "iobj")
    )


REALISED = words("realised")
FAILURE = words("failure")


def is_in_clause(view: View, at: int, value: Value) -> bool:
    """A sum in the clause of the works, or a cost told in the sentence where no other company's clause has it."""
    clause = view.clauses[view.token_of(value.start)]
    firms = [m.top for _, m in view.mentions if m.kind == "organisation"]
    acts = any(t in firms for t in children(view.sentence, clause, "nsubj"))
    return clause == view.clauses[at] or (view.has("project_cost") and not acts)


OWN_PHASES = {"approve": "approved", "talk": "talk", "plan": "plan", "cancel": "cancelled", "suspend": "suspended"}


def is_drilled(value: Value) -> bool:
    """Metres of holes."""
    return value.quantity is not None and value.quantity.unit in ("m", "km")


def is_stage(scene: Scene, view: View, hit: Hit) -> bool:
    """Whether a word tells what happens to a site, and not what is feared, wished, paid for or gone by."""
    verb = governing_verb(view, hit.at)
    unsure = conditional(view, hit.at) or is_supposed(view)
    if unsure or is_wished(view, hit.at) or is_asked(view, hit.at):
        return False
    if verb is not None and any(is_lender(scene, ref) for ref in subject(scene, view, verb)):
        return False
    if is_decision(hit):
        on = under(view, hit.at, ("on", "for", "по", "о"))
        if view.tokens[hit.at].relation.split(":")[0] not in ("nsubj", "obj") or is_backdrop(view, hit):
            return False
        return any(is_site(scene, view, t) or is_works(view, t) for t in on) or (not on and bool(scene.topic.asset))
    if hit.cue.group in BARE:
        own = [t for t in patient_tokens(view, hit.at) if is_site(scene, view, t)]
        return is_verb(view.tokens[hit.at]) and bool(own) and view.tokens[hit.at].lemma in SITE_PLANS
    if hit.cue.group in ("cancel", "suspend"):
        return gives_up(scene, view, hit)
    if hit.cue.text == "development" and preposition(view.sentence, hit.at) == "in" and not worked_on(view, hit.at):
        return False
    if hit.cue.text in CLOSINGS and scene.dealt and not worked_on(view, hit.at):
        return False
    if hit.cue.text in IN_PART and not part_done(view, hit):
        return False
    told_of = children(view.sentence, hit.at, "acl")
    if hit.cue.value == "works" and preposition(view.sentence, hit.at) in SINCE and not told_of:
        return False
    if not about_site(scene, view, hit) or is_purpose(scene, view, hit) or is_backdrop(view, hit):
        return False
    if is_shipment(scene, view, hit) or is_discovery(view, hit) or is_licensed(view, hit):
        return False
    if hit.cue.group != "stop":
        return True
    papers = any(view.tokens[i].lemma in PAPERS for t in worked_on(view, hit.at) for i in subtree(view.sentence, t))
    return not (papers or closes_nothing(scene, view, hit) or is_feared_stop(view, hit))


def is_licensed(view: View, hit: Hit) -> bool:
    """ "барлау жүргізуге лицензия алды": works that a licence is got for are not begun."""
    licences = {h.at for h in view.cues("licence")}
    over = governors(view.sentence, hit.at) if licences and hit.cue.group == "explore" else ()
    return any(licences & set(patient_tokens(view, g)) for g in over)


def is_decision(hit: Hit) -> bool:
    """ "A final investment decision": taken or due, it is about a site."""
    return hit.cue.group == "approve" and hit.cue.text in DECISIONS


DECISIONS = words("decisions")


SINCE = ("from", "until", "till", "с", "до", "с момента")
"""The first shipment as a day from which something else is reckoned."""
CLOSINGS = words("closings")
"""Where a deal is told, they tell of the deal unless a site is what is completed."""
IN_PART = ("готовность",)
"""Words that tell a stage only with how much is done."""
SITE_PLANS = words("site_plans")
PAPERS = words("permits")
"""A permit that is suspended halts no works by itself."""


def is_wished(view: View, at: int) -> bool:
    """What others ask of a court or a state is no step, nor what "takes a week to restart"."""
    over = [view.tokens[g].lemma for g in governors(view.sentence, at) if is_verb(view.tokens[g])]
    return any(lemma in ASKING for lemma in over) or (view.tokens[at].form == "Inf" and over[:1] == ["take"])


def is_supposed(view: View) -> bool:
    """ "If Acme builds a smelter, it will produce…": all that follows hangs on what may not be."""
    first = [h for h in view.cues("conditional") if h.first == 0]
    verb = governing_verb(view, first[0].at) if first else None
    finite = verb is not None and view.tokens[verb].form == "Fin" and not view.tokens[verb].text.isascii()
    return verb is not None and (finite or bool(children(view.sentence, verb, "nsubj")))


def is_asked(view: View, at: int) -> bool:
    """ "Declined to say whether it will build", «построит ли»: an open question, unless the party itself weighs it."""
    weighed = {h.at for h in view.cues("plan", "talk")} & set(governors(view.sentence, at))
    return not weighed and (asked(view, at) or asked(view, view.clauses[at]))


def asked(view: View, at: int) -> bool:
    return any(view.tokens[c].lemma in WHETHER for c in children(view.sentence, at, "mark", "advmod", "cc"))


WHETHER = ("whether", "ли")
ASKING = (*words("demanded"), *words("asking"))


def is_backdrop(view: View, hit: Hit) -> bool:
    """A noun of works that is only an occasion, a hindered thing or a part of something told: «после остановки»."""
    before = view.tokens[hit.first - 1].lemma if hit.first else ""
    if preposition(view.sentence, hit.at) in OCCASION or (
        before in OCCASION and view.tokens[hit.first - 1].pos == "ADP"
    ):
        return True
    marks = children(view.sentence, view.clauses[hit.at], "mark", "advmod")
    if is_verb(view.tokens[hit.at]):
        return any(view.tokens[m].lemma in YET_TO_COME for m in marks)
    if any(view.tokens[m].lemma in OCCASION for m in marks):
        return True
    head = view.tokens[hit.at].head
    hindered = any(h.at == head for h in view.cues("hinder"))
    results = head >= 0 and view.tokens[head].lemma in RESULTS
    return hindered or (hit.cue.group == "explore" and results)


OCCASION = words("occasion")
YET_TO_COME = words("yet_to_come")
RESULTS = words("results")


def stage_status(scene: Scene, view: View, hit: Hit, phase: str) -> str | None:
    """The step of the ladder that a stage has reached."""
    going = is_begun(view, hit.at) and phase in ("past", "none", "present", "done")
    if part_done(view, hit):
        return "under_way"
    if hit.cue.group == "build":
        given_up = phase == "negated" and tense_of(view, hit.at) == "future" and subject(scene, view, hit.at)
        if given_up:
            return "cancelled"
        return "completed" if not going and is_built(view, hit, phase) else building_status(hit, phase)
    if going and hit.cue.group in ("explore", "launch"):
        return "under_way"
    stays = hit.cue.group == "stop" and governs(view, hit.at, STANDING)
    if stays or (hit.cue.group == "stop" and phase in ("past", "present", "none", "done")):
        if hit.cue.text != UNCUED and not halted(view, hit.at):
            return None
        return "cancelled" if is_final(view, hit) else "suspended"
    status = status_of("project", phase)
    return "under_way" if status == "proposed" and hit.cue.group == "finish" and has_begun(view) else status


def governs(view: View, at: int, lemmas: tuple[str, ...]) -> bool:
    """Whether the word hangs on a verb of the list ("would stay idle")."""
    over = [at, *governors(view.sentence, at)]
    return any(is_verb(view.tokens[i]) and view.tokens[i].lemma in lemmas for i in over)


def is_begun(view: View, at: int) -> bool:
    """Works told as a noun that have begun go on: "commissioning began", «приступила к бурению»."""
    verb = governing_verb(view, at)
    return not is_verb(view.tokens[at]) and verb is not None and view.tokens[verb].lemma in BEGIN


def is_built(view: View, hit: Hit, phase: str) -> bool:
    """ "built", "was laid": a past of the verb itself, and not "is being built" or "has been building"."""
    token = view.tokens[hit.at]
    going = token.text.casefold().endswith("ing") or any(
        view.tokens[c].text.casefold() == "being" for c in children(view.sentence, hit.at, "aux")
    )
    english = token.text.isascii() and is_verb(token) and hit.last - hit.first == 1
    return english and phase in ("past", "done") and not going


def building_status(hit: Hit, phase: str) -> str | None:
    """Works that have begun go on until the text says that they are finished."""
    if phase in ("past", "none", "done", "present"):
        return "completed" if hit.cue.value == "done" else "under_way"
    return status_of("project", phase)


def is_purpose(scene: Scene, view: View, hit: Hit) -> bool:
    """«на строительство завода», "toward the construction": what money is for; or a deal that is closed or opened."""
    word = view.tokens[hit.at]
    programme = word.head >= 0 and view.tokens[word.head].lemma in PROGRAMMES
    attribute = word.relation in ("compound", "amod") and not programme and not part_done(view, hit)
    if attribute or in_speech(scene, view.tokens[hit.at].start):
        return True
    verb = governing_verb(view, hit.at)
    if verb is not None and verb != hit.at and view.tokens[verb].lemma in PAYING_FOR:
        return True
    if any(hit.at in subtree(view.sentence, h.at) for h in view.cues("instrument", "loan")):
        return True
    head = view.tokens[view.clauses[hit.at]]
    told_of = [m for m in children(view.sentence, view.clauses[hit.at], "mark") if view.tokens[m].lemma == "that"]
    relative = any(m and view.tokens[m - 1].text == "," for m in told_of)
    serves = head.relation.startswith(("acl", "advcl")) or view.tokens[hit.at].form == "Inf" or relative
    if serves and any(n == view.index for n, _ in scene.dealt):
        return True
    if preposition(view.sentence, hit.at) in PURPOSE and not reaches(view, hit.at):
        return True
    return any(h.at in patient_tokens(view, hit.at) for h in view.cues("instrument", "loan", "bid"))


PURPOSE = ("на", "для", "под", "for", "toward", "towards")
PAYING_FOR = words("lending_verbs")
PROGRAMMES = ("programme", "program", "campaign", "work", "works")


def in_speech(scene: Scene, offset: int) -> bool:
    """Inside a quotation long enough to be speech: what people expect is no stage of a project."""
    return any(q.start < offset < q.stop and q.stop - q.start > SPEECH_LENGTH for q in scene.analysis.quotes)


SPEECH_LENGTH = 40
"""Characters: shorter quotations are names and terms."""


def is_discovery(view: View, hit: Hit) -> bool:
    """A deposit that is opened or found is discovered, not started."""
    deposits = [m for _, m in view.mentions if m.kind == "asset" and m.post in ("месторождение", "deposit")]
    return hit.cue.text in ("открыть", "открыться", "open") and bool(deposits)


def is_shipment(scene: Scene, view: View, hit: Hit) -> bool:
    """The first cargo of a supply already told is that supply, not a start of works."""
    return hit.cue.value == "works" and any(n == view.index for n, _ in scene.dealt) and hit.last - hit.first > 1
