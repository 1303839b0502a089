"""Who holds and who buys: owners listed with their parts, stakes and companies bought, sold or bid for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lodeline.claims.cues import Hit
from lodeline.claims.draft import Draft, PartyRef
from lodeline.claims.parties import (
    all_parties,
    parties_under,
    patient_tokens,
    standing_for,
    subject,
    subject_tokens,
    under,
)
from lodeline.claims.phase import conditional, phase_of, status_by_form
from lodeline.claims.rules.frame import HUNDRED, governing_verb, open_draft, share_of
from lodeline.claims.rules.sides import PASSING, fill_sides, set_stake, stretch
from lodeline.claims.rules.stakes import give_share, in_name, is_stake, shares_listed, spread_rest
from lodeline.claims.rules.ventures import distinct, finish_venture
from lodeline.claims.scene import Scene, View
from lodeline.claims.slots import (
    Pick,
    fill_commodities,
    fill_date,
    fill_places,
    nearest_value,
    take_money,
)
from lodeline.claims.words import words
from lodeline.language.tree import is_verb, subtree
from lodeline.vocabulary.quantities import Quantity


def holdings(scene: Scene, view: View) -> Iterator[Draft]:
    """Owners listed with parts that make a whole: "owned by A (60%) and B (40%)", no venture and no purchase told."""
    after = scene.after(view)
    near = [view] if after is None or shares_listed(scene, view) else [view, after]
    if tells_of_world(view) or trades(view) or not whole(scene, near) or shares_goods(view):
        return
    listed = [(v, p) for v in near for p in parts(scene, v) if is_stake(v, p)]
    at = view.token_of(listed[0][1][1].start)
    draft = open_draft("joint_venture", "holders listed with shares", view, at)
    firms = distinct([r for r in all_parties(scene, view) if r.kind in ("organisation", "institution")])
    for ref in firms if len(firms) == 2 else []:
        draft.add_party(ref, "partner")
    for part, pick in listed:
        give_share(scene, part, draft, pick)
    draft.status = status_by_form(view, "joint_venture", at, "signed") if view.has("sign") else "in_force"
    if sum(share is not None for _, _, share in draft.parties) >= 2:
        finish_venture(scene, view, draft, at)
        yield draft


def whole(scene: Scene, views: list[View]) -> bool:
    """Two or more parts that add up to 100, the first of them in the first sentence."""
    values = [share_of(p) for view in views for p in parts(scene, view)]
    return len(values) >= 2 and sum(values) == HUNDRED and bool(parts(scene, views[0]))


def parts(scene: Scene, view: View) -> list[Pick]:
    """Percents, and after the first also bare numbers in brackets: "A (50 per cent), B (25) and C (25)"."""
    percents = scene.free(view, "percent")
    numbers = scene.free(view, "number") if percents else []
    bare = [
        (i, v)
        for i, v in numbers
        if scene.text[v.start - 1] == "(" or scene.text[v.stop : v.stop + 3].strip() in DASHES
    ]
    return sorted([*percents, *bare], key=lambda p: p[1].start)


DASHES = ("—", "–", "-")


def owners(scene: Scene, view: View) -> Iterator[Draft]:
    """An owner word, two parties and one part ("The owners, A and a trust holding 20 per cent"); the rest follows."""
    for hit in view.cues("owner", "rest"):
        listed = [
            p
            for p in scene.free(view, "percent")
            if is_stake(view, p) and abs(view.token_of(p[1].start) - hit.at) <= 16
        ]
        firms = [r for r in all_parties(scene, view) if r.kind != "person"]
        if hit.cue.group == "owner":
            firms = [r for r in firms if r.start > view.tokens[hit.at].start]
        beside = (
            hit.cue.group == "rest" and listed and view.distance(hit.at, listed[0][1].start, listed[0][1].stop) <= 2
        )
        other = trades(view) or tells_of_world(view) or view.has("announce")
        if beside or len(listed) != 1 or len(firms) != 2 or other:
            continue
        draft = open_draft("joint_venture", "owners with one part told", view, hit.at)
        draft.status = "in_force"
        for ref in firms:
            draft.add_party(ref, "partner")
        give_share(scene, view, draft, listed[0])
        spread_rest(view, draft)
        finish_venture(scene, view, draft, hit.at)
        yield draft
        return


def shares_goods(view: View) -> bool:
    """ "Half of the concentrate goes to A, half to B": goods go to buyers, and no company has owners."""
    raw = any(t.lemma in (*RAW_GOODS, *OUTPUT) for t in view.tokens)
    return raw and view.has("supply") and not view.has("owner", "jv", "stake")


def trades(view: View) -> bool:
    """A word of buying or selling that is one by itself, unlike "take"."""
    return any(h.cue.text not in WEAK_BUY for h in view.cues("buy", "sell"))


def tells_of_world(view: View) -> bool:
    return any(not in_name(view, h.at) for h in view.cues("world"))


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


def bids(scene: Scene, view: View) -> Iterator[Draft]:
    """An offer for a company: who makes it, for whom; turned down, it is cancelled."""
    if view.index in scene.told:
        return
    for hit in view.cues("interest"):
        makers = subject(scene, view, hit.at) if is_verb(view.tokens[hit.at]) else []
        if (
            makers
            and makers[0].kind == "organisation"
            and (view.has("rumour", "deny", "buy", "stake") or scene.topic.asset)
        ):
            draft = open_draft("acquisition", "interest in buying", view, hit.at)
            phase = phase_of(scene, view, hit.at)
            draft.status = phase if phase == "denied" else "rumoured" if phase == "rumour" else "proposed"
            draft.add_party(makers[0], "acquirer")
            finish_venture(scene, view, draft, hit.at)
            yield draft
            return
    for hit in view.cues("bid"):
        maker, target = bid_sides(scene, view, hit)
        money = nearest_value(scene, view, hit.at, ("money",))
        told = money or sought_by(scene, view, hit) or view.has("stake", "buy", "deny")
        if maker is None or target is None or not told or conditional(view, hit.at):
            continue
        draft = open_draft("acquisition", "offer for a company", view, hit.at)
        draft.status = bid_status(scene, view, hit)
        draft.add_party(maker, "acquirer")
        draft.add_party(target, "target")
        take_money(scene, draft, money)
        fill_commodities(scene, view, draft)
        fill_places(scene, view, draft)
        fill_date(scene, view, draft, hit.at)
        yield draft
        return


def bid_sides(scene: Scene, view: View, hit: Hit) -> tuple[PartyRef | None, PartyRef | None]:
    """Who makes an offer, and for whom: told with the offer, or the subject of its verb and the other company."""
    makers = parties_under(scene, view, hit.at, ("of", "from", "by", "'s", "от"), ("Gen",))
    verb = governing_verb(view, hit.at)
    sought = sought_by(scene, view, hit)
    if not makers and verb is not None:
        makers = subject(scene, view, verb) if sought else parties_under(scene, view, verb, ("from", "от"))
    taken = {m.name for m in makers}
    others = [r for r in (*sought, *all_parties(scene, view)) if r.kind in TARGETS and r.name not in taken]
    return next(iter(makers), None), next((r for r in others if r.kind != "asset" or r in sought), None)


def sought_by(scene: Scene, view: View, hit: Hit) -> list[PartyRef]:
    """What an offer is for: "a bid for A", «предложение о покупке Б»."""
    bought = [
        ref
        for h in view.cues("buy")
        if not is_verb(view.tokens[h.at]) and view.tokens[h.at].head == hit.at
        for ref in parties_under(scene, view, h.at, ("of",), ("Gen",))
    ]
    return [*parties_under(scene, view, hit.at, ("for", "to", "за", "на")), *bought]


def bid_status(scene: Scene, view: View, hit: Hit) -> str:
    """Turned down by the other side it is over; that it was ever made may be denied."""
    phase = phase_of(scene, view, hit.at)
    turned_down = any(h.cue.text in REJECT for h in view.cues("deny", "cancel"))
    if phase in ("denied", "cancelled"):
        return "cancelled" if turned_down or phase == "cancelled" else "denied"
    return "rumoured" if phase == "rumour" else "proposed"


TARGETS = ("organisation", "asset")
REJECT = words("reject")


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
