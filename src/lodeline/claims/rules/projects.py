"""Mines, plants and networks: what is planned, built, run or halted, how much it makes and what it costs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from lodeline.claims.cues import Cue, Hit
from lodeline.claims.draft import Draft, PartyRef
from lodeline.claims.parties import (
    all_parties,
    is_passive,
    parties_under,
    patient_tokens,
    subject,
    subject_tokens,
    under,
)
from lodeline.claims.phase import conditional, phase_of, status_of, tense_of
from lodeline.claims.rules.figures import is_change, is_past_era, is_stored
from lodeline.claims.rules.frame import governing_verb, open_draft, topic_firm
from lodeline.claims.rules.lenders import BODIES, is_lender
from lodeline.claims.scene import Scene, View
from lodeline.claims.slots import (
    LOCATIVE,
    PLANT_UNITS,
    TONNES,
    Pick,
    fill_assets,
    fill_commodities,
    fill_date,
    fill_places,
    nearest_value,
    take_money,
    take_quantity,
)
from lodeline.claims.words import words
from lodeline.language.tree import children, is_verb, preposition, subtree
from lodeline.vocabulary.terms import terms_of


def projects(scene: Scene, view: View) -> Iterator[Draft]:
    """A mine, plant or network planned, built, run: one claim for each output or capacity, or one for a told stage."""
    made = False
    for pick in [
        p for p in scene.free(view, "quantity") if p[1].quantity and p[1].quantity.unit in (*TONNES, *PLANT_UNITS)
    ]:
        draft = output(scene, view, pick)
        if draft is not None:
            made = True
            yield draft
    if not made:
        yield from staged(scene, view)
    if view.index not in scene.told:
        yield from priced(scene, view)


def priced(scene: Scene, view: View) -> Iterator[Draft]:
    """A site told with its cost: "the A$2 billion X mine", «завод стоимостью 270 млн долларов»."""
    sites = terms_of("asset_head", scene.analysis.language)
    for pick in scene.free(view, "money"):
        last = view.token_of(pick[1].stop - 1)
        after = view.tokens[last + 1 : last + 1 + SITE_REACH]
        before = view.tokens[max(0, view.token_of(pick[1].start) - 3) : view.token_of(pick[1].start)]
        costs = any(t.lemma == "стоимость" for t in before) or is_cost_of(view, pick)
        inner = takewhile(lambda t: t.pos in ("ADJ", "NOUN", "PROPN", "NUM", "CCONJ"), after)
        site = next((t for t in inner if t.lemma in sites), None)
        if site is None and not costs:
            continue
        draft = open_draft("project", "site with its cost", view, last)
        phase = phase_of(scene, view, last)
        draft.status = priced_status(view, last, phase)
        take_money(scene, draft, pick)
        developer(scene, view, draft, last)
        fill_commodities(scene, view, draft)
        finish_project(scene, view, draft, last)
        yield draft


def priced_status(view: View, at: int, phase: str) -> str:
    """Decided on, being built, or else only planned."""
    if phase == "approved" or view.near(at, "approve", reach=SITE_REACH):
        return "agreed"
    built = governing_verb(view, at) is not None and view.near(at, "finish", "build") and phase == "past"
    return "under_way" if built else "proposed"


def is_cost_of(view: View, pick: Pick) -> bool:
    """«смета — 640 млн», "the cost stands at $640m": a cost word in front of the sum and a site in the sentence."""
    at = view.token_of(pick[1].start)
    costs = any(0 <= at - h.at <= 6 and h.cue.text in COST_WORDS for h in view.cues("project_cost"))
    site = any(m.kind == "asset" for _, m in view.mentions) or any(
        t.lemma in ("mine", "рудник", "plant", "завод") for t in view.tokens
    )
    return costs and site and not view.has("instrument")


COST_WORDS = words("cost")


SITE_REACH = 6
"""Words after a sum within which the site stands that costs it."""


def output(scene: Scene, view: View, pick: Pick) -> Draft | None:
    quantity = pick[1].quantity
    assert quantity is not None
    at = view.token_of(pick[1].start)
    groups = (
        (("produce",), ("build", "launch"))
        if quantity.unit in TONNES
        else (("build", "launch", "finish"), ("produce",))
    )
    first = groups[:1] if quantity.unit == "km" else groups
    hits = [h for group in first for h in view.near(at, *group, reach=12) if tells(view, h)]
    rate = quantity.unit in TONNES and quantity.unit.endswith("/year")
    if quantity.unit in TONNES and is_stored(view):
        hits = [h for h in hits if h.cue.group == "produce"]
    hits = hits or (view.near(at, "plan", reach=12) if rate else [])
    hits = hits or (employing(view, at) if quantity.unit == "jobs" else [])
    hits = hits or (site_alone(scene, view) if rate else [])
    beside_news = quantity.unit in ("m", "m3/year") or is_past_era(view) or is_lacking(view, at) or is_supposed(view)
    if not hits or beside_news:
        return None
    hit = hits[0]
    draft = open_draft("project", "output or capacity told", view, hit.at)
    phase = phase_of(scene, view, hit.at, skip=("done", "stop")) if hit.cue.group != "plan" else "plan"
    laid = quantity.unit == "km" or hit.cue.group in ("build", "finish")
    draft.stage = "construction" if laid else "production"
    if halted(view, hit.at):
        phase = "suspended"
    draft.status = building_status(hit, phase) if hit.cue.group == "build" else status_of("project", phase)
    if draft.status is None:
        return None
    take_quantity(scene, draft, pick)
    if quantity.value_max is not None and is_growth(view, pick):
        draft.quantity = replace(quantity, value=quantity.value_max, value_max=None)
    sums = scene.free(view, "money") if view.has("project_cost") else []
    take_money(scene, draft, sums[-1] if sums else None)
    developer(scene, view, draft, hit.at)
    if quantity.unit in TONNES:
        fill_commodities(scene, view, draft, of=pick[1])
    finish_project(scene, view, draft, at)
    return draft


def site_alone(scene: Scene, view: View) -> list[Hit]:
    """«Три фабрики, всего 9 тыс. т оксида в год»: a site and its rate, and no verb at all."""
    sites = terms_of("asset_head", scene.analysis.language)
    at = next((i for i, t in enumerate(view.tokens) if t.lemma in sites), None)
    spoken = any(is_verb(t) and t.form != "Part" for t in view.tokens)
    return (
        [] if at is None or spoken or view.has("supply", "trade") else [Hit(at, at + 1, at, Cue("produce", "", "site"))]
    )


def tells(view: View, hit: Hit) -> bool:
    """Outside a condition; "mine" produces only as a verb."""
    return not conditional(view, hit.at) and (hit.cue.text != "mine" or is_verb(view.tokens[hit.at]))


def is_supposed(view: View) -> bool:
    """ "If Acme builds a smelter, it will produce…": all that follows hangs on what may not be."""
    first = [h for h in view.cues("conditional") if h.first == 0]
    verb = governing_verb(view, first[0].at) if first else None
    return verb is not None and bool(children(view.sentence, verb, "nsubj"))


def is_growth(view: View, pick: Pick) -> bool:
    """ "expanded from 120,000 to 200,000 tonnes": two levels of which the second is the new one, and no range."""
    start = view.token_of(pick[1].start)
    begins = any(t.lemma in ("from", "с", "со") for t in view.tokens[max(0, start - 1) : start + 1])
    return (begins and any(h.at < start for h in view.cues("build", "impose", "buy"))) or is_change(view, pick[1])


def is_lacking(view: View, at: int) -> bool:
    """Power or capacity that is short is a want, and no plant's size."""
    lacks = any(t.lemma in SHORT for t in view.tokens[max(0, at - 8) : at])
    return lacks or bool(view.beside(at, "barrier", reach=6))


