"""Who takes part in a meeting: who meets with whom and between whom, who sends a delegation, whose post it is."""

from __future__ import annotations

from dataclasses import replace

from lodeline.claims.cues import Hit
from lodeline.claims.draft import PartyRef
from lodeline.claims.parties import (
    adjective_at,
    adjective_states,
    all_parties,
    expand_state,
    parties_at,
    parties_under,
    patient,
    patient_tokens,
    subject,
    subject_tokens,
    under,
)
from lodeline.claims.rules.encounters import DELEGATIONS, is_occasion
from lodeline.claims.rules.frame import BETWEEN, WITH, governing_verb
from lodeline.claims.rules.states import WHERE, both_sides, spoken_for
from lodeline.claims.scene import Scene, View
from lodeline.claims.words import words
from lodeline.language.tree import children, conjuncts, governors, preposition, subtree

TRIPS = words("trips")
ROUNDS = words("rounds")
INVITING = words("inviting")


def participants(scene: Scene, view: View, hit: Hit) -> list[PartyRef]:
    """With whom and between whom; the subject of the verb; the genitive («встреча министров»)."""
    verb = governing_verb(view, hit.at)
    found: list[PartyRef] = []
    for noun in meeting_nouns(view, hit):
        trip = view.tokens[noun].lemma in TRIPS
        near = parties_under(scene, view, noun, (*WITH, *BETWEEN, "of", "'s"), ("Gen", "Ins"))
        found += [r for r in near if not (trip and r.kind in ("country", "group") and is_toured(view, r))]
        found += across(scene, view, noun)
        for body in [c for c in children(view.sentence, noun, "nmod") if view.tokens[c].lemma in JOINT_BODIES]:
            found += parties_under(scene, view, body, ("of", *BETWEEN), ("Gen",))
    attending = [h for t in (hit.at, verb) if t is not None for h in children(view.sentence, t, "nmod", "obl")]
    for inner in [c for c in attending if view.tokens[c].lemma in PARTICIPATION]:
        found += parties_under(scene, view, inner, ("of", "by"), ("Gen",))
    own = verb is not None and view.clauses[verb] == view.clauses[hit.at]
    if verb is not None and own and not is_topic(view, hit) and not is_occasion(view, hit):
        found += acting_together(scene, view, verb) + guests(scene, view, hit, verb)
    kept = [r for r in found if r.kind in ("person", "country", "group", "institution", "post", "organisation")]
    sent = {at for at in range(len(view.tokens)) if view.tokens[at].lemma in DELEGATIONS}
    sent = {at for at in sent if any(not is_over(view, r, at) for r in members(scene, view, at, len(view.tokens)))}
    kept = [r for r in kept if r.kind in ("person", "post") or not any(is_over(view, r, at) for at in sent)]
    unique: dict[str, PartyRef] = {}
    kept = [r for r in kept if not is_own_name(view, hit, r) and not is_place(view, r) and not is_inner(r)]
    for ref in [s for r in kept for s in spoken_for(scene, view, r)]:
        unique.setdefault(ref.name, ref)
    return list(unique.values())


def is_toured(view: View, ref: PartyRef) -> bool:
    """ "a tour of Africa": where the journey goes."""
    return preposition(view.sentence, view.token_of(ref.start)) == "of"


def across(scene: Scene, view: View, noun: int) -> list[PartyRef]:
    """Who sits at the table of a noun: counterparts and delegations, and those under "between" further down."""
    found: list[PartyRef] = []
    for at in under(view, noun, WITH, ("Ins",)):
        if view.tokens[at].lemma in COUNTERPARTS:
            found += adjective_states(scene, view, at)
        if view.tokens[at].lemma in DELEGATIONS:
            found += members(scene, view, at, len(view.tokens))
    inside = subtree(view.sentence, noun, without=("acl", "advcl", "parataxis"))
    for at in [i for i in inside if i != noun and preposition(view.sentence, i) in BETWEEN]:
        found += parties_at(scene, view, at)
    return found


def is_inner(ref: PartyRef) -> bool:
    """ "Shareholders meet in May", «комитет соберётся»: a body that sits meets nobody."""
    return ref.name[-1:].islower() and any(word in INNER_BODIES for word in ref.name.casefold().split())


INNER_BODIES = frozenset(words("inner_bodies"))
JOINT_BODIES = words("joint_bodies")
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
    stretch = (view.tokens[inside[0]].start, view.tokens[inside[-1]].stop)
    named = list(all_parties(scene, view, stretch))
    people = [r for r in named if r.kind == "person"]
    bodies = [r for r in named if r.kind in ("organisation", "institution", "country", "group")]
    others = [r for r in bodies if not is_over(view, r, at)]
    return people or others or sending_states(scene, view, at) or bodies


def sending_states(scene: Scene, view: View, at: int) -> list[PartyRef]:
    """ "Peruvian and Chilean officials": the states of the adjectives."""
    adjectives = [d for c in children(view.sentence, at, "amod", "compound") for d in conjuncts(view.sentence, c)]
    return [ref for d in adjectives for i, m in adjective_at(view, d) for ref in expand_state(scene, i, m)]


def is_over(view: View, ref: PartyRef, at: int) -> bool:
    return ref.start <= view.tokens[at].start < ref.stop


def is_place(view: View, ref: PartyRef) -> bool:
    """«в Вашингтоне»: where they meet, whatever the parser hung it on."""
    return ref.kind == "country" and preposition(view.sentence, view.token_of(ref.start)) in WHERE


def meeting_nouns(view: View, hit: Hit) -> list[int]:
    """The word with the meeting nouns under it: «раунд переговоров», "round of talks"."""
    meets = {h.at for h in view.cues("meet")}
    own = [i for i in range(hit.first, hit.last) if i != hit.at and view.tokens[i].pos == "NOUN"]
    return [hit.at, *own, *(c for c in children(view.sentence, hit.at, "nmod", "obj") if c in meets)]


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
    parts = (*PARTICIPATION, *ROUNDS)
    return token.relation == "nmod" and head is not None and head.pos == "NOUN" and head.lemma not in parts


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


def in_full(scene: Scene, view: View, ref: PartyRef) -> PartyRef:
    """A post with whose it is ("the premier of Greenland", "Japan's trade minister"); its bare name stays beside it."""
    if ref.kind != "post" or ref.mention is None or ref.rule == "referent":
        return ref
    mention = scene.analysis.mentions[ref.mention]
    english = scene.analysis.language == "en"
    owners = [c for c in children(view.sentence, mention.top, "nmod") if preposition(view.sentence, c) in OWNING]
    inside = [i for c in owners for i in subtree(view.sentence, c, without=("acl", "advcl", "appos", "parataxis"))]
    inside = [i for i in inside if view.clauses[i] == view.clauses[mention.top]]
    after = [view.tokens[i].stop for i in inside if i > mention.top]
    after += [m.stop for _, m in view.mentions if after and m.start < max(after) < m.stop]
    before = [view.tokens[i].start for i in inside if english and view.tokens[i].start < mention.start]
    before += [m.start for _, m in view.mentions if english and m.adjective and 0 < mention.start - m.stop <= 1]
    start, stop = min([mention.start, *before]), max([mention.stop, *after])
    name = scene.text[start : mention.start] + ref.name + scene.text[mention.stop : stop]
    return replace(ref, name=name, aliases=(*ref.aliases, ref.name)) if name != ref.name else ref


OWNING = ("", "of", "for", "'s")
