"""Papers over goods: contracts that say how much, who signed them in which role, and what the next sentence adds."""

from __future__ import annotations

from collections.abc import Iterator

from lodeline.claims.cues import Hit
from lodeline.claims.draft import Draft, PartyRef
from lodeline.claims.parties import parties_at, parties_under, subject, subject_tokens
from lodeline.claims.phase import UNDER, chain, conditional, phase_of, status_by_form
from lodeline.claims.rules.figures import CRAFT, OUTPUTS, RAW_GOODS, is_sum, is_traded
from lodeline.claims.rules.frame import BETWEEN, WITH, governing_verb, is_named, open_draft, topic_firm
from lodeline.claims.rules.trade_unnamed import unnamed
from lodeline.claims.scene import Scene, View
from lodeline.claims.slots import (
    Pick,
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
from lodeline.language.tree import children, is_verb, matches, subtree

CONSUMER = words("consumer")
PAPERS = words("papers")
BINDING_NOBODY = ("joint_statement", "treaty")
Sides = tuple[list[PartyRef], list[PartyRef]]
"""(sellers, buyers)."""


def offtake_sides(view: View, acting: list[PartyRef], others: list[PartyRef]) -> Sides:
    """(sellers, buyers) of a paper that A signs with B: the one told as a consumer buys, else A sells."""
    if any(is_consumer(view, r) for r in acting) and not any(is_consumer(view, r) for r in others):
        return others, acting
    return acting, others


def is_consumer(view: View, ref: PartyRef) -> bool:
    """A party told as a trader, maker or smelter right before its name; a ministry or an agency, which digs nothing."""
    if ref.kind == "institution":
        return True
    at = view.token_of(ref.start)
    inside = [t for t in view.tokens[max(0, at - 2) :] if t.start < ref.stop]
    return any(t.lemma in CONSUMER for t in inside)


def pair(view: View, refs: list[PartyRef]) -> Sides:
    """Two who are told side by side: the first sells, unless it is told as a consumer.

    Two states sell nothing to each other before an amount is told.
    """
    named = [r for r in refs if r.kind != "person"]
    weighed = any(v.kind == "quantity" for _, v in view.values)
    if len(named) != 2 or (all(r.kind == "country" for r in named) and not weighed):
        return [], []
    return offtake_sides(view, named[:1], named[1:])


def between(scene: Scene, view: View, at: int) -> Sides | None:
    """«договор о поставке между A и B», "the supply deal between A and B"."""
    for here in chain(view, at):
        refs = parties_under(scene, view, here, BETWEEN, ())
        if len(refs) == 2:
            return offtake_sides(view, refs[:1], refs[1:])
    return None


def paper_over(view: View, at: int) -> Hit | None:
    """The paper that a trade hangs on: «контракт на поставку», "a deal under which…", «договор предусматривает…»."""
    above = chain(view, at)
    head = view.clauses[at]
    noun = view.tokens[head].head
    if noun >= 0 and matches(view.tokens[head].relation, ("acl",)):
        above = [*above, *chain(view, noun)]
    verb = governing_verb(view, at)
    above += subject_tokens(view, verb) if verb is not None and verb != at else []
    papers = {i: h for h in view.cues("instrument") for i in range(h.first, h.last) if h.at != at}
    found = next((papers[i] for i in above if i in papers), None) or paper_before(view, at)
    return found if found is not None and found.cue.value not in BINDING_NOBODY else None


def paper_before(view: View, at: int) -> Hit | None:
    """«договор с A на поставку»: a paper shortly before «на», «о» with no verb between, wherever the parser hung it."""
    papers = [h for h in view.cues("instrument") if h.at < at]
    if at > 0 and view.tokens[at - 1].lemma in OVER:
        near = [h for h in papers if at - h.at <= PAPER_REACH]
        free = [h for h in near if not any(is_verb(t) for t in view.tokens[h.at + 1 : at])]
        return free[-1] if free else None
    return next((h for h in reversed(papers) if opens_clause(view, h.at)), None)


def opens_clause(view: View, paper: int) -> bool:
    """«договор, по которому…», "the deal under which…"."""
    after = [t.lemma for t in view.tokens[paper + 1 : paper + 4] if t.pos != "PUNCT"]
    return len(after) > 1 and after[0] in UNDER and after[1] in ("который", "which")


OVER = ("на", "о", "об", "for", "over", "on")
PAPER_REACH = 10


def signatories(scene: Scene, view: View, at: int) -> Sides:
    """Those who signed the paper that a trade stands on, in the roles that they have by it."""
    paper = paper_over(view, at)
    return signed_by(scene, view, paper.at) if paper is not None else ([], [])


def signed_by(scene: Scene, view: View, paper: int) -> Sides:
    """Who signs with whom; whoever a letter comes from buys."""
    told = between(scene, view, paper)
    if told is not None:
        return told
    verb = governing_verb(view, paper)
    acting = subject(scene, view, verb) if verb is not None else []
    if verb is not None and view.tokens[verb].lemma in AWARDING:
        winners = [r for c in children(view.sentence, verb, "iobj") for r in parties_at(scene, view, c)]
        winners += parties_under(scene, view, verb, ("to",), ("Dat",))
        return winners[:1], acting[:1]
    others = [r for p in {paper, verb or paper} for r in parties_under(scene, view, p, (*WITH, "from", "от"), ())]
    if others:
        return offtake_sides(view, [r for r in acting if r.name != others[0].name][:1], others[:1])
    return pair(view, acting)


AWARDING = words("awarding")


def goods_contracts(scene: Scene, view: View) -> Iterator[Draft]:
    """A paper over a quantity of goods, no supply word said: who signs it sells, unless told as a consumer."""
    yield from tenders(scene, view)
    if view.index in scene.told or view.has(*OTHER_DEALS):
        return
    for hit in view.cues("instrument"):
        pick = goods_of_paper(scene, view, hit)
        if pick is None or hit.cue.value in BINDING_NOBODY or is_named(view, hit) or conditional(view, hit.at):
            continue
        sellers, buyers = signed_by(scene, view, hit.at)
        buyers = buyers or unnamed(scene, view, hit.at, "seller")  # whoever a letter comes from, buys
        if not sellers and buyers and scene.topic.organisation is not None:
            sellers = [r for r in [topic_firm(scene)] if r.name != buyers[0].name]
        draft = open_draft("supply", "contract over goods", view, hit.at)
        draft.status = status_by_form(view, "supply", hit.at, phase_of(scene, view, hit.at))
        if not buyers or draft.status is None:
            continue
        if draft.status in ("completed", "under_way"):
            draft.status = "binding" if hit.cue.value == "contract" else "agreed"
        draft.instrument = hit.cue.value or None
        for refs, role in ((sellers, "seller"), (buyers, "buyer")):
            for ref in refs[:1]:
                draft.add_party(ref, role)
        take_quantity(scene, draft, pick)
        take_money(scene, draft, nearest_value(scene, view, hit.at, ("money",), is_sum))
        fill_commodities(scene, view, draft)
        fill_places(scene, view, draft)
        fill_date(scene, view, draft, hit.at)
        fill_period(scene, view, draft, hit.at)
        scene.struck.add((view.index, hit.at))
        scene.trades.append((view.index, draft))
        yield draft
        return


def tenders(scene: Scene, view: View) -> Iterator[Draft]:
    """ "A's tender for 900t of uranium": goods asked for, no word of buying said."""
    at = next((i for i, t in enumerate(view.tokens) if t.lemma in TENDERS and t.pos == "NOUN"), None)
    if at is None or view.index in scene.told or conditional(view, at) or view.has(*OTHER_DEALS, "supply"):
        return
    pick = nearest_value(scene, view, at, ("quantity",), lambda v: is_traded(view, v, at))
    if pick is None or not minerals(view) or view.token_of(pick[1].start) - at not in range(1, TENDER_REACH):
        return
    verb = governing_verb(view, at)
    buyers = parties_under(scene, view, at, ("'s", "of", "by", "from"), ("Gen",))
    buyers = buyers or (subject(scene, view, verb) if verb is not None else [])
    if not buyers or buyers[0].kind == "person":
        return
    draft = open_draft("supply", "goods put out to tender", view, at)
    draft.status = "proposed"
    draft.add_party(buyers[0], "buyer")
    take_quantity(scene, draft, pick)
    fill_commodities(scene, view, draft)
    fill_places(scene, view, draft)
    fill_date(scene, view, draft, at)
    yield draft


TENDERS = words("tenders")
TENDER_REACH = 6
OTHER_DEALS = ("build", "jv", "loan", "found", "explore", "stake", "invest", "limit")
"""Beside words of these a paper is over something else than goods."""


def goods_of_paper(scene: Scene, view: View, hit: Hit) -> Pick | None:
    """How much a paper is over: told within its phrase («контракт на 5 тыс. т»), or after a colon."""
    pick = nearest_value(scene, view, hit.at, ("quantity", "percent"), lambda v: is_traded(view, v, hit.at))
    goods = bool(minerals(view)) or any(t.lemma in (*RAW_GOODS, *OUTPUTS) for t in view.tokens)
    if pick is None or pick[1].quantity is None:
        return None
    by_topic = scene.topic.commodity is not None and pick[1].quantity.unit in WEIGHTS
    if not (goods or by_topic or pick[1].quantity.unit in CRAFT):
        return None
    at = view.token_of(pick[1].start)
    between = view.tokens[hit.at + 1 : at]
    listed = any(t.text == ":" for t in between) or not any(is_verb(t) for t in between)
    return pick if at > hit.at and (listed or at in subtree(view.sentence, hit.at)) else None


WEIGHTS = ("t", "t/year", "lb", "lb/year")


# what the sentence after a trade adds to it


def last_trade(scene: Scene, view: View, reach: int) -> Draft | None:
    """The supply told in the few sentences before."""
    return next((d for n, d in reversed(scene.trades) if 0 <= view.index - n <= reach), None)


def goes_on(scene: Scene, view: View, draft: Draft) -> bool:
    """«Документ предусматривает поставку 500 тонн…»: a sentence about the paper just told completes that trade."""
    last = last_trade(scene, view, 1)
    if last is None or not speaks_of_paper(view) or any(is_new(last, r) for r, _, _ in draft.parties):
        return False
    if last.quantity is not None and draft.quantity is not None and last.quantity.unit != "%":
        return False
    complete(last, draft)
    return True


def is_new(last: Draft, ref: PartyRef) -> bool:
    return ref.rule is None and all(ref.name != known.name for known, _, _ in last.parties)


def add_details(scene: Scene, view: View) -> None:
    """«Сумма контракта — 34 млн евро», "It covers 900 tonnes a year": what a sentence with no trade of its own adds."""
    last = last_trade(scene, view, 1)
    if last is None or not speaks_of_paper(view) or view.has(*OTHER_DEALS, "produce"):
        return
    more = open_draft("supply", "told of the trade before", view, 0)
    goods = [p for p in scene.free(view, "quantity") if is_traded(view, p[1], 0)]
    if len(goods) == 1 and (last.quantity is None or last.quantity.unit == "%"):
        take_quantity(scene, more, goods[0])
    if last.amount is None:
        take_money(scene, more, nearest_value(scene, view, 0, ("money",), is_sum))
    if last.period is None:
        fill_period(scene, view, more, 0)
    if more.quantity or more.amount or more.period:
        complete(last, more)


def complete(last: Draft, more: Draft) -> None:
    """A trade takes over what the next sentence tells of it."""
    for slot in ("quantity", "amount", "period", "date"):
        told = getattr(more, slot)
        if told is not None and slot in more.support and (getattr(last, slot) is None or slot == "quantity"):
            setattr(last, slot, told)
            last.support[slot] = more.support[slot]
    last.widen(more.start, more.stop)


def speaks_of_paper(view: View) -> bool:
    """The sentence opens with the paper, its sum or volume, or with a word that points back to it."""
    opening = [t for t in view.tokens if t.pos not in ("PUNCT", "DET", "ADP")][:2]
    return any(t.lemma in PAPERS for t in opening)
