"""Sides of a trade that are told by what they are and not named: "a battery maker in Sweden", «корейский трейдер»."""

from __future__ import annotations

from collections.abc import Collection

from lodeline.claims.draft import PartyRef
from lodeline.claims.parties import adjective_states
from lodeline.claims.rules.frame import worded
from lodeline.claims.scene import PARTY_KINDS, Scene, View
from lodeline.claims.words import words
from lodeline.language.russian.inflection import nominative_phrase
from lodeline.language.tree import children, preposition, subtree

TRADERS = words("trader_nouns")
RULE = "told and not named"
AT_HOME = words("locative")
LONGEST = 6
"""Words: a longer description is no name."""
OF_BUYERS = words("to_buyer")
OF_SELLERS = words("from_seller")
OF_EITHER = words("with")


def unnamed(scene: Scene, view: View, at: int, role: str) -> list[PartyRef]:
    """The trader, maker or works told beside a trade in a place that fits a role: under "to", "from", «с», dative…"""
    fitting = (*(OF_BUYERS if role == "buyer" else OF_SELLERS), *OF_EITHER)
    for here, token in enumerate(view.tokens):
        if token.lemma not in TRADERS or not near_clause(view, here, at):
            continue
        under = preposition(view.sentence, here)
        if under in fitting or (role == "buyer" and not under and is_receiver(view, here)):
            found = as_party(scene, view, here)
            if found is not None:
                return [found]
    return []


def near_clause(view: View, here: int, at: int) -> bool:
    """In the clause of the trade or in the one over it."""
    head = view.clauses[at]
    return view.clauses[here] in (head, view.clauses[max(0, view.tokens[head].head)])


def is_receiver(view: View, at: int) -> bool:
    """A dative that the goods go to, or what a verb of selling has for its second object."""
    return view.tokens[at].case == "Dat" or view.tokens[at].relation == "iobj"


def is_named(view: View, at: int) -> bool:
    """ "trader Brenk", «трейдер Brenk»: the noun only says what a named company is."""
    beside = {at, view.tokens[at].head, *children(view.sentence, at, "appos", "flat", "compound", "nmod")}
    parties = [m for _, m in view.mentions if m.kind in PARTY_KINDS and not m.adjective and m.kind != "country"]
    names = [m for m in parties if m.name[:1].isupper()]
    token = view.tokens[at]
    near = [m for m in names if 0 <= m.start - token.stop <= 2 or m.start <= token.start < m.stop]
    return bool(near) or any(m.kind == "organisation" and m.top in beside - {view.tokens[at].head} for m in names)


def as_party(scene: Scene, view: View, at: int) -> PartyRef | None:
    """The noun with what describes it; None where nothing does, for then it may be anybody, or where a name does."""
    if view.tokens[at].lemma not in TRADERS or is_named(view, at):
        return None
    told = children(view.sentence, at, "amod", "compound", "nmod", "appos")
    homes = [c for c in told if preposition(view.sentence, c) in AT_HOME]
    kept = [c for c in told if (c < at and agrees(view, c, at)) or c in homes]
    if not kept or any(view.tokens[c].lemma in (*NONE, *BIGGEST) for c in kept):
        return None
    inside = sorted({at, *(i for c in kept for i in subtree(view.sentence, c))})
    inside = [i for i in inside if view.tokens[i].pos not in ("DET", "PUNCT", "NUM")]
    if not 1 < len(inside) <= LONGEST or not is_run(inside):
        return None
    tokens = [view.tokens[i] for i in inside]
    bends = scene.analysis.language == "ru"
    name = nominative_phrase(tokens, inside.index(at)) if bends else worded(tokens)
    states = adjective_states(scene, view, at)
    home = states[0].country if states else None
    return PartyRef(name, tokens[0].start, tokens[-1].stop, None, home, "described", RULE)


def agrees(view: View, child: int, at: int) -> bool:
    """«ванадия завод» are no words of one phrase, whatever the parser says."""
    cases = {view.tokens[i].case for i in (child, at)} - {""}
    return len(cases) < 2 or view.tokens[child].relation.startswith(("nmod", "compound"))


NONE = ("no", "any")
BIGGEST = words("biggest")
"""«крупнейший покупатель», "the biggest seller": a rank, and nobody else."""


def is_run(inside: Collection[int]) -> bool:
    """The words stand side by side."""
    return max(inside) - min(inside) < len(inside) + 2
