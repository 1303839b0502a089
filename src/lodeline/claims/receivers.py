"""Who receives: names in the dative after a word for giving or selling, and whose structures they are."""

from __future__ import annotations

from lodeline.claims.draft import PartyRef
from lodeline.claims.parties import parties_at
from lodeline.claims.scene import Scene, View
from lodeline.claims.words import words
from lodeline.language.tree import children, preposition


def datives_after(scene: Scene, view: View, at: int) -> list[PartyRef]:
    """Receivers in the dative shortly after the word, whatever the parser hung them on."""
    for i in range(at + 1, min(len(view.tokens), at + DATIVE_REACH)):
        token = view.tokens[i]
        named = token.pos in ("NOUN", "PROPN") or token.relation == "iobj"
        if token.case == "Dat" and named and not preposition(view.sentence, i):
            refs = parties_at(scene, view, i) or named_beside(scene, view, i)
            if refs:
                return refs
    return []


def named_beside(scene: Scene, view: View, at: int) -> list[PartyRef]:
    """«структурам холдинга „А“», «саудовскому Najd»: whose structures they are, or the name in apposition."""
    beside = children(view.sentence, at, "appos")
    beside += children(view.sentence, at, "nmod") if view.tokens[at].lemma in STRUCTURES else []
    return [r for c in beside for r in parties_at(scene, view, c) if r.kind == "organisation"]


STRUCTURES = words("structures")


DATIVE_REACH = 12
"""Words after «продажа», «поставка» within which its receiver stands."""
