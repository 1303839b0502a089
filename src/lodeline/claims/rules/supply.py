"""Goods sold, bought and delivered, and contracts over them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from lodeline.claims.cues import Hit
from lodeline.claims.draft import Draft, PartyRef
from lodeline.claims.parties import (
    all_parties,
    parties_under,
    patient_tokens,
    subject_tokens,
)
from lodeline.claims.phase import conditional
from lodeline.claims.rules.figures import (
    CRAFT,
    EARNINGS,
    OUTPUTS,
    OWNABLE,
    RAW_GOODS,
    VOLUMES,
    WHOLE_PERCENT,
    is_stored,
    is_sum,
    is_traded,
    is_yearly,
    whole_of,
)
from lodeline.claims.rules.frame import governing_verb, open_draft, topic_firm
from lodeline.claims.rules.trade_goods import denies_goods, is_idiom, is_of_other_things
from lodeline.claims.rules.trade_papers import add_details, goes_on, last_trade, paper_over
from lodeline.claims.rules.trade_sides import OFFTAKE, ROLES, fill_trade_sides
from lodeline.claims.rules.trade_status import stand_on_paper, supply_status
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
from lodeline.language.tree import children, is_verb
from lodeline.language.values import Value

LOTS = words("lots")
"""Nouns for a load: a verb beside them tells more."""
WEAK_SUPPLY = words("weak_supply")
"""Words that tell a supply only with a quantity of goods."""


def supplies(scene: Scene, view: View) -> Iterator[Draft]:
    """Goods sold, bought or delivered: a supply word with a quantity, or with a buyer and a seller."""
    first: Hit | None = None
    for hit in supply_words(scene, view):
        if first is not None and not is_apart(scene, view, first, hit):
            continue
        pick = nearest_value(scene, view, hit.at, ("quantity", "percent"), goods_fit(scene, view, hit))
        draft = open_draft("supply", "goods supplied", view, hit.at)
        draft.status = supply_status(scene, view, hit)
        fill_trade_sides(scene, view, draft, hit)
        near = pick is not None and is_near(view, hit, pick[1])
        if near:
            take_quantity(scene, draft, pick)
        elif pick is None:
            take_whole(view, draft, hit)
        if pick is not None and draft.status is not None:
            sides_left_out(scene, view, draft, hit)
        told = pick is not None and (near or hit.cue.text not in WEAK_SUPPLY)
        if draft.status is None or not is_told(scene, view, draft, hit, told=told):
            scene.used.discard(pick[0] if pick else -1)
            continue
        fill_trade(scene, view, draft, hit)
        stand_on_paper(scene, view, draft, hit)
        first = hit
        if goes_on(scene, view, draft):
            return
        scene.trades.append((view.index, draft))
        yield draft
        yield from more_goods(scene, view, draft, pick)
    if first is None:
        add_details(scene, view)


def goods_fit(scene: Scene, view: View, hit: Hit) -> Callable[[Value], bool]:
    """An amount of goods; a part is one only where goods are told, here or right before."""
    here, before = tells_goods(view), scene.before(view)
    told = here or (before is not None and tells_goods(before) and not view.has("stake"))

    def fits(value: Value) -> bool:
        part = value.kind != "percent" or (told and (here or not is_own(view, value)))
        return part and is_traded(view, value, hit.at)

    return fits


def is_own(view: View, value: Value) -> bool:
    """ "sold its half": of what is not told, but hardly of goods."""
    at = view.token_of(value.start)
    return at > 0 and view.tokens[at - 1].lemma in OWN


OWN = (*words("possessives"), "свой")


def tells_goods(view: View) -> bool:
    """Ore, metal, output or a mineral by its name, and not only as what a project is for («танталовый проект»)."""
    named = any(not m.adjective for m in minerals(view))
    return named or any(t.lemma in (*RAW_GOODS, *OUTPUTS, *VOLUMES, *OFFTAKE, *GOODS) for t in view.tokens)


def is_near(view: View, hit: Hit, value: Value) -> bool:
    """Within reach, told as its volume, or what its clause describes ("half of which A had contracted to buy")."""
    described = view.tokens[view.clauses[hit.at]].head
    at = view.token_of(value.start)
    if any(t.lemma in VOLUMES for t in view.tokens[max(0, at - 3) : at]):
        return True
    first, last = view.token_of(value.start), view.token_of(value.stop - 1)
    return first <= described <= last or view.distance(hit.at, value.start, value.stop) <= GOODS_REACH


def is_apart(scene: Scene, view: View, first: Hit, hit: Hit) -> bool:
    """A second trade of a sentence: a verb with goods of its own in another clause."""
    return (
        is_verb(view.tokens[hit.at]) and view.clauses[hit.at] != view.clauses[first.at] and has_goods(scene, view, hit)
    )


def sides_left_out(scene: Scene, view: View, draft: Draft, hit: Hit) -> None:
    """A shipment whose sides the sentence leaves out has those told just before; else the text's company ships it."""
    if draft.parties or any(r.name[:1].isupper() for r in all_parties(scene, view)):
        return
    if view.has("world") or is_stored(view):
        return
    last = last_trade(scene, view, SAME_TRADE)
    for ref, role, _ in last.parties if last is not None else ():
        draft.add_party(replace(ref, rule="the trade told before"), role)
    if last is None and hit.cue.text in SHIPPING and scene.topic.organisation is not None:
        crafts = any(v.quantity and v.quantity.unit in CRAFT for _, v in view.values)
        draft.add_party(topic_firm(scene), "buyer" if crafts else "seller")


