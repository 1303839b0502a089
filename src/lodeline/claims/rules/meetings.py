"""Summits, visits, talks and calls."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from lodeline.claims.cues import Hit
from lodeline.claims.draft import Draft, PartyRef
from lodeline.claims.parties import (
    adjective_states,
    all_parties,
    covering,
    parties_at,
    parties_under,
    patient,
    patient_tokens,
    subject,
    subject_tokens,
    under,
)
from lodeline.claims.phase import conditional, phase_of, status_of
from lodeline.claims.rules.frame import BETWEEN, WITH, governing_verb, is_named, open_draft, phrase
from lodeline.claims.rules.states import SPOKESMEN, both_sides, spoken_for
from lodeline.claims.scene import Scene, View
from lodeline.claims.slots import (
    fill_date,
    fill_places,
)
from lodeline.claims.words import words
from lodeline.language.tree import children, governors, is_verb, preposition, subtree


def meetings(scene: Scene, view: View) -> Iterator[Draft]:
    """A summit, visit, talks, a call: one for each clause with a meeting word and a participant."""
    for hit in meeting_hits(view):
        if conditional(view, hit.at):
            continue
        people = participants(scene, view, hit)
        if not (len(people) > 1 or has_date_or_place(view, hit, people)) or (not people and not is_held(view, hit)):
            continue
        draft = open_draft("meeting", "people or states meet", view, hit.at)
        draft.status = meeting_status(scene, view, hit)
        if draft.status is None or is_dealing(view, hit, people, draft.status):
            continue
        for ref in people:
            draft.add_party(ref, "host" if is_host(view, hit, ref) else "participant")
        fill_date(scene, view, draft, hit.at)
        fill_places(scene, view, draft, topic=False)
        homes = {m.country for i, m in view.mentions if m.country and preposition(view.sentence, m.top) in ORIGINS}
        anchor = scene.analysis.anchor
        if draft.date and anchor and draft.date > anchor and draft.status in ("completed", "under_way"):
            draft.status = "proposed"
        draft.places = [place for place in draft.places if place not in homes]
        draft.places += [ref.country for ref, role, _ in draft.parties if role == "host" and ref.country]
        fill_destination(view, draft, hit)
        draft.subject = topic_told(view, hit)
        yield draft


def is_dealing(view: View, hit: Hit, people: list[PartyRef], status: str) -> bool:
    """Talks about goods, works or money between companies, or still going on: the deal itself, not yet struck."""
    dealt = view.near(hit.at, *DEALS)
    houses = all(ref.kind in ("organisation", "institution") for ref in people)
    return view.tokens[hit.at].lemma in NEGOTIATING and bool(dealt) and (houses or status == "under_way")


DEALS = ("supply", "buy", "sell", "loan", "invest", "build", "produce", "stake", "jv")
NEGOTIATING = words("negotiating")
ORIGINS = ("from", "из")
INVITING = words("inviting")
HELD = words("held")
SUMMITS = words("summits")


def meeting_status(scene: Scene, view: View, hit: Hit) -> str | None:
    if is_invited(view, hit):
        return "proposed"
    return status_of("meeting", phase_of(scene, view, hit.at, skip=("done", "sign", "talk")))


def is_invited(view: View, hit: Hit) -> bool:
    """ "invited X to attend": the meeting is still to come."""
    return any(view.tokens[g].lemma in INVITING for g in governors(view.sentence, hit.at))


def is_held(view: View, hit: Hit) -> bool:
    """«Следующий саммит пройдёт в Лиме в мае»: when and where are told, and not who comes."""
    token = view.tokens[hit.at]
    verb = view.tokens[token.head] if token.head >= 0 else None
    subject_of = verb is not None and token.relation.startswith("nsubj") and verb.lemma in HELD
    dated = any(v.kind == "date" for _, v in view.values)
    placed = any(m.kind in ("place", "country") and is_place_of(view, m.top) for _, m in view.mentions)
    return subject_of and token.lemma in SUMMITS and dated and placed


def is_place_of(view: View, at: int) -> bool:
    return preposition(view.sentence, at) in LOCATIVE


def is_host(view: View, hit: Hit, ref: PartyRef) -> bool:
    """Who receives the guests: the subject of «примет саммит», "hosts talks"."""
    if is_invited(view, hit):
        inviting = next(g for g in governors(view.sentence, hit.at) if view.tokens[g].lemma in INVITING)
        return ref.stop <= view.tokens[inviting].start
    verb = governing_verb(view, hit.at)
    return verb is not None and view.tokens[verb].lemma in RECEIVING and ref.stop <= view.tokens[verb].start


RECEIVING = ("принять", "принимать", "host", "receive")


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
    joined = token.text[:1].isupper() and hit.at > 0 and view.has("join")
    return not (token.lemma in ("talk", "talks") and token.text.casefold() == "talk") and not joined


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


def topic_told(view: View, hit: Hit) -> str | None:
    """What the meeting is about or called: the noun's own words; of a verb what is discussed or told under «о»."""
    verb = governing_verb(view, hit.at)
    if not is_verb(view.tokens[hit.at]) and view.tokens[hit.first].pos != "ADP":
        return phrase(view, hit.at)
    at = hit.at if verb is None else verb
    about = [*children(view.sentence, at, "obj"), *under(view, at, TOPICAL)]
    named = {m.top for _, m in view.mentions if m.kind in (*SPOKESMEN, "person", "country", "institution")}
    told = [t for t in about if t not in named and t != hit.at and view.tokens[t].pos == "NOUN"]
    return phrase(view, told[0]) if told else None


