"""Who limits trade and whom it hits: the state that acts, and where the goods may no longer go or come from."""

from __future__ import annotations

from dataclasses import replace

from lodeline.claims.cues import Hit
from lodeline.claims.draft import Draft, PartyRef
from lodeline.claims.parties import (
    adjective_states,
    all_parties,
    expand_state,
    is_passive,
    parties_at,
    parties_under,
    patient_tokens,
    subject,
)
from lodeline.claims.rules.frame import STATES, governing_verb
from lodeline.claims.rules.states import RULERS, acting_states, is_state, rules
from lodeline.claims.scene import Scene, View
from lodeline.language.tree import children, governors, is_verb, preposition, subtree
from lodeline.vocabulary.places import country

TRADE_REACH = 6
"""Words between a limiting word and what it limits."""


def add_imposer(scene: Scene, draft: Draft, imposer: PartyRef | None) -> None:
    if imposer is not None:
        draft.add_party(as_whole_state(scene, imposer), "imposer")
        if imposer.country:
            draft.places.append(imposer.country)


def as_whole_state(scene: Scene, ref: PartyRef) -> PartyRef:
    """The state for which its ministry or parliament acts; the organ's own name goes with it."""
    state = country(ref.country) if ref.country and ref.kind in ("institution", "post") else None
    if state is None:
        return ref
    name = state.names(scene.analysis.language)[0]
    return replace(ref, name=name, kind="country", rule="the state that it acts for", aliases=(ref.name, *ref.aliases))


def imposing_state(scene: Scene, view: View, hit: Hit) -> PartyRef | None:
    """The state as subject of the acting verb or in the genitive; else the sentence's first state, else the text's."""
    verb = governing_verb(view, hit.at)
    if verb is not None and is_private(scene, view, verb, hit):
        return None
    refs = [r for r in parties_under(scene, view, hit.at, ("'s",), ("Gen",)) if r.kind in STATES]
    while verb is not None and not refs:
        refs = acting_states(scene, view, verb)
        verb = next((g for g in governors(view.sentence, verb) if is_verb(view.tokens[g])), None)
    refs += [r for r in parties_under(scene, view, hit.at, ("of", "from", "by", "'s"), ("Gen",)) if r.kind in STATES]
    refs += adjective_states(scene, view, hit.at)
    beside = [c for c in children(view.sentence, hit.at, "compound") if not hit.first <= c < hit.last]
    refs += [r for c in beside for r in parties_at(scene, view, c) if r.kind in STATES]
    aims = {r.start for r in trade_partners(scene, view, hit.at)} | destinations(scene, view)
    refs += [r for r in all_parties(scene, view) if r.kind in STATES and is_state(scene, r) and r.start not in aims]
    if refs:
        return refs[0]
    told = [m for m in scene.analysis.mentions if m.kind == "country" and m.key and not m.adjective]
    near = scene.views[max(0, view.index - STATE_BACK)].sentence.start
    before = [m for m in told if near <= m.start < view.sentence.start]
    topical = [m for m in told if m.country == scene.topic.country]
    unnamed = any(t.lemma in RULERS for t in view.tokens)
    told = topical if unnamed and topical else before[-1:] or topical or told
    state = told[0] if told else None
    return (
        PartyRef(state.name, state.start, state.stop, None, state.key, "country", "the state told last")
        if state
        else None
    )


STATE_BACK = 3
"""Sentences: a state told farther back acts only where the text is about it."""


def destinations(scene: Scene, view: View) -> set[int]:
    """Where states stand as the end of a trade ("exports to Peru"), wherever the parser hung them."""
    trade = {h.at for h in view.cues("trade")}
    places = [r for r in all_parties(scene, view) if r.kind in STATES]
    return {
        r.start
        for r in places
        for at in [view.token_of(r.start)]
        if preposition(view.sentence, at) in ("to", "в") and trade & set(range(max(0, at - TRADE_REACH), at))
    }


def trade_partners(scene: Scene, view: View, at: int) -> list[PartyRef]:
    """Where goods may no longer go or come from: "exports of ore to N", «импорт из N»."""
    found: list[PartyRef] = []
    trade = {h.at for h in view.cues("trade")}
    for here in [i for i in subtree(view.sentence, at) if i in trade]:
        for token in [here, *children(view.sentence, here, "nmod", "obj")]:
            found += parties_under(scene, view, token, ("to", "в", "from", "из"))
    return found


def aimed_at(scene: Scene, view: View, hit: Hit, imposer: PartyRef | None) -> list[PartyRef]:
    """Whom it hits: «против N», "against N", where the goods go, the state whose goods they are («российский»)."""
    found = parties_under(scene, view, hit.at, ("против", "against", "на", "on"))
    found += trade_partners(scene, view, hit.at)
    for index, mention in view.mentions:
        state = country(mention.country) if mention.adjective and mention.country else None
        if (
            state
            and mention.start > view.tokens[hit.at].start
            and view.distance(hit.at, mention.start, mention.stop) <= TRADE_REACH
        ):
            found += expand_state(scene, index, mention)
    if hit.cue.value == "sanction":
        firms = [r for r in all_parties(scene, view) if r.kind in ("organisation", "asset") and r.name[:1].isupper()]
        if firms:
            return firms[:1]
    own = imposer.country if imposer is not None else None
    return [r for r in found if r.kind == "country" and r.country != own]


def is_private(scene: Scene, view: View, verb: int, hit: Hit) -> bool:
    """A league or a firm that limits something by itself: the limit is the object of its verb."""
    if hit.at not in (verb, *patient_tokens(view, verb)) or is_passive(view, verb):
        return False
    actors = subject(scene, view, verb)
    return (
        bool(actors)
        and not acting_states(scene, view, verb)
        and all(r.kind == "organisation" and not rules(r) for r in actors)
    )
