"""Stakes and companies bought and sold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lodeline.claims.cues import Hit
from lodeline.claims.draft import Draft
from lodeline.claims.parties import all_parties, patient_tokens, standing_for, subject_tokens, under
from lodeline.claims.phase import conditional, phase_of, status_by_form
from lodeline.claims.rules.frame import governing_verb, open_draft
from lodeline.claims.rules.sides import PASSING, fill_sides, set_stake, stretch
from lodeline.claims.rules.stakes import is_stake
from lodeline.claims.scene import Scene, View
from lodeline.claims.slots import Pick, fill_commodities, fill_date, fill_places, nearest_value, take_money
from lodeline.claims.words import words
from lodeline.language.tree import is_verb, subtree
from lodeline.vocabulary.quantities import Quantity


def acquisitions(scene: Scene, view: View) -> Iterator[Draft]:
    """A stake or a company is bought or sold: a trading verb with a stake, a percent or a company as object."""
    for hit in [*view.cues("buy", "sell"), *stakes_received(view)]:
        if conditional(view, hit.at) or not (hit.cue.group == "receive" or is_purchase(scene, view, hit)):
            continue
        draft = open_draft("acquisition", f"{hit.cue.group} a stake", view, hit.at)
        phase = phase_of(scene, view, hit.at, skip=("buy", "sell"))
        draft.status = status_by_form(view, "acquisition", hit.at, phase)
        if draft.status is None:
            continue
        fill_sides(scene, view, draft, hit)
        share = stake_told(scene, view, hit)
        if share is not None:
            set_stake(scene, draft, share)
            scene.used.add(share[0])
        price = nearest_value(scene, view, hit.at, ("money",))
        if price is None or is_lent(view, price) or not take_money(scene, draft, price):
            follow_price(scene, view, draft)
        if not draft.parties:
            continue
        fill_commodities(scene, view, draft)
        fill_places(scene, view, draft)
        fill_date(scene, view, draft, hit.at)
        yield draft
        return


def stakes_received(view: View) -> list[Hit]:
    """«получит 24,9% акций», "gets a 30% stake": a stake with its size as what is received."""
    found = []
    for hit in view.cues("receive") if not view.has("jv") else ():
        inside = {t for o in patient_tokens(view, hit.at) for t in subtree(view.sentence, o, without=("acl", "advcl"))}
        sized = any(v.kind == "percent" and view.token_of(v.start) in inside for _, v in view.values)
        if sized and any(h.at in inside for h in view.cues("stake")):
            found.append(hit)
    return found


def stake_told(scene: Scene, view: View, hit: Hit) -> Pick | None:
    """The percent that is bought or sold; of a stake that grew, the one it grew to."""
    parts = [p for p in scene.free(view, "percent") if p[1].quantity and is_stake(view, p)]
    grown = [
        p for p in parts if hit.cue.text in INCREASE and view.tokens[view.token_of(p[1].start) - 1].lemma in GROWN_TO
    ]
    scene.used.update(i for i, _ in parts if grown)
    pick = min(grown or parts, key=lambda p: view.distance(hit.at, p[1].start, p[1].stop), default=None)
    ranged = pick is not None and hit.cue.text in INCREASE and pick[1].quantity and pick[1].quantity.value_max
    return (pick[0], replace(pick[1], quantity=Quantity(ranged, "%"))) if pick is not None and ranged else pick


def is_lent(view: View, pick: Pick) -> bool:
    """A sum beside a loan word is that loan's, not the price; equity put in for a stake is the price."""
    lent = [h for h in view.cues("loan") if h.cue.value != "equity"]
    return any(view.distance(h.at, pick[1].start, pick[1].stop) <= 3 for h in lent)


def follow_price(scene: Scene, view: View, draft: Draft) -> None:
    """The price, and who got it, in the next sentence: «Продавец, фонд N, получил…», "The deal is worth…"."""
    after = scene.after(view)
    if after is None or not after.has("sellco", "buyco", "project_cost"):
        return
    for group, role in (("sellco", "seller"), ("buyco", "acquirer")):
        for hit in after.cues(group):
            named = [
                r for r in all_parties(scene, after) if r.start > after.tokens[hit.at].start and r.rule != "referent"
            ]
            if named and not draft.names(role):
                draft.add_party(named[0], role)
    money = nearest_value(scene, after, 0, ("money",))
    if money is not None and take_money(scene, draft, money):
        draft.widen(after.sentence.start, money[1].stop)


