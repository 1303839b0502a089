"""Who sells to whom: the sides of a supply, read off the verb's direction, prepositions, cases and descriptions."""

from __future__ import annotations

import re
from dataclasses import replace

from lodeline.claims.cues import Hit
from lodeline.claims.draft import Draft, PartyRef
from lodeline.claims.parties import (
    adjective_states,
    all_parties,
    expand,
    is_passive,
    parties_at,
    parties_under,
    patient_tokens,
    subject,
    subject_tokens,
    under,
)
from lodeline.claims.phase import UNDER
from lodeline.claims.receivers import datives_after
from lodeline.claims.rules.frame import WITH, governing_verb, topic_firm
from lodeline.claims.rules.trade_names import covers, firms_of_clause, is_attribute
from lodeline.claims.rules.trade_owners import (
    destinations,
    goods_with_stake,
    makers,
    origins,
    parts_of,
    parts_told,
    possessors,
    sort_of,
)
from lodeline.claims.rules.trade_papers import between, offtake_sides, pair, paper_over, signatories
from lodeline.claims.rules.trade_unnamed import BIGGEST, as_party, unnamed
from lodeline.claims.scene import Scene, View
from lodeline.claims.slots import minerals
from lodeline.claims.words import words
from lodeline.language.tree import children, is_verb, matches, preposition, subtree

BUY_WORDS = words("buy")
ORDERS = words("orders")
OFFTAKE = words("offtake")
ROLES = words("trade_roles")
WINNING = (*words("winning"), "secure", "receive", "get", "book", "получить")
"""Nouns for a side of a trade: «покупатель»."""
FIRST_PERSON = words("first_person")
NOBODY = words("generic_sides")
"""Words for a side that names nobody: «стороны», "exporters"."""
FORMULA = re.compile(r"(?=.*[\d₀-₉])(?:[A-Z][a-z]?[\d₀-₉]*)+")
"""A chemical formula, which is no name of a company."""
Sides = tuple[list[PartyRef], list[PartyRef]]
"""(sellers, buyers)."""


def fill_trade_sides(scene: Scene, view: View, draft: Draft, hit: Hit) -> None:
    """Who sells to whom: by the words of the sentence, then by the paper that the trade stands on."""
    if hit.cue.text in ROLES:
        sellers, buyers = in_role(scene, view, hit, told_sides(scene, view, hit))
    else:
        sellers, buyers = between(scene, view, hit.at) or told_sides(scene, view, hit)
    with_stake = goods_with_stake(scene, view, hit.at) if hit.cue.text in BUY_WORDS else None
    if with_stake is not None:
        sellers, buyers = with_stake
    sellers, buyers = real(scene, view, sellers), real(scene, view, buyers)
    takers = named_role(scene, view, hit, "buyco", buyers) if hit.cue.value == "contract" else []
    if takers:  # «законтрактовал выпуск: покупателем стала A»
        sellers, buyers = buyers, takers
    if len(sellers) + len(buyers) == 2 and not (sellers and buyers) and is_between(view, hit.at):
        sellers, buyers = pair(view, sellers or buyers)
    sellers = sellers or named_role(scene, view, hit, "sellco", buyers)
    buyers = buyers or named_role(scene, view, hit, "buyco", sellers)
    if not sellers or not buyers:
        sellers, buyers = completed(signatories(scene, view, hit.at), sellers, buyers)
    sellers = sellers or told_next(scene, view, SELLERS, buyers)
    buyers = buyers or told_next(scene, view, BUYERS, sellers) or unnamed(scene, view, hit.at, "buyer")
    sellers = sellers or (unnamed(scene, view, hit.at, "seller") if hit.cue.text in BUY_WORDS else [])
    if buyers and of_equipment(view, hit.at) and hit.cue.text not in BUY_WORDS:
        rest = sellers or firms_after(scene, view, hit.at)
        sellers, buyers = buyers[:1], [r for r in rest if r.name != buyers[0].name][:1]
    if is_between(view, hit.at) and sellers and all(r.kind == "institution" for r in sellers):
        sellers, buyers = (buyers, sellers) if all(r.kind == "organisation" for r in buyers) else (sellers, buyers)
    add_sides(draft, sellers, buyers)


