"""States that join or leave bodies and treaties."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lodeline.claims.cues import Hit
from lodeline.claims.draft import Draft, PartyRef
from lodeline.claims.parties import (
    adjective_states,
    all_parties,
    covering,
    is_passive,
    parties_under,
    patient,
    patient_tokens,
    subject,
    subject_tokens,
)
from lodeline.claims.phase import conditional, phase_of, status_of
from lodeline.claims.rules.frame import BETWEEN, NEAR, STATES, WITH, governing_verb, is_bare, open_draft
from lodeline.claims.rules.states import acting_states, as_state, is_state
from lodeline.claims.scene import Scene, View
from lodeline.claims.slots import LOOK_BACK, fill_date
from lodeline.claims.words import words
from lodeline.language.analysis import Mention
from lodeline.language.tree import children, governors, is_verb, preposition, subtree
from lodeline.vocabulary.institutions import institution


def accessions(scene: Scene, view: View) -> Iterator[Draft]:
    """A state joins or leaves a body or a treaty that the vocabulary or the text names."""
    clauses: set[int] = set()
    for hit in view.cues("join"):
        if conditional(view, hit.at) or view.clauses[hit.at] in clauses:
            continue
        if not (is_verb(view.tokens[hit.at]) or hit.cue.value == "member" or view.near(hit.at, *ACTS)):
            continue
        bodies = joined_bodies(scene, view, hit)
        members = joining_members(scene, view, hit, {b.name for b in bodies})
        if not bodies or not members or gives_up_else(view, hit):
            continue
        draft = open_draft("accession", "joins or leaves a body", view, hit.at)
        phase = phase_of(scene, view, hit.at, skip=("join", "cancel", "effect"))
        if phase == "negated" and view.has("plan"):
            continue
        draft.status = "proposed" if is_asked(view, hit) else status_of("accession", phase)
        if hit.cue.value == "leave":
            draft.status = "cancelled" if draft.status in ("in_force", "agreed", "completed") else draft.status
        for ref in members:
            draft.add_party(ref, "member")
        for ref in bodies[:1]:
            draft.add_party(ref, "organisation")
        fill_date(scene, view, draft, hit.at)
        strike_body(scene, view, bodies[0])
        clauses.add(view.clauses[hit.at])
        yield draft


def gives_up_else(view: View, hit: Hit) -> bool:
    """ "withdrew a concession from Acme": something is taken away, and nobody leaves."""
    return hit.cue.value == "leave" and view.tokens[hit.at].lemma == "withdraw" and bool(patient_tokens(view, hit.at))


def is_asked(view: View, hit: Hit) -> bool:
    """Applied or invited, and not yet in."""
    over = [*range(hit.first, hit.last), *governors(view.sentence, hit.at)]
    return any(view.tokens[i].lemma in ASKED_IN for i in over)


ASKED_IN = words("asked_in")


def strike_body(scene: Scene, view: View, body: PartyRef) -> None:
    """The treaty that is joined is no other instrument of the sentence."""
    struck = [h.at for h in view.cues("instrument") if body.start <= view.tokens[h.at].start < body.stop]
    scene.struck.update((view.index, at) for at in struck)


def ratifications(scene: Scene, view: View) -> Iterator[Draft]:
    """A state ratifies a treaty of many: it joins; one with a partner («с Чили») is an agreement of the two."""
    for hit in view.cues("approve"):
        over = [hit.at, *children(view.sentence, hit.at, "nmod", "obl")]
        named = [(i, m) for t in [*patient_tokens(view, hit.at), *over] for i, m in covering(view, t) if is_treaty(m)]
        if conditional(view, hit.at) or not named or view.tokens[hit.at].lemma not in RATIFYING:
            continue
        index, treaty = named[0]
        partners = parties_under(scene, view, treaty.top, (*WITH, *BETWEEN))
        members = acting_states(scene, view, governing_verb(view, hit.at) or hit.at)
        members = members or parties_under(scene, view, hit.at, ("by", "of", "'s"), ("Gen", "Ins"))
        members = [as_state(scene, view, r) for r in members if is_state(scene, r)]
        if partners or not members:
            continue
        draft = open_draft("accession", "ratifies a treaty", view, hit.at)
        draft.status = status_of("accession", phase_of(scene, view, hit.at, skip=("approve",)))
        for ref in members:
            draft.add_party(ref, "member")
        draft.add_party(body_ref(scene, index), "organisation")
        fill_date(scene, view, draft, hit.at)
        strike_body(scene, view, body_ref(scene, index))
        yield draft
        return


RATIFYING = words("ratifying")


ACTS = ("plan", "announce", "done", "sign", "approve", "effect", "member")
"""Cues beside which the noun («присоединение») tells an act."""


def is_body(scene: Scene, ref: PartyRef) -> bool:
    if ref.mention is None:
        return False
    mention = scene.mention(ref.mention)
    return mention.kind in ("institution", "organisation") or (mention.kind == "group" and bool(mention.key))


def joined_bodies(scene: Scene, view: View, hit: Hit) -> list[PartyRef]:
    """What is joined: the dative, «в» + accusative, "to", or the object; a body and not a bank or a state."""
    near = subject_tokens(view, hit.at) if admits(view, hit) else [*under_hit(view, hit)]
    found = [
        body_ref(scene, i) for t in near for i, m in covering(view, t) if m.kind in BODIES and m.name[:1].isupper()
    ]
    if found:
        return found
    heads = [t for t in near if view.tokens[t].lemma in BODY_HEADS and view.tokens[t].text[:1].isupper()]
    if heads:
        return treaty_told(view, Hit(heads[0], heads[0] + 1, heads[0], hit.cue))
    papers = [h for h in view.cues("instrument") if h.at in near]
    if papers:
        return text_treaty(scene) if is_bare(view, papers[0]) else treaty_told(view, papers[0])
    after = [r for r in all_parties(scene, view) if 0 < view.token_of(r.start) - hit.at <= NEAR]
    known = [r for r in after if r.kind == "institution" and is_joinable(scene, r)]
    return known or (body_before(scene, view) if any(view.tokens[t].lemma in BODY_WORDS for t in near) else [])


BODY_WORDS = frozenset(words("joined_body"))


def body_before(scene: Scene, view: View) -> list[PartyRef]:
    """«вступить в объединение», "join the group": the body told last that a state can join."""
    for near in reversed(scene.views[max(0, view.index - LOOK_BACK) : view.index]):
        for index, mention in reversed(near.mentions):
            ref = body_ref(scene, index)
            named = mention.name[:1].isupper() and mention.kind in BODIES
            if named and (is_joinable(scene, ref) or any(w in BODY_WORDS for w in mention.name.casefold().split())):
                return [replace(ref, rule="told just before")]
    return []


BODIES = ("institution", "organisation", "group")
BODY_HEADS = words("body_heads")


def admits(view: View, hit: Hit) -> bool:
    """ "The forum has admitted Peru": the body acts and the state is its object."""
    acts = view.tokens[hit.at].lemma in ADMITTING and not is_passive(view, hit.at)
    return acts and bool(subject_tokens(view, hit.at))


ADMITTING = words("admitting")


def is_joinable(scene: Scene, ref: PartyRef) -> bool:
    mention = scene.mention(ref.mention) if ref.mention is not None else None
    known = institution(mention.key) if mention is not None and mention.key else None
    return known is not None and known.kind in ("treaty", "organisation", "programme")


def text_treaty(scene: Scene) -> list[PartyRef]:
    """«присоединиться к соглашению»: the treaty that the text names."""
    treaties = [(i, m) for i, m in enumerate(scene.analysis.mentions) if is_treaty(m)]
    return [body_ref(scene, treaties[0][0])] if treaties else []


def treaty_told(view: View, hit: Hit) -> list[PartyRef]:
    """A treaty that no table knows and no name recogniser took: its capital letter and the words under it."""
    tokens = [
        i for i in subtree(view.sentence, hit.at) if i >= hit.first or view.tokens[i].pos in ("ADJ", "NOUN", "PROPN")
    ]
    tokens = [i for i in tokens if view.tokens[i].pos not in ("DET", "ADP") or i > hit.at]
    head = view.tokens[hit.at]
    if not head.text[:1].isupper():
        return []
    told = [head.lemma.capitalize() if i == hit.at and head.case else view.tokens[i].text for i in tokens]
    return [PartyRef(" ".join(told), view.tokens[tokens[0]].start, view.tokens[tokens[-1]].stop, kind="institution")]


def body_ref(scene: Scene, index: int) -> PartyRef:
    mention = scene.analysis.mentions[index]
    target = scene.mention(index)
    return PartyRef(target.name, mention.start, mention.stop, index, None, target.kind)


def under_hit(view: View, hit: Hit) -> list[int]:
    found: list[int] = []
    for token in range(hit.first, hit.last):
        for child in children(view.sentence, token, "obl", "nmod", "iobj", "obj"):
            if preposition(view.sentence, child) in ("", "к", "в", "из", "при", "to", "from", "of", "into", "in", "at"):
                found.append(child)
    return found


def joining_members(scene: Scene, view: View, hit: Hit, bodies: set[str]) -> list[PartyRef]:
    """The subject, a genitive («присоединение Перу»), or the nearest states before the word."""
    verb = governing_verb(view, hit.at)
    found = parties_under(scene, view, hit.at, ("of", "'s", "by"), ("Gen",))
    found = [r for r in found if r.name not in bodies]
    if admits(view, hit):
        return [r for r in patient(scene, view, hit.at) if r.kind in STATES]
    found = found or adjective_states(scene, view, hit.at)
    taken_in = view.tokens[hit.at].lemma in ADMITTING and not subject_tokens(view, hit.at)
    if taken_in and verb is not None:
        found = patient(scene, view, hit.at)
    if not found and verb is not None:
        found = patient(scene, view, verb) if is_passive(view, verb) else subject(scene, view, verb)
    organs = [r for r in found if r.kind not in ("person", "post") and r.name not in bodies and is_state(scene, r)]
    members = [r for r in (as_state(scene, view, r) for r in organs) if r.kind in STATES]
    if not members and not found and verb is not None:
        members = acting_states(scene, view, verb)
    if members or any(r.kind in ("person", "organisation") for r in found):
        return members
    before = [r for r in all_parties(scene, view) if r.kind in STATES and r.stop <= view.tokens[hit.at].start]
    return [r for r in before if r.name not in bodies][-1:]


def treaty_signings(scene: Scene, view: View) -> Iterator[Draft]:
    """States that sign «документ», «соглашение» after a sentence about a known treaty: they join it."""
    before = scene.before(view)
    if before is None:
        return
    treaties = [(i, m) for i, m in before.mentions if is_treaty(m)]
    for hit in view.cues("sign"):
        instruments = [h for h in view.cues("instrument") if h.at in patient_tokens(view, hit.at)]
        members = [r for r in subject(scene, view, hit.at) if r.kind in STATES]
        if not treaties or not instruments or not members or not is_bare(view, instruments[0]):
            continue
        draft = open_draft("accession", "signs the treaty told before", view, hit.at)
        draft.status = status_of("accession", phase_of(scene, view, hit.at, skip=("sign",)))
        for ref in members:
            draft.add_party(ref, "member")
        index, treaty = treaties[0]
        draft.add_party(
            PartyRef(treaty.name, treaty.start, treaty.stop, index, None, "institution", "told just before"),
            "organisation",
        )
        fill_date(scene, view, draft, hit.at)
        scene.struck.add((view.index, instruments[0].at))
        yield draft
        return


def is_treaty(mention: Mention) -> bool:
    if mention.kind == "institution" and mention.key is None:
        return any(word.startswith(TREATY_STEMS) for word in mention.name.casefold().split())
    known = institution(mention.key) if mention.kind == "institution" and mention.key else None
    return known is not None and known.kind == "treaty"


TREATY_STEMS = words("treaty_stems")