def is_purchase(scene: Scene, view: View, hit: Hit) -> bool:
    """The object is a stake or a company, not goods: no tonnes, and a stake word, percent or organisation in it."""
    verb = governing_verb(view, hit.at)
    if verb is not None and verb != hit.at and view.tokens[verb].lemma in RAISES:
        return False
    if offered(view, hit):
        return False
    if hit.cue.text in PASSING:
        return passes_stake(view, hit)
    base = view.tokens[hit.at].head if view.tokens[hit.at].relation == "compound" else hit.at
    tokens = {t for o in patient_tokens(view, base) for t in subtree(view.sentence, o, without=("acl", "advcl"))} | set(
        subtree(view.sentence, base, without=("acl", "advcl", "nsubj"))
    )
    start, stop = stretch(view, tokens)
    inside = [v for _, v in view.values if start <= v.start < stop]
    if any(v.kind == "quantity" for v in inside):
        return False
    if any(view.tokens[t].lemma in OUTPUT for t in tokens):
        return False
    stake = any(h.at in tokens for h in view.cues("stake")) or hit.cue.text in ENTER
    if hit.cue.text in INCREASE:
        grown = {t for o in patient_tokens(view, base) for t in subtree(view.sentence, o)}
        return any(h.at in grown for h in view.cues("stake"))
    if "sale" in hit.cue.text.split() and any(v.kind == "percent" for _, v in view.values) and "for" in hit.cue.text:
        return True
    if any(v.kind == "percent" for v in inside) and not stake and goods_inside(view, tokens):
        return False
    spans = [view.tokens[t].start for t in tokens]
    owned = any(
        m.kind in ("organisation", "asset") and any(m.start <= s < m.stop for s in spans) for _, m in view.mentions
    )
    if stake or (owned and any(v.kind == "percent" for v in inside)):
        return True
    if hit.cue.text in WEAK_BUY:
        return any(h.at in tokens for h in view.cues("licence")) and "over" in hit.cue.text
    objects = patient_tokens(view, hit.at) if is_verb(view.tokens[hit.at]) else under(view, hit.at, ("of",), ("Gen",))
    firm = any(r.kind in ("organisation", "asset") for o in objects for r in standing_for(scene, view, o))
    return firm and hit.cue.text not in WEAK_BUY


def passes_stake(view: View, hit: Hit) -> bool:
    """«доля перейдёт к фонду», «контроль перешёл»: a stake is what changes hands."""
    tokens = {t for s in subject_tokens(view, hit.at) for t in subtree(view.sentence, s, without=("acl", "advcl"))}
    return any(h.at in tokens for h in view.cues("stake"))


def offered(view: View, hit: Hit) -> bool:
    """ "Takeover offer", «предложение о покупке»: what is made is an offer, which has a rule of its own."""
    noun = not is_verb(view.tokens[hit.at])
    return noun and any(b.first <= hit.at < b.last or b.at == view.tokens[hit.at].head for b in view.cues("bid"))


def goods_inside(view: View, tokens: set[int]) -> bool:
    """A mineral and no company in the object: a part of the ore is bought, not of its owner; or a part of earnings."""
    inside = [m for _, m in view.mentions if any(m.start <= view.tokens[t].start < m.stop for t in tokens)]
    if any(view.tokens[t].lemma in EARNINGS for t in tokens):
        return True
    sites = {here for m in inside if m.kind == "asset" for here in (m.top, view.tokens[m.top].head)}
    minerals = [m for m in inside if m.kind == "material" and not m.adjective and view.tokens[m.top].head not in sites]
    raw = any(view.tokens[t].lemma in RAW_GOODS for t in tokens)
    return (raw or bool(minerals)) and not any(m.kind == "organisation" for m in inside)


EARNINGS = words("earnings")
RAISES = words("raises")
"""Verbs that take money: "raised $45m in a share sale" is a financing."""


RAW_GOODS = words("raw_goods")


INCREASE = words("increase")
"""Verbs that buy only where a stake is what grows."""
GROWN_TO = words("level")
ENTER = words("enter")
"""Verbs that take a part of a company by themselves: "buy into"."""


OUTPUT = words("output")


WEAK_BUY = words("weak_buy")