SAME_TRADE = 2
"""Sentences after a trade in which it may go on with its sides left out."""
SHIPPING = words("shipping")


WEIGHTS = ("t", "lb", "oz", "kg")
GOODS_REACH = 12
"""Words between a supply word and how much is supplied."""


def supply_words(scene: Scene, view: View) -> list[Hit]:
    """Words that may tell a supply: not under a condition or a trade limit, not part of a name or of another deal."""
    crafts = any(v.quantity and v.quantity.unit in CRAFT for _, v in scene.free(view, "quantity"))
    gets = [h for h in view.cues("receive") if is_given(scene, view, h)]
    pledged = crafts or any(t.lemma in OUTPUTS for t in view.tokens)
    made = [*(view.cues("build") if crafts else []), *(view.cues("pledge") if pledged else [])]
    outputs = any(t.lemma in OUTPUTS for t in view.tokens) and view.has("instrument")
    made += view.cues("contracted") if outputs else []
    hits = [*view.cues("supply"), *gets, *made, *view.cues("force_majeure")]
    acts = any(is_verb(view.tokens[h.at]) for h in hits)
    return [
        h
        for h in sorted(hits, key=lambda h: (not has_goods(scene, view, h), h.cue.text in (*LOTS, *ROLES)))
        if not conditional(view, h.at)
        and not view.beside(h.at, "limit", reach=4)
        and (view.index, h.at) not in scene.dealt
        and not is_title_word(view, h.at)
        and not is_of_post(view, h.at)
        and (h.cue.text not in VERB_ONLY or is_verb(view.tokens[h.at]))
        and not (acts and h.cue.text in OFFTAKE and not is_verb(view.tokens[h.at]))
        and not denies_goods(view, h.at)
        and not is_idiom(view, h.at)
        and not is_of_other_things(scene, view, h.at)
        and not (h.cue.text in ROLES and seeks_for_firm(view, h.at))
    ]


def seeks_for_firm(view: View, at: int) -> bool:
    """ "buyers for its chrome business", «покупатель на комбинат»: who is to buy a company, and not what it makes."""
    after = view.tokens[at + 1 : at + 2]
    over = (
        range(at + 2, min(len(view.tokens), at + SOUGHT))
        if after and after[0].lemma in ("for", "of", "на", "для")
        else ()
    )
    stakes = {h.at for h in view.cues("stake")}
    return any(i in stakes or view.tokens[i].lemma in OWNABLE for i in over)


