"""Goods sold, bought and delivered, and contracts over them."""

from __future__ import annotations

from collections.abc import Iterator

from lodeline.claims.cues import Hit
from lodeline.claims.draft import Draft, PartyRef
from lodeline.claims.parties import (
    all_parties,
    datives_after,
    parties_under,
    patient_tokens,
    subject,
)
from lodeline.claims.phase import chain, conditional, phase_of, status_by_form
from lodeline.claims.rules.frame import governing_verb, open_draft
from lodeline.claims.scene import Scene, View
from lodeline.claims.slots import (
    TONNES,
    fill_commodities,
    fill_date,
    fill_period,
    fill_places,
    minerals,
    nearest_value,
    take_money,
    take_quantity,
)
from lodeline.claims.words import words
from lodeline.language.tree import is_verb, subtree
from lodeline.language.values import Value

CRAFT = (
    "aircraft",
    "locomotives",
    "wagons",
    "turbines",
    "trucks",
    "ships",
    "towers",
    "buses",
    "helicopters",
    "satellites",
)


WEAK_SUPPLY = words("weak_supply")
"""Words that tell a supply only with a quantity of goods."""


BUY_WORDS = words("buy")


def supplies(scene: Scene, view: View) -> Iterator[Draft]:
    """Goods sold, bought or delivered: a supply word with a quantity, or with a buyer and a seller."""
    crafts = any(v.quantity and v.quantity.unit in CRAFT for _, v in scene.free(view, "quantity"))
    gets = [h for h in view.cues("receive") if parties_under(scene, view, h.at, ("от", "у", "из", "from"))]
    for hit in [*view.cues("supply"), *gets, *(view.cues("build", "pledge") if crafts else [])]:
        if conditional(view, hit.at) or view.beside(hit.at, "limit", reach=4) or (view.index, hit.at) in scene.dealt:
            continue
        pick = nearest_value(scene, view, hit.at, ("quantity", "percent"), is_goods)
        draft = open_draft("supply", "goods supplied", view, hit.at)
        phase = phase_of(scene, view, hit.at)
        draft.status = "suspended" if phase == "negated" else status_by_form(view, "supply", hit.at, phase)
        promised = {view.tokens[i].lemma for i in chain(view, hit.at)} & {"contract", "законтрактовать"}
        if (hit.cue.value == "contract" or promised) and draft.status in ("completed", "agreed", "under_way"):
            draft.status = "binding"
        fill_trade_sides(scene, view, draft, hit)
        sides = {role for _, role, _ in draft.parties}
        period = nearest_value(scene, view, hit.at, ("duration",)) is not None and hit.cue.text not in WEAK_SUPPLY
        goods = bool(minerals(view)) and hit.cue.text not in WEAK_SUPPLY
        if draft.status is None or not ((sides and (pick or period)) or (len(sides) == 2 and goods)):
            continue
        if pick is not None and view.distance(hit.at, pick[1].start, pick[1].stop) <= 12:
            take_quantity(scene, draft, pick)
        take_money(scene, draft, nearest_value(scene, view, hit.at, ("money",)))
        if draft.quantity is None or draft.quantity.unit in TONNES:
            fill_commodities(scene, view, draft)
        fill_places(scene, view, draft)
        fill_date(scene, view, draft, hit.at)
        fill_period(scene, view, draft, hit.at)
        yield draft
        return


def goods_contracts(scene: Scene, view: View) -> Iterator[Draft]:
    """A contract over a quantity of goods between two parties, no supply word said: the subject sells."""
    for hit in [h for h in view.cues("instrument") if h.cue.value == "contract"]:
        inside = subtree(view.sentence, hit.at)
        stretch = (view.tokens[inside[0]].start, view.tokens[inside[-1]].stop)
        pick = nearest_value(scene, view, hit.at, ("quantity",), is_goods)
        verb = governing_verb(view, hit.at)
        if view.index in scene.told or pick is None or verb is None or not stretch[0] <= pick[1].start < stretch[1]:
            continue
        sellers = subject(scene, view, verb)
        buyers = parties_under(scene, view, hit.at, ("с", "со", "with")) + parties_under(
            scene, view, verb, ("с", "со", "with")
        )
        if not sellers or not buyers:
            continue
        draft = open_draft("supply", "contract over goods", view, hit.at)
        draft.status = status_by_form(view, "supply", hit.at, phase_of(scene, view, hit.at))
        draft.instrument = "contract"
        draft.add_party(sellers[0], "seller")
        draft.add_party(buyers[0], "buyer")
        take_quantity(scene, draft, pick)
        fill_commodities(scene, view, draft)
        fill_places(scene, view, draft)
        fill_date(scene, view, draft, hit.at)
        fill_period(scene, view, draft, hit.at)
        if draft.status is not None:
            yield draft
        return


