"""How much lies in the ground, and whose part of the world's output or of a state's imports it is."""

from __future__ import annotations

from collections.abc import Iterator

from lodeline.claims.cues import Cue, Hit
from lodeline.claims.draft import Draft, PartyRef
from lodeline.claims.parties import (
    adjective_states,
    agent,
    all_parties,
    parties_under,
    subject,
)
from lodeline.claims.rules.figures import COMPLEMENT, WHOLE_PERCENT, is_change, is_stored, parts_by_ordinal, whole_of
from lodeline.claims.rules.frame import governing_verb, open_draft
from lodeline.claims.rules.trade_owners import possessors
from lodeline.claims.rules.trade_sides import BUY_WORDS, users
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
from lodeline.language.analysis import Mention
from lodeline.language.tree import children, subtree
from lodeline.vocabulary.quantities import Quantity


def resources(scene: Scene, view: View) -> Iterator[Draft]:
    """How much a deposit or a state holds: a reserve or resource word with tonnes or ounces."""
    told = [h for h in view.cues("resource") if not view.beside(h.at, "world", reach=2) and not is_in_office(view, h)]
    hits = [h for h in told if holds_metal(view, h)]
    if not hits or is_stored(view) or any(t.lemma in MONETARY for t in view.tokens):
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
        owners = [r for r in reserve_owners(scene, view, hits[0]) if not pick[1].start <= r.start < pick[1].stop]
        for ref in owners[:1]:
            draft.add_party(ref, "holder")
        yield draft


def is_in_office(view: View, hit: Hit) -> bool:
    """ "Ministry of Mineral Resources": part of an office's name."""
    at = view.tokens[hit.at].start
    return any(m.start <= at < m.stop for _, m in view.mentions if m.kind == "post" or is_office(m))


def is_office(mention: Mention) -> bool:
    return mention.kind == "institution" or any(w.startswith(OFFICES) for w in mention.name.casefold().split())


OFFICES = words("office_stems")
MONETARY = words("monetary")
"""A central bank's gold lies in a vault, not in the ground."""


def reserve_owners(scene: Scene, view: View, hit: Hit) -> list[PartyRef]:
    """A state or company whose reserves they are: possessor of the word, or subject of its verb. No deposit."""
    verb = governing_verb(view, hit.at)
    owners = parties_under(scene, view, hit.at, ("of", "'s"), ("Gen",))
    acting = subject(scene, view, verb) if verb is not None else []
    told = [r for r in (*owners, *acting) if r.kind in ("country", "organisation")]
    sites = any(m.kind == "asset" for _, m in view.mentions)
    states = [r for r in all_parties(scene, view) if r.kind == "country" and is_owner(view, r)]
    return told or ([] if sites or len(states) != 1 else states)


def is_owner(view: View, ref: PartyRef) -> bool:
    """«под солончаками Боливии», "beneath Bolivia's salt flats": the state in the genitive, no mere place."""
    at = view.token_of(ref.stop - 1)
    return view.tokens[at].case == "Gen" or (at + 1 < len(view.tokens) and view.tokens[at + 1].text == "'s")


def holds_metal(view: View, hit: Hit) -> bool:
    """«держит», "hold", "lie" tell a resource only with a weight of mineral close by and no yearly rate."""
    if hit.cue.value != "weak":
        return True
    weights = [
        v
        for _, v in view.values
        if v.quantity
        and v.quantity.unit in ("t", "oz", "lb")
        and (v.start > view.tokens[hit.at].start or closes(view, hit))
    ]
    near = any(view.distance(hit.at, v.start, v.stop) <= 4 for v in weights)
    return near and bool(minerals(view)) and not view.has("supply", "produce", "buy", "sell")


def closes(view: View, hit: Hit) -> bool:
    """The predicate stands at the end of its clause, with the weight before it."""
    return not any(t.head == hit.at and t.relation not in SMALL for t in view.tokens[hit.at + 1 :])


SMALL = ("punct", "mark", "aux", "discourse")


def shares(scene: Scene, view: View) -> Iterator[Draft]:
    """A holder's part of world mining, processing, reserves, imports: a percent with a world or import word."""
    told = False
    for pick in scene.free(view, "percent"):
        at = view.token_of(pick[1].start)
        if is_change(view, pick[1]):
            continue
        stages = stages_near(view, at)
        if is_trade(scene, view, at):
            continue
        if not stages and scene.shared and scene.shared[-1][0] in (view.index, view.index - 1):
            yield from share_goes_on(scene, view, pick)
            continue
        if not stages or not is_whole_told(scene, view, at):
            continue
        draft = part_of_whole(scene, view, at, stages)
        if draft is None:
            continue
        take_quantity(scene, draft, pick)
        told = True
        yield close_share(scene, view, draft, at)
    if told:
        yield from bare_parts(scene, view)
    else:
        yield from counted_parts(scene, view)
        yield from whole_imports(scene, view)
        yield from foreign_parts(scene, view)


