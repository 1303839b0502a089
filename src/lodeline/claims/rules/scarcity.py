"""Hindrances told without a word for them: one line, four hours a day, half of what is needed, nobody who lends."""

from __future__ import annotations

from lodeline.claims.parties import is_passive, patient_tokens, subject_tokens
from lodeline.claims.phase import is_negated
from lodeline.claims.rules.sites import site_words
from lodeline.claims.scene import Scene, View
from lodeline.claims.words import words
from lodeline.language.tree import children, is_verb, subtree

MEANS = frozenset((*words("means"), *words("ways")))
ONLY = words("nothing_but")
ONE = ("один", "одна", "one", "single")
PACE_UNITS = words("pace_units")
PACE_TIMES = words("pace_times")
PER = ("a", "per", "in", "of", "в", "за", "the")
ALL_DAY = 20
"""Hours of a day from which a plant runs round the clock."""
LENDING = words("lending_verbs")
DEARER = words("dearer")
TIMES_MORE = words("times_more")
HAULING = words("hauling")
FORCED = ("приходиться", "прийтись")
FORCED_REACH = 6
"""Words between what one has to do and the word that forces."""
PAPERS = (*words("permits"), "certificate", "сертификат")
ISSUING = words("issuing")
COURTS = words("courts")
STAYING = words("staying")
NOWHERE = ("негде", "некому", "nowhere")
HALVES = words("halves")


def scarce(scene: Scene, view: View) -> int | None:
    """The word where a sentence of this trade tells of too little without a word for a barrier, or None."""
    if not is_of_trade(scene, view):
        return None
    ways = (single_way, by_the_hour, half_of_need, missing, nowhere, refused, dearer, hauled, unissued, stayed)
    found = (way(view) for way in ways)
    return next((at for at in found if at is not None), None)


def is_of_trade(scene: Scene, view: View) -> bool:
    """A site or a mineral in the sentence, or a text about one."""
    told = any(m.kind in ("asset", "material") for _, m in view.mentions)
    sites = site_words(scene.analysis.language)
    return told or bool(scene.topic.asset or scene.topic.commodity) or any(t.lemma in sites for t in view.tokens)


def single_way(view: View) -> int | None:
    """ "Only one line of track reaches the mine", «одна хилая линия»: a way that there is but one of."""
    if view.has("build", "launch", "finish", "invest", "buy"):
        return None
    for i, token in enumerate(view.tokens):
        if token.lemma in MEANS:
            counts = [view.tokens[c].lemma for c in children(view.sentence, i, "nummod", "amod", "advmod", "det")]
            before = [t.lemma for t in view.tokens[max(0, i - 3) : i]]
            if any(c in ONE for c in counts) and (token.lemma in WAYS_IN or any(b in ONLY for b in before)):
                return i
    return None


WAYS_IN = frozenset(words("ways"))


def by_the_hour(view: View) -> int | None:
    """ "power for four hours a day", "five months a year", «два состава в сутки»: a slow pace."""
    means = next((i for i, t in enumerate(view.tokens) if t.lemma in MEANS), None)
    if means is None or view.has("build", "launch", "finish"):
        return None
    for i, token in enumerate(view.tokens[:-2]):
        unit, per, time = token.lemma, view.tokens[i + 1].lemma, [t.lemma for t in view.tokens[i + 2 : i + 4]]
        if unit in PACE_UNITS and per in PER and any(t in PACE_TIMES for t in time):
            if any(t.lemma in ("first", "last", "первый", "последний") for t in view.tokens[max(0, i - 2) : i]):
                continue
            count = next((v.number for _, v in view.values if v.start <= view.tokens[i].start <= v.stop + 1), None)
            if count is None or count < ALL_DAY:
                return means
    return None


def half_of_need(view: View) -> int | None:
    """ "half the water it needs", «вдвое меньше, чем нужно», "has 20 and needs 45"."""
    needs = view.cues("need")
    if not needs:
        return None
    means = any(t.lemma in MEANS for t in view.tokens) or view.has("infrastructure")
    halved = any(t.lemma in HALVES for t in view.tokens)
    counts = [v for _, v in view.values if v.kind in ("quantity", "number") and v.number is not None]
    asked = [v for v in counts if abs(view.token_of(v.start) - needs[0].at) <= NEAR_NEED]
    had = [v for v in counts if v not in asked[-1:] and asked and v.number and asked[-1].number]
    fewer = any((v.number or 0) < (asked[-1].number or 0) for v in had)
    return needs[0].at if (halved and means) or (asked and fewer) else None


