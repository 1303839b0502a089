"""Who sells to whom: the sides of a supply, read off the verb's direction, prepositions, cases and descriptions."""

from __future__ import annotations

from lodeline.claims.cues import Hit
from lodeline.claims.draft import Draft, PartyRef
from lodeline.claims.parties import all_parties, datives_after, parties_under, patient_tokens, subject
from lodeline.claims.rules.figures import is_goods
from lodeline.claims.rules.frame import WITH, governing_verb
from lodeline.claims.scene import Scene, View
from lodeline.claims.slots import nearest_value
from lodeline.claims.words import words
from lodeline.language.tree import children, is_verb, preposition, subtree
from lodeline.vocabulary.terms import terms_of

BUY_WORDS = words("buy")
ORDERS = words("orders")
OFFTAKE = words("offtake")
CONSUMER = words("consumer")
ROLES = words("trade_roles")
"""Nouns for a side of a trade: «покупатель»."""


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
    if text in ORDERS:
        placed = [hit.at, *children(view.sentence, hit.at, "acl"), *([verb] if verb is not None else [])]
        sellers += [r for at in placed for r in parties_under(scene, view, at, ("with", "у"))]
    if text in OFFTAKE:
        paper = view.tokens[hit.at].head if view.tokens[hit.at].relation == "compound" else hit.at
        others = [r for at in {hit.at, paper, verb or paper} for r in parties_under(scene, view, at, WITH)]
        return add_sides(scene, view, draft, *offtake_sides(view, acting, others))
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
    if text in ROLES:
        sellers, buyers = in_role(scene, view, hit, sellers, buyers)
    add_sides(scene, view, draft, sellers, buyers)


def in_role(
    scene: Scene, view: View, hit: Hit, sellers: list[PartyRef], buyers: list[PartyRef]
) -> tuple[list[PartyRef], list[PartyRef]]:
    """«Покупателем стала A», «поставщик — Б»: who is told to be the buyer or the seller, by the noun for it."""
    names = [r for r in firms_of_clause(scene, view, hit.at) if r.name[:1].isupper() and not covers(view, r, hit.at)]
    after = [r for r in names if r.start > view.tokens[hit.at].start]
    if not names:
        return sellers, buyers
    role = (after or names)[:1]
    others = [r for r in (*sellers, *buyers) if r.name != role[0].name and not covers(view, r, hit.at)]
    return (others[:1], role) if hit.cue.text in BUY_WORDS else (role, others[:1])


def covers(view: View, ref: PartyRef, at: int) -> bool:
    return ref.start <= view.tokens[at].start < ref.stop


def offtake_sides(view: View, acting: list[PartyRef], others: list[PartyRef]) -> tuple[list[PartyRef], list[PartyRef]]:
    """(sellers, buyers) of an offtake that A signs with B: the one told as a consumer buys, else A sells."""
    if any(is_consumer(view, r) for r in acting) and not any(is_consumer(view, r) for r in others):
        return others, acting
    return acting, others


def is_consumer(view: View, ref: PartyRef) -> bool:
    """A party told as a trader, maker or smelter right before its name."""
    at = view.token_of(ref.start)
    inside = [t for t in view.tokens[max(0, at - 2) :] if t.start < ref.stop]
    return any(t.lemma in CONSUMER for t in inside)


def add_sides(scene: Scene, view: View, draft: Draft, sellers: list[PartyRef], buyers: list[PartyRef]) -> None:
    for refs, role in ((sellers, "seller"), (buyers, "buyer")):
        for ref in refs:
            if is_trader(scene, view, ref) and ref.name not in draft.names("seller"):
                draft.add_party(ref, role)


def is_trader(scene: Scene, view: View, ref: PartyRef) -> bool:
    """A party that can hold goods: no person, no venture being agreed on, no port or road, nobody that is denied."""
    at = view.token_of(ref.start)
    if ref.kind == "person" or any(0 < at - h.at <= 2 for h in view.cues("negation")):
        return False
    if ref.kind == "asset":
        return sort_of(scene, ref) != "transport"
    lower = ref.name.islower()
    return not (lower and any(ref.start <= view.tokens[h.at].start < ref.stop for h in view.cues("jv")))


def destinations(scene: Scene, view: View, hit: Hit) -> list[PartyRef]:
    """«отправят в Турцию», "shipped to Latvia": the state that goods go to."""
    verb = governing_verb(view, hit.at)
    found = parties_under(scene, view, hit.at, ("в", "into"))
    if verb is not None:
        found += parties_under(scene, view, verb, ("в", "into"))
    states = [r for r in found if r.kind == "country" and is_whither(view, r)]
    works = parties_under(scene, view, verb if verb is not None else hit.at, ("на", "to"))
    return states or [r for r in works if r.kind == "asset" and sort_of(scene, r) == "plant"]


def is_whither(view: View, ref: PartyRef) -> bool:
    """The accusative, or a name that has no cases: then «в» tells where to as well as where."""
    token = view.tokens[view.token_of(ref.start)]
    return token.case in ("Acc", "") or token.text == ref.name


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
    refs = [r for r in all_parties(scene, view, stretch) if r.kind in ("country", "organisation")]
    return [r for r in refs if preposition(view.sentence, view.token_of(r.start)) not in ("in", "at", "в", "на")]


def sort_of(scene: Scene, ref: PartyRef) -> str:
    """What sort of site a name stands for: mine, plant, transport; "" where the text does not say."""
    descriptor = scene.analysis.mentions[ref.mention].post if ref.mention is not None else None
    return terms_of("asset_head", scene.analysis.language).get(descriptor or "", "")
