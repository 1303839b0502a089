"""Stakes and companies bought and sold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lodeline.claims.cues import Cue, Hit
from lodeline.claims.draft import Draft, PartyRef
from lodeline.claims.parties import (
    all_parties,
    is_passive,
    parties_under,
    patient_tokens,
    subject,
    subject_tokens,
)
from lodeline.claims.phase import conditional, phase_of, signed_later, status_by_form
from lodeline.claims.rules.frame import governing_verb, open_draft, share_of, topic_firm
from lodeline.claims.rules.objects import DECREASE, GROWN_TO, INCREASE, OUTPUT, OWNABLE, RAW_GOODS, is_purchase
from lodeline.claims.rules.sides import GIVING, ORDERING, fill_sides, set_stake
from lodeline.claims.rules.stake_moves import stake_moves, stakes_had
from lodeline.claims.rules.stakes import following, is_stake
from lodeline.claims.scene import Scene, View
from lodeline.claims.slots import Pick, fill_commodities, fill_date, fill_places, nearest_value, take_money, use
from lodeline.claims.words import words
from lodeline.language.tree import children, governors, is_verb, subtree
from lodeline.language.values import Value
from lodeline.vocabulary.quantities import Quantity


def acquisitions(scene: Scene, view: View) -> Iterator[Draft]:
    """A stake or a company is bought or sold: a trading verb with a stake, a percent or a company as object."""
    if parts_are_told(scene, view):
        return
    moved = [*stake_moves(scene, view), *stakes_had(scene, view)][:1]
    if moved:
        yield from moved
        return
    traded = [h for h in view.cues("buy", "sell") if not in_post(view, h.at) and is_purchase(scene, view, h)]
    traded.sort(key=lambda h: in_paper(view, h.at))
    told: list[Draft] = []
    for hit in [*traded, *stakes_received(view), *stakes_paid_for(scene, view), *owners_made(view)]:
        if conditional(view, hit.at) or (told and not is_another(view, told, hit)):
            continue
        draft = open_draft("acquisition", f"{hit.cue.group} a stake", view, hit.at)
        fill_sides(scene, view, draft, hit)
        if told and not {r.name for r, _, _ in draft.parties}.isdisjoint(r.name for r, _, _ in told[0].parties):
            continue
        draft.status = purchase_status(scene, view, draft, hit)
        if draft.status is None:
            continue
        share = stake_told(scene, view, hit)
        if share is not None:
            set_stake(scene, draft, share, "seller" if hit.cue.text in DECREASE else "acquirer")
            scene.used.add(share[0])
        price = nearest_value(scene, view, hit.at, ("money",), lambda v: not of_one_share(view, v))
        if price is None or is_lent(view, price) or not take_money(scene, draft, price):
            follow_price(scene, view, draft)
        news = not {view.index - 1, view.index - 2} & scene.told
        if draft.status == "denied" and not draft.parties and news and scene.topic.organisation is not None:
            draft.add_party(topic_firm(scene), "target")
        if not draft.parties or only_sold(view, draft, hit):
            continue
        draft.status = signed_later(scene, view, draft.status)
        kept_by_seller(scene, view, draft)
        fill_commodities(scene, view, draft)
        fill_places(scene, view, draft)
        fill_date(scene, view, draft, hit.at)
        scene.bought.append((view.index, draft))
        told.append(draft)
        yield draft


def is_another(view: View, told: list[Draft], hit: Hit) -> bool:
    """ "A bought B, while C sold its mine": a verb with a subject of its own in another clause."""
    known = {view.clauses[view.token_of(d.support["kind"].spans[0][0])] for d in told}
    own = is_verb(view.tokens[hit.at]) and children(view.sentence, hit.at, "nsubj", "nsubj:pass")
    return bool(own) and view.clauses[hit.at] not in known


def only_sold(view: View, draft: Draft, hit: Hit) -> bool:
    """ "A, which sold for $4m, …" tells the price of the purchase before it, and nothing that is sold.

    Nor does "by whom it will be bought" tell a deal: nobody buys or sells, and no part or price is told.
    """
    roles = {role for _, role, _ in draft.parties}
    if roles == {"target"} and is_passive(view, hit.at):
        return not view.has("stake") and draft.amount is None and not any(share for _, _, share in draft.parties)
    return roles == {"seller"} and (not patient_tokens(view, hit.at) or hit.cue.text in GIVING)


def parts_are_told(scene: Scene, view: View) -> bool:
    """The parts of a venture stand here already ("A will take 70 per cent and B 30")."""
    parts = [i for i, v in view.values if v.kind == "percent"]
    return len(parts) > 1 and all(i in scene.used for i in parts)


def in_paper(view: View, at: int) -> bool:
    """ "A share purchase agreement": what the paper is called; a verb of buying beside it tells more."""
    return any(h.first <= at < h.last and h.at != at for h in view.cues("instrument"))


def in_post(view: View, at: int) -> bool:
    """«директор по продажам»: the word tells what somebody does."""
    starts = [view.tokens[i].start for i in (at, view.tokens[at].head) if i >= 0 and not is_verb(view.tokens[at])]
    return any(m.kind == "post" and m.start <= s < m.stop for _, m in view.mentions for s in starts)


def purchase_status(scene: Scene, view: View, draft: Draft, hit: Hit) -> str | None:
    """By the phase. «А купит Б» announces a deal, "the state will sell a third" a wish for one; an option is a right.

    What unnamed sources tell is a rumour, unless a side confirms it in the next sentence.
    """
    phase = phase_of(scene, view, hit.at, skip=("buy", "sell"))
    after = scene.after(view)
    if phase == "rumour" and after is not None and any(t.lemma in CONFIRM for t in after.tokens):
        phase = phase_of(scene, view, hit.at, skip=("buy", "sell", "rumour"))
    status = status_by_form(view, "acquisition", hit.at, phase)
    if phase in ("past", "done", "signed", "present", "none", "agreed") and any(t.lemma in OPTION for t in view.tokens):
        return "agreed" if over_option(view, hit.at) else status
    if phase == "future" and status == "proposed" and draft.names("acquirer"):
        return "agreed"
    if status == "completed" and hit.cue.text in WINNING:
        return "agreed"
    over = view.tokens[hit.at].head
    if status == "completed" and over >= 0 and view.tokens[over].lemma in ORDERING:
        return "proposed"
    on_offer = phase == "present" or hit.cue.text in ON_OFFER
    if on_offer and status in ("agreed", "completed") and not draft.names("acquirer"):
        return "proposed"
    return status


ON_OFFER = words("on_offer")
WINNING = words("winning_a_sale")
"""Who wins a tender is to buy: «победил на торгах»."""
CONFIRM = words("confirming")
OPTION = words("option")


def over_option(view: View, at: int) -> bool:
    """The right to buy, and not the purchase: "an option to acquire", «опцион на покупку»."""
    return any(view.tokens[g].lemma in OPTION for g in governors(view.sentence, at))


def of_one_share(view: View, value: Value) -> bool:
    """ "$2.10 a share", «по 41 рублю за акцию»: the price of one share is no price of the deal."""
    after = [t.lemma for t in view.tokens if t.start >= value.stop][:4]
    return after[:1] == ["apiece"] or (any(word in ONE_SHARE for word in after[1:]) and after[0] in EACH_OF)


ONE_SHARE = ("share", "акция", "бумага")
EACH_OF = ("a", "per", "за", "-")


def stakes_received(view: View) -> list[Hit]:
    """«получит 24,9% акций», "gets a 30% stake": a stake with its size as what is received."""
    found = []
    for hit in view.cues("receive") if not view.has("jv") else ():
        inside = {t for o in patient_tokens(view, hit.at) for t in subtree(view.sentence, o, without=("acl", "advcl"))}
        sized = any(v.kind == "percent" and view.token_of(v.start) in inside for _, v in view.values)
        parts = [view.token_of(v.stop - 1) for _, v in view.values if v.kind == "percent"]
        buyers = subject_tokens(view, hit.at)
        firms = [
            m
            for _, m in view.mentions
            if m.kind == "organisation"
            and m.top not in buyers
            and (view.token_of(m.start) in inside or any(0 < view.token_of(m.start) - p <= BESIDE_PART for p in parts))
        ]
        owned = any(h.at in inside for h in view.cues("stake")) or any(view.tokens[t].lemma in OWNABLE for t in inside)
        goods = any(view.tokens[t].lemma in (*RAW_GOODS, *OUTPUT) for t in inside)
        if sized and not goods and (firms or owned):
            found.append(hit)
    return found


BESIDE_PART = 5
"""Words between a part and the company that it is of («получил 5% в канадской „Акме“»)."""


def stakes_paid_for(scene: Scene, view: View) -> list[Hit]:
    """ "puts $20m into A for an 8% stake", «вложит 20 млн в обмен на 8% акций»: money for a part is its price."""
    if not scene.free(view, "money") or view.has("jv"):
        return []
    bare = [h.first for h in view.cues("stake")]
    for at in [*(view.token_of(v.start) for _, v in scene.free(view, "percent")), *bare]:
        before, after = view.tokens[max(0, at - 3) : at], view.tokens[at + 1 : at + 5]
        is_part = any(at <= h.at <= at + 4 for h in view.cues("stake")) or any(
            t.lemma in (*PART_OF, *OWNABLE) for t in after
        )
        own = bool(before) and before[-1].lemma in POSSESSIVES
        if (is_part or own) and any(t.lemma in IN_RETURN for t in before):
            return [replace(h, cue=Cue("receive", "", h.cue.text)) for h in view.near(at, "invest", "put", "lend")[:1]]
    return []


IN_RETURN = words("in_return")
POSSESSIVES = words("possessives")
PART_OF = ("of", "in")


def owners_made(view: View) -> list[Hit]:
    """«Владельцем рудника стала А», "A became the owner of B": the owner's word, whose verb says that it is new."""
    return [
        replace(hit, cue=Cue("owner", "", hit.cue.text))
        for hit in view.cues("owner", "buyco")
        if view.tokens[hit.at].pos == "NOUN"
        and (hit.cue.group == "owner" or is_of_site(view, hit.at))
        and (verb := governing_verb(view, hit.at)) is not None
        and view.tokens[verb].lemma in BECOME
    ]


