"""Joint ventures and acquisitions: who holds or takes which stake in what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lodeline.claims.cues import Hit
from lodeline.claims.draft import Draft, PartyRef
from lodeline.claims.parties import (
    agent,
    all_parties,
    parties_under,
    patient_tokens,
    subject,
)
from lodeline.claims.phase import conditional, phase_of, status_by_form
from lodeline.claims.rules.frame import BETWEEN, HUNDRED, governing_verb, open_draft, share_of
from lodeline.claims.scene import Scene, View
from lodeline.claims.slots import (
    Pick,
    fill_assets,
    fill_commodities,
    fill_date,
    fill_places,
    nearest_value,
    take_money,
    use,
)
from lodeline.claims.words import words
from lodeline.language.tree import governors, is_verb
from lodeline.vocabulary.places import country

ALONGSIDE = words("alongside")


OF = ("of",)


def joint_ventures(scene: Scene, view: View) -> Iterator[Draft]:
    """«A и B создают СП», "A takes 60 percent of a joint venture with B", «СП A (60%) и B (40%)»."""
    for hit in [*view.cues("jv"), *founded(view)]:
        if conditional(view, hit.at):
            continue
        draft = open_draft("joint_venture", "joint venture named", view, hit.at)
        partners = venture_partners(scene, view, hit.at)
        if len(partners) == 1:
            partners += actor_before(scene, view, partners)
        for ref in partners:
            draft.add_party(ref, "partner")
        phase = phase_of(scene, view, hit.at, skip=("sign",))
        draft.status = status_by_form(view, "joint_venture", hit.at, phase)
        take_shares(scene, view, draft)
        if len(draft.parties) < 2 or all(ref.name.islower() for ref, _, _ in draft.parties):
            continue
        take_cost(scene, view, draft, hit.at)
        finish_venture(scene, view, draft, hit.at)
        yield draft
        return


def founded(view: View) -> list[Hit]:
    """ "set up a germanium company with", «учредить общество»: a founding verb and what it founds."""
    return [
        Hit(o, o + 1, o, h.cue)
        for h in view.cues("found")
        for o in patient_tokens(view, h.at)
        if view.tokens[o].lemma in FOUNDED
    ]


FOUNDED = words("founded")


def actor_before(scene: Scene, view: View, partners: list[PartyRef]) -> list[PartyRef]:
    """The company that acts in the sentence before, where only one partner is told with the venture."""
    before = scene.before(view)
    if before is None or before.sentence.paragraph != view.sentence.paragraph:
        return []
    firms = [
        r for r in all_parties(scene, before) if r.kind == "organisation" and r.name not in {p.name for p in partners}
    ]
    return [replace(r, rule="acts in the sentence before") for r in firms[:1]]


def venture_partners(scene: Scene, view: View, at: int) -> list[PartyRef]:
    """Partners told with the venture itself, then the subject of the verb that makes or takes it."""
    verb = governing_verb(view, at)
    found = parties_under(scene, view, at, (*ALONGSIDE, *BETWEEN, *OF), ("Gen",))
    for here in governors(view.sentence, at):
        found += parties_under(scene, view, here, (*ALONGSIDE, *BETWEEN))
    if verb is not None:
        found = [*subject(scene, view, verb), *found]
    if len(found) < 2:
        found += [ref for ref in all_parties(scene, view) if ref.kind == "organisation" and not is_office(ref)]
    named = [view.tokens[h.at].start for h in view.cues("jv")]
    kept = [
        r
        for r in found
        if r.kind not in ("person", "group", "asset")
        and not any(r.start <= n < r.stop or is_own_name(scene, n, r) for n in named)
    ]
    return distinct(kept)


def is_office(ref: PartyRef) -> bool:
    """A ministry or an agency speaks of ventures; it holds no stake in them."""
    return any(
        word.startswith(("министерств", "минист", "ведомств", "ministry")) for word in ref.name.casefold().split()
    )


def is_own_name(scene: Scene, venture: int, ref: PartyRef) -> bool:
    """A name right after «совместное предприятие» is the venture's own, not a partner's."""
    between = scene.text[venture : ref.start].split()
    return venture < ref.start and len(between) <= 2 and not any(w.lower() in ALONGSIDE for w in between)


def distinct(refs: list[PartyRef]) -> list[PartyRef]:
    """One of each name; a state is dropped where one of its companies stands beside it."""
    unique: list[PartyRef] = []
    for ref in refs:
        if all(ref.name != other.name for other in unique):
            unique.append(ref)
    firms = [r for r in unique if r.kind in ("organisation", "institution")]
    return firms if len(firms) >= 2 else unique


def take_shares(scene: Scene, view: View, draft: Draft) -> None:
    """Percents of this sentence and the next few that tell a stake, each to its holder."""
    for near in (view, *following(scene, view, STORY)):
        if near is view or near.has("stake", "rest", "jv") or shares_listed(scene, near):
            for pick in [p for p in scene.free(near, "percent") if is_stake(near, p)]:
                give_share(scene, near, draft, pick)
    spread_rest(view, draft)


STORY = 3
"""Sentences after the one that names a venture in which its stakes and its cost may stand."""


def following(scene: Scene, view: View, count: int) -> Iterator[View]:
    for n in range(view.index + 1, min(len(scene.views), view.index + 1 + count)):
        yield scene.views[n]


def shares_listed(scene: Scene, view: View) -> bool:
    total = sum(v.quantity.value for _, v in scene.free(view, "percent") if v.quantity)
    return total == HUNDRED


def is_stake(view: View, pick: Pick) -> bool:
    """A percent that tells a part of a company: not of world output, growth, or a mineral's content."""
    at = view.token_of(pick[1].start)
    return not [h for h in view.cues("world", "limit") if abs(h.at - at) <= 6]


