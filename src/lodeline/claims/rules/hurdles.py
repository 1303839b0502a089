"""Hindrances told by what a way, a paper or water does: not ready, full, closed, impassable, slow, sinking, lapsed."""

from __future__ import annotations

from collections.abc import Iterator

from lodeline.claims.parties import is_passive, patient_tokens, subject_tokens
from lodeline.claims.phase import is_negated
from lodeline.claims.rules.figures import RAW_GOODS
from lodeline.claims.rules.scarcity import HAULING, MEANS, is_of_trade
from lodeline.claims.scene import Scene, View
from lodeline.claims.slots import minerals
from lodeline.claims.words import words
from lodeline.language.tree import children, is_verb, subtree

READY = words("ready")
FULL = words("full")
FALLING = words("falling")
LEVELS = words("levels")
WATERS = words("waters")
TRAVELLING = words("travelling")
MOVING = words("moving")
CARGOES = (*RAW_GOODS, *words("cargoes"))
LAPSED = words("lapsed")
PAPERS = words("lapsing_papers")
ROOMS = words("rooms")
NOTHING_TO = words("nothing_to")
POINTING = ("ее", "его", "их", "its", "their")
CLAUSE_REACH = 8
PAPER_REACH = 4
"""Words between what has ended and the paper."""


def hurdle(scene: Scene, view: View) -> int | None:
    """The word where a sentence of this trade tells of a hindrance by what happens to a way or a paper, or None."""
    if not is_of_trade(scene, view):
        return None
    ways = (unready, full, impassable, slow_haul, sinking, lapsed)
    found = (way(view) for way in ways)
    return next((at for at in found if at is not None), short_of_it(scene, view))


def predicates(view: View, lemmas: tuple[str, ...]) -> Iterator[tuple[int, set[int]]]:
    """Words of a list that tell something, with the nouns that they tell it of."""
    for i, token in enumerate(view.tokens):
        if token.lemma in lemmas and not token.relation.startswith(("acl", "amod", "advcl")):
            yield i, {*subject_tokens(view, i), *children(view.sentence, i, "nsubj", "nsubj:pass")}


def unready(view: View) -> int | None:
    """«подстанция не готова», «линию не подвели», "the berth is not working": a way that serves nobody yet."""
    for i, told in predicates(view, READY):
        of = told | set(patient_tokens(view, i)) if view.tokens[i].lemma not in SERVING else told
        until = any(t.lemma in UNTIL for t in view.tokens[:i])
        if is_negated(view, i) and not until and any(view.tokens[t].lemma in MEANS for t in of):
            return i
    return None


SERVING = words("serving")
UNTIL = words("until")


def full(view: View) -> int | None:
    """«порт перегружен», «пропускная способность ограничена», «перевал закрывается на зиму»."""
    if view.has("limit") and not view.has("infrastructure"):
        return None
    for i, told in predicates(view, FULL):
        shut = is_passive(view, i) or view.tokens[i].lemma in CLOSING
        if shut and not is_negated(view, i) and any(view.tokens[t].lemma in (*MEANS, *ROOMS) for t in told):
            return i
    return None


CLOSING = words("closing")


def impassable(view: View) -> int | None:
    """«весной не проехать», «вывезти руду нечем»: nobody can get there, or nothing can get away."""
    for i, token in enumerate(view.tokens):
        free = token.head < 0 or not is_verb(view.tokens[token.head]) or token.relation in ("csubj", "conj")
        if token.form == "Inf" and token.lemma in TRAVELLING and is_negated(view, i) and free:
            return i
        if token.text.casefold() in NOTHING_TO:
            near = view.tokens[max(0, i - CLAUSE_REACH) : i + CLAUSE_REACH]
            if any(t.form == "Inf" and t.lemma in (*HAULING, *TRAVELLING) for t in near):
                return i
    return None


def slow_haul(view: View) -> int | None:
    """«груз идёт до порта пятьдесят дней»: a way that takes weeks."""
    days = [v for _, v in view.values if v.kind == "duration" or (v.quantity and v.quantity.unit == "days")]
    goods = {m.top for m in minerals(view)}
    for i, told in predicates(view, MOVING) if days else ():
        if is_verb(view.tokens[i]) and any(view.tokens[t].lemma in CARGOES or t in goods for t in told):
            return i
    return None


def sinking(view: View) -> int | None:
    """«уровень воды упал», «приток воды сократился»."""
    for i, told in predicates(view, FALLING):
        for noun in told:
            wet = any(view.tokens[t].lemma in WATERS for t in subtree(view.sentence, noun))
            if wet and view.tokens[noun].lemma in (*LEVELS, *WATERS) and not is_negated(view, i):
                return i
    return None


def lapsed(view: View) -> int | None:
    """«закончился срок разрешения», «истёк сертификат»: a paper that works cannot go on without."""
    for i, token in enumerate(view.tokens):
        if token.lemma in LAPSED and not is_negated(view, i):
            near = [*subject_tokens(view, i), *range(i + 1, min(len(view.tokens), i + 1 + PAPER_REACH))]
            if any(view.tokens[t].lemma in PAPERS for t in near):
                return i
    return None


def short_of_it(scene: Scene, view: View) -> int | None:
    """«Её дефицит — 200 тысяч тонн»: too little of what the sentence before has named."""
    before = scene.before(view)
    if before is None or not before.has("infrastructure"):
        return None
    for hit in view.cues("barrier"):
        if any(view.tokens[c].lemma in POINTING for c in children(view.sentence, hit.at, "det", "nmod")):
            return hit.at
    return None
