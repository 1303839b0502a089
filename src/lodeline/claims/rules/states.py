"""Who stands for a state: its ministry, parliament or leaders; and which states several leaders stand for."""

from __future__ import annotations

from dataclasses import replace

from lodeline.claims.draft import PartyRef
from lodeline.claims.parties import (
    FEW,
    adjective_states,
    covering,
    expand_state,
    member,
    parties_under,
    subject,
    subject_tokens,
)
from lodeline.claims.rules.frame import STATES
from lodeline.claims.scene import Scene, View
from lodeline.claims.slots import LOOK_BACK
from lodeline.claims.words import words
from lodeline.language.analysis import Mention
from lodeline.language.tree import children, preposition, subtree
from lodeline.vocabulary.places import Region, regions

ORGANS = ("institution", "post", "person", "group", "organisation")
SPOKESMEN = ("post", "group")
OWNED = ("of", "'s", "in")
WHERE = tuple(word for word in words("locative") if word not in ("from", "из"))
"""Prepositions of a place where something happens; "officials from Japan" stand for it."""
RULERS = words("rulers")


def is_state(scene: Scene, ref: PartyRef) -> bool:
    """A state, a bloc, a ministry or a person in office; not people by their trade ("steelmakers")."""
    mention = scene.mention(ref.mention) if ref.mention is not None else None
    unkeyed = ref.kind == "group" and not ref.country and (mention is None or not mention.key)
    if unkeyed or ref.kind == "organisation":
        return rules(ref)
    return ref.kind in STATES or bool(ref.country and ref.kind in ORGANS)


def rules(ref: PartyRef) -> bool:
    """Told by a word for those who govern: «правительство», "the ministry of mines"."""
    return any(word in RULERS for word in ref.name.casefold().split())


def as_state(scene: Scene, view: View, ref: PartyRef) -> PartyRef:
    """The state of a ministry or a parliament where the sentence names it («сенат Чили», "the Philippine senate")."""
    if ref.kind == "country" or not ref.country or ref.kind not in ORGANS:
        return ref
    named = [(i, m) for i, m in view.mentions if m.kind == "country" and m.country == ref.country]
    return expand_state(scene, *named[0])[0] if named else ref


def acting_states(scene: Scene, view: View, verb: int) -> list[PartyRef]:
    """States as subject, or those for which a ministry or a parliament acts."""
    found = [as_state(scene, view, r) for r in subject(scene, view, verb) if is_state(scene, r)]
    if found:
        return found
    tokens = subject_tokens(view, verb)
    owners = [r for t in tokens for r in parties_under(scene, view, t, OWNED, ("Gen",)) if r.country]
    return owners or [r for t in tokens if view.tokens[t].lemma in RULERS for r in adjective_states(scene, view, t)]


def states_under(scene: Scene, view: View, at: int) -> list[PartyRef]:
    """States told in what hangs on a noun: "leaders of A and B", «лидеры стран региона», "the A and B leaders"."""
    found: dict[str, PartyRef] = {}
    clause = view.clauses[at]
    for here in [i for i in subtree(view.sentence, at) if i != at and view.clauses[i] == clause]:
        if preposition(view.sentence, here) in WHERE:
            continue
        for index, mention in covering(view, here):
            for ref in states_of(scene, index, mention):
                found.setdefault(ref.name, ref)
    return list(found.values())


def states_of(scene: Scene, index: int, mention: Mention) -> list[PartyRef]:
    """The state of a country or of an organ of it; the members of a small region under any of its names."""
    if mention.kind == "institution" and mention.country:
        return [member(scene, index, mention, mention.country)]
    if mention.kind == "country":
        return expand_state(scene, index, mention)
    region = region_named(mention.key or mention.name) if mention.kind == "group" else None
    codes = region.members if region is not None and len(region.members) <= FEW else ()
    return [member(scene, index, mention, code) for code in codes]


def region_named(name: str) -> Region | None:
    wanted = name.casefold()
    return next((r for r in regions() if wanted in {n.casefold() for n in (r.key, *r.names_en, *r.names_ru)}), None)


def spoken_for(scene: Scene, view: View, ref: PartyRef) -> list[PartyRef]:
    """Leaders or ministers of several states, or of a region, stand for those states."""
    at = view.token_of(ref.start)
    mention = scene.analysis.mentions[ref.mention] if ref.mention is not None else None
    if ref.kind not in SPOKESMEN or mention is None or (ref.kind == "group" and mention.key):
        return [ref]
    plural = view.tokens[mention.top].number == "Plur" or is_plural_subject(view, mention.top)
    states = states_under(scene, view, mention.top) if plural or at != mention.top else []
    return states if plural and len(states) > 1 else [ref]


def both_sides(scene: Scene, view: View, at: int) -> list[PartyRef]:
    """«стороны», "the two governments": the two told last, in this sentence before the word or in those before it."""
    token = view.tokens[at]
    if token.lemma not in SIDES or token.number == "Sing" or children(view.sentence, at, "nmod"):
        return []
    kinds = ("country",) if token.lemma not in FREE_SIDES else ("country", "organisation", "institution")
    for near in reversed(scene.views[max(0, view.index - LOOK_BACK) : view.index + 1]):
        found: dict[str, PartyRef] = {}
        for index, m in near.mentions:
            if m.kind in kinds and (near is not view or m.stop < token.start):
                for ref in expand_state(scene, index, m):
                    found.setdefault(ref.name, ref)
        if len(found) == 2:
            return [replace(ref, start=token.start, stop=token.stop, rule="referent") for ref in found.values()]
        if len(found) > 2:
            return []
    return []


def sides_before(scene: Scene, view: View) -> list[PartyRef]:
    """«По итогам переговоров подписан меморандум»: the two that the sentences before tell, where they are just two."""
    found: dict[str, PartyRef] = {}
    for near in scene.views[max(0, view.index - LOOK_BACK) : view.index]:
        bodies = [m for _, m in near.mentions if m.kind in ("organisation", "institution")]
        for index, m in near.mentions:
            inside = m.kind == "country" and any(b.country == m.country for b in bodies)
            if m.kind in ("country", "organisation", "institution") and not m.adjective and not inside:
                ref = expand_state(scene, index, m)[:1]
                found.update({r.name: replace(r, rule="told just before") for r in ref if r.name not in found})
    return list(found.values()) if len(found) == 2 else []


SIDES = frozenset(words("sides"))
FREE_SIDES = ("сторона", "side")
"""Companies are sides too; governments and countries are states."""


def is_plural_subject(view: View, at: int) -> bool:
    token = view.tokens[at]
    verb = view.tokens[token.head] if token.head >= 0 else None
    alone = not children(view.sentence, at, "conj")
    return token.relation == "nsubj" and verb is not None and verb.number == "Plur" and alone