def is_between(view: View, at: int) -> bool:
    """Two who sign a paper over the trade, or talk it over: one of them sells and the other buys."""
    return paper_over(view, at) is not None or (view.has("talk") and not is_verb(view.tokens[at]))


def of_equipment(view: View, at: int) -> bool:
    """«договор с A на поставку оборудования»: a mine buys machines, so whoever it signs with sells them."""
    paper = paper_over(view, at)
    signed = paper is not None and any(t.lemma in WITH for t in view.tokens[paper.at + 1 : paper.at + 2])
    return signed and not minerals(view) and any(t.lemma in GOODS for t in view.tokens)


def firms_after(scene: Scene, view: View, at: int) -> list[PartyRef]:
    """Companies told after the trade, else the one that the text is about."""
    later = all_parties(scene, view, (view.tokens[at].start, view.sentence.stop))
    found = [r for r in later if r.kind == "organisation" and r.name[:1].isupper()]
    return found or ([topic_firm(scene)] if scene.topic.organisation is not None else [])


def told_sides(scene: Scene, view: View, hit: Hit) -> Sides:
    """The verb's own direction for its subject, then «to», «from», dative and genitive."""
    text = hit.cue.text
    verb = governing_verb(view, hit.at)
    buyers = receivers(scene, view, hit.at, verb)
    sellers = parties_under(scene, view, hit.at, ("from", "от", "у", "by", "из"))
    if verb is not None and verb != hit.at:
        sellers += parties_under(scene, view, verb, ("from", "от", "у"))
    acting = [r for r in doers(scene, view, verb) if r.name not in {b.name for b in buyers}] if verb is not None else []
    (buyers if text in BUY_WORDS else sellers).extend(acting)
    if text in ORDERS and verb is not None and view.tokens[verb].lemma in WINNING and verb != hit.at:
        return acting, sellers  # "won an order from A": whoever wins it is to deliver
    owned = [] if is_verb(view.tokens[hit.at]) else parties_under(scene, view, hit.at, ("'s", "of"), ("Gen",))
    its = [] if is_verb(view.tokens[hit.at]) else children(view.sentence, hit.at, "nmod:poss")
    owned += [r for i in its if not owned for r in parties_at(scene, view, i)]
    (buyers if text in BUY_WORDS else sellers).extend(owned)
    if text in ORDERS:
        placed = [hit.at, *children(view.sentence, hit.at, "acl"), *([verb] if verb is not None else [])]
        sellers += [r for at in placed for r in parties_under(scene, view, at, ("with", "у"))]
    if text in OFFTAKE:
        paper = view.tokens[hit.at].head if view.tokens[hit.at].relation == "compound" else hit.at
        others = [r for at in {hit.at, paper, verb or paper} for r in parties_under(scene, view, at, WITH)]
        owners = [] if others else parts_of(scene, view, hit.at)
        return offtake_sides(view, acting, others) if not owners else (owners, acting)
    if not acting and verb is not None:
        sellers += [r for r in origins(scene, view, verb) if r.name not in {b.name for b in buyers}]
    goods_of = makers(scene, view, hit) or (possessors(scene, view, hit.at) if text in BUY_WORDS else [])
    others = [r for r in counterparties(scene, view, hit.at) if r.name not in {k.name for k in (*sellers, *buyers)}]
    if text in BUY_WORDS:
        sellers = sellers or others
    else:
        buyers = buyers or others
    if others and not (sellers and buyers) and scene.topic.organisation is not None and not acting:
        firm = topic_firm(scene)
        (buyers if text in BUY_WORDS else sellers).extend([firm] if firm.name != others[0].name else [])
    if hit.cue.group == "contracted" and not sellers and scene.topic.organisation is not None:
        sellers.append(topic_firm(scene))
    if not sellers:
        sellers += [r for r in goods_of if r.name not in {b.name for b in buyers}]
    buyers += [r for r in destinations(scene, view, hit) if not buyers]
    if acting and not buyers and text not in BUY_WORDS and is_verb(view.tokens[hit.at]):
        owners = [r for r in possessors(scene, view, hit.at) if r.kind == "country"]
        buyers += [r for r in owners if r.name not in {s.name for s in sellers} and parts_told(view)]
    return lone_sides(scene, view, hit, sellers, buyers)


