"""Halts of a site: what is stopped, closed, put on hold or given up, and what only may be."""

from __future__ import annotations

from lodeline.claims.cues import Hit
from lodeline.claims.parties import is_passive, patient_tokens, subject, subject_tokens, under
from lodeline.claims.rules.frame import governing_verb
from lodeline.claims.rules.sites import SCHEMES, WORKS, is_site, worked_on
from lodeline.claims.scene import Scene, View
from lodeline.claims.words import words
from lodeline.language.tree import children, governors, is_verb
from lodeline.vocabulary.terms import terms_of


def works_stage(view: View, hit: Hit) -> str | None:
    """ "halted construction", "the construction start": works that stop or start tell the stage; None without works."""
    if hit.cue.group not in (*HALTS, "launch"):
        return None
    acted = {*worked_on(view, hit.at), *subject_tokens(view, hit.at), *put_away(view, hit)}
    works = [h for h in view.cues("build", "explore") if h.at in acted and not is_verb(view.tokens[h.at])]
    return next(("construction" if h.cue.group == "build" else "exploration" for h in works), None)


HALTS = ("stop", "cancel", "suspend")


def idle(hit: Hit) -> bool:
    """«не работает»: a halt told by a negation of its own."""
    return hit.cue.group == "stop" and hit.cue.text.startswith(("не ", "not "))


def gives_up(scene: Scene, view: View, hit: Hit) -> bool:
    """ "shelved the project", "plans for a smelter were scrapped": the site itself, or plans of one, and no paper."""
    away = put_away(view, hit)
    told = is_verb(view.tokens[hit.at]) or bool(away)
    if not told or is_feared_stop(view, hit) or view.has("instrument", "licence"):
        return False
    objects = [*patient_tokens(view, hit.at), *away]
    if view.tokens[hit.at].lemma in DROPPING and any(is_site(scene, view, t) for t in objects):
        return True
    acted = [t for t in objects if view.tokens[t].lemma in GIVEN_UP]
    of = [i for t in acted for i in under(view, t, ("for", "of", "on"), ("Gen",))] + under(view, hit.at, ("от", "from"))
    known = scene.topic.asset is not None or scene.topic.organisation is not None
    schemes = any(view.tokens[t].lemma in SCHEMES for t in acted)
    return any(is_site(scene, view, t) for t in of) or (schemes and known)


def put_away(view: View, hit: Hit) -> list[int]:
    """What is on hold or put on ice; nothing for other words."""
    if hit.last - hit.first < 2 or is_verb(view.tokens[hit.at]):
        return []
    verb = governing_verb(view, hit.at)
    acted = patient_tokens(view, verb) if verb is not None else []
    return acted or subject_tokens(view, hit.at if verb is None else verb)


GIVEN_UP, DROPPING = words("given_up"), words("dropping")


def is_feared_stop(view: View, hit: Hit) -> bool:
    """ "could be closed", «могут закрыть», "has not been idle": a halt that may come or has not."""
    verb = governing_verb(view, hit.at)
    if verb is None:
        return False
    over = [verb, *governors(view.sentence, verb), *children(view.sentence, verb, "aux")]
    if any(view.tokens[i].lemma in MAYBE for i in over):
        return True
    outside = [h for h in view.cues("negation") if not hit.first <= h.at < hit.last]
    return any(0 < hit.at - h.first <= 3 for h in outside if view.clauses[h.at] == view.clauses[hit.at])


MAYBE = words("maybe")


def is_final(view: View, hit: Hit) -> bool:
    """Closed for good, or a project (and not a mine) that is closed."""
    acted = [*worked_on(view, hit.at), *subject_tokens(view, hit.at)]
    closed = view.tokens[hit.at].lemma in CLOSING and any(view.tokens[t].lemma in PLANS_CLOSED for t in acted)
    return closed or any(t.lemma in FOR_GOOD for t in view.tokens)


CLOSING = words("closing")
PLANS_CLOSED = words("plans_closed")
FOR_GOOD = words("for_good")


def halted(view: View, at: int) -> bool:
    """A stop word of the same sentence; «стоит» stops a mine only where no price is told."""
    hits = view.near(at, "stop", reach=10)
    return any(h.cue.value != "or cost" or not any(v.kind == "money" for _, v in view.values) for h in hits)


def closes_nothing(scene: Scene, view: View, hit: Hit) -> bool:
    """An active stop verb whose subject is no party: "avalanches close the pass" is a barrier, not a halt."""
    active = is_verb(view.tokens[hit.at]) and not is_passive(view, hit.at)
    tokens = subject_tokens(view, hit.at) if active else []
    sorts = terms_of("asset_head", scene.analysis.language)
    closed = set(worked_on(view, hit.at))
    sites = [m for _, m in view.mentions if m.kind == "asset" and sorts.get(m.post or "") != "transport"]
    if any(closed & {m.top, m.head} for m in sites) or any(m.top in owners_of(view, hit.at) for _, m in view.mentions):
        return False
    sites_stop = hit.cue.value != "or cost" or any(v.kind == "date" for _, v in view.values)
    works = any(view.tokens[t].lemma in WORKS or (sites_stop and is_site(scene, view, t)) for t in tokens)
    return bool(tokens) and not works and not subject(scene, view, hit.at)


def owners_of(view: View, at: int) -> list[int]:
    """Whose site a fire or a flood has stopped: "halted Acme's smelter"."""
    return [c for o in patient_tokens(view, at) for c in children(view.sentence, o, "nmod:poss")]