def is_of_site(view: View, at: int) -> bool:
    """«покупателем рудника стала А»: of a site or a company, and not of goods."""
    bought = set(children(view.sentence, at, "nmod"))
    firms = [m for _, m in view.mentions if m.kind in ("asset", "organisation") and bought & {m.top, m.head}]
    return bool(firms) or any(view.tokens[t].lemma in OWNABLE for t in bought)


BECOME = words("become")


def stake_told(scene: Scene, view: View, hit: Hit) -> Pick | None:
    """The percent that is bought or sold; of a stake that grew, the one it grew to."""
    parts = [p for p in scene.free(view, "percent") if p[1].quantity and is_stake(view, p) and not moved(view, p)]
    parts = [p for p in parts if not is_kept(view, p)]
    grown = [
        p
        for p in parts
        if hit.cue.text in (*INCREASE, *DECREASE) and view.tokens[view.token_of(p[1].start) - 1].lemma in GROWN_TO
    ]
    scene.used.update(i for i, _ in parts if grown)
    pick = min(grown or parts, key=lambda p: view.distance(hit.at, p[1].start, p[1].stop), default=None)
    ranged = (
        pick is not None and hit.cue.text in (*INCREASE, *DECREASE) and pick[1].quantity and pick[1].quantity.value_max
    )
    return (pick[0], replace(pick[1], quantity=Quantity(ranged, "%"))) if pick is not None and ranged else pick


