"""Mines, plants and networks: what is planned, built, run or halted, how much it makes and what it costs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise, takewhile

from lodeline.claims.cues import Cue, Hit
from lodeline.claims.draft import Draft
from lodeline.claims.parties import patient_tokens, subject_tokens
from lodeline.claims.phase import conditional, phase_of, status_of, tense_of
from lodeline.claims.rules.barriers import is_utility
from lodeline.claims.rules.costs import priced
from lodeline.claims.rules.figures import YEARLY, is_change, is_past_era, is_stored
from lodeline.claims.rules.frame import governing_verb, open_draft
from lodeline.claims.rules.halts import halted
from lodeline.claims.rules.sites import about_site, developer, finish_project, is_history, is_works, site_words
from lodeline.claims.rules.stages import building_status, is_supposed, staged
from lodeline.claims.rules.standing import standing
from lodeline.claims.scene import Scene, View
from lodeline.claims.slots import (
    PLANT_UNITS,
    TONNES,
    Pick,
    fill_commodities,
    take_money,
    take_quantity,
)
from lodeline.claims.words import words
from lodeline.language.tree import children, governors, is_verb
from lodeline.vocabulary.quantities import Quantity


def projects(scene: Scene, view: View) -> Iterator[Draft]:
    """A mine, plant or network planned, built, run: one claim for each output or capacity, or one for a told stage."""
    for draft in news(scene, view):
        if not is_history(scene, view, draft):
            yield draft


def news(scene: Scene, view: View) -> Iterator[Draft]:
    made = False
    for pick in scene.free(view, "quantity"):
        draft = output(scene, view, pick) if is_plant_size(pick) else None
        if draft is not None:
            made = True
            yield draft
    if not made:
        yield from staged(scene, view)
    if view.index not in scene.told:
        yield from priced(scene, view)


def is_plant_size(pick: Pick) -> bool:
    """Tonnes, in all or by any time, and what plants and lines are measured in."""
    unit = pick[1].quantity.unit if pick[1].quantity else ""
    return unit in PLANT_UNITS or is_weight(unit)


def is_weight(unit: str) -> bool:
    return unit in TONNES or unit.split("/")[0] in ("t", "oz", "lb")


def output(scene: Scene, view: View, pick: Pick) -> Draft | None:
    """How much a site makes, can make or employs."""
    quantity = pick[1].quantity
    assert quantity is not None
    at = view.token_of(pick[1].start)
    hits = telling(scene, view, pick, quantity.unit)
    beside_news = quantity.unit in ("m", "m3/year") or is_past_era(view) or is_lacking(view, at) or is_supposed(view)
    if not hits or beside_news or is_given_up(view, at):
        return None
    hit = hits[0]
    draft = open_draft("project", "output or capacity told", view, hit.at)
    laid = quantity.unit == "km" or hit.cue.group in ("build", "finish")
    draft.stage = "construction" if laid else "production"
    phase = output_phase(scene, view, hit, at)
    phase = "past" if phase == "none" and is_compared(view) else phase
    phase = "plan" if phase in ("past", "present", "none") and view.has("explore", value="feasibility") else phase
    draft.status = building_status(hit, phase) if hit.cue.group == "build" else status_of("project", phase)
    if draft.status == "proposed":
        draft.status = standing(scene, view, hit, at) or draft.status
        draft.stage = "construction" if draft.status == "under_way" else draft.stage
    if draft.status is None:
        return None
    take_quantity(scene, draft, pick)
    draft.quantity = levelled(scene, view, pick, hit)
    sums = scene.free(view, "money") if view.has("project_cost") else []
    take_money(scene, draft, sums[-1] if sums else None)
    developer(scene, view, draft, hit.at)
    if is_weight(quantity.unit):
        fill_commodities(scene, view, draft, of=pick[1])
    finish_project(scene, view, draft, at)
    return draft


def telling(scene: Scene, view: View, pick: Pick, unit: str) -> list[Hit]:
    """The words that a quantity may stand with: of output for tonnes, of works for power, length and jobs."""
    at = view.token_of(pick[1].start)
    made = [h for h in view.near(at, "produce", reach=FAR) if tells(view, h)]
    works = [h for h in view.near(at, "build", "launch", "finish", reach=FAR) if tells(view, h)]
    works = [h for h in works if about_site(scene, view, h) or (not is_weight(unit) and is_beside(view, h, at))]
    if not is_weight(unit):
        halts = view.near(at, "stop", reach=CLOSE)
        works += [h for h in halts if any(is_works(view, t) for t in subject_tokens(view, h.at))]
        works = [h for h in works if view.clauses[h.at] == view.clauses[at] or abs(h.at - at) <= CLOSE]
        if unit == "jobs":
            return [] if is_laid_off(view, at) or is_staff(view, at) else works or made or employing(view, at)
        return works if unit == "km" else works or made
    rate = "/" in unit or is_yearly_later(view, pick)
    if is_owned(view, at):
        return []
    if is_stored(view):
        return made
    hits = made or [h for h in works if h.cue.group != "finish"]
    traded = view.has("supply", "trade", "limit", "instrument")
    rated = (rate or rises_from_rate(view, pick)) and not traded
    planned = [h for h in view.near(at, "plan", reach=FAR) if tells(view, h)] if rated else []
    sized = hits or planned or sized_site(scene, view, pick) or (site_alone(scene, view) if rate else [])
    return sized or (rate_alone(scene, view, pick) if rate and not traded else [])


def is_beside(view: View, hit: Hit, at: int) -> bool:
    """Building, or what is switched on in the clause of its megawatts."""
    return hit.cue.group == "build" or (hit.cue.group == "launch" and view.clauses[hit.at] == view.clauses[at])


FAR, CLOSE = 12, 6
"""Words within which a quantity and the word that tells it stand, whatever the clause."""


def output_phase(scene: Scene, view: View, hit: Hit, at: int) -> str:
    """The phase of the telling word; a quantity in a clause of its own has that clause's («в 2026-м планируется…»)."""
    if halted(view, hit.at):
        return "suspended"
    own = view.clauses[at]
    if own != view.clauses[hit.at] and is_verb(view.tokens[own]):
        phase = phase_of(scene, view, own, skip=("done", "stop"))
        planned = any(h.at == own for h in view.cues("plan"))
        if planned or phase in ("plan", "future"):
            return "plan"
    if hit.cue.group == "plan" or any(h.at == hit.at for h in view.cues("plan")):
        return "plan"
    phase = phase_of(scene, view, hit.at, skip=("done", "stop"))
    return works_phase(scene, view, hit.at) if phase == "none" else phase