def counterparties(scene: Scene, view: View, at: int) -> list[PartyRef]:
    """With whom the trade is talked over or signed: «переговоры с A о поставке», «по договору с A»."""
    papers = [h.at for h in view.cues("instrument") if preposition(view.sentence, h.at) in UNDER]
    places = [i for i in (*papers, *(h.at for h in view.cues("talk"))) if near_clause(view, i, at)]
    verbs = [v for i in places if (v := governing_verb(view, i)) is not None]
    return [r for i in (*places, *verbs) for r in parties_under(scene, view, i, WITH, ()) if r.kind != "person"][:1]


def near_clause(view: View, at: int, trade: int) -> bool:
    """In the clause of a trade, or in the one over it."""
    head = view.clauses[trade]
    return view.clauses[at] in (head, view.clauses[max(0, view.tokens[head].head)])


def lone_sides(scene: Scene, view: View, hit: Hit, sellers: list[PartyRef], buyers: list[PartyRef]) -> Sides:
    """A company that grammar gives no role: alone after the word, or the only one beside the known side."""
    if not sellers and not buyers:
        lone = [r for r in firms_of_clause(scene, view, hit.at)[:1] if r.start > view.tokens[hit.at].start]
        return (sellers, lone) if hit.cue.text not in BUY_WORDS else (lone, buyers)
    if bool(sellers) != bool(buyers):
        known = {r.name for r in (*sellers, *buyers)}
        others = [r for r in firms_of_clause(scene, view, hit.at) if r.name not in known]
        (buyers if sellers else sellers).extend(others if len(others) == 1 else [])
    return sellers, buyers


def doers(scene: Scene, view: View, verb: int) -> list[PartyRef]:
    """Who acts; in «договор, по которому закупала…» whoever acts in the clause over it; "we" is the text's company."""
    acting = subject(scene, view, verb)
    tokens = subject_tokens(view, verb)
    ours = any(view.tokens[t].lemma in FIRST_PERSON for t in tokens) and view.tokens[verb].lemma not in WEAK
    if not acting and ours and scene.topic.organisation is not None:
        return [topic_firm(scene)]
    head = view.clauses[verb]
    noun = view.tokens[head].head
    if acting:
        return acting
    if tokens in ([], [noun]) and matches(view.tokens[head].relation, ("acl:relcl",)) and noun >= 0:
        over = governing_verb(view, noun)
        return subject(scene, view, over) if over is not None and over != verb else []
    over = view.tokens[verb].head
    if view.tokens[verb].form == "Part" and view.tokens[verb].relation == "advcl" and is_verb(view.tokens[over]):
        return subject(scene, view, over)
    if all(view.tokens[t].pos == "PRON" for t in tokens) and tokens and not is_passive(view, verb):
        told = {r.name: r for r in all_parties(scene, view, (view.sentence.start, view.tokens[tokens[0]].start))}
        return list(told.values()) if len(told) == 1 else []
    if tokens and not is_passive(view, verb):
        return [ref for t in tokens if (ref := as_party(scene, view, t)) is not None]
    return nominative_before(scene, view, verb) if not tokens else []


def nominative_before(scene: Scene, view: View, verb: int) -> list[PartyRef]:
    """The company in the nominative before an active verb that the parser left without a subject."""
    names = [
        (i, m)
        for i, m in view.mentions
        if m.kind == "organisation" and m.case == "Nom" and m.top < verb and view.clauses[m.top] == view.clauses[verb]
    ]
    active = view.tokens[verb].form == "Fin" or children(view.sentence, verb, "aux")
    free = [n for n in names if not preposition(view.sentence, n[1].top)]
    return expand(scene, *free[-1]) if free and active and view.tokens[verb].voice != "Pass" else []


