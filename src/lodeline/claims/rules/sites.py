"""A site and who builds or runs it: what a word of works is about, where it lies, whose it is."""

from __future__ import annotations

from functools import cache

from lodeline.claims.cues import Hit
from lodeline.claims.draft import Draft, PartyRef
from lodeline.claims.parties import (
    all_parties,
    is_passive,
    parties_under,
    patient_tokens,
    standing_for,
    subject,
    subject_tokens,
    under,
)
from lodeline.claims.rules.frame import governing_verb, topic_firm
from lodeline.claims.rules.lenders import BODIES, is_lender
from lodeline.claims.scene import Scene, View
from lodeline.claims.slots import (
    LOCATIVE,
    fill_assets,
    fill_date,
    fill_places,
)
from lodeline.claims.words import words
from lodeline.language.tree import children, is_verb, preposition
from lodeline.vocabulary.terms import terms_of


@cache
def site_words(language: str) -> frozenset[str]:
    """Nouns for a site; a permit or a discovery names one, and is none."""
    return frozenset(terms_of("asset_head", language)) - frozenset(words("no_sites"))


def about_site(scene: Scene, view: View, hit: Hit) -> bool:
    """The word is about a site: a named one within a few words, a site word as its object, or works by a company."""
    if hit.cue.value == "works" or (hit.cue.value == "strong" and subject(scene, view, hit.at)):
        return True
    inside = range(hit.first, hit.last if not is_verb(view.tokens[hit.at]) else hit.first)
    acted = [t for t in worked_on(view, hit.at) if t not in inside]
    acted = [*acted, *(subject_tokens(view, hit.at) if is_intransitive(view, hit.at) else [])]
    acted = [t for part in acted for t in whole_of_part(view, part)]
    if any(is_site(scene, view, t) or stands_for_site(scene, view, t) for t in acted):
        return True
    named = [m for _, m in view.mentions if m.kind == "asset"]
    near = any(view.distance(hit.at, m.start, m.stop) <= NEAR_SITE for m in named)
    works = any(is_works(view, t) for t in acted)
    known = named or scene.topic.asset or scene.topic.organisation is not None
    if works and (known or any(is_site(scene, view, t) for t in subject_tokens(view, hit.at))):
        return True
    if hit.cue.group == "explore" and any(is_metres(view, t) for t in acted):
        return True
    strict = hit.cue.group in ("finish", "launch") or view.tokens[hit.at].lemma in RISING
    if strict and acted and not works:
        return part_done(view, hit) and all(is_counted(view, t) for t in acted)
    if near or part_done(view, hit):
        return True
    process = not is_verb(view.tokens[hit.at]) and not acted and is_told_on(view, hit)
    verb = governing_verb(view, hit.at)
    by_firm = hit.cue.group == "build" and verb is not None and bool(subject(scene, view, verb))
    if process and (named or scene.topic.asset or by_firm):
        return True
    sites = site_words(scene.analysis.language)
    subjects = subject_tokens(view, verb) if verb is not None else []
    told = any(view.tokens[t].lemma in sites for t in subjects) or (not subjects and bool(scene.topic.asset))
    return told and verb is not None and hit.cue.value == "strong"


PARTS = words("site_parts")
PHASES = words("site_phases")
RISING = ("вырасти", "rise", "go")
"""Plants rise, and so do reserves."""
NEAR_SITE = 6
"""Words between a word of works and a named site."""


def is_site(scene: Scene, view: View, at: int) -> bool:
    """A word for a site or the head of a named one; «проект закона» is no site."""
    if any(at in (m.top, m.head) for _, m in view.mentions if m.kind == "asset"):
        return True
    sites = site_words(scene.analysis.language)
    if view.tokens[at].lemma not in sites:
        return view.tokens[at].lemma in PHASES
    if view.tokens[at].lemma not in SCHEMES:
        return True
    of = under(view, at, ("of",), ("Gen",))
    return all(view.tokens[t].lemma in (*sites, *WORKS) or view.tokens[t].pos == "PROPN" for t in of)


SCHEMES = words("schemes")


def stands_for_site(scene: Scene, view: View, at: int) -> bool:
    """A pronoun that no party is meant by, where the text is about a site: «построить его обещают к 2028 году»."""
    token = view.tokens[at]
    meant = any(m.start <= token.start < m.stop for _, m in view.mentions)
    return token.pos == "PRON" and token.lemma in THIRD and not meant and bool(scene.topic.asset)


THIRD = ("он", "она", "оно", "они", "it", "they")


def whole_of_part(view: View, at: int) -> list[int]:
    """«вторая очередь завода», "the first phase of the mine": the site; a part told alone stands for it."""
    return (under(view, at, ("of",), ("Gen",)) if view.tokens[at].lemma in PARTS else []) or [at]


