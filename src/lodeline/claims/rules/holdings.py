"""Who holds and who buys: owners listed with their parts, stakes and companies bought, sold or bid for."""

from __future__ import annotations

from collections.abc import Iterator

from lodeline.claims.cues import Hit
from lodeline.claims.draft import Draft, PartyRef
from lodeline.claims.parties import (
    all_parties,
    covering,
    datives_after,
    expand,
    parties_under,
    patient_tokens,
    standing_for,
    subject,
    under,
)
from lodeline.claims.phase import conditional, phase_of, status_by_form
from lodeline.claims.rules.frame import HUNDRED, governing_verb, open_draft, share_of
from lodeline.claims.rules.stakes import give_share, is_stake, shares_listed, spread_rest
from lodeline.claims.rules.ventures import distinct, finish_venture
from lodeline.claims.scene import Scene, View
from lodeline.claims.slots import (
    Pick,
    fill_commodities,
    fill_date,
    fill_places,
    nearest_value,
    take_money,
    use,
)
from lodeline.claims.words import words
from lodeline.language.tree import is_verb, subtree


def holdings(scene: Scene, view: View) -> Iterator[Draft]:
    """Owners listed with parts that make a whole: "owned by A (60%) and B (40%)", no venture and no purchase told."""
    after = scene.after(view)
    near = [view] if after is None or shares_listed(scene, view) else [view, after]
    if view.has("world", "buy", "sell") or not whole(scene, near):
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
        if beside or len(listed) != 1 or len(firms) != 2 or view.has("buy", "sell", "world", "announce"):
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


def acquisitions(scene: Scene, view: View) -> Iterator[Draft]:
    """A stake or a company is bought or sold: a trading verb with a stake, a percent or a company as object."""
    for hit in view.cues("buy", "sell"):
        if conditional(view, hit.at) or not is_purchase(scene, view, hit):
            continue
        draft = open_draft("acquisition", f"{hit.cue.group} a stake", view, hit.at)
        phase = phase_of(scene, view, hit.at, skip=("buy", "sell"))
        draft.status = status_by_form(view, "acquisition", hit.at, phase)
        if draft.status is None:
            continue
        fill_sides(scene, view, draft, hit)
        share = nearest_value(scene, view, hit.at, ("percent",))
        if share is not None and share[1].quantity and is_stake(view, share):
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


def is_lent(view: View, pick: Pick) -> bool:
    """A sum beside a loan word is that loan's, not the price."""
    return any(view.distance(h.at, pick[1].start, pick[1].stop) <= 3 for h in view.cues("loan"))


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
        makers = parties_under(scene, view, hit.at, ("of", "from", "by", "'s", "от"), ("Gen",))
        verb = governing_verb(view, hit.at)
        sought = parties_under(scene, view, hit.at, ("for", "to", "за", "на"))
        if not makers and verb is not None and sought:
            makers = subject(scene, view, verb)
        taken = {m.name for m in makers}
        others = [r for r in (*sought, *all_parties(scene, view)) if r.kind == "organisation" and r.name not in taken]
        money = nearest_value(scene, view, hit.at, ("money",))
        if not makers or not others or not (money or sought or view.has("stake", "buy", "deny")):
            continue
        draft = open_draft("acquisition", "offer for a company", view, hit.at)
        phase = phase_of(scene, view, hit.at)
        draft.status = "cancelled" if phase in ("denied", "cancelled") else "proposed"
        draft.add_party(makers[0], "acquirer")
        draft.add_party(others[0], "target")
        take_money(scene, draft, money)
        fill_commodities(scene, view, draft)
        fill_places(scene, view, draft)
        fill_date(scene, view, draft, hit.at)
        yield draft
        return


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
    base = view.tokens[hit.at].head if view.tokens[hit.at].relation == "compound" else hit.at
    tokens = {
        t for o in [*patient_tokens(view, base), base] for t in subtree(view.sentence, o, without=("acl", "advcl"))
    }
    start, stop = view.tokens[min(tokens)].start, view.tokens[max(tokens)].stop
    inside = [v for _, v in view.values if start <= v.start < stop]
    if any(v.kind == "quantity" for v in inside):
        return False
    if any(view.tokens[t].lemma in OUTPUT for t in tokens):
        return False
    stake = any(h.at in tokens for h in view.cues("stake"))
    if hit.cue.text in INCREASE:
        return stake
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


