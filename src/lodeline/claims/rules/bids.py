"""Offers for a company, and interest in one: who makes them, for whom, and what became of them."""

from __future__ import annotations

from collections.abc import Iterator

from lodeline.claims.cues import Hit
from lodeline.claims.draft import Draft, PartyRef
from lodeline.claims.parties import all_parties, parties_under, subject
from lodeline.claims.phase import conditional, phase_of
from lodeline.claims.rules.frame import governing_verb, open_draft, topic_firm
from lodeline.claims.rules.purchases import of_one_share
from lodeline.claims.rules.ventures import finish_venture
from lodeline.claims.scene import Scene, View
from lodeline.claims.slots import fill_commodities, fill_date, fill_places, nearest_value, take_money
from lodeline.claims.words import words
from lodeline.language.tree import is_verb


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
        if maker is not None and target is None and scene.topic.organisation is not None and view.has("deny", "cancel"):
            target = topic_firm(scene)
        money = nearest_value(scene, view, hit.at, ("money",), lambda v: not of_one_share(view, v))
        told = money or sought_by(scene, view, hit) or view.has("stake", "buy", "deny", "cancel")
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
    others = [r for r in others if r.name.casefold() not in INNER_BODIES]
    return next(iter(makers), None), next((r for r in others if r.kind != "asset" or r in sought), None)


INNER_BODIES = words("inner_bodies")
"""A board that turns an offer down is not what it is for: its company is."""


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