def is_works(view: View, at: int) -> bool:
    """An activity at a site: mining, construction, drilling."""
    token = view.tokens[at]
    return token.lemma in WORKS or (
        not is_verb(token) and any(h.at == at for h in view.cues("build", "explore", "launch"))
    )


WORKS = words("works")
"""Activities that stand for their site as the subject of a stop or start."""


def is_told_on(view: View, hit: Hit) -> bool:
    """A noun of works with a predicate that tells how far it is: "Construction is on hold", «Бурение продолжается»."""
    verb = governing_verb(view, hit.at)
    if verb is None or verb == hit.at:
        return view.tokens[hit.at].relation == "root"
    staged = any(h.at == verb for h in view.cues(*STEPS))
    begun = any(view.tokens[c].lemma in BEGIN for c in children(view.sentence, hit.at, "acl"))
    told = view.tokens[verb].lemma in (*BEGIN, *STANDING, *TIMED, *CONDUCTING)
    return staged or begun or told or not is_verb(view.tokens[verb])


BEGIN = words("begin")
STANDING = words("standing")
TIMED, CONDUCTING = words("timed"), words("conducting")
STEPS = ("launch", "finish", "stop", "suspend", "cancel", "plan", "done", "approve")


def is_intransitive(view: View, at: int) -> bool:
    """ "the mine opened", «рудник заработал»: a verb whose subject is what it happens to."""
    return is_verb(view.tokens[at]) and not is_passive(view, at) and not patient_tokens(view, at)


def worked_on(view: View, at: int) -> list[int]:
    """What a word of works acts on; of "two of its furnaces", "two-thirds of a plant" the site itself."""
    objects = [*patient_tokens(view, at), *under(view, at, ("of",), ("Gen",))]
    counted = [o for o in objects if is_counted(view, o)]
    inner = [t for o in counted for t in under(view, o, ("of",))]
    begun = [at, *(o for o in objects if view.tokens[o].lemma in (*WORKS, *GROUND))]
    on = [t for o in begun for t in under(view, o, ON_SITE)] if len(begun) > 1 else []
    return [*objects, *inner, *on] or named_as(view, at) or set_apart(view, at)


def set_apart(view: View, at: int) -> list[int]:
    """An object that the parser hung on the verb as an aside: «Первую очередь (25 тыс. т) компания запустила»."""
    asides = children(view.sentence, at, "parataxis", "dislocated") if is_verb(view.tokens[at]) else []
    return [c for c in asides if view.tokens[c].pos == "NOUN" and view.tokens[c].case == "Acc"]


PERCENT = ("процент", "percent", "%")


def is_metres(view: View, at: int) -> bool:
    """What is drilled, by its length."""
    metres = [v for _, v in view.values if v.quantity is not None and v.quantity.unit in ("m", "km")]
    return any(v.start <= view.tokens[at].start < v.stop for v in metres)


def is_counted(view: View, at: int) -> bool:
    """A number, a percent, a phase, a line, two-thirds."""
    token = view.tokens[at]
    return token.pos in ("NUM", "SYM") or token.lemma in (*PARTS, *PERCENT) or token.lemma.endswith(FRACTIONS)


FRACTIONS = ("third", "thirds", "half", "quarter", "quarters", "most", "rest")
ON_SITE = ("on", "at", "на")
GROUND = ("ground", "stone", "камень")
"""Broke ground on, began work on, laid the stone of."""


def named_as(view: View, at: int) -> list[int]:
    """ "the mine expansion", "a smelter restart": the site right before the noun."""
    return [] if is_verb(view.tokens[at]) else children(view.sentence, at, "compound")


def is_placed(scene: Scene, view: View, hit: Hit) -> bool:
    """A named site, or a kind of site in a named place: «близ Навои началось строительство завода»."""
    if any(m.kind == "asset" for _, m in view.mentions):
        return True
    sites = site_words(scene.analysis.language)
    verb = governing_verb(view, hit.at)
    near = [*patient_tokens(view, hit.at), *under(view, hit.at, ("of",), ("Gen",)), *subject_tokens(view, hit.at)]
    near += subject_tokens(view, verb) if verb is not None else []
    near += [i for t in near for i in under(view, t, ("for", "of"), ("Gen",))]
    placed = any(m.kind in ("place", "country") and not m.adjective for _, m in view.mentions)
    return placed and any(view.tokens[i].lemma in sites for i in near)