SOUGHT = 7
"""Words: what a buyer is sought for stands that near."""


def is_given(scene: Scene, view: View, hit: Hit) -> bool:
    """ "will receive 10,000 tonnes": got from somebody, or, in English, a weight of goods."""
    given = bool(parties_under(scene, view, hit.at, ("от", "у", "из", "from"))) or gets_part(scene, view, hit)
    return given or (hit.cue.text == "receive" and has_goods(scene, view, hit) and bool(minerals(view)))


def gets_part(scene: Scene, view: View, hit: Hit) -> bool:
    """«будет получать 60% концентрата»: a part of what others make."""
    parts = [v for _, v in scene.free(view, "percent") if is_traded(view, v, hit.at)]
    after = [view.tokens[view.token_of(v.stop - 1) + 1 :][:3] for v in parts if v.start > view.tokens[hit.at].start]
    direct = [near for near in after if near and (near[0].pos != "ADP" or near[0].lemma == "of")]
    named = {m.start for m in minerals(view) if not m.adjective}
    return any(t.lemma in (*RAW_GOODS, *OUTPUTS) or t.start in named for near in direct for t in near)


def has_goods(scene: Scene, view: View, hit: Hit) -> bool:
    """How much is traded stands in the clause of the word itself."""
    goods = [v for _, v in scene.free(view, "quantity", "percent") if is_traded(view, v, hit.at)]
    return any(view.clauses[view.token_of(v.start)] == view.clauses[hit.at] for v in goods)


VERB_ONLY = (*words("contract"), "ship", "take", "source", "book", "load", *words("trade_verbs"))
"""The noun is a paper, a vessel, a volume; only as a verb it tells that goods change hands."""


def is_of_post(view: View, at: int) -> bool:
    """«директор по продажам», "head of sales", "sales manager": somebody's work."""
    lemmas = [t.lemma for t in view.tokens[max(0, at - 2) : at]]
    after = [t.lemma for t in view.tokens[at + 1 : at + 2]]
    led = len(lemmas) == 2 and lemmas[0] in POSTS and lemmas[1] in ("по", "of")
    return not is_verb(view.tokens[at]) and (led or any(lemma in POSTS for lemma in after))


POSTS = words("sales_posts")


def is_title_word(view: View, at: int) -> bool:
    """ "President's Order 77": a noun written large inside a sentence is part of a name."""
    token = view.tokens[at]
    return at > 0 and token.text[:1].isupper() and not token.text.isupper() and not is_verb(token)


def is_told(scene: Scene, view: View, draft: Draft, hit: Hit, *, told: bool) -> bool:
    """A supply has goods: a quantity, a sum or a period with one side, or goods by name with both.

    A share of imports is none.
    """
    sides = {role for _, role, _ in draft.parties}
    moved = [view.tokens[t] for t in (*subject_tokens(view, hit.at), *patient_tokens(view, hit.at))]
    heads = (hit.at, *patient_tokens(view, hit.at))
    lots = [view.tokens[c] for t in heads for c in children(view.sentence, t, "nmod")]
    raw = [t for t in (*moved, *lots) if t.lemma in RAW_GOODS]
    weak = hit.cue.text in WEAK_SUPPLY and not raw
    period = nearest_value(scene, view, hit.at, ("duration",)) is not None and not weak
    imported = any(n == view.index for n, _, _ in scene.shared)
    if weak and draft.quantity is not None and draft.quantity.unit in CRAFT:
        return len(sides) == 2
    if told or (draft.quantity is not None and not imported):
        return bool(sides)
    if imported or any(n == view.index for n, _ in scene.dealt):
        return False
    named = (*GOODS, *RAW_GOODS) if raw or hit.cue.text in ROLES else GOODS
    goods = bool(minerals(view)) or any(t.lemma in named for t in view.tokens)
    signed = len(sides) == 2 and hit.cue.text in SUPPLYING and paper_over(view, hit.at) is not None
    goods = goods or (signed and scene.topic.commodity is not None and not view.has("stake"))
    firms = [r for r, _, _ in draft.parties if r.kind != "country"]
    stopped = draft.status in ("suspended", "denied", "cancelled") and bool(minerals(view) and firms)
    if sides and not weak and (period or stopped or (goods and is_paid(scene, view, hit))):
        return True
    if hit.cue.group == "force_majeure":
        return bool(sides)
    mined = bool(raw) and any(m.kind == "asset" for _, m in view.mentions)
    proper = all(r.kind == "country" or not r.name.islower() for r, _, _ in draft.parties)
    return ((len(sides) == 2 and proper) or (mined and "buyer" in sides)) and goods and not weak