SHORT = words("short")


def is_purpose(scene: Scene, view: View, hit: Hit) -> bool:
    """«на строительство завода», "toward the construction": what money is for; or a deal that is closed or opened."""
    attribute = view.tokens[hit.at].relation in ("compound", "amod") and not part_done(view, hit)
    if attribute or in_speech(scene, view.tokens[hit.at].start):
        return True
    if any(hit.at in subtree(view.sentence, h.at) for h in view.cues("instrument")):
        return True
    head = view.tokens[view.clauses[hit.at]]
    serves = head.relation.startswith(("acl", "advcl")) or view.tokens[hit.at].form == "Inf"
    if serves and any(n == view.index for n, _ in scene.dealt):
        return True
    if preposition(view.sentence, hit.at) in ("на", "для", "for", "toward", "towards"):
        return True
    return any(h.at in patient_tokens(view, hit.at) for h in view.cues("instrument", "loan", "bid"))


def closes_nothing(scene: Scene, view: View, hit: Hit) -> bool:
    """An active stop verb whose subject is no party: "avalanches close the pass" is a barrier, not a halt."""
    active = is_verb(view.tokens[hit.at]) and not is_passive(view, hit.at)
    tokens = subject_tokens(view, hit.at) if active else []
    sorts = terms_of("asset_head", scene.analysis.language)
    closed = set(worked_on(view, hit.at))
    sites = [m for _, m in view.mentions if m.kind == "asset" and sorts.get(m.post or "") != "transport"]
    if any(closed & {m.top, m.head} for m in sites) or any(m.top in owners_of(view, hit.at) for _, m in view.mentions):
        return False
    return bool(tokens) and not subject(scene, view, hit.at) and not any(view.tokens[t].lemma in WORKS for t in tokens)