def part_done(view: View, hit: Hit) -> bool:
    """ "60 per cent complete", "two-thirds built": finished in part."""
    parts = [v for _, v in view.values if v.kind == "percent"]
    beside = any(0 < hit.at - view.token_of(v.stop - 1) <= 2 for v in parts)
    near = beside or any(view.distance(hit.at, v.start, v.stop) <= 4 for v in parts)
    fraction = any(t.lemma.endswith(FRACTIONS) for t in view.tokens[max(0, hit.at - 2) : hit.at])
    acted = [*patient_tokens(view, hit.at), *subject_tokens(view, hit.at)]
    beside = beside or any(view.tokens[t].lemma in PERCENT for t in acted)
    built = hit.cue.group == "build" and is_verb(view.tokens[hit.at]) and (beside or fraction)
    return built or (hit.cue.group == "finish" and (near or fraction))


def developer(scene: Scene, view: View, draft: Draft, at: int) -> None:
    """Who builds or runs it: the acting party, else the owner of the text's topic."""
    verb = governing_verb(view, at)
    letting = permitted(view, at)
    refs = subject(scene, view, verb) if verb is not None and letting is None else []
    if letting is not None:
        refs = [r for t in patient_tokens(view, letting) for r in standing_for(scene, view, t)]
        refs = refs or parties_under(scene, view, letting, ("",), ("Dat",))
    halting = any(h.at == at for h in view.cues("stop", "suspend", "cancel"))
    refs = [r for r in refs if r.start != view.tokens[at].start and not (halting and is_ruler(r))]
    if verb is not None and any(r.name.casefold() in BODIES for r in refs):
        refs = [r for t in subject_tokens(view, verb) for r in parties_under(scene, view, t, ("of", "'s"), ("Gen",))]
        refs = [r for r in refs if not is_lender(scene, r)]
    refs = [r for r in refs if r.kind in ("organisation", "institution") or is_acting_state(view, verb, r)]
    if not refs:
        refs = [r for r in all_parties(scene, view) if r.kind == "organisation" and not is_of_analyst(view, r)]
        refs = [r for r in refs if not (halting and is_ruler(r))][:1]
    if scene.topic.organisation is not None:
        refs = [r for r in refs if any(c.isupper() for c in r.name)]
    for ref in refs:
        draft.add_party(ref, "developer")
    if not refs and scene.topic.organisation is not None:
        draft.add_party(topic_firm(scene), "developer")


def is_ruler(ref: PartyRef) -> bool:
    """A state, ministry or court, which halts the site of another."""
    return ref.kind in ("country", "institution") or ref.name.casefold() in RULERS


RULERS = frozenset((*words("rulers"), *words("courts")))


def permitted(view: View, at: int) -> int | None:
    """The verb that lets somebody do it: "has cleared Acme to build", «разрешило компании построить»."""
    token = view.tokens[at]
    over = view.tokens[token.head] if token.head >= 0 else None
    if over is None or token.form != "Inf" or not is_verb(over):
        return None
    return token.head if any(h.at == token.head for h in view.cues("approve")) or over.lemma in ALLOWING else None


ALLOWING = words("allowing")


def is_of_analyst(view: View, ref: PartyRef) -> bool:
    """«аналитик X»: the house of an observer builds nothing."""
    at = view.token_of(ref.start)
    return any(t.lemma in ANALYSTS for t in view.tokens[max(0, at - 2) : at])


ANALYSTS = frozenset(words("analysts"))


def is_acting_state(view: View, verb: int | None, ref: PartyRef) -> bool:
    """A state is the developer only as the subject itself, not as where the subject lies."""
    tokens = subject_tokens(view, verb) if verb is not None else []
    at = view.token_of(ref.start)
    located = preposition(view.sentence, at) in LOCATIVE
    return ref.kind == "country" and not located and (not tokens or at in tokens or ref.rule is not None)


def finish_project(scene: Scene, view: View, draft: Draft, at: int) -> None:
    """Where and when; what lies ahead is neither done nor halted yet, and what is postponed to a day still stands."""
    fill_assets(scene, view, draft)
    fill_places(scene, view, draft)
    fill_date(scene, view, draft, at)
    anchor = scene.analysis.anchor
    ahead = bool(draft.date and anchor and draft.date > anchor)
    made = draft.status == "under_way" and draft.stage == "production"
    if ahead and (made or draft.status in ("completed", "suspended")):
        draft.status = "proposed"


def is_history(scene: Scene, view: View, draft: Draft) -> bool:
    """What was built or dug a generation ago is background, and no news of a project."""
    anchor = scene.analysis.anchor
    decades = [v for _, v in view.values if v.date and v.date.iso is None]
    if any(scene.text[v.start : v.stop].lstrip("в ").startswith("19") for v in decades):
        return True
    return bool(draft.date and anchor) and int((draft.date or "0")[:4]) < int((anchor or "0")[:4]) - GENERATION


GENERATION = 25
"""Years."""
