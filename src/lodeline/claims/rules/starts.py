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
WORKS = words("works")
BEGIN = words("begin")
BEGINS = ("nsubj", "obj", "nsubj:pass")


def begun(view: View, group: str) -> Iterator[Hit]:
    """Hits of the classes `launch` and `build` that no table can list: any mineral may be the first."""
    ways = WAYS.get(group, ())
    told = {i for h in view.cues(group) for i in range(h.first, h.last)} if ways else set()
    for at, token in enumerate(view.tokens if ways else ()):
        if at not in told and token.pos in TELLING and any(way(view, at) for way in ways):
            yield Hit(at, at + 1, at, Cue(group, "" if token.pos == "VERB" else "works", UNCUED))


UNCUED = "told without a cue"
TELLING = ("NOUN", "PROPN", "VERB")


def is_first(view: View, at: int) -> bool:
    """ "first lithium", «первые слитки»: of minerals and goods, not a first meeting."""
    if not any(view.tokens[c].lemma in FIRST for c in children(view.sentence, at, "amod")):
        return False
    mineral = any(m.kind == "material" and at in (m.top, m.head) for _, m in view.mentions)
    return mineral or view.tokens[at].lemma in FIRST_GOODS


def is_beginning(view: View, at: int) -> bool:
    """ "Production began", «начать добычу», «приступить к выпуску»."""
    return view.tokens[at].lemma in MAKING and begins(view, at)


def begins(view: View, at: int, verbs: tuple[str, ...] = BEGIN) -> bool:
    """The noun is what begins or is begun (or ends, by other verbs)."""
    token = view.tokens[at]
    verb = governing_verb(view, at)
    if verb is None or verb == at or not is_verb(view.tokens[verb]) or view.tokens[verb].lemma not in verbs:
        return False
    return token.head == verb and (token.relation in BEGINS or token.case == "Dat")


def is_end(view: View, at: int) -> bool:
    """ "Mining ended in 2021", «прекратила добычу»."""
    return view.tokens[at].lemma in WORKS and begins(view, at, ENDING)


def is_running(view: View, at: int) -> bool:
    """ "The plant has been running since June", «фабрика работает с января»."""
    if view.tokens[at].lemma not in RUNNING or not is_verb(view.tokens[at]):
        return False
    beside = children(view.sentence, at, "obj", "obl", "iobj")
    times = [v for _, v in view.values if v.date and v.date.sense == "since"]
    return len(beside) == 1 and any(v.start <= view.tokens[beside[0]].start < v.stop for v in times)


def is_works_begun(view: View, at: int) -> bool:
    """ "Work on the plant has started", «работы на площадке начались»."""
    verb = governing_verb(view, at)
    on = [*under(view, at, ("on", "at", "на", "по"), ("Gen",)), *(under(view, verb, (), ("Ine",)) if verb else [])]
    sites = [view.tokens[i].lemma for i in on]
    return view.tokens[at].lemma in SITE_WORK and any(lemma in GROUNDS for lemma in sites) and begins(view, at)


def is_full_load(view: View, at: int) -> bool:
    """ "reach full capacity", «на полную мощность он выйдет», «вернуться к полной загрузке»."""
    if view.tokens[at].lemma not in LOAD:
        return False
    return reaches(view, at) and any(view.tokens[c].lemma in FULL for c in children(view.sentence, at, "amod"))


def reaches(view: View, at: int) -> bool:
    """The noun is what a site reaches or returns to: «выйти на промышленную добычу»."""
    verb = governing_verb(view, at)
    return verb is not None and view.tokens[verb].lemma in REACHING


def is_deadline(view: View, at: int) -> bool:
    """ "The deadline has slipped to 2029", «срок сдвинут на 2029 год»: of a site where no paper is told."""
    bare = not children(view.sentence, at, "nmod", "acl") and not view.has("instrument", "licence", "loan", "limit")
    dated = any(v.kind == "date" for _, v in view.values)
    return view.tokens[at].lemma in DEADLINE and bare and dated and begins(view, at, TIMED)


DEADLINE, TIMED = words("deadline"), words("timed")
SITE_WORK, GROUNDS = words("site_work"), words("grounds")
LOAD, FULL, REACHING = words("load"), words("full_load"), words("reaching")
ENDING, RUNNING = words("ending"), words("running")
WAYS = {
    "launch": (is_first, is_beginning, is_full_load, is_running, is_deadline),
    "build": (is_works_begun,),
    "stop": (is_end,),
}