def give_share(scene: Scene, view: View, draft: Draft, pick: Pick) -> None:
    ref = holder_of(scene, view, draft, pick)
    if ref is None:
        return
    draft.add_party(ref, "partner", share_of(pick))
    use(scene, draft, f"share.{ref.name}", pick)
    draft.widen(view.sentence.start, pick[1].stop)


def holder_of(scene: Scene, view: View, draft: Draft, pick: Pick) -> PartyRef | None:
    """Who holds a percent: the name before its bracket, the dative or subject of its clause, or the nearest partner."""
    start = pick[1].start
    partners = [ref for ref, role, _ in draft.parties if role in ("partner", "acquirer")]
    if scene.text[max(0, start - 1)] == "(":
        before = [r for r in all_parties(scene, view) if r.stop <= start]
        return same_or_new(partners, before[-1]) if before else None
    told = clause_parties(scene, view, view.token_of(start))
    described = right_before(scene, view, start)
    if described is not None:
        return same_or_new(partners, described)
    after = parties_right_after(scene, view, pick)
    if after is not None:
        return same_or_new(partners, after)
    for ref in told:
        match = same_or_new(partners, ref)
        if match in partners:
            return match
    described = by_description(scene, view, partners, start) or state_itself(scene, view, start)
    return described or (same_or_new(partners, told[0]) if told and not partners else None)


def parties_right_after(scene: Scene, view: View, pick: Pick) -> PartyRef | None:
    """The holder right after the part: "85% by A", «40 процентов — компании А»."""
    last = view.token_of(pick[1].stop - 1)
    link = view.tokens[last + 1] if last + 1 < len(view.tokens) else None
    if link is None or link.lemma not in ("by", "—", "–", "у", "-"):
        return None
    found = [r for r in all_parties(scene, view) if 0 < view.token_of(r.start) - last <= 5 and r.kind != "person"]
    return found[0] if found else state_itself(scene, view, pick[1].start)


def right_before(scene: Scene, view: View, start: int) -> PartyRef | None:
    """The holder told right before its part ("the Korean group 65%"); a description goes to the firm it fits."""
    at = view.token_of(start)
    near = [r for r in all_parties(scene, view) if 0 < at - view.token_of(r.stop - 1) <= 3 and r.kind == "organisation"]
    if not near or not is_description(near[-1]):
        return None
    firms = [r for r in all_parties(scene, view) if r.kind == "organisation" and not is_description(r)]
    fitting = [r for r in firms if r.country == near[-1].country and r.country is not None]
    if not fitting:
        fitting = [r for r in firms if r.country is None]
    return fitting[0] if fitting else None


def is_description(ref: PartyRef) -> bool:
    """«корейская компания», "Tajik state company": told by its home and sort, the last word in small letters."""
    return bool(ref.name.split()) and ref.name.split()[-1].islower()


