"""Mines, plants and networks: what is planned, built, run or halted, how much it makes and what it costs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lodeline.claims.cues import Cue, Hit
from lodeline.claims.draft import Draft
from lodeline.claims.phase import conditional, phase_of, status_of, tense_of
from lodeline.claims.rules.costs import priced
from lodeline.claims.rules.figures import is_change, is_past_era, is_stored
from lodeline.claims.rules.frame import governing_verb, open_draft
from lodeline.claims.rules.sites import developer, finish_project
from lodeline.claims.rules.stages import building_status, halted, staged
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
from lodeline.language.tree import children, is_verb
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