def receivers(scene: Scene, view: View, at: int, verb: int | None) -> list[PartyRef]:
    """Who gets the goods: under «to», «for», in the dative; also as users of them, and told by their state."""
    places = [at] if verb is None or verb == at else [at, verb]
    tokens = [t for p in places for t in under(view, p, ("to", "for", "для"), ("Dat",))]
    found = [
        r
        for t in tokens
        for r in parties_at(scene, view, t) or lone_trader(scene, view, t) or adjective_states(scene, view, t)
    ]
    return found or datives_after(scene, view, at) or users(scene, view, at)


def lone_trader(scene: Scene, view: View, at: int) -> list[PartyRef]:
    """ "to a Korean smelter": one that is told and not named; several stand for their state."""
    ref = as_party(scene, view, at) if view.tokens[at].number != "Plur" else None
    return [ref] if ref is not None else []


def users(scene: Scene, view: View, at: int) -> list[PartyRef]:
    """ "the ore used by Chinese plants": whoever uses what is supplied."""
    inside = {i for o in patient_tokens(view, at) for i in subtree(view.sentence, o)}
    used = [i for i in inside if view.tokens[i].lemma in USING and is_verb(view.tokens[i])]
    tokens = [t for i in used for t in under(view, i, ("by",), ("Ins",))]
    return [r for t in tokens for r in adjective_states(scene, view, t) or parties_at(scene, view, t)]


USING = words("using")
GOODS = words("goods")
WEAK = words("weak_supply")


def completed(signed: Sides, sellers: list[PartyRef], buyers: list[PartyRef]) -> Sides:
    """The side that a sentence leaves out, from those who signed: the one who is not the side told."""
    known = {r.name for r in (*sellers, *buyers)}
    if not known:
        return signed
    others = [r for refs in signed for r in refs if r.name not in known]
    if len(others) != 1 or not any(r.name in known for refs in signed for r in refs):
        return sellers, buyers
    return sellers or others, buyers or others


def named_role(scene: Scene, view: View, hit: Hit, group: str, known: list[PartyRef]) -> list[PartyRef]:
    """ "…, the seller being A", «покупатель — A»: the other side told by its noun elsewhere in the sentence."""
    for role in view.cues(group):
        names = [r for r in named_firms(scene, view, role.at) if r.name not in {k.name for k in known}]
        if role.at != hit.at and names:
            return names
    return []


def told_next(scene: Scene, view: View, roles: tuple[str, ...], known: list[PartyRef]) -> list[PartyRef]:
    """«Покупателем выступит A, поставщиком — Б» in the sentence after a trade: a side told by its noun."""
    after = scene.after(view)
    if after is None or not any(t.lemma in (*SELLERS, *BUYERS) for t in after.tokens[:ROLE_OPENS]):
        return []
    others = [i for i, t in enumerate(after.tokens) if t.lemma in (*SELLERS, *BUYERS)]
    for n, role in enumerate(others):
        stop = others[n + 1] if n + 1 < len(others) else len(after.tokens)
        named = [r for r in role_names(scene, after, role, stop) if r.name not in {k.name for k in known}]
        if after.tokens[role].lemma in roles and named:
            return [replace(named[0], rule="told by its role in the next sentence")]
    return []


def role_names(scene: Scene, view: View, role: int, stop: int) -> list[PartyRef]:
    """Companies and works named after the noun for a side, before the next such noun."""
    last = view.tokens[min(stop, role + ROLE_REACH, len(view.tokens)) - 1].stop
    firms = [r for r in all_parties(scene, view, (view.tokens[role].stop, last)) if r.kind == "organisation"]
    works = [(i, m) for i, m in view.mentions if m.kind == "asset" and view.tokens[role].stop <= m.start < last]
    return [r for r in (firms or [r for i, m in works for r in expand(scene, i, m)]) if r.name[:1].isupper()]


SELLERS = words("selling_roles")
BUYERS = words("buying_roles")
ROLE_OPENS = 3