def goods_inside(view: View, tokens: set[int]) -> bool:
    """A mineral and no company in the object: a part of the ore is bought, not of its owner."""
    inside = [m for _, m in view.mentions if any(m.start <= view.tokens[t].start < m.stop for t in tokens)]
    raw = any(view.tokens[t].lemma in RAW_GOODS for t in tokens)
    return (raw or any(m.kind == "material" and not m.adjective for m in inside)) and not any(
        m.kind == "organisation" for m in inside
    )


RAISES = words("raises")
"""Verbs that take money: "raised $45m in a share sale" is a financing."""


RAW_GOODS = words("raw_goods")


INCREASE = words("increase")
"""Verbs that buy only where a stake is what grows."""


OUTPUT = words("output")


WEAK_BUY = words("weak_buy")


def fill_sides(scene: Scene, view: View, draft: Draft, hit: Hit) -> None:
    """Buyer and seller by the verb's direction; the company whose stake it is becomes the target."""
    selling = hit.cue.group == "sell"
    verb = hit.at if is_verb(view.tokens[hit.at]) else governing_verb(view, hit.at)
    actors = parties_under(scene, view, hit.at, ("by",), ("Ins",)) if verb != hit.at else []
    if not actors and verb is not None and not (verb != hit.at and any(h.at == verb for h in view.cues("approve"))):
        actors = subject(scene, view, verb)
    before = [r for r in all_parties(scene, view) if r.stop <= view.tokens[hit.at].start and r.kind != "person"]
    approved = verb is not None and any(h.at == verb for h in view.cues("approve"))
    for ref in actors or ([] if approved else before[-1:]):
        draft.add_party(ref, "seller" if selling else "acquirer")
    receivers = parties_under(scene, view, hit.at, ("to", "к"), ("Dat",)) or datives_after(scene, view, hit.at)
    for ref in receivers if selling else []:
        draft.add_party(ref, "acquirer")
    for ref in parties_under(scene, view, hit.at, ("from", "у", "от")):
        draft.add_party(ref, "seller")
    taken = {known.name for known, _, _ in draft.parties}
    for ref in [r for r in targets(scene, view, hit.at) if r.name not in taken][:1]:
        draft.add_party(ref, "target")


def targets(scene: Scene, view: View, at: int) -> list[PartyRef]:
    """The organisation inside the object, or the first one after the verb that is no side of the deal."""
    tokens = {t for o in [*patient_tokens(view, at), at] for t in subtree(view.sentence, o)}
    inside = (view.tokens[min(tokens)].start, view.tokens[max(tokens)].stop)
    after = (view.tokens[at].stop, view.sentence.stop)
    sites = [
        r
        for t in tokens
        for i, m in covering(view, t)
        if m.kind == "asset" and m.name[:1].isupper()
        for r in expand(scene, i, m)
    ]
    found = [*all_parties(scene, view, inside), *sites, *all_parties(scene, view, after)]
    return [r for r in found if r.kind in ("organisation", "institution", "asset") and r.start > view.tokens[at].start]


def set_stake(scene: Scene, draft: Draft, pick: Pick) -> None:
    assert pick[1].quantity is not None
    for i, (ref, role, _) in enumerate(draft.parties):
        if role == "acquirer":
            draft.parties[i] = (ref, role, pick[1].quantity.value)
            use(scene, draft, f"share.{ref.name}", pick)
            return