def works_phase(scene: Scene, view: View, at: int) -> str:
    """ "Work on upgrading 850 km would begin in May": works without a tense have that of the verb over them."""
    over = next(
        (g for g in governors(view.sentence, at) if is_verb(view.tokens[g]) and view.tokens[g].form != "Part"), None
    )
    phase = "none" if over is None else phase_of(scene, view, over, skip=("done", "stop"))
    return phase if phase in ("plan", "future") else "none"


def is_compared(view: View) -> bool:
    """ "Production of 11,900 tonnes, down 14%": what is compared has been made, though no verb says so."""
    return any(v.kind == "percent" and is_change(view, v) for _, v in view.values)


def levelled(scene: Scene, view: View, pick: Pick, hit: Hit) -> Quantity:
    """Of "from 120,000 to 200,000" the new level; what a capacity or a rising rate is told in goes by the year."""
    quantity = pick[1].quantity
    assert quantity is not None
    if quantity.value_max is not None and is_growth(view, pick):
        quantity = replace(quantity, value=quantity.value_max, value_max=None)
    sized = bool(sized_site(scene, view, pick))
    rated = view.tokens[hit.at].lemma in CAPACITY or rises_from_rate(view, pick)
    timed = any(v.kind in ("date", "duration") for _, v in view.values)
    yearly = is_yearly_later(view, pick)
    if quantity.unit in ("t", "oz", "lb") and (sized or yearly or (rated and not timed)):
        return replace(quantity, unit=f"{quantity.unit}/year")
    return quantity


def is_yearly_later(view: View, pick: Pick) -> bool:
    """ "1,800 tonnes of metal in concentrate a year": the time stands after what the tonnes are of."""
    last = view.token_of(pick[1].stop - 1)
    after = list(takewhile(lambda t: t.pos not in ("PUNCT", "VERB", "NUM"), view.tokens[last + 1 :]))[:CLOSE]
    pairs = pairwise(t.lemma for t in after)
    return any(t.lemma in YEARLY for t in after) or any(a in PER and b in YEAR for a, b in pairs)


PER, YEAR = ("a", "per", "в", "each", "every"), ("year", "annum", "год")
CAPACITY = words("capacity")


def rises_from_rate(view: View, pick: Pick) -> bool:
    """ "5,000 tonnes a year, rising to 20,000 tonnes"."""
    at = view.token_of(pick[1].start)
    level = any(t.lemma in LEVEL for t in view.tokens[max(0, at - 1) : at + 1])
    rates = [v for _, v in view.values if v.quantity and v.quantity.unit.endswith("/year") and v.stop < pick[1].start]
    return level and bool(rates)


LEVEL = words("level")


def is_given_up(view: View, at: int) -> bool:
    """«вместо обещанных 10 тыс. т», "instead of 500 MW": a figure that does not hold."""
    return any(t.lemma in INSTEAD for t in view.tokens[max(0, at - 3) : at])


INSTEAD = words("instead")


def is_laid_off(view: View, at: int) -> bool:
    """ "cut about 900 jobs": people who lose their work; a site that closes with them is told by its closing."""
    verb = governing_verb(view, at)
    return verb is not None and view.tokens[verb].lemma in LAYING_OFF


LAYING_OFF = words("laying_off")