def named_firms(scene: Scene, view: View, role: int) -> list[PartyRef]:
    """Companies named shortly after the noun for a side."""
    start = view.tokens[role].start
    near = view.tokens[min(len(view.tokens) - 1, role + ROLE_REACH)].stop
    found = all_parties(scene, view, (start, near))
    return [r for r in found if r.kind == "organisation" and r.name[:1].isupper() and not covers(view, r, role)]


ROLE_REACH = 6
"""Words between the noun for a side and its name."""


def in_role(scene: Scene, view: View, hit: Hit, sides: Sides) -> Sides:
    """«Покупателем стала A», «поставщик — Б»: who is told to be the buyer or the seller, by the noun for it.

    Whoever looks for a buyer sells.
    """
    sellers, buyers = sides
    buying = hit.cue.text in BUY_WORDS
    names = [r for r in firms_of_clause(scene, view, hit.at) if r.name[:1].isupper() and not covers(view, r, hit.at)]
    after = [r for r in names if r.start > view.tokens[hit.at].start] or named_firms(scene, view, hit.at)
    after = [r for r in after if preposition(view.sentence, view.token_of(r.start)) not in ACROSS]
    if matches(view.tokens[hit.at].relation, ("obj", "obl")) and not after:
        verb = governing_verb(view, hit.at)
        seekers = doers(scene, view, verb) if verb is not None and view.tokens[verb].lemma in SEEKING else []
        if seekers:
            return (seekers, []) if buying else ([], seekers)
    if not names and not after:
        return [r for r in sellers if not covers(view, r, hit.at)], [r for r in buyers if not covers(view, r, hit.at)]
    role = (after or names)[:1]
    others = [r for r in (*sellers, *buyers) if r.name != role[0].name and not covers(view, r, hit.at)]
    if not others and scene.topic.organisation is not None:
        others = [r for r in [topic_firm(scene)] if r.name != role[0].name and not covers(view, r, hit.at)]
    return (others[:1], role) if buying else (role, others[:1])


SEEKING = words("seeking")
ACROSS = ("to", "for", "from", "для")
"""Prepositions of the other side: "the supplier of gallium to A"."""


def real(scene: Scene, view: View, refs: list[PartyRef]) -> list[PartyRef]:
    trades = [h.at for h in view.cues("supply")]
    return [r for r in refs if is_trader(scene, view, r) and not any(is_attribute(view, r, at) for at in trades)]


def add_sides(draft: Draft, sellers: list[PartyRef], buyers: list[PartyRef]) -> None:
    for refs, role in ((sellers, "seller"), (buyers, "buyer")):
        for ref in refs:
            if ref.name not in draft.names("seller"):
                draft.add_party(ref, role)


def is_trader(scene: Scene, view: View, ref: PartyRef) -> bool:
    """A party that can hold goods: no person, no venture being agreed on, no port or road, nobody that is denied."""
    at = view.token_of(ref.start)
    if ref.kind == "person" or any(0 < at - h.at <= 2 for h in view.cues("negation")):
        return False
    if ref.name.islower() and ref.name.split()[0] in BIGGEST:
        return False
    if ref.name.casefold() in NOBODY or FORMULA.fullmatch(ref.name) or is_weighed(view, ref):
        return False
    owned = at > 0 and view.tokens[at - 1].relation in ("nmod:poss", "case")
    if owned and ref.name.isupper() and any(h.at == at + 1 for h in view.cues("supply")):
        return False  # "its APT exports": what is traded
    if ref.kind == "asset":
        return sort_of(scene, ref) != "transport"
    lower = ref.name.islower()
    return not (lower and any(ref.start <= view.tokens[h.at].start < ref.stop for h in view.cues("jv")))


def is_weighed(view: View, ref: PartyRef) -> bool:
    """ "900 tonnes of NdPr": what is weighed is goods, whatever its name looks like."""
    at = view.token_of(ref.start)
    weights = [v for _, v in view.values if v.kind == "quantity" and 0 <= ref.start - v.stop <= WEIGHED]
    return bool(weights) and at > 0 and view.tokens[at - 1].lemma == "of" and ref.kind == "organisation"


WEIGHED = len(" a year of ")
"""Characters between a weight and what is weighed."""
