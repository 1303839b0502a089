"""What a site costs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from lodeline.claims.draft import Draft
from lodeline.claims.phase import phase_of
from lodeline.claims.rules.frame import governing_verb, open_draft
from lodeline.claims.rules.sites import developer, finish_project
from lodeline.claims.scene import Scene, View
from lodeline.claims.slots import (
    Pick,
    fill_commodities,
    take_money,
)
from lodeline.claims.words import words
from lodeline.vocabulary.terms import terms_of


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
