"""Papers over goods: who signed one, in which role, and what the sentence after it adds."""

from __future__ import annotations

from lodeline.claims.cues import Hit
from lodeline.claims.draft import PartyRef
from lodeline.claims.parties import parties_under, subject
from lodeline.claims.phase import chain
from lodeline.claims.rules.frame import BETWEEN, WITH, governing_verb
from lodeline.claims.scene import Scene, View
from lodeline.claims.words import words
from lodeline.language.tree import matches

CONSUMER = words("consumer")
Sides = tuple[list[PartyRef], list[PartyRef]]


def offtake_sides(view: View, acting: list[PartyRef], others: list[PartyRef]) -> Sides:
    """(sellers, buyers) of a paper that A signs with B: the one told as a consumer buys, else A sells."""
    if any(is_consumer(view, r) for r in acting) and not any(is_consumer(view, r) for r in others):
        return others, acting
    return acting, others


def is_consumer(view: View, ref: PartyRef) -> bool:
    """A party told as a trader, maker or smelter right before its name, or right after it."""
    at = view.token_of(ref.start)
    inside = [t for t in view.tokens[max(0, at - 2) :] if t.start < ref.stop]
    return any(t.lemma in CONSUMER for t in inside)


def pair(view: View, refs: list[PartyRef]) -> Sides:
    """Two who are told side by side: the first sells, unless it is told as a consumer."""
    return offtake_sides(view, refs[:1], refs[1:2]) if len(refs) == 2 else ([], [])


def between(scene: Scene, view: View, at: int) -> Sides | None:
    """«договор о поставке между A и B», "the supply deal between A and B"."""
    for here in chain(view, at):
        refs = parties_under(scene, view, here, BETWEEN, ())
        if len(refs) == 2:
            return pair(view, refs)
    return None


def paper_over(view: View, at: int) -> Hit | None:
    """The paper that a trade hangs on: «контракт на поставку», "a memorandum under which…"."""
    above = chain(view, at)
    head = view.clauses[at]
    noun = view.tokens[head].head
    if noun >= 0 and matches(view.tokens[head].relation, ("acl",)):
        above = [*above, *chain(view, noun)]
    papers = {i: h for h in view.cues("instrument") for i in range(h.first, h.last) if h.at != at}
    return next((papers[i] for i in above if i in papers), None)


def signatories(scene: Scene, view: View, at: int) -> Sides:
    """Those who signed the paper that a trade stands on, in the roles that they have by it."""
    paper = paper_over(view, at)
    if paper is None:
        return [], []
    verb = governing_verb(view, paper.at)
    acting = subject(scene, view, verb) if verb is not None else []
    others = [r for p in {paper.at, verb or paper.at} for r in parties_under(scene, view, p, WITH, ())]
    if others:
        return offtake_sides(view, acting[:1], others[:1])
    return pair(view, acting)