TOPICAL = words("topical")


def fill_destination(view: View, draft: Draft, hit: Hit) -> None:
    """«посетил Перу», «визит в Лиму», "visited Peru": the state that is visited is the place."""
    verb = governing_verb(view, hit.at)
    heads = [hit.at] if verb is None or not any(h.at == verb for h in view.cues("meet")) else [hit.at, verb]
    tokens = [t for at in heads for t in [*patient_tokens(view, at), *under(view, at, ("в", "to", "in"))]]
    for token in tokens:
        for _, mention in covering(view, token):
            if mention.kind in ("country", "place") and mention.country and not mention.adjective:
                draft.places.append(mention.country)
                draft.holds("places", mention.start, mention.stop)
                draft.drop_parties(partial(is_named_at, mention.start))


def is_named_at(start: int, ref: PartyRef) -> bool:
    return ref.start == start


def participants(scene: Scene, view: View, hit: Hit) -> list[PartyRef]:
    """With whom and between whom; the subject of the verb; the genitive («встреча министров»)."""
    verb = governing_verb(view, hit.at)
    found: list[PartyRef] = []
    for noun in meeting_nouns(view, hit):
        found += parties_under(scene, view, noun, (*WITH, *BETWEEN, "of", "'s"), ("Gen", "Ins"))
        for body in [c for c in children(view.sentence, noun, "nmod") if view.tokens[c].lemma in JOINT_BODIES]:
            found += parties_under(scene, view, body, ("of", *BETWEEN), ("Gen",))
    attending = [h for t in (hit.at, verb) if t is not None for h in children(view.sentence, t, "nmod", "obl")]
    for inner in [c for c in attending if view.tokens[c].lemma in PARTICIPATION]:
        found += parties_under(scene, view, inner, ("of", "by"), ("Gen",))
    own = verb is not None and view.clauses[verb] == view.clauses[hit.at]
    if verb is not None and own and not is_topic(view, hit) and not is_occasion(view, hit):
        found += acting_together(scene, view, verb) + guests(scene, view, hit, verb)
    kept = [r for r in found if r.kind in ("person", "country", "group", "institution", "post", "organisation")]
    unique: dict[str, PartyRef] = {}
    kept = [r for r in kept if not is_own_name(view, hit, r) and not is_place(view, r) and not is_inner(r)]
    for ref in [s for r in kept for s in spoken_for(scene, view, r)]:
        unique.setdefault(ref.name, ref)
    return list(unique.values())


def is_inner(ref: PartyRef) -> bool:
    """ "Shareholders meet in May", «комитет соберётся»: a body that sits meets nobody."""
    return ref.name[-1:].islower() and any(word in INNER_BODIES for word in ref.name.casefold().split())


INNER_BODIES = frozenset(words("inner_bodies"))
JOINT_BODIES = words("joint_bodies")
DELEGATIONS = words("delegations")
COUNTERPARTS = words("counterparts")