def is_goods(value: Value) -> bool:
    return value.quantity is not None and value.quantity.unit in (*TONNES, *CRAFT, "%")


def fill_trade_sides(scene: Scene, view: View, draft: Draft, hit: Hit) -> None:
    """Who sells to whom: the verb's own direction for its subject, then «to», «from», dative and genitive."""
    text = hit.cue.text
    verb = governing_verb(view, hit.at)
    buyers = parties_under(scene, view, hit.at, ("to", "for", "для"), ("Dat",))
    sellers = parties_under(scene, view, hit.at, ("from", "от", "у", "by", "из"))
    acting = subject(scene, view, verb) if verb is not None else []
    if verb is not None and verb != hit.at:
        buyers += parties_under(scene, view, verb, ("to", "for", "для"), ("Dat",))
        sellers += parties_under(scene, view, verb, ("from", "от", "у"))
    buyers = buyers or datives_after(scene, view, hit.at)
    acting = [r for r in acting if r.name not in {b.name for b in buyers}]
    (buyers if text in BUY_WORDS else sellers).extend(acting)
    owned = [] if is_verb(view.tokens[hit.at]) else parties_under(scene, view, hit.at, ("'s", "of"), ("Gen",))
    (buyers if text in BUY_WORDS else sellers).extend(owned)
    if text in ("order", "заказ"):
        sellers += parties_under(scene, view, hit.at, ("with",))
    goods_of = makers(scene, view, hit) or (possessors(scene, view, hit) if text in BUY_WORDS else [])
    if not sellers:
        sellers += [r for r in goods_of if r.name not in {b.name for b in buyers}]
    buyers += [r for r in destinations(scene, view, hit) if not buyers]
    if not sellers and not buyers:
        lone = firms_of_clause(scene, view, hit.at)
        (buyers if text not in BUY_WORDS else sellers).extend(
            r for r in lone[:1] if r.start > view.tokens[hit.at].start
        )
    if bool(sellers) != bool(buyers):
        known = {r.name for r in (*sellers, *buyers)}
        others = [r for r in firms_of_clause(scene, view, hit.at) if r.name not in known]
        (buyers if sellers else sellers).extend(others if len(others) == 1 else [])
    for refs, role in ((sellers, "seller"), (buyers, "buyer")):
        for ref in refs:
            if ref.kind != "person" and ref.name not in draft.names("seller"):
                draft.add_party(ref, role)


def destinations(scene: Scene, view: View, hit: Hit) -> list[PartyRef]:
    """«отправят в Турцию», "shipped to Latvia": the state that goods go to."""
    verb = governing_verb(view, hit.at)
    found = parties_under(scene, view, hit.at, ("в", "into"))
    if verb is not None:
        found += parties_under(scene, view, verb, ("в", "into"))
    return [r for r in found if r.kind == "country" and view.tokens[view.token_of(r.start)].case in ("Acc", "")]


def firms_of_clause(scene: Scene, view: View, at: int) -> list[PartyRef]:
    """Companies of the clause of a token: with one side known, the only other one is the other side."""
    clause = view.clauses[at]
    return [
        r
        for r in all_parties(scene, view)
        if r.kind in ("organisation", "institution")
        and view.clauses[view.token_of(r.start)] == clause
        and r.rule is None
    ]


def makers(scene: Scene, view: View, hit: Hit) -> list[PartyRef]:
    """An organisation named right with the goods («37 самолётов Acme»), taken as the seller."""
    pick = nearest_value(scene, view, hit.at, ("quantity",), is_goods)
    if pick is None:
        return []
    return [r for r in all_parties(scene, view) if r.kind == "organisation" and 0 <= r.start - pick[1].stop <= 14]


def possessors(scene: Scene, view: View, hit: Hit) -> list[PartyRef]:
    """Whose goods are bought: "takes four fifths of Myanmar's tin ore"."""
    tokens = [t for o in patient_tokens(view, hit.at) for t in subtree(view.sentence, o)]
    if not tokens:
        return []
    stretch = (view.tokens[tokens[0]].start, view.tokens[tokens[-1]].stop)
    return [r for r in all_parties(scene, view, stretch) if r.kind in ("country", "organisation")]