def owners_of(view: View, at: int) -> list[int]:
    """Whose site a fire or a flood has stopped: "halted Acme's smelter"."""
    return [c for o in patient_tokens(view, at) for c in children(view.sentence, o, "nmod:poss")]


WORKS = words("works")
"""Activities that stand for their site as the subject of a stop or start."""


def is_discovery(view: View, hit: Hit) -> bool:
    """A deposit that is opened or found is discovered, not started."""
    deposits = [m for _, m in view.mentions if m.kind == "asset" and m.post in ("месторождение", "deposit")]
    return hit.cue.text in ("открыть", "открыться", "open") and bool(deposits)


def in_speech(scene: Scene, offset: int) -> bool:
    """Inside a quotation long enough to be speech: what people expect is no stage of a project."""
    return any(q.start < offset < q.stop and q.stop - q.start > SPEECH_LENGTH for q in scene.analysis.quotes)


SPEECH_LENGTH = 40
"""Characters: shorter quotations are names and terms."""


def halted(view: View, at: int) -> bool:
    """A stop word of the same sentence; «стоит» stops a mine only where no price is told."""
    hits = view.near(at, "stop", reach=10)
    return any(h.cue.value != "or cost" or not any(v.kind == "money" for _, v in view.values) for h in hits)


def building_status(hit: Hit, phase: str) -> str | None:
    """Works that have begun go on until the text says that they are finished."""
    if phase in ("past", "none", "done", "present"):
        return "completed" if hit.cue.value == "done" else "under_way"
    return "cancelled" if phase == "negated" else status_of("project", phase)


def employing(view: View, at: int) -> list[Hit]:
    """Jobs are told with any verb («даст 700 рабочих мест», "will employ 270 people")."""
    verb = governing_verb(view, at)
    staff = verb is not None and view.tokens[verb].lemma in STAFFED and is_now(view, verb)
    return (
        []
        if verb is None or staff or conditional(view, verb)
        else [Hit(verb, verb + 1, verb, Cue("produce", "", "jobs"))]
    )


def is_now(view: View, verb: int) -> bool:
    """The present without "would" or "could"."""
    modal = any(view.tokens[c].lemma in MODALS for c in children(view.sentence, verb, "aux"))
    return not modal and tense_of(view, verb) in ("present", "none")


MODALS = words("modals")
STAFFED = words("staffed")
"""Who works at a mine today is no step of a project."""


STAGES = (
    ("stop", "production"),
    ("explore", ""),
    ("finish", "construction"),
    ("build", "construction"),
    ("launch", "production"),
)


def staged(scene: Scene, view: View) -> Iterator[Draft]:
    """A stage without a quantity: works begun, a mine halted, a plant finished. It needs a site or a developer."""
    for group, stage in STAGES:
        for hit in view.cues(group):
            if conditional(view, hit.at) or not about_site(scene, view, hit) or is_purpose(scene, view, hit):
                continue
            if is_shipment(scene, view, hit):
                continue
            if is_discovery(view, hit) or (group == "stop" and closes_nothing(scene, view, hit)):
                continue
            phase = phase_of(
                scene, view, hit.at, skip=("done", "suspend", "stop") if group == "stop" else ("done", "stop")
            )
            draft = open_draft("project", f"stage told: {group}", view, hit.at)
            draft.stage = stage or hit.cue.value
            draft.status = stage_status(view, hit, phase)
            if draft.status is None:
                continue
            developer(scene, view, draft, hit.at)
            if not draft.parties and not is_placed(scene, view, hit):
                continue
            fill_commodities(scene, view, draft)
            take_money(scene, draft, nearest_value(scene, view, hit.at, ("money",)))
            finish_project(scene, view, draft, hit.at)
            yield draft
            return


def is_shipment(scene: Scene, view: View, hit: Hit) -> bool:
    """The first cargo of a supply already told is that supply, not a start of works."""
    return hit.cue.value == "works" and any(n == view.index for n, _ in scene.dealt) and hit.last - hit.first > 1


