"""Companies named in the clause of a trade: all but those that are cited or that only tell what is traded."""

from __future__ import annotations

from lodeline.claims.draft import PartyRef
from lodeline.claims.parties import all_parties
from lodeline.claims.scene import Scene, View
from lodeline.claims.words import words


def covers(view: View, ref: PartyRef, at: int) -> bool:
    return ref.start <= view.tokens[at].start < ref.stop


def firms_of_clause(scene: Scene, view: View, at: int) -> list[PartyRef]:
    """Companies of the clause of a token: with one side known, the only other one is the other side."""
    clause = view.clauses[at]
    return [
        r
        for r in all_parties(scene, view)
        if r.kind in ("organisation", "institution")
        and view.clauses[view.token_of(r.start)] == clause
        and r.rule is None
        and not is_cited(view, r)
        and not is_attribute(view, r, at)
    ]


def is_attribute(view: View, ref: PartyRef, at: int) -> bool:
    """ "APT exports": the word before the noun says what is traded."""
    token = view.tokens[view.token_of(ref.start)]
    return token.head == at and token.relation == "compound"


def is_cited(view: View, ref: PartyRef) -> bool:
    """ "according to N", «по данным N»: whoever is cited is no side."""
    before = [t.lemma for t in view.tokens if t.stop <= ref.start][-CITED:]
    return any(lemma in CITING and "," not in before[n:] for n, lemma in enumerate(before))


CITED = 7
CITING = words("citing")
