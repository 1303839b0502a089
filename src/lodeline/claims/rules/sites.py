"""A site and who builds or runs it: what a word of works is about, where it lies, whose it is."""

from __future__ import annotations

from lodeline.claims.cues import Hit
from lodeline.claims.draft import Draft, PartyRef
from lodeline.claims.parties import (
    all_parties,
    parties_under,
    patient_tokens,
    subject,
    subject_tokens,
    under,
)
from lodeline.claims.rules.frame import governing_verb, topic_firm
from lodeline.claims.rules.lenders import BODIES, is_lender
from lodeline.claims.scene import Scene, View
from lodeline.claims.slots import (
    LOCATIVE,
    fill_assets,
    fill_date,
    fill_places,
)
from lodeline.claims.words import words
from lodeline.language.tree import preposition
from lodeline.vocabulary.terms import terms_of


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


WORKS = words("works")
"""Activities that stand for their site as the subject of a stop or start."""


def worked_on(view: View, at: int) -> list[int]:
    """What a word of works acts on; of "two of its furnaces", "two-thirds of a plant" the site itself."""
    objects = [*patient_tokens(view, at), *under(view, at, ("of",), ("Gen",))]
    counted = [o for o in objects if view.tokens[o].pos in ("NUM", "SYM", "NOUN")]
    return [*objects, *(t for o in counted for t in under(view, o, ("of",)))]


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