def stages_near(view: View, at: int) -> list[Hit]:
    stages = view.near(at, "mining_share", reach=8)
    if not stages and view.has("world") and (view.near(at, "account", reach=6) or is_of_world_mineral(view, at)):
        return [Hit(at, at, at, Cue("mining_share", "mining", "world output"))]
    return stages


def is_of_world_mineral(view: View, at: int) -> bool:
    """«четыре пятых мирового вольфрама», "60% of the world's tin": a mineral itself, and not its producer."""
    worlds = [h for h in view.cues("world") if 0 < h.at - at <= COMPLEMENT]
    tokens = [view.tokens[view.token_of(m.stop - 1)] for m in minerals(view)]
    return bool(worlds) and any(t.relation.startswith("nmod") and at <= t.head <= at + 1 for t in tokens)


def is_trade(scene: Scene, view: View, at: int) -> bool:
    """ "China buys two thirds of Laos's potash", "half of the ore used by Chinese plants": goods, no share."""
    verb = governing_verb(view, at)
    if verb is None or view.beside(at, "world", reach=COMPLEMENT) or any(t.lemma in IMPORTED for t in view.tokens):
        return False
    if view.tokens[verb].lemma in BUY_WORDS:
        acting = {r.name for r in subject(scene, view, verb)}
        return bool(acting) and any(r.kind == "country" and r.name not in acting for r in possessors(scene, view, verb))
    return any(h.at == verb for h in view.cues("supply")) and bool(users(scene, view, verb))


IMPORTED = words("imported")


def foreign_parts(scene: Scene, view: View) -> Iterator[Draft]:
    """ "85% of the potash used in Brazil comes from abroad": a state's part bought abroad, the sellers not named."""
    abroad = [i for i, t in enumerate(view.tokens) if t.lemma in ABROAD]
    picks = scene.free(view, "percent")
    states = [r for r in all_parties(scene, view) if r.kind == "country"]
    states += [r for i in range(len(view.tokens)) for r in adjective_states(scene, view, i)]
    codes = {r.country for r in states}
    if not abroad or len(picks) != 1 or len(codes) != 1 or not minerals(view) or is_change(view, picks[0][1]):
        return
    draft = open_draft("share", "a part bought abroad", view, abroad[0])
    draft.stage = "imports"
    draft.add_party(states[0], "holder")
    take_quantity(scene, draft, picks[0])
    yield close_share(scene, view, draft, view.token_of(picks[0][1].start))


ABROAD = words("abroad")


def part_of_whole(scene: Scene, view: View, at: int, stages: list[Hit]) -> Draft | None:
    """A share at a token with its stage and holder; None where a percent is of no whole that a state has a part of."""
    draft = open_draft("share", "part of world or imports", view, at)
    draft.stage = "imports" if is_import(view, at) and not view.has("world") else stage_of(view, at, stages)
    holder = share_holder(scene, view, at)
    whole = view.has("world") or is_part_of_state(scene, view, at)
    if not whole and (holder is None or holder.kind != "country" or any(t.lemma in OUTPUTS for t in view.tokens)):
        return None
    if holder is not None:
        draft.add_party(holder, "holder")
    return draft


def close_share(scene: Scene, view: View, draft: Draft, at: int) -> Draft:
    fill_commodities(scene, view, draft, of=at)
    fill_date(scene, view, draft, at, reach=12)
    scene.shared.append((view.index, draft.stage or "", tuple(draft.commodities)))
    return draft


def counted_parts(scene: Scene, view: View) -> Iterator[Draft]:
    """«каждая третья тонна в мире», "one tonne in five worldwide": a part told by counting."""
    for first, stop, quantity in parts_by_ordinal(view):
        stages = stages_near(view, first)
        if not stages or not is_whole_told(scene, view, first):
            continue
        draft = part_of_whole(scene, view, first, stages)
        if draft is not None:
            draft.quantity = quantity
            draft.holds("quantity", view.tokens[first].start, view.tokens[stop - 1].stop)
            yield close_share(scene, view, draft, first)


def whole_imports(scene: Scene, view: View) -> Iterator[Draft]:
    """A state that buys all of a mineral from another: "imports all of its gallium from China"."""
    for at, token in enumerate(view.tokens):
        if token.lemma not in IMPORTS:
            continue
        whole = whole_of(view, at)
        sources = [r for r in parties_under(scene, view, at, ("из", "у", "from", "in", "в")) if r.kind == "country"]
        states = [r for r in all_parties(scene, view) if r.kind == "country" and r.start < token.start]
        if whole is None or not sources or all(r.name == sources[0].name for r in states) or is_denied_here(view, at):
            continue
        draft = open_draft("share", "all imports from one state", view, at)
        draft.stage = "imports"
        draft.add_party(sources[0], "holder")
        draft.quantity = WHOLE_PERCENT
        draft.holds("quantity", view.tokens[whole].start, view.tokens[whole].stop)
        yield close_share(scene, view, draft, at)
        return


