"""What holds supply back: power, water, routes, staff, law, money."""

from __future__ import annotations

from collections.abc import Iterator

from lodeline.claims.draft import Draft
from lodeline.claims.rules.frame import LACK, open_draft, phrase
from lodeline.claims.scene import Scene, View
from lodeline.claims.slots import fill_assets, fill_places
from lodeline.language.tree import is_verb


def constraints(scene: Scene, view: View) -> Iterator[Draft]:
    """What holds supply back: a barrier about energy, water, routes, law or money; a lack; a need; a slow permit."""
    at = barrier(view) or lacking(view) or needing(view) or waiting(view)
    if at is None:
        return
    draft = open_draft("constraint", "barrier told", view, at)
    draft.subject = phrase(view, at)
    fill_places(scene, view, draft)
    fill_assets(scene, view, draft, topic=False)
    yield draft


def barrier(view: View) -> int | None:
    """A barrier word that tells enough by itself, or one with what is scarce, or with a hindering verb."""
    barriers = view.cues("barrier")
    hinders = [h for h in view.cues("hinder") if is_verb(view.tokens[h.at])]
    means = view.cues("infrastructure")
    strong = [h for h in barriers if h.cue.value == "self"]
    if strong or (barriers and (means or hinders)) or (hinders and means):
        return (strong or barriers or hinders)[0].at
    return None


def lacking(view: View) -> int | None:
    """«нет дорог», "no water", "cannot supply more than 70 MW": a negation right at what is needed."""
    means = [(h.at, 3) for h in view.cues("infrastructure")]
    power = [(view.token_of(v.start), 6) for _, v in view.values if v.quantity and v.quantity.unit in UTILITIES]
    for hit in view.cues("negation"):
        near = [at for at, reach in (*means, *power) if 0 < at - hit.at <= reach]
        if near and view.tokens[hit.at].lemma in LACK:
            return near[0]
    return None


UTILITIES = ("MW", "GW", "m3/year", "m3", "MWh")


def needing(view: View) -> int | None:
    """A need of power or water with its quantity: "the mine needs 30 million cubic metres"."""
    needs = view.cues("need")
    utility = any(v.quantity and v.quantity.unit in UTILITIES for _, v in view.values)
    return needs[0].at if needs and utility else None


def waiting(view: View) -> int | None:
    """ "A licence takes three months": a permit and how long it takes."""
    permits = view.cues("licence")
    takes = [i for i, t in enumerate(view.tokens) if t.lemma in ("take", "занимать", "ждать", "wait")]
    long = any(v.kind == "duration" or (v.quantity and v.quantity.unit == "days") for _, v in view.values)
    return permits[0].at if permits and takes and long else None