def is_kept(view: View, pick: Pick) -> bool:
    """A verb of keeping right before the part: what the seller is left with."""
    at = view.token_of(pick[1].start)
    return any(at - 2 <= h.at < at and view.tokens[h.at].form != "Part" for h in view.cues("keep"))


def moved(view: View, pick: Pick) -> bool:
    """ "rose 12%": how far a price moved is no stake."""
    at = view.token_of(pick[1].start)
    moves = [h for h in view.cues("buy") if h.at == at - 1]
    return at > 0 and view.tokens[at - 1].lemma in CHANGE and not moves


CHANGE = words("change")


def is_lent(view: View, pick: Pick) -> bool:
    """A sum beside a loan word is that loan's, not the price; equity put in for a stake is the price."""
    lent = [h for h in view.cues("loan") if h.cue.value != "equity"]
    return any(view.distance(h.at, pick[1].start, pick[1].stop) <= 3 for h in lent)


def follow_price(scene: Scene, view: View, draft: Draft) -> None:
    """The price, and who got it, in the next sentences: «Продавец, фонд N, получил…», "The consideration is…"."""
    for n, near in enumerate(following(scene, view, PRICE_REACH)):
        words_of_deal = ("sellco", "buyco", "price") if n else ("sellco", "buyco", "price", "project_cost", "receive")
        if not near.has(*words_of_deal) or (
            near.has("loan", "supply", "jv") and not near.has("sellco", "buyco", "price")
        ):
            continue
        for group, role in (("sellco", "seller"), ("buyco", "acquirer")):
            for hit in near.cues(group):
                named = [r for r in all_parties(scene, near) if r.rule != "referent" and beside_role(near, hit, r)]
                if named and not draft.names(role):
                    draft.add_party(named[0], role)
                    draft.widen(view.sentence.start, named[0].stop)
        for hit in near.cues("sell") if n == 0 and not draft.names("seller") else ():
            if is_verb(near.tokens[hit.at]) and not patient_tokens(near, hit.at):
                for ref in subject(scene, near, hit.at)[:1]:
                    draft.add_party(ref, "seller")
        sums = [p for p in scene.free(near, "money") if not of_one_share(near, p[1])]
        money = sums[0] if sums else None
        if draft.amount is None and money is not None and take_money(scene, draft, money):
            draft.widen(near.sentence.start, money[1].stop)


