"""How far a site has come whose size a sentence tells: "the plant, designed for 9,000 t a year, was commissioned"."""

from __future__ import annotations

from lodeline.claims.cues import Hit
from lodeline.claims.parties import subject_tokens
from lodeline.claims.phase import chain, is_negated, phase_of, tense_of
from lodeline.claims.rules.frame import governing_verb
from lodeline.claims.rules.sites import about_site, part_done
from lodeline.claims.scene import Scene, View
from lodeline.language.tree import children, governors, is_verb, matches, subtree

TOLD = ("past", "done", "present", "none")
RELATIVE = ("acl", "acl:relcl")
REACHED = {"launch": "completed", "finish": "completed", "build": "under_way"}


def standing(scene: Scene, view: View, hit: Hit, at: int) -> str | None:
    """The step that the site itself has reached by another predicate of the sentence; None where there is none.

    That predicate stands over the clause of the size ("commissioned the plant, which can make…"), or describes the
    site that has the size ("the plant, where construction started in May, could make…").
    """
    if any(part_done(view, h) for h in view.cues("finish")):
        return "under_way"
    for other in view.cues("launch", "finish", "build"):
        own, describes = other.at == hit.at, describes_site(view, other, hit)
        if is_negated(view, other.first) or not (describes or about_site(scene, view, other)):
            continue
        if not (own or describes or stands_over(view, other, at)):
            continue
        told = own or is_verb(view.tokens[other.at])
        phase = phase_by_verb(view, other) if told else phase_of(scene, view, other.at, skip=("done", "stop"))
        if phase in (TOLD if not own else ("past",)):
            return REACHED[other.cue.group]
    return None


def phase_by_verb(view: View, hit: Hit) -> str:
    """What the verb itself tells, whatever describes its subject ("designed for 9,000 t a year")."""
    planned = {i for h in view.cues("plan", "talk") for i in range(h.first, h.last)}
    over = chain(view, hit.at)
    led = {*over, *(c for i in over for c in children(view.sentence, i, "aux"))}
    return "plan" if planned & led else tense_of(view, hit.at)


def stands_over(view: View, other: Hit, at: int) -> bool:
    """The size lies in a clause that describes what the other verb acts on, or in its own clause."""
    verb = governing_verb(view, other.at)
    if verb is None or at not in subtree(view.sentence, verb):
        return False
    between = [g for g in (at, *governors(view.sentence, at)) if g != verb and g in subtree(view.sentence, verb)]
    return not any(matches(view.tokens[g].relation, ("conj", "parataxis", "ccomp", "advcl")) for g in between)


def describes_site(view: View, other: Hit, hit: Hit) -> bool:
    """The other verb stands in a relative clause of the subject of the telling verb."""
    verb = governing_verb(view, hit.at)
    over = [other.at, *governors(view.sentence, other.at)]
    relative = next((g for g in over if matches(view.tokens[g].relation, RELATIVE)), None)
    return relative is not None and verb is not None and view.tokens[relative].head in subject_tokens(view, verb)
