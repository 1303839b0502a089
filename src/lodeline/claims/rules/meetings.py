"""Summits, visits, talks and calls."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from lodeline.claims.cues import Hit
from lodeline.claims.draft import Draft, PartyRef
from lodeline.claims.parties import covering, is_passive, patient_tokens, under
from lodeline.claims.phase import conditional, phase_of, status_of
from lodeline.claims.rules.attendance import INVITING, PARTICIPATION, TRIPS, in_full, participants
from lodeline.claims.rules.encounters import DELEGATIONS, NEGOTIATING, is_occasion, is_purpose, meeting_hits
from lodeline.claims.rules.frame import governing_verb, open_draft, phrase
from lodeline.claims.rules.states import SPOKESMEN, states_of
from lodeline.claims.scene import Scene, View
from lodeline.claims.slots import fill_date, fill_places
from lodeline.claims.words import words
from lodeline.language.tree import children, governors, is_verb, preposition

LOCATIVE = words("locative")


def meetings(scene: Scene, view: View) -> Iterator[Draft]:
    """A summit, visit, talks, a call: one for each clause with a meeting word and a participant."""
    for hit in meeting_hits(view):
        if conditional(view, hit.at) or is_purpose(view, hit):
            continue
        people = participants(scene, view, hit)
        held = is_held(view, hit)
        if not held and not (people and (len(people) > 1 or has_date_or_place(view, hit, people))):
            continue
        draft = open_draft("meeting", "people or states meet", view, hit.at)
        draft.status = meeting_status(scene, view, hit)
        if draft.status is None or is_dealing(view, hit, people, draft.status):
            continue
        for ref in people:
            draft.add_party(in_full(scene, view, ref), "host" if is_host(view, hit, ref) else "participant")
        fill_date(scene, view, draft, hit.at)
        fill_places(scene, view, draft, topic=False)
        homes = {m.country for i, m in view.mentions if m.country and preposition(view.sentence, m.top) in ORIGINS}
        anchor = scene.analysis.anchor
        if draft.date and anchor and draft.date > anchor and draft.status in ("completed", "under_way"):
            draft.status = "proposed"
        if draft.status in ("proposed", "suspended"):
            draft.date = to_come(scene, view, draft.date)
        draft.places = [place for place in draft.places if place not in homes]
        draft.places += [ref.country for ref, role, _ in draft.parties if role == "host" and ref.country]
        fill_destination(scene, view, draft, hit)
        draft.subject = topic_told(view, hit)
        yield draft


def to_come(scene: Scene, view: View, date: str | None) -> str | None:
    """A month or season whose year was inferred lies ahead where the meeting does."""
    anchor = scene.analysis.anchor
    told = [v.date for _, v in view.values if v.date and v.date.iso and v.date.iso[4:] == (date or "")[4:]]
    if not date or not anchor or not told or not all(d.inferred for d in told):
        return date
    late = date < anchor[: len(date)] and date[:MONTH] != anchor[:MONTH]
    return f"{int(date[:4]) + 1}{date[4:]}" if late else date


MONTH = len("2031-05")


def is_dealing(view: View, hit: Hit, people: list[PartyRef], status: str) -> bool:
    """Talks about goods, works or money between companies, or still going on: the deal itself, not yet struck.

    Companies that talk, without a day and a place, talk about a deal; so does whoever is discussing things.
    """
    if view.tokens[hit.at].lemma not in NEGOTIATING:
        return False
    dealt = view.has(*DEALS)
    placed = any(m.kind in ("place", "country") and is_place_of(view, m.top) for _, m in view.mentions)
    dated = any(v.date and len(v.date.iso or "") >= MONTH for _, v in view.values)
    houses = bool(people) and all(ref.kind in ("organisation", "institution") for ref in people)
    if dealt and len(people) == 1 and people[0].kind != "person":
        return True
    if houses and not (placed and dated):
        return True
    return status == "under_way" and (dealt or not (placed or dated))


DEALS = ("supply", "buy", "sell", "loan", "invest", "build", "produce", "stake", "jv")
ORIGINS = ("from", "из")
HELD = words("held")
SUMMITS = words("summits")


def meeting_status(scene: Scene, view: View, hit: Hit) -> str | None:
    if is_invited(view, hit):
        return "proposed"
    if follows(view, hit):
        return "completed"
    return status_of("meeting", phase_of(scene, view, hit.at, skip=("done", "sign", "talk")))


def follows(view: View, hit: Hit) -> bool:
    """«после саммита», «вслед за встречей», "following the talks": held before what the sentence tells."""
    return is_occasion(view, hit) and any(t.lemma in AFTER for t in view.tokens[max(0, hit.first - 3) : hit.first])


AFTER = words("after_the_meeting")


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
    if verb is None or view.tokens[verb].lemma not in RECEIVING or takes_part(view, verb):
        return False
    before = ref.stop <= view.tokens[verb].start
    return not before if is_passive(view, verb) else before


def takes_part(view: View, verb: int) -> bool:
    """«принял участие»: a guest."""
    return any(view.tokens[c].lemma in PARTICIPATION for c in children(view.sentence, verb, "obj"))


RECEIVING = ("принять", "принимать", "host", "receive", "welcome")


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


def fill_destination(scene: Scene, view: View, draft: Draft, hit: Hit) -> None:
    """«посетил Перу», «визит в Лиму», "visited Peru": the state that is visited is the place, and receives."""
    verb = governing_verb(view, hit.at)
    heads = [hit.at]
    if verb is not None and (view.tokens[hit.at].lemma in TRIPS or any(h.at == verb for h in view.cues("meet"))):
        heads.append(verb)
    tokens = [t for at in heads for t in [*patient_tokens(view, at), *under(view, at, ("в", "to", "in"))]]
    for token in [t for t in tokens if view.tokens[t].lemma not in DELEGATIONS]:
        for index, mention in covering(view, token):
            if mention.kind in ("country", "place") and mention.country and not mention.adjective:
                draft.places.append(mention.country)
                draft.holds("places", mention.start, mention.stop)
                draft.drop_parties(partial(is_named_at, mention.start))
                if mention.kind == "country" and is_visit(view, hit) and not draft.names("host"):
                    draft.add_party(states_of(scene, index, mention)[0], "host")


def is_visit(view: View, hit: Hit) -> bool:
    return view.tokens[hit.at].lemma in (*TRIPS, *VISITING)


VISITING = words("visiting")


def is_named_at(start: int, ref: PartyRef) -> bool:
    return ref.start == start


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