def guests(scene: Scene, view: View, hit: Hit, verb: int) -> list[PartyRef]:
    """With whom the subject meets: «с N», the person received, "called on N", "his Chilean counterpart"."""
    with_whom = (*WITH, *BETWEEN, *(("on",) if hit.cue.text.endswith(" on") else ()))
    found = parties_under(scene, view, verb, with_whom)
    posts = {i for _, m in view.mentions if m.kind == "post" for i in (m.top, m.head)}
    for at in patient_tokens(view, verb):
        found += [r for r in parties_at(scene, view, at) if r.kind in ("person", "post") or at in posts]
    for g in governors(view.sentence, verb):
        found += patient(scene, view, g) if view.tokens[g].lemma in INVITING else []
    for at in [*under(view, verb, with_whom), *patient_tokens(view, verb)]:
        if view.tokens[at].lemma in COUNTERPARTS:
            found += adjective_states(scene, view, at)
        if view.tokens[at].lemma in DELEGATIONS:
            found += members(scene, view, at, len(view.tokens))
    return found


def members(scene: Scene, view: View, at: int, stop: int) -> list[PartyRef]:
    """Who stands behind a delegation or a joint group: those named in its phrase, its leader before its sender."""
    inside = [i for i in subtree(view.sentence, at) if i < stop or stop < at]
    stretch = (view.tokens[at].start, view.tokens[inside[-1]].stop)
    named = list(all_parties(scene, view, stretch))
    people = [r for r in named if r.kind == "person"]
    return people or [r for r in named if r.kind in ("organisation", "institution", "country", "group")]


def is_place(view: View, ref: PartyRef) -> bool:
    """«в Вашингтоне»: where they meet, whatever the parser hung it on."""
    return ref.kind == "country" and preposition(view.sentence, view.token_of(ref.start)) in LOCATIVE


LOCATIVE = words("locative")


def meeting_nouns(view: View, hit: Hit) -> list[int]:
    """The word with the meeting nouns under it: «раунд переговоров», "round of talks"."""
    meets = {h.at for h in view.cues("meet")}
    return [hit.at, *(c for c in children(view.sentence, hit.at, "nmod", "obj") if c in meets)]


def is_own_name(view: View, hit: Hit, ref: PartyRef) -> bool:
    """«форум «Металлы Евразии»»: what the meeting is called takes no part in it."""
    names = {c for n in meeting_nouns(view, hit) for c in children(view.sentence, n, "appos", "flat")}
    return ref.kind == "organisation" and view.token_of(ref.start) in {
        i for n in names for i in subtree(view.sentence, n)
    }


def is_topic(view: View, hit: Hit) -> bool:
    """«фокусировка саммита», "the outcome of the talks": the meeting is only what another noun is about."""
    token = view.tokens[hit.at]
    head = view.tokens[token.head] if token.head >= 0 else None
    return token.relation == "nmod" and head is not None and head.pos == "NOUN" and head.lemma not in PARTICIPATION


def acting_together(scene: Scene, view: View, verb: int) -> list[PartyRef]:
    """The subject; of a plural verb with one subject also the people listed with it («A, президент Б В провели»)."""
    found = subject(scene, view, verb)
    for at in subject_tokens(view, verb):
        found = both_sides(scene, view, at) or found
        if view.tokens[at].lemma in (*DELEGATIONS, *JOINT_BODIES):
            senders = members(scene, view, at, verb)
            found = senders + [r for r in found if r.kind not in ("group", "organisation")] if senders else found
    if view.tokens[verb].number == "Plur" and len(found) == 1:
        stretch = (found[0].start, view.tokens[verb].start)
        found += [r for r in all_parties(scene, view, stretch) if r.kind == "person" and r.name != found[0].name]
    return found


PARTICIPATION = words("participation")


def has_date_or_place(view: View, hit: Hit, people: list[PartyRef]) -> bool:
    """A single participant is enough where the clause tells when or where."""
    clause = view.clauses[hit.at]
    dated = any(v.kind == "date" and view.clauses[view.token_of(v.start)] == clause for _, v in view.values)
    named = {p.start for p in people}
    placed = any(
        m.kind in ("place", "country") and m.start not in named and view.clauses[view.token_of(m.start)] == clause
        for _, m in view.mentions
    )
    return dated or placed
