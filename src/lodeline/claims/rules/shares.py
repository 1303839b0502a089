"""How much lies in the ground, and whose part of the world's output or of a state's imports it is."""

from __future__ import annotations

from collections.abc import Iterator

from lodeline.claims.cues import Cue, Hit
from lodeline.claims.draft import Draft, PartyRef
from lodeline.claims.parties import (
    agent,
    all_parties,
    parties_under,
    subject,
)
from lodeline.claims.rules.frame import governing_verb, open_draft
from lodeline.claims.scene import Scene, View
from lodeline.claims.slots import (
    Pick,
    fill_assets,
    fill_commodities,
    fill_date,
    fill_places,
    minerals,
    take_quantity,
)
from lodeline.claims.words import words


def resources(scene: Scene, view: View) -> Iterator[Draft]:
    """How much a deposit or a state holds: a reserve or resource word with tonnes or ounces."""
    hits = [h for h in view.cues("resource") if not view.beside(h.at, "world", reach=2) and holds_metal(view, h)]
    if not hits:
        return
    for pick in [
        p
        for p in scene.free(view, "quantity")
        if p[1].quantity and p[1].quantity.unit in ("t", "oz", "lb", "kg", "m3", "barrels")
    ]:
        at = view.token_of(pick[1].start)
        if view.beside(at, "produce", "supply", reach=2):
            continue
        draft = open_draft("resource", "reserves with a quantity", view, hits[0].at)
        take_quantity(scene, draft, pick)
        fill_commodities(scene, view, draft, of=pick[1])
        fill_assets(scene, view, draft)
        fill_places(scene, view, draft)
        yield draft


def holds_metal(view: View, hit: Hit) -> bool:
    """«держит», "hold", "lie" tell a resource only with a weight of mineral close by and no yearly rate."""
    if hit.cue.value != "weak":
        return True
    weights = [
        v
        for _, v in view.values
        if v.quantity and v.quantity.unit in ("t", "oz", "lb") and v.start > view.tokens[hit.at].start
    ]
    near = any(view.distance(hit.at, v.start, v.stop) <= 4 for v in weights)
    return near and bool(minerals(view)) and not view.has("supply", "produce", "buy", "sell")


def shares(scene: Scene, view: View) -> Iterator[Draft]:
    """A holder's part of world mining, processing, reserves, imports: a percent with a world or import word."""
    for pick in scene.free(view, "percent"):
        at = view.token_of(pick[1].start)
        stages = view.near(at, "mining_share", reach=8)
        if not stages and view.has("world") and view.near(at, "account", reach=6):
            stages = [Hit(at, at, at, Cue("mining_share", "mining", "world output"))]
        if not stages and scene.shared and scene.shared[-1][0] in (view.index, view.index - 1):
            yield from share_goes_on(scene, view, pick)
            continue
        if not stages or not is_whole_told(scene, view, at):
            continue
        draft = open_draft("share", "part of world or imports", view, at)
        draft.stage = "imports" if is_import(view, at) and not view.has("world") else stage_of(view, at, stages)
        holder = share_holder(scene, view, at)
        whole = view.has("world") or is_part_of_state(scene, view, at)
        if not whole and (holder is None or holder.kind != "country" or any(t.lemma in OUTPUTS for t in view.tokens)):
            continue
        if holder is not None:
            draft.add_party(holder, "holder")
        take_quantity(scene, draft, pick)
        fill_commodities(scene, view, draft, of=at)
        fill_date(scene, view, draft, at, reach=12)
        scene.shared.append((view.index, draft.stage or "", tuple(draft.commodities)))
        yield draft


def is_whole_told(scene: Scene, view: View, at: int) -> bool:
    """What the percent is a part of: the world, a state's imports, or a stage of which a state has a part."""
    if view.has("world") or is_part_of_state(scene, view, at):
        return True
    return is_import(view, at) and not view.beside(at, "stake", "limit", reach=3)


def is_part_of_state(scene: Scene, view: View, at: int) -> bool:
    """«доля Китая в переработке», "China's share of refining": a part word with a state as its owner."""
    for hit in view.near(at, "stake", reach=10):
        owners = parties_under(scene, view, hit.at, ("of", "'s"), ("Gen",))
        if any(r.kind == "country" for r in owners):
            return True
    return False


OUTPUTS = words("outputs")
"""Words that make a percent a part of one mine's output: a supply, not a share of imports."""


def share_goes_on(scene: Scene, view: View, pick: Pick) -> Iterator[Draft]:
    """A further holder's part right after a share: "China, with 77%, remains ahead", «одна Австралия даёт 36%»."""
    at = view.token_of(pick[1].start)
    states = [r for r in all_parties(scene, view) if r.kind == "country"]
    if not states or view.near(at, "stake", "limit", "jv", reach=6):
        return
    _, stage, commodities = scene.shared[-1]
    draft = open_draft("share", "goes on from the share before", view, at)
    draft.stage = stage
    draft.infers("stage", "the share told before")
    draft.add_party(min(states, key=lambda r: abs(r.start - pick[1].start)), "holder")
    take_quantity(scene, draft, pick)
    draft.commodities.extend(commodities)
    yield draft


def is_import(view: View, at: int) -> bool:
    return any(h.cue.value == "imports" for h in view.near(at, "mining_share", reach=8))


def stage_of(view: View, at: int, stages: list[Hit]) -> str:
    """The verb that the percent is the object of («добывает 70 %»), else the stage word after it, else another."""
    verb = governing_verb(view, at)
    governing = [h for h in stages if h.at == verb and h.cue.value != "imports"]
    if governing:
        return governing[0].cue.value
    after = sorted((h for h in stages if h.first > at and h.cue.value != "imports"), key=lambda h: h.first)
    return (after or [h for h in stages if h.cue.value != "imports"] or stages)[0].cue.value


def share_holder(scene: Scene, view: View, at: int) -> PartyRef | None:
    """The subject of the accounting verb, or the state under «на»/"from"; else the nearest state, also from before."""
    verb = governing_verb(view, at)
    if verb is not None:
        for refs in (
            parties_under(scene, view, verb, ("на", "from", "из", "in", "в"), ()),
            subject(scene, view, verb),
            agent(scene, view, verb),
        ):
            good = [r for r in refs if r.kind in ("country", "organisation", "institution")]
            if good:
                return good[0]
    token = view.tokens[at]
    told = [r for r in all_parties(scene, view) if r.kind in ("country", "organisation")]
    return min(told, key=lambda r: abs(r.start - token.start), default=None)
