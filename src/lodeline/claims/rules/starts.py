"""The start of production told without a launching verb: its first goods, or production that begins."""

from __future__ import annotations

from collections.abc import Iterator

from lodeline.claims.cues import Cue, Hit
from lodeline.claims.rules.frame import governing_verb
from lodeline.claims.scene import View
from lodeline.claims.words import words
from lodeline.language.tree import children, is_verb

FIRST = words("first")
FIRST_GOODS = frozenset((*words("first_goods"), *words("raw_goods"), *words("outputs")))
MAKING = words("making")
BEGIN = words("begin")
BEGINS = ("nsubj", "obj", "nsubj:pass")


def starts(view: View) -> Iterator[Hit]:
    """Hits of the class `launch` that no table can list: any mineral may be the first."""
    told = {i for h in view.cues("launch") for i in range(h.first, h.last)}
    for at, token in enumerate(view.tokens):
        if at in told or token.pos not in ("NOUN", "PROPN"):
            continue
        if is_first(view, at) or is_beginning(view, at):
            yield Hit(at, at + 1, at, Cue("launch", "works", "start of production"))


def is_first(view: View, at: int) -> bool:
    """ "first lithium", «первые слитки»: of minerals and goods, not a first meeting."""
    if not any(view.tokens[c].lemma in FIRST for c in children(view.sentence, at, "amod")):
        return False
    mineral = any(m.kind == "material" and at in (m.top, m.head) for _, m in view.mentions)
    return mineral or view.tokens[at].lemma in FIRST_GOODS


def is_beginning(view: View, at: int) -> bool:
    """ "Production began", «начать добычу», «приступить к выпуску»."""
    token = view.tokens[at]
    verb = governing_verb(view, at) if token.lemma in MAKING else None
    if verb is None or verb == at or not is_verb(view.tokens[verb]) or view.tokens[verb].lemma not in BEGIN:
        return False
    return token.head == verb and (token.relation in BEGINS or token.case == "Dat")