def clause_parties(scene: Scene, view: View, at: int) -> list[PartyRef]:
    """Parties of the clause of a token: receivers first («партнёру достанется»), then the subject, then the nearest."""
    verb = next((g for g in governors(view.sentence, at) if is_verb(view.tokens[g])), None)
    found: list[PartyRef] = []
    if verb is not None:
        found += (
            parties_under(scene, view, verb, ("to",), ("Dat",)) + subject(scene, view, verb) + agent(scene, view, verb)
        )
    token = view.tokens[at]
    nearby = sorted(all_parties(scene, view), key=lambda r: abs(r.start - token.start))
    return found + nearby


def same_or_new(partners: list[PartyRef], ref: PartyRef) -> PartyRef:
    return next((p for p in partners if p.name == ref.name or ref.name in p.aliases), ref)


LOCAL = words("local")


FOREIGN = words("foreign")


def by_description(scene: Scene, view: View, partners: list[PartyRef], start: int) -> PartyRef | None:
    """«Иностранному партнёру», «индийской стороне», «государству»: the partner from abroad, from there, or at home."""
    at = view.token_of(start)
    homes = {view.token_of(m.start): m.country for _, m in view.mentions if m.adjective and m.country}
    for i in sorted(range(max(0, at - REACH), min(len(view.tokens), at + REACH)), key=lambda i: abs(i - at)):
        word = view.tokens[i].lemma
        local = word in LOCAL
        if i in homes or local or word in FOREIGN:
            home = homes.get(i) or scene.topic.country
            match = [p for p in partners if (p.country == home) != (word in FOREIGN)]
            return match[0] if match else (partners[-1] if local and partners else None)
    return None


def state_itself(scene: Scene, view: View, start: int) -> PartyRef | None:
    """«15% у государства», "15% by the state": the state that the text is about."""
    at = view.token_of(start)
    near = [t for i, t in enumerate(view.tokens) if 0 < i - at <= 4 and t.lemma in STATE_WORDS]
    state = country(scene.topic.country) if near and scene.topic.country else None
    if state is None:
        return None
    name = state.names(scene.analysis.language)[0]
    return PartyRef(name, near[0].start, near[0].stop, None, state.alpha2, "country", "the text's state")


STATE_WORDS = words("state")


REACH = 7
"""Words around a percent in which its holder may be described."""


FIFTY = re.compile(r"\b50\s?[:/-]\s?50\b")


def spread_rest(view: View, draft: Draft) -> None:
    """Equal shares where told; the rest to the only partner without one (80 and so 20)."""
    partners = [(i, p) for i, p in enumerate(draft.parties) if p[1] == "partner"]
    if (
        (view.has("equal") or FIFTY.search(" ".join(t.text for t in view.tokens)))
        and partners
        and all(p[2] is None for _, p in partners)
    ):
        for _, (ref, role, _) in partners:
            draft.add_party(ref, role, HUNDRED / len(partners))
        return
    known = [p[2] for _, p in partners if p[2] is not None]
    open_ones = [(i, p) for i, p in partners if p[2] is None]
    if len(partners) >= 2 and len(open_ones) == 1 and known and sum(known) < HUNDRED:
        index, (ref, role, _) = open_ones[0]
        draft.parties[index] = (ref, role, HUNDRED - sum(known))
        draft.infers(f"share.{ref.name}", "the rest of 100")


def take_cost(scene: Scene, view: View, draft: Draft, at: int) -> None:
    """A sum of this sentence, or one told as the cost of the deal in the next two."""
    price = nearest_value(scene, view, at, ("money",))
    near_enough = price is not None and view.distance(at, price[1].start, price[1].stop) <= COST_REACH
    if near_enough and not view.near(at, "loan") and take_money(scene, draft, price):
        return
    for near in following(scene, view, STORY):
        costs = near.cues("project_cost")
        money = nearest_value(scene, near, costs[0].at, ("money",)) if costs else None
        if money is not None and take_money(scene, draft, money):
            draft.widen(near.sentence.start, money[1].stop)
            return


COST_REACH = 20
"""Words, with the toll for leaving the clause, within which a sum is the venture's."""


def finish_venture(scene: Scene, view: View, draft: Draft, at: int) -> None:
    fill_commodities(scene, view, draft)
    fill_assets(scene, view, draft)
    fill_places(scene, view, draft)
    fill_date(scene, view, draft, at)
