"""Whether what a word of trade moves is goods: no works, paper or waste, no talks that "go on"."""

from __future__ import annotations

from lodeline.claims.parties import patient_tokens, subject_tokens
from lodeline.claims.rules.figures import RAW_GOODS
from lodeline.claims.scene import Scene, View
from lodeline.claims.slots import minerals
from lodeline.claims.words import words
from lodeline.language.tree import children, is_verb
from lodeline.vocabulary.terms import terms_of

MOVING = words("moving")
WASTE = words("waste")


def denies_goods(view: View, at: int) -> bool:
    """ "imports no gallium": the goods themselves are denied."""
    objects = patient_tokens(view, at)
    return any(view.tokens[c].lemma == "no" for o in objects for c in children(view.sentence, o, "det"))


def is_idiom(view: View, at: int) -> bool:
    """ "Takes shape", "took part": nothing is taken."""
    after = view.tokens[at + 1 : at + 2]
    return view.tokens[at].lemma == "take" and bool(after) and after[0].lemma in TAKEN_UP


TAKEN_UP = ("shape", "place", "part", "effect", "steps", "time", "advantage", "office")


def is_of_other_things(scene: Scene, view: View, at: int) -> bool:
    """«поставил фабрику», «отправил контракт на доработку»: what is moved is works, a paper or waste, no goods."""
    if any(t.lemma in WASTE for t in view.tokens):
        return True
    if not is_verb(view.tokens[at]):
        return False
    if view.tokens[at].lemma in MOVING and not goods_move(view, at):
        return True
    works = terms_of("asset_head", scene.analysis.language)
    papers = {h.at for h in view.cues("instrument", "bill", "licence")}
    objects = children(view.sentence, at, "obj") or patient_tokens(view, at)
    moved = [i for o in objects for i in (o, noun_of(view, o))]
    return any(i in papers or view.tokens[i].lemma in works for i in moved)


def goods_move(view: View, at: int) -> bool:
    """«уран шёл в Китай», «идёт 90% концентрата», and not «идут переговоры»."""
    inside = {i for t in subject_tokens(view, at) for i in (t, *children(view.sentence, t, "nmod"))}
    goods = {m.top for m in minerals(view)} | {i for i, t in enumerate(view.tokens) if t.lemma in RAW_GOODS}
    return bool(inside & goods)


def noun_of(view: View, at: int) -> int:
    """The noun after an adjective that the parser took for an object («поставила вольфрамовую фабрику»)."""
    return at + 1 if view.tokens[at].pos == "ADJ" and at + 1 < len(view.tokens) else at
