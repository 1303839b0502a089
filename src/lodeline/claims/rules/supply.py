"""Goods sold, bought and delivered, and contracts over them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

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
from lodeline.claims.rules.figures import WHOLE_PERCENT, is_change, is_part_of_firm, is_yearly, whole_of
from lodeline.claims.rules.frame import governing_verb, open_draft
from lodeline.claims.scene import Scene, View
from lodeline.claims.slots import (
    TONNES,
    Pick,
    fill_assets,
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
from lodeline.vocabulary.terms import terms_of

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
    for hit in supply_words(scene, view):
        pick = nearest_value(scene, view, hit.at, ("quantity", "percent"), lambda v: is_traded(view, v))
        draft = open_draft("supply", "goods supplied", view, hit.at)
        draft.status = supply_status(scene, view, hit)
        fill_trade_sides(scene, view, draft, hit)
        if pick is not None and view.distance(hit.at, pick[1].start, pick[1].stop) <= GOODS_REACH:
            take_quantity(scene, draft, pick)
        elif pick is None:
            take_whole(view, draft, hit)
        if draft.status is None or not is_told(scene, view, draft, hit, told=pick is not None):
            scene.used.discard(pick[0] if pick else -1)
            continue
        fill_trade(scene, view, draft, hit)
        yield draft
        yield from more_goods(scene, view, draft, pick)
        return


GOODS_REACH = 12
"""Words between a supply word and how much is supplied."""


def supply_words(scene: Scene, view: View) -> list[Hit]:
    """Words that may tell a supply: not under a condition or a trade limit, not part of a name or of another deal."""
    crafts = any(v.quantity and v.quantity.unit in CRAFT for _, v in scene.free(view, "quantity"))
    gets = [h for h in view.cues("receive") if parties_under(scene, view, h.at, ("от", "у", "из", "from"))]
    hits = [*view.cues("supply"), *gets, *(view.cues("build", "pledge") if crafts else [])]
    return [
        h
        for h in hits
        if not conditional(view, h.at)
        and not view.beside(h.at, "limit", reach=4)
        and (view.index, h.at) not in scene.dealt
        and not is_title_word(view, h.at)
        and (h.cue.text not in CONTRACT or is_verb(view.tokens[h.at]))
    ]


CONTRACT = words("contract")
"""The noun is a paper; only as a verb it tells that goods were contracted."""
ORDERS = words("orders")


def is_title_word(view: View, at: int) -> bool:
    """ "President's Order 77": a noun written large inside a sentence is part of a name."""
    token = view.tokens[at]
    return at > 0 and token.text[:1].isupper() and not token.text.isupper() and not is_verb(token)


def supply_status(scene: Scene, view: View, hit: Hit) -> str | None:
    phase = phase_of(scene, view, hit.at)
    if phase == "negated":
        return "suspended" if any(t.lemma in NO_LONGER for t in view.tokens) else None
    status = status_by_form(view, "supply", hit.at, phase)
    promised = {view.tokens[i].lemma for i in chain(view, hit.at)} & {"contract", "законтрактовать"}
    if (hit.cue.value == "contract" or promised) and status in ("completed", "agreed", "under_way"):
        return "binding"
    if hit.cue.text in ORDERS and status in ("completed", "under_way"):
        return "agreed"
    return status


NO_LONGER = words("no_longer")


def is_told(scene: Scene, view: View, draft: Draft, hit: Hit, *, told: bool) -> bool:
    """A supply has goods: a quantity or a period with one side, or a mineral with both; a share of imports is none."""
    sides = {role for _, role, _ in draft.parties}
    weak = hit.cue.text in WEAK_SUPPLY
    period = nearest_value(scene, view, hit.at, ("duration",)) is not None and not weak
    if told or draft.quantity is not None:
        return bool(sides)
    if any(n == view.index for n, _, _ in scene.shared) or any(n == view.index for n, _ in scene.dealt):
        return False
    return (bool(sides) and period) or (len(sides) == 2 and bool(minerals(view)) and not weak)


def fill_trade(scene: Scene, view: View, draft: Draft, hit: Hit) -> None:
    """The slots beside the sides and the quantity."""
    take_money(scene, draft, nearest_value(scene, view, hit.at, ("money",)))
    verb = governing_verb(view, hit.at)
    if draft.quantity and draft.quantity.unit == "t" and (is_yearly(view, hit.at) or (verb and is_yearly(view, verb))):
        draft.quantity = replace(draft.quantity, unit="t/year")
    if draft.quantity is None or draft.quantity.unit in (*TONNES, "%"):
        fill_commodities(scene, view, draft)
    fill_assets(scene, view, draft, topic=False)
    fill_places(scene, view, draft)
    fill_date(scene, view, draft, hit.at)
    fill_period(scene, view, draft, hit.at, reach=PERIOD_REACH)


PERIOD_REACH = 24
"""Words: a supply is told with how long it runs at its end."""


def take_whole(view: View, draft: Draft, hit: Hit) -> None:
    """All of the goods: 100 percent."""
    verb = governing_verb(view, hit.at)
    for at in (hit.at, verb):
        found = whole_of(view, at) if at is not None else None
        if found is not None:
            draft.quantity = WHOLE_PERCENT
            draft.holds("quantity", view.tokens[found].start, view.tokens[found].stop)
            return


def is_traded(view: View, value: Value) -> bool:
    """An amount of goods: no growth, no part of a company."""
    if not is_goods(value) or is_change(view, value):
        return False
    return value.kind != "percent" or not is_part_of_firm(view, value)


def more_goods(scene: Scene, view: View, first: Draft, pick: Pick | None) -> Iterator[Draft]:
    """A further lot of the same supply in one sentence: for another year or buyer, or an option on more."""
    if pick is None or first.quantity is None:
        return
    for other in scene.free(view, "quantity", "percent"):
        quantity = other[1].quantity
        if quantity is None or other[0] < pick[0] or quantity.unit != first.quantity.unit or not is_traded(view, other[1]):
            continue
        at = view.token_of(other[1].start)
        optional = any(t.lemma in FURTHER for t in view.tokens[max(0, at - 5) : at])
        year = year_beside(view, other)
        buyers = [r for r in recipients_after(scene, view, other[1]) if r.name not in first.names("buyer")]
        if not (optional or buyers or (year is not None and year != first.date)):
            continue
        draft = open_draft("supply", "a further lot", view, at)
        draft.status = "proposed" if optional else first.status
        for ref, role, _ in first.parties:
            if role == "seller" or not buyers:
                draft.add_party(ref, role)
        for ref in buyers[:1]:
            draft.add_party(ref, "buyer")
        take_quantity(scene, draft, other)
        draft.commodities, draft.places = list(first.commodities), list(first.places)
        draft.date = year or (None if buyers else first.date)
        yield draft


FURTHER = words("further")


def year_beside(view: View, pick: Pick) -> str | None:
    """The date told right with a lot: «в 2027-м — 450 тыс.»."""
    dates = [v for _, v in view.values if v.date and v.date.iso]
    near = [v for v in dates if -LOT_REACH <= view.token_of(v.start) - view.token_of(pick[1].start) <= LOT_REACH]
    best = min(near, key=lambda v: abs(v.start - pick[1].start), default=None)
    return best.date.iso if best is not None and best.date else None


LOT_REACH = 4


def recipients_after(scene: Scene, view: View, value: Value) -> list[PartyRef]:
    """ "a quarter for battery maker Acme", «треть — компании «Акме»»: who gets a lot."""
    last = view.token_of(value.stop - 1)
    words_after = view.tokens[last + 1 : last + 3]
    if not any(t.lemma in ("for", "to", "для", "—", "–") for t in words_after):
        return []
    firms = [r for r in all_parties(scene, view) if r.kind in ("organisation", "country")]
    return [r for r in firms if 0 < view.token_of(r.start) - last <= GOODS_REACH // 2][:1]


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
    if text in ORDERS:
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
            if is_trader(scene, view, ref) and ref.name not in draft.names("seller"):
                draft.add_party(ref, role)


def is_trader(scene: Scene, view: View, ref: PartyRef) -> bool:
    """A party that can hold goods: no person, no venture being agreed on, no port or road, nobody that is denied."""
    at = view.token_of(ref.start)
    if ref.kind == "person" or any(0 < at - h.at <= 2 for h in view.cues("negation")):
        return False
    if ref.kind == "asset":
        heads = terms_of("asset_head", scene.analysis.language)
        sort = scene.analysis.mentions[ref.mention].post if ref.mention is not None else None
        return heads.get(sort or "", "") != "transport"
    lower = ref.name.islower()
    return not (lower and any(ref.start <= view.tokens[h.at].start < ref.stop for h in view.cues("jv")))


def destinations(scene: Scene, view: View, hit: Hit) -> list[PartyRef]:
    """«отправят в Турцию», "shipped to Latvia": the state that goods go to."""
    verb = governing_verb(view, hit.at)
    found = parties_under(scene, view, hit.at, ("в", "into"))
    if verb is not None:
        found += parties_under(scene, view, verb, ("в", "into"))
    return [r for r in found if r.kind == "country" and is_whither(view, r)]


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
    return [r for r in all_parties(scene, view, stretch) if r.kind in ("country", "organisation")]