PRICE_REACH = 2
"""Sentences after a purchase in which its price and its seller may stand."""


def beside_role(view: View, hit: Hit, ref: PartyRef) -> bool:
    """The name follows the word for its role («Продавец, фонд А», "the vendor is A")."""
    return 0 < view.token_of(ref.start) - hit.at <= ROLE_REACH


ROLE_REACH = 6


def kept_by_seller(scene: Scene, view: View, draft: Draft) -> None:
    """What the seller keeps is its share: "which keeps 20%", «у продавца останется 40%»."""
    for near in (view, *following(scene, view, 1)):
        for hit in [h for h in near.cues("keep") if near.tokens[h.at].form != "Part"]:
            pick = nearest_value(scene, near, hit.at, ("percent",))
            if pick is None or near.distance(hit.at, pick[1].start, pick[1].stop) > KEPT_REACH:
                continue
            seller = next((ref for ref, role, _ in draft.parties if role == "seller"), None)
            taken = draft.names("acquirer") + draft.names("target")
            told = subject(scene, near, hit.at) + parties_under(scene, near, hit.at, ("у", "за", "with"))
            keeper = seller or next((r for r in told if r.name not in taken), None)
            if keeper is not None:
                draft.add_party(keeper, "seller", share_of(pick))
                use(scene, draft, f"share.{keeper.name}", pick)
                draft.widen(near.sentence.start, pick[1].stop)


KEPT_REACH = 5