def is_denied_here(view: View, at: int) -> bool:
    return any(0 < at - h.at <= 2 for h in view.cues("negation"))


IMPORTS = words("imports")


def bare_parts(scene: Scene, view: View) -> Iterator[Draft]:
    """A further holder right after a share, the percent left out: «…42 процента, Австралии — 18»."""
    states = [r for r in all_parties(scene, view) if r.kind == "country"]
    for index, value in scene.free(view, "number"):
        before = [r for r in states if 0 <= value.start - r.stop <= len(" — ")]
        after = view.tokens[view.token_of(value.stop - 1) + 1 :][:1]
        if not before or value.number is None or not 0 < value.number < 100 or any(t.pos == "NOUN" for t in after):
            continue
        _, stage, commodities = scene.shared[-1]
        draft = open_draft("share", "goes on from the share before", view, view.token_of(value.start))
        draft.stage = stage
        draft.infers("stage", "the share told before")
        draft.add_party(before[-1], "holder")
        draft.quantity = Quantity(value.number, "%")
        draft.holds("quantity", value.start, value.stop)
        scene.used.add(index)
        draft.commodities.extend(commodities)
        yield draft


def is_whole_told(scene: Scene, view: View, at: int) -> bool:
    """What the percent is a part of: the world, a state's imports, or a stage of which a state has a part."""
    if view.has("world") or is_part_of_state(scene, view, at):
        return True
    moved = any(t.lemma in MARKET for t in view.tokens)
    return is_import(view, at) and not view.beside(at, "stake", "limit", reach=3) and not moved


MARKET = words("market")
"""Words of prices: beside them a percent told with imports is how far something moved."""


def is_part_of_state(scene: Scene, view: View, at: int) -> bool:
    return bool(owners_of_part(scene, view, at))


def owners_of_part(scene: Scene, view: View, at: int) -> list[PartyRef]:
    """«доля Китая в переработке», "China's share of refining": a part word with a state as its owner."""
    parts = view.near(at, "stake", reach=10)
    owners = [r for hit in parts for r in parties_under(scene, view, hit.at, ("of", "'s"), ("Gen",))]
    return [r for r in owners if r.kind == "country"]


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
    top = view.tokens[at].head if view.tokens[at].relation == "flat" else at
    owned = {i for c in subtree(view.sentence, top) for i in children(view.sentence, c, "nmod:poss")}
    if any(view.tokens[i].lemma in PROCESSED for o in owned for i in subtree(view.sentence, o)):
        return "processing"
    if governing:
        return governing[0].cue.value
    if any(t.lemma in PROCESSED for t in view.tokens[at : at + NOUN_REACH]):
        return "processing"
    after = sorted((h for h in stages if h.first > at and h.cue.value != "imports"), key=lambda h: h.first)
    return (after or [h for h in stages if h.cue.value != "imports"] or stages)[0].cue.value


PROCESSED = words("processed")
"""«производства рафинированных земель»: what is made already says how."""
NOUN_REACH = 7


def owns_imports(view: View, ref: PartyRef) -> bool:
    """ "of China's tin imports", «импорта Китая»: the state whose imports they are."""
    at = view.token_of(ref.stop - 1)
    after = [t.lemma for t in view.tokens[at + 1 : at + 2 + IMPORTER_REACH]]
    before = [t.lemma for t in view.tokens[max(0, view.token_of(ref.start) - 1) : at]]
    return (after[:1] == ["'s"] and any(w in IMPORTED for w in after)) or any(w in IMPORTED for w in before)


IMPORTER_REACH = 3
DEPENDING = words("depending")


def share_holder(scene: Scene, view: View, at: int) -> PartyRef | None:
    """The subject of the accounting verb, or the state under «на»/"from"; else the nearest state, also from before."""
    verb = governing_verb(view, at)
    if verb is not None and view.tokens[verb].lemma in DEPENDING:
        sources = parties_under(scene, view, verb, ("on", "upon", "от", "на"), ())
        if sources:
            return sources[0]
    percents = [v for _, v in view.values if v.kind == "percent"]
    states = {r.name: r for r in all_parties(scene, view) if r.kind == "country"}
    importers = {r.name for r in states.values() if owns_imports(view, r)}
    sellers = [r for r in states.values() if r.name not in importers]
    if importers and len(sellers) == 1 and len(percents) == 1:
        return sellers[0]
    parts = owners_of_part(scene, view, at) if len(percents) == 1 else []
    if parts:
        return parts[0]
    if len(percents) > 1 and len(states) > 1:
        return min(states.values(), key=lambda r: abs(view.token_of(r.start) - at))
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
