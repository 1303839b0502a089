"""Which words of a sentence tell of a meeting: nouns, verbs of visiting and receiving, journeys of those in office."""

from __future__ import annotations

from lodeline.claims.cues import Hit
from lodeline.claims.parties import covering, patient_tokens, subject_tokens, under
from lodeline.claims.rules.frame import is_named
from lodeline.claims.rules.sites import site_words
from lodeline.claims.scene import View
from lodeline.claims.words import words
from lodeline.language.tree import children, governors, is_verb, preposition, subtree

NEGOTIATING = words("negotiating")
NO_MEETING_OF = words("no_meeting_of")
CALLS = ("call", "conference", "видеоконференция", "конференция", "звонок")
TRAVEL = words("travel")
ATTENDING = words("attending")
HOLDING = ("провести",)
DELEGATIONS = words("delegations")
GOALS = ("country", "place", "asset", "organisation")
SITES = site_words("ru") | site_words("en")


def meeting_hits(view: View) -> list[Hit]:
    """One meeting word for each clause: a verb of visiting, else the first noun that names a meeting."""
    best: dict[int, Hit] = {}
    for hit in [h for h in view.cues("meet") if not is_named(view, h) and is_meeting(view, h)]:
        clause = view.clauses[hit.at]
        known = best.get(clause)
        if known is None or meeting_rank(view, hit) < meeting_rank(view, known):
            best[clause] = hit
    return list(best.values())


def is_meeting(view: View, hit: Hit) -> bool:
    """People are received, not measures; "talk of a strike" is no talks; who joins a Forum joins a body."""
    token = view.tokens[hit.at]
    if hit.cue.value == "receive":
        guests = patient_tokens(view, hit.at)
        named = any(m.kind in ("person", "post") and {m.top, m.head} & set(guests) for _, m in view.mentions)
        return named or any(view.tokens[t].lemma in DELEGATIONS for t in guests)
    if is_for_investors(view, hit.at):
        return False
    if is_verb(token) and (token.lemma in TRAVEL or token.lemma == "host"):
        return is_journey(view, hit)
    if hit.cue.text in ATTENDING or hit.cue.text in HOLDING:
        around = {*subtree(view.sentence, hit.at), *governors(view.sentence, hit.at)}
        others = [h for h in view.cues("meet") if h != hit and view.tokens[h.at].pos == "NOUN"]
        return any(h.at in around and not is_for_investors(view, h.at) for h in others)
    joined = token.text[:1].isupper() and hit.at > 0 and view.has("join")
    return not (token.lemma in ("talk", "talks") and token.text.casefold() == "talk") and not joined


def is_for_investors(view: View, at: int) -> bool:
    """ "an earnings call", «конференц-звонок»: a firm talks to its own."""
    head = view.tokens[at].head if view.tokens[at].relation == "compound" else at
    if view.tokens[head].lemma not in CALLS:
        return view.tokens[head].lemma.startswith("конференц-")
    return any(view.tokens[c].lemma.startswith(NO_MEETING_OF) for c in subtree(view.sentence, head) if c != head)


def is_journey(view: View, hit: Hit) -> bool:
    """Somebody in office travels to a place, or hosts people or a meeting; cargoes and plants do neither."""
    token = view.tokens[hit.at]
    if token.lemma == "host":
        guests = [i for p in patient_tokens(view, hit.at) for i in subtree(view.sentence, p)]
        met = {h.at for h in view.cues("meet") if h != hit and not is_for_investors(view, h.at)}
        named = {m.top for _, m in view.mentions if m.kind in ("person", "post")}
        return any(i in met or i in named or view.tokens[i].lemma in DELEGATIONS for i in guests)
    tops = {t for s in subject_tokens(view, hit.at) for t in (s, *children(view.sentence, s, "appos", "flat"))}
    people = {i for _, m in view.mentions if m.kind in ("person", "post") for i in (m.top, m.head)}
    travels = bool(tops & people) or any(view.tokens[t].lemma in DELEGATIONS for t in tops)
    target = under(view, hit.at, ("в", "to", "in", "at", "на")) + patient_tokens(view, hit.at)
    reached = any(m.kind in GOALS for t in target for _, m in covering(view, t))
    return travels and (reached or token.lemma == "tour" or any(view.tokens[t].lemma in SITES for t in target))


def meeting_rank(view: View, hit: Hit) -> int:
    """Visiting verbs, then nouns, then light verbs («провели», "held"), then what is only the occasion of the news."""
    if hit.cue.text in VISITS and is_verb(view.tokens[hit.at]):
        return 0
    return 3 if is_occasion(view, hit) else 2 if is_verb(view.tokens[hit.at]) else 1


def is_occasion(view: View, hit: Hit) -> bool:
    """«на полях форума», «после саммита», "during the visit": when or where something else happened."""
    over = [hit.at, view.tokens[hit.at].head] if view.tokens[hit.at].relation.startswith("nmod") else [hit.at]
    marks = {preposition(view.sentence, i) for i in over if i >= 0} | {view.tokens[i].lemma for i in over if i >= 0}
    before = {t.lemma for t in view.tokens[max(0, hit.first - 3) : hit.first]}
    return not is_verb(view.tokens[hit.at]) and bool((marks | before) & set(OCCASIONS))


OCCASIONS = words("occasions_of")
VISITS = words("visits")


def is_purpose(view: View, hit: Hit) -> bool:
    """ "met in Jakarta to discuss nickel": what they meet for is no second meeting."""
    over = {h.at for h in view.cues("meet") if h.at != hit.at}
    aim = view.tokens[hit.at].relation in ("advcl", "xcomp", "acl")
    return aim and view.tokens[hit.at].lemma in NEGOTIATING and bool(over & set(governors(view.sentence, hit.at)))