def is_placed(scene: Scene, view: View, hit: Hit) -> bool:
    """A named site, or a kind of site in a named place: «близ Навои началось строительство завода»."""
    if any(m.kind == "asset" for _, m in view.mentions):
        return True
    sites = terms_of("asset_head", scene.analysis.language)
    verb = governing_verb(view, hit.at)
    near = [*patient_tokens(view, hit.at), *under(view, hit.at, ("of",), ("Gen",)), *subject_tokens(view, hit.at)]
    near += subject_tokens(view, verb) if verb is not None else []
    placed = any(m.kind in ("place", "country") and not m.adjective for _, m in view.mentions)
    return placed and any(view.tokens[i].lemma in sites for i in near)


def part_done(view: View, hit: Hit) -> bool:
    """ "60 per cent complete": finished in part."""
    parts = [v for _, v in view.values if v.kind == "percent" and view.distance(hit.at, v.start, v.stop) <= 4]
    return hit.cue.group == "finish" and bool(parts)


def stage_status(view: View, hit: Hit, phase: str) -> str | None:
    if hit.cue.group == "build":
        return building_status(hit, phase)
    if part_done(view, hit):
        return "under_way"
    if hit.cue.group == "stop" and phase in ("past", "present", "none", "done", "negated"):
        return "suspended" if halted(view, hit.at) else None
    return status_of("project", phase)


def about_site(scene: Scene, view: View, hit: Hit) -> bool:
    """The word is about a site: a named one within a few words, a site word as its object, or works by a company."""
    if hit.cue.value == "works" or (hit.cue.value == "strong" and subject(scene, view, hit.at)):
        return True
    named = [m for _, m in view.mentions if m.kind == "asset"]
    subjects = subject_tokens(view, hit.at)
    if any(m.top in subjects or view.distance(hit.at, m.start, m.stop) <= 6 for m in named):
        return True
    sites = terms_of("asset_head", scene.analysis.language)
    verb = governing_verb(view, hit.at)
    of_site = any(view.tokens[t].lemma in sites for t in (subject_tokens(view, verb) if verb is not None else []))
    works = any(view.tokens[o].lemma in WORKS for o in patient_tokens(view, hit.at))
    impersonal = verb is not None and not subject_tokens(view, verb)
    if (of_site or (impersonal and scene.topic.asset)) and (works or hit.cue.value == "strong"):
        return True
    if any(view.tokens[t].lemma in WORKS for t in subject_tokens(view, hit.at)) or part_done(view, hit):
        return True
    return any(view.tokens[o].lemma in sites for o in worked_on(view, hit.at))


def worked_on(view: View, at: int) -> list[int]:
    """What a word of works acts on; of "two of its furnaces", "two-thirds of a plant" the site itself."""
    objects = [*patient_tokens(view, at), *under(view, at, ("of",), ("Gen",))]
    counted = [o for o in objects if view.tokens[o].pos in ("NUM", "SYM", "NOUN")]
    return [*objects, *(t for o in counted for t in under(view, o, ("of",)))]


def developer(scene: Scene, view: View, draft: Draft, at: int) -> None:
    """Who builds or runs it: the acting party, else the owner of the text's topic."""
    verb = governing_verb(view, at)
    refs = subject(scene, view, verb) if verb is not None else []
    if verb is not None and any(r.name.casefold() in BODIES for r in refs):
        refs = [r for t in subject_tokens(view, verb) for r in parties_under(scene, view, t, ("of", "'s"), ("Gen",))]
        refs = [r for r in refs if not is_lender(scene, r)]
    refs = [r for r in refs if r.kind in ("organisation", "institution") or is_acting_state(view, verb, r)]
    if not refs:
        refs = [r for r in all_parties(scene, view) if r.kind == "organisation"][:1]
    for ref in refs:
        draft.add_party(ref, "developer")
    if not refs and scene.topic.organisation is not None:
        draft.add_party(topic_firm(scene), "developer")


def is_acting_state(view: View, verb: int | None, ref: PartyRef) -> bool:
    """A state is the developer only as the subject itself, not as where the subject lies."""
    tokens = subject_tokens(view, verb) if verb is not None else []
    at = view.token_of(ref.start)
    located = preposition(view.sentence, at) in LOCATIVE
    return ref.kind == "country" and not located and (not tokens or at in tokens or ref.rule is not None)


def finish_project(scene: Scene, view: View, draft: Draft, at: int) -> None:
    fill_assets(scene, view, draft)
    fill_places(scene, view, draft)
    fill_date(scene, view, draft, at)
    if draft.status == "completed" and draft.date and scene.analysis.anchor and draft.date > scene.analysis.anchor:
        draft.status = "proposed"
