"""Stakes told without a trade: one that grows or shrinks, and one that somebody simply has."""

from __future__ import annotations

from collections.abc import Iterator

from lodeline.claims.draft import Draft, PartyRef
from lodeline.claims.parties import parties_under, subject
from lodeline.claims.phase import conditional, phase_of, status_of
from lodeline.claims.rules.frame import governing_verb, open_draft, share_of
from lodeline.claims.rules.sides import held
from lodeline.claims.rules.stakes import is_stake
from lodeline.claims.scene import Scene, View
from lodeline.claims.slots import Pick, fill_commodities, fill_date, fill_places, use
from lodeline.claims.words import words
from lodeline.language.tree import children, preposition, subtree

RISES, FALLS = words("stake_rises"), words("stake_falls")
HAS, HAD_BY = words("has_a_part"), words("part_is_had_by")
LEVEL = words("level")
FIRMS = ("organisation", "institution", "country", "person")


def stake_moves(scene: Scene, view: View) -> Iterator[Draft]:
    """ "A's stake in B rose to 30%", «доля А в Б снизилась до 22%»: more is bought, less was sold."""
    for hit in view.cues("stake"):
        verb = governing_verb(view, hit.at)
        if verb is None or hit.at not in children(view.sentence, verb, "nsubj") or conditional(view, hit.at):
            continue
        risen = view.tokens[verb].lemma in RISES
        if not risen and view.tokens[verb].lemma not in FALLS:
            continue
        holder = next((r for r in parties_under(scene, view, hit.at, ("of", "'s"), ("Gen",)) if r.kind in FIRMS), None)
        target = next((r for r in part_of(scene, view, hit.at) if holder is None or r.name != holder.name), None)
        part = reached(scene, view, verb)
        if holder is None or target is None or part is None:
            continue
        phase = phase_of(scene, view, hit.at)
        status = "completed" if phase in ("past", "present", "none") else status_of("acquisition", phase)
        yield told(scene, view, hit.at, ((holder, "acquirer" if risen else "seller"), target, part, status))
        return


def stakes_had(scene: Scene, view: View) -> Iterator[Draft]:
    """ "A owns 12% of B", «А принадлежит 12% Б»: one holder of one part, and no venture with others told."""
    parts = [p for p in scene.free(view, "percent") if is_stake(view, p)]
    if len(parts) != 1 or view.has("jv", "buy", "sell", "rest", "partnership", "bid", "loan"):
        return
    at = view.token_of(parts[0][1].stop - 1)
    verb = governing_verb(view, at)
    if verb is None or view.tokens[verb].lemma not in (*HAS, *HAD_BY) or conditional(view, verb):
        return
    by = view.tokens[verb].lemma in HAD_BY
    holders = parties_under(scene, view, verb, (), ("Dat",)) if by else subject(scene, view, verb)
    inside = {r.name: r for r in [*part_of(scene, view, at), *held(scene, view, set(subtree(view.sentence, at)))]}
    targets = [r for r in inside.values() if all(r.name != h.name for h in holders)]
    phase = phase_of(scene, view, verb)
    if len(holders) != 1 or holders[0].kind not in FIRMS or not targets or phase not in ("past", "present", "none"):
        return
    yield told(scene, view, verb, ((holders[0], "acquirer"), targets[0], parts[0], "completed"))


Move = tuple[tuple[PartyRef, str], PartyRef, Pick, str | None]
"""Who and in which role, the part of what, how much, and how far it has come."""


def told(scene: Scene, view: View, at: int, move: Move) -> Draft:
    (holder, role), target, part, status = move
    draft = open_draft("acquisition", "a stake that moves or is had", view, at)
    draft.status = status
    draft.add_party(holder, role, share_of(part))
    draft.add_party(target, "target")
    use(scene, draft, f"share.{holder.name}", part)
    fill_commodities(scene, view, draft)
    fill_places(scene, view, draft)
    fill_date(scene, view, draft, at)
    return draft


def part_of(scene: Scene, view: View, at: int) -> list[PartyRef]:
    """What a stake or a part is in: "in B", "of B", «в проекте „Б“»."""
    inside = [
        c for c in children(view.sentence, at, "nmod", "obl") if preposition(view.sentence, c) in ("in", "в", "of")
    ]
    return [r for c in inside for r in held(scene, view, set(subtree(view.sentence, c)))]


def reached(scene: Scene, view: View, verb: int) -> Pick | None:
    """The part that a stake came to: "to 30%", and not the one it came from or by."""
    found = [
        p
        for p in scene.free(view, "percent")
        if is_stake(view, p) and view.tokens[max(0, view.token_of(p[1].start) - 1)].lemma in (*LEVEL, *REACHED)
    ]
    used = [p for p in found if view.clauses[view.token_of(p[1].start)] == view.clauses[verb]]
    return used[0] if used else None


REACHED = ("reach", "hit", "достигнуть", "достичь")