def sized_site(scene: Scene, view: View, pick: Pick) -> list[Hit]:
    """ "a 60,000-tonne nickel sulphate plant", «завод на 60 тыс. т»: a size that stands with its site."""
    sites = site_words(scene.analysis.language)
    first, last = view.token_of(pick[1].start), view.token_of(pick[1].stop - 1)
    after = range(last + 1, min(len(view.tokens), last + 1 + CLOSE))
    inner = list(takewhile(lambda i: view.tokens[i].pos in ("ADJ", "NOUN", "PROPN", "PUNCT"), after))
    own = next((i for i in inner if view.tokens[i].lemma in sites and view.tokens[i].pos != "PUNCT"), None)
    on = any(t.lemma in SIZED_BY for t in view.tokens[max(0, first - 1) : first + 1])
    before = [i for i in range(max(0, first - CLOSE), first) if view.tokens[i].lemma in sites] if on else []
    at = own if own is not None else before[-1] if before else None
    return [] if at is None or conditional(view, at) else [Hit(at, at + 1, at, Cue("produce", "", "size"))]


SIZED_BY = ("на", "of")


def site_alone(scene: Scene, view: View) -> list[Hit]:
    """«Три фабрики, всего 9 тыс. т оксида в год»: a site and its rate, and no verb at all."""
    sites = site_words(scene.analysis.language)
    at = next((i for i, t in enumerate(view.tokens) if t.lemma in sites), None)
    spoken = any(is_verb(t) and t.form != "Part" for t in view.tokens)
    return (
        [] if at is None or spoken or view.has("supply", "trade") else [Hit(at, at + 1, at, Cue("produce", "", "site"))]
    )


def is_owned(view: View, at: int) -> bool:
    """ "Wants to own 400,000 tonnes a year of output": what is held or bought is not made."""
    verb = governing_verb(view, at)
    owning = verb is not None and any(h.at == verb for h in view.cues("owner"))
    held = {at, *governors(view.sentence, at)} & set(patient_tokens(view, verb)) if verb is not None else set()
    return owning and bool(held)


def rate_alone(scene: Scene, view: View, pick: Pick) -> list[Hit]:
    """ "That is 8,000 tonnes a year", «на первом этапе — 50 тыс. т в год»: a yearly rate where a site is told about."""
    at = view.token_of(pick[1].start)
    known = scene.topic.asset or any(m.kind == "asset" for _, m in view.mentions)
    verb = governing_verb(view, at)
    head = at if verb is None else verb
    used = any(t.lemma in DEMAND for t in view.tokens) or view.has(*OTHER_TALES)
    return [] if used or not known or conditional(view, head) else [Hit(head, head + 1, head, Cue("plan", "", "rate"))]


DEMAND = words("demand")
OTHER_TALES = ("buy", "sell", "stake", "resource", "barrier", "need")


def tells(view: View, hit: Hit) -> bool:
    """Outside a condition; "mine" produces only as a verb."""
    return not conditional(view, hit.at) and (hit.cue.text != "mine" or is_verb(view.tokens[hit.at]))


def is_growth(view: View, pick: Pick) -> bool:
    """ "expanded from 120,000 to 200,000 tonnes": two levels of which the second is the new one, and no range."""
    start = view.token_of(pick[1].start)
    begins = any(t.lemma in ("from", "с", "со") for t in view.tokens[max(0, start - 1) : start + 1])
    return (begins and any(h.at < start for h in view.cues("build", "impose", "buy"))) or is_change(view, pick[1])


def is_lacking(view: View, at: int) -> bool:
    """Power or capacity that is short or needed is a want, and no plant's size."""
    lacks = any(t.lemma in SHORT for t in view.tokens[max(0, at - 8) : at])
    power = any(v.start == view.tokens[at].start and is_utility(v) for _, v in view.values)
    needed = power and bool(view.beside(at, "need", reach=6))
    return lacks or needed or bool(view.beside(at, "barrier", reach=6))


SHORT = words("short")


def employing(view: View, at: int) -> list[Hit]:
    """Jobs are told with any verb («даст 700 рабочих мест», "will employ 270 people")."""
    verb = governing_verb(view, at)
    if not any(is_verb(t) for t in view.tokens):
        return [Hit(at, at + 1, at, Cue("produce", "", "jobs"))]
    return [] if verb is None or conditional(view, verb) else [Hit(verb, verb + 1, verb, Cue("produce", "", "jobs"))]


def is_staff(view: View, at: int) -> bool:
    """ "which employs 1,200 people": who works at a site today is no step of a project."""
    over = [at, *governors(view.sentence, at)]
    verb = next((i for i in over if is_verb(view.tokens[i])), None)
    return verb is not None and view.tokens[verb].lemma in STAFFED and is_now(view, verb)


def is_now(view: View, verb: int) -> bool:
    """The present without "would" or "could"; «заняты» is the present of a participle."""
    modal = any(view.tokens[c].lemma in MODALS for c in children(view.sentence, verb, "aux"))
    held = view.tokens[verb].form == "Part"
    return not modal and (held or tense_of(view, verb) in ("present", "none"))


MODALS = words("modals")


STAFFED = words("staffed")