SUPPLYING = (*OFFTAKE, "supply", "delivery", "поставка")
"""Words that tell of goods wherever they stand in a paper's name; a sale may be that of a company."""
GOODS = words("goods")
"""What is traded without being weighed or counted: equipment, parts, magnets."""


def is_paid(scene: Scene, view: View, hit: Hit) -> bool:
    """«экспортировала золота на 412 млн долларов»: a sum told right with the trade, no earnings and no price."""
    pick = nearest_value(scene, view, hit.at, ("money",), is_sum)
    near = pick is not None and view.distance(hit.at, pick[1].start, pick[1].stop) <= PAID_REACH
    return near and not any(t.lemma in EARNINGS for t in view.tokens)


PAID_REACH = 8


def fill_trade(scene: Scene, view: View, draft: Draft, hit: Hit) -> None:
    """The slots beside the sides and the quantity."""
    take_money(scene, draft, nearest_value(scene, view, hit.at, ("money",)))
    verb = governing_verb(view, hit.at)
    yearly = is_yearly(view, hit.at) or (verb is not None and is_yearly(view, verb))
    if draft.quantity and draft.quantity.unit in WEIGHTS and yearly:
        draft.quantity = replace(draft.quantity, unit=f"{draft.quantity.unit}/year")
    if draft.quantity is None or draft.quantity.unit in (*TONNES, "%"):
        fill_commodities(scene, view, draft)
    fill_assets(scene, view, draft, topic=False)
    fill_places(scene, view, draft)
    fill_date(scene, view, draft, hit.at)
    fill_period(scene, view, draft, hit.at, reach=PERIOD_REACH)
    later = draft.date is not None and draft.date > (scene.analysis.anchor or "9999")
    if draft.status == "completed" and later:
        draft.status = "agreed"
    if draft.status == "under_way" and is_over(scene, view, draft, hit):
        draft.status = "completed"


def is_over(scene: Scene, view: View, draft: Draft, hit: Hit) -> bool:
    """ "Exports doubled to 410,000 tonnes in 2030": told for a year that is over, and not since then."""
    dates = [v for _, v in view.values if v.date and v.date.iso == draft.date and v.date.sense != "since"]
    own = view.tokens[hit.at].text.isascii()
    told = [v for v in dates if own or view.clauses[view.token_of(v.start)] == view.clauses[hit.at]]
    return bool(told) and (draft.date or "9999")[:4] < (scene.analysis.anchor or "")[:4]


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


def more_goods(scene: Scene, view: View, first: Draft, pick: Pick | None) -> Iterator[Draft]:
    """A further lot of the same supply in one sentence: for another year or buyer, or an option on more."""
    if pick is None or first.quantity is None:
        return
    for other in scene.free(view, "quantity", "percent"):
        quantity = other[1].quantity
        if quantity is None or other[0] < pick[0] or quantity.unit != first.quantity.unit:
            continue
        if not is_traded(view, other[1], 0):
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
