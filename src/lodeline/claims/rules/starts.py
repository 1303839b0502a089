"""Beginnings told without a verb of launching or building: first goods, production or works that begin, full load."""

from __future__ import annotations

from collections.abc import Iterator

from lodeline.claims.cues import Cue, Hit
from lodeline.claims.parties import under
from lodeline.claims.rules.frame import governing_verb
from lodeline.claims.scene import View
from lodeline.claims.words import words
from lodeline.language.tree import children, is_verb

FIRST = words("first")
FIRST_GOODS = frozenset((*words("first_goods"), *words("raw_goods"), *words("outputs")))
MAKING = words("making")
BEGIN = words("begin")
BEGINS = ("nsubj", "obj", "nsubj:pass")


def begun(view: View, group: str) -> Iterator[Hit]:
    """Hits of the classes `launch` and `build` that no table can list: any mineral may be the first."""
    ways = WAYS.get(group, ())
    told = {i for h in view.cues(group) for i in range(h.first, h.last)} if ways else set()
    for at, token in enumerate(view.tokens if ways else ()):
        if at not in told and token.pos in ("NOUN", "PROPN") and any(way(view, at) for way in ways):
            yield Hit(at, at + 1, at, Cue(group, "works", "told by its beginning"))


def is_first(view: View, at: int) -> bool:
    """ "first lithium", «первые слитки»: of minerals and goods, not a first meeting."""
    if not any(view.tokens[c].lemma in FIRST for c in children(view.sentence, at, "amod")):
        return False
    mineral = any(m.kind == "material" and at in (m.top, m.head) for _, m in view.mentions)
    return mineral or view.tokens[at].lemma in FIRST_GOODS


def is_beginning(view: View, at: int) -> bool:
    """ "Production began", «начать добычу», «приступить к выпуску»."""
    return view.tokens[at].lemma in MAKING and begins(view, at)


def begins(view: View, at: int) -> bool:
    """The noun is what begins or is begun."""
    token = view.tokens[at]
    verb = governing_verb(view, at)
    if verb is None or verb == at or not is_verb(view.tokens[verb]) or view.tokens[verb].lemma not in BEGIN:
        return False
    return token.head == verb and (token.relation in BEGINS or token.case == "Dat")


def is_works_begun(view: View, at: int) -> bool:
    """ "Work on the plant has started", «работы на площадке начались»."""
    sites = [view.tokens[i].lemma for i in under(view, at, ("on", "at", "на", "по"), ("Gen",))]
    return view.tokens[at].lemma in SITE_WORK and any(lemma in GROUNDS for lemma in sites) and begins(view, at)


def is_full_load(view: View, at: int) -> bool:
    """ "reach full capacity", «на полную мощность он выйдет», «вернуться к полной загрузке»."""
    if view.tokens[at].lemma not in LOAD:
        return False
    verb = governing_verb(view, at)
    full = any(view.tokens[c].lemma in FULL for c in children(view.sentence, at, "amod"))
    return full and verb is not None and view.tokens[verb].lemma in REACHING


SITE_WORK, GROUNDS = words("site_work"), words("grounds")
LOAD, FULL, REACHING = words("load"), words("full_load"), words("reaching")
WAYS = {"launch": (is_first, is_beginning, is_full_load), "build": (is_works_begun,)}
