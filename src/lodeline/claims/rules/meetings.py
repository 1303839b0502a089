"""Summits, visits, talks and calls."""

from __future__ import annotations

from collections.abc import Iterator

from lodeline.claims.cues import Hit
from lodeline.claims.draft import Draft, PartyRef
from lodeline.claims.parties import (
    all_parties,
    covering,
    parties_under,
    patient,
    patient_tokens,
    subject,
    under,
)
from lodeline.claims.phase import conditional, phase_of, status_of
from lodeline.claims.rules.frame import BETWEEN, WITH, governing_verb, is_named, open_draft, phrase
from lodeline.claims.scene import Scene, View
from lodeline.claims.slots import (
    fill_date,
    fill_places,
)
from lodeline.claims.words import words
from lodeline.language.tree import children, is_verb


def meetings(scene: Scene, view: View) -> Iterator[Draft]:
    """A summit, visit, talks, a call: one for each clause with a meeting word and a participant."""
    for hit in meeting_hits(view):
        if conditional(view, hit.at):
            continue
        people = participants(scene, view, hit)
        if not people or not (len(people) > 1 or has_date_or_place(view, hit, people)):
            continue
        draft = open_draft("meeting", "people or states meet", view, hit.at)
        draft.status = status_of("meeting", phase_of(scene, view, hit.at, skip=("done", "sign", "talk")))
        if draft.status is None:
            continue
        for ref in people:
            draft.add_party(ref, "host" if is_host(view, hit, ref) else "participant")
        fill_date(scene, view, draft, hit.at)
        fill_places(scene, view, draft, topic=False)
        draft.places += [ref.country for ref, role, _ in draft.parties if role == "host" and ref.country]
        fill_destination(view, draft, hit)
        draft.subject = phrase(view, hit.at)
        yield draft


def is_host(view: View, hit: Hit, ref: PartyRef) -> bool:
    """Who receives the guests: the subject of «примет саммит», "hosts talks"."""
    verb = governing_verb(view, hit.at)
    return (
        verb is not None
        and view.tokens[verb].lemma in ("принять", "принимать", "host")
        and ref.stop <= view.tokens[verb].start
    )


def meeting_hits(view: View) -> list[Hit]:
    """One meeting word for each clause: a verb of visiting, else the first noun that names a meeting."""
    best: dict[int, Hit] = {}
    for hit in [h for h in view.cues("meet") if not is_named(view, h)]:
        clause = view.clauses[hit.at]
        known = best.get(clause)
        if known is None or meeting_rank(view, hit) < meeting_rank(view, known):
            best[clause] = hit
    return list(best.values())


def meeting_rank(view: View, hit: Hit) -> int:
    """Visiting verbs, then nouns, then light verbs («провели», "held")."""
    return 0 if hit.cue.text in VISITS else 2 if is_verb(view.tokens[hit.at]) else 1


VISITS = words("visits")


def fill_destination(view: View, draft: Draft, hit: Hit) -> None:
    """«посетил Перу», «визит в Лиму», "visited Peru": the state that is visited is the place."""
    for token in [*patient_tokens(view, hit.at), *under(view, hit.at, ("в", "to", "in"))]:
        for _, mention in covering(view, token):
            if mention.kind in ("country", "place") and mention.country and not mention.adjective:
                draft.places.append(mention.country)
                draft.holds("places", mention.start, mention.stop)
                draft.parties = [p for p in draft.parties if p[0].country != mention.country or p[0].kind == "person"]


def participants(scene: Scene, view: View, hit: Hit) -> list[PartyRef]:
    """With whom and between whom; the subject of the verb; the genitive («встреча министров»)."""
    verb = governing_verb(view, hit.at)
    found = parties_under(scene, view, hit.at, (*WITH, *BETWEEN, "of", "'s"), ("Gen", "Ins"))
    for inner in [c for c in children(view.sentence, hit.at, "nmod") if view.tokens[c].lemma in PARTICIPATION]:
        found += parties_under(scene, view, inner, ("of",), ("Gen",))
    if verb is not None and view.clauses[verb] == view.clauses[hit.at] and not is_topic(view, hit):
        found += acting_together(scene, view, verb) + parties_under(scene, view, verb, (*WITH, *BETWEEN))
        found += [r for r in patient(scene, view, verb) if r.kind == "person"]
    kept = [r for r in found if r.kind in ("person", "country", "group", "institution", "post", "organisation")]
    unique: dict[str, PartyRef] = {}
    for ref in kept:
        unique.setdefault(ref.name, ref)
    return list(unique.values())


def is_topic(view: View, hit: Hit) -> bool:
    """«фокусировка саммита», "the outcome of the talks": the meeting is only what another noun is about."""
    token = view.tokens[hit.at]
    head = view.tokens[token.head] if token.head >= 0 else None
    return token.relation == "nmod" and head is not None and head.pos == "NOUN" and head.lemma not in PARTICIPATION


def acting_together(scene: Scene, view: View, verb: int) -> list[PartyRef]:
    """The subject; of a plural verb with one subject also the people listed with it («A, президент Б В провели»)."""
    found = subject(scene, view, verb)
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