NEAR_NEED = 5
"""Words between the verb of need and how much."""


def missing(view: View) -> int | None:
    """ "The road and the port do not exist", «дороги не существует», "What we do not have is a power tariff"."""
    for i, token in enumerate(view.tokens):
        if token.lemma in EXISTING and is_verb(token) and is_negated(view, i):
            near = [*subject_tokens(view, i), *children(view.sentence, i, "obj", "obl"), view.tokens[i].head]
            inside = [t for n in near if n >= 0 for t in subtree(view.sentence, n)]
            lacking = [t for t in inside if view.tokens[t].lemma in MEANS]
            if lacking:
                return lacking[0]
    return None


EXISTING = ("exist", "have", "существовать", "иметься")


def nowhere(view: View) -> int | None:
    """«Перерабатывать негде», "no plant outside China can separate it": works that nobody else can do."""
    at = next((i for i, t in enumerate(view.tokens) if t.lemma in NOWHERE), None)
    if at is not None:
        return at
    for i, token in enumerate(view.tokens):
        if is_verb(token) and any(view.tokens[c].lemma == "can" for c in children(view.sentence, i, "aux")):
            subjects = [c for s in subject_tokens(view, i) for c in (s, *children(view.sentence, s, "det"))]
            told = {view.tokens[c].lemma for c in subjects}
            if "no" in told and told & site_words("en"):
                return i
    return None


def refused(view: View) -> int | None:
    """ "No bank will insure shipments", «банки не кредитуют»: money or cover that is not to be had."""
    for i, token in enumerate(view.tokens):
        if token.lemma in LENDING and is_verb(token):
            subjects = subject_tokens(view, i)
            none = any(view.tokens[c].lemma == "no" for s in subjects for c in children(view.sentence, s))
            if none or (is_negated(view, i) and any(view.tokens[s].lemma in LENDERS for s in subjects)):
                return i
    return None


LENDERS = words("lenders_told")


def dearer(view: View) -> int | None:
    """ "Power costs twice what it does in China", «электроэнергия подорожала вдвое»."""
    for i, token in enumerate(view.tokens):
        if token.lemma in DEARER and is_verb(token) and any(t.lemma in TIMES_MORE for t in view.tokens[i : i + 4]):
            costs = [t for s in subject_tokens(view, i) for t in subtree(view.sentence, s)]
            if any(view.tokens[t].lemma in MEANS for t in costs):
                return i
    return None


def hauled(view: View) -> int | None:
    """«возить приходится через горы», "has to be trucked 700 km": a long way round."""
    for i, token in enumerate(view.tokens):
        if token.lemma in HAULING and is_verb(token):
            if any(t.lemma in FORCED for t in view.tokens[max(0, i - FORCED_REACH) : i + FORCED_REACH]):
                return i
            have = [t.lemma for t in view.tokens[max(0, i - 3) : i]]
            if "have" in have and "to" in have:
                return i
    return None


def unissued(view: View) -> int | None:
    """ "certificates have not been issued", «разрешения не выданы»."""
    for i, token in enumerate(view.tokens):
        held_back = token.lemma in ISSUING and is_verb(token) and is_negated_in(view, i)
        if held_back and any(view.tokens[t].lemma in PAPERS for t in patient_tokens(view, i)):
            return i
    return None


def is_negated_in(view: View, at: int) -> bool:
    """A negation before the verb or among its auxiliaries ("have not been issued")."""
    own = [c for c in children(view.sentence, at) if c < at]
    return is_negated(view, at) or any(h.at in own for h in view.cues("negation"))


def stayed(view: View) -> int | None:
    """ "a court suspended the permit", «суд приостановил разрешение»: a judge stands in the way."""
    for i, token in enumerate(view.tokens):
        if token.lemma in STAYING and is_verb(token) and any(view.tokens[t].lemma in PAPERS for t in below(view, i)):
            agents = [*subject_tokens(view, i), *children(view.sentence, i, "obl")] if is_passive(view, i) else []
            agents = agents or subject_tokens(view, i)
            if any(view.tokens[t].lemma in COURTS for t in agents):
                return i
    return None


def below(view: View, at: int) -> list[int]:
    return [t for p in patient_tokens(view, at) for t in subtree(view.sentence, p)]
