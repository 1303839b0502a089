"""What is bought: a stake, a company, a site or a licence, and not goods."""

from __future__ import annotations

from lodeline.claims.cues import Hit
from lodeline.claims.parties import patient_tokens, standing_for, subject, subject_tokens, under
from lodeline.claims.rules.frame import STATES, governing_verb
from lodeline.claims.rules.sides import GIVING, MERGING, PASSING, hands, is_given, stretch
from lodeline.claims.scene import Scene, View
from lodeline.claims.words import words
from lodeline.language.tree import children, is_verb, subtree
from lodeline.language.values import Value


def is_purchase(scene: Scene, view: View, hit: Hit) -> bool:
    """The object is a stake or a company, not goods: no tonnes, and a stake word, percent or organisation in it."""
    if other_sense(view, hit) or offered(view, hit) or (is_given(view, hit) and not given_stake(view, hit)):
        return False
    if hit.cue.text in PASSING:
        return passes_stake(view, hit)
    if hit.cue.text in MERGING:
        both = [*subject(scene, view, governing_verb(view, hit.at) or hit.at), *subject(scene, view, hit.at)]
        if len({r.name for r in both if r.kind == "organisation"}) == 2:
            return True
    base = view.tokens[hit.at].head if view.tokens[hit.at].relation == "compound" else hit.at
    if hit.cue.text in PAPER_OF_SALE:
        base = governing_verb(view, hit.at) or base
    objects = patient_tokens(view, base) or under(view, base, particles(view, hit)) or uninflected(view, base)
    bought = {t for o in objects for t in subtree(view.sentence, o, without=("acl", "advcl"))}
    tokens = bought | set(subtree(view.sentence, base, without=("acl", "advcl", "nsubj")))
    if goods_told(view, tokens, objects):
        return False
    if hit.cue.text in (*INCREASE, *DECREASE):
        return stake_grows(view, {t for o in objects for t in subtree(view.sentence, o)})
    stake = any(h.at in tokens for h in view.cues("stake")) or hit.cue.text in ENTER
    start, stop = stretch(view, tokens)
    parts = [v for _, v in view.values if v.kind == "percent" and start <= v.start < stop]
    if "sale" in hit.cue.text.split() and any(v.kind == "percent" for _, v in view.values) and "for" in hit.cue.text:
        return True
    if parts and not stake and (goods_inside(view, tokens) or (hit.cue.text in GIVING and not part_in(view, parts))):
        return False
    spans = [view.tokens[t].start for t in tokens]
    firms = [m for _, m in view.mentions if m.kind in ("organisation", "asset")]
    told = any(m.start <= s < m.stop for m in firms for s in spans) or any(
        view.tokens[t].lemma in OWNABLE for t in tokens
    )
    if stake or (parts and told):
        return True
    if any(h.at in (bought or tokens) for h in view.cues("licence")):
        return licence_sold(scene, view, hit)
    nouns = objects if is_verb(view.tokens[hit.at]) else under(view, hit.at, ("of",), ("Gen",))
    firm = any(r.kind in ("organisation", "asset") for o in nouns for r in standing_for(scene, view, o))
    paid = any(v.kind == "money" and view.distance(hit.at, v.start, v.stop) <= PAID_REACH for _, v in view.values)
    firm = firm or (paid and any(view.tokens[o].lemma in OWNABLE for o in nouns))
    return firm and hit.cue.text not in WEAK_BUY


PAPER_OF_SALE = words("paper_of_sale")
"""Words that stand in a paper's name («договор купли-продажи 25% доли»): what is bought hangs on its verb."""


def given_stake(view: View, hit: Hit) -> bool:
    """ "Was handed the stakes", and not "was given three extensions"."""
    given = {t for o in children(view.sentence, hit.at, "obj") for t in subtree(view.sentence, o)}
    parts = [v for _, v in view.values if v.kind == "percent" and view.token_of(v.start) in given]
    return bool(parts) or any(h.at in given for h in view.cues("stake"))


def uninflected(view: View, at: int) -> list[int]:
    """A name without a case that the parser took for a receiver, where the verb has no object."""
    return [c for c in children(view.sentence, at, "iobj") if view.tokens[c].pos == "X"]


def particles(view: View, hit: Hit) -> tuple[str, ...]:
    """The "up" of "snap up", which a parser takes for the preposition of the object."""
    return tuple(t.lemma for t in view.tokens[hit.at + 1 : hit.last])


def other_sense(view: View, hit: Hit) -> bool:
    """ "In the hands of", "raised $45m in a share sale": no purchase, whatever the object."""
    verb = governing_verb(view, hit.at)
    if verb is not None and verb != hit.at and view.tokens[verb].lemma in RAISES:
        return True
    if any(t.lemma in BUYBACK for t in view.tokens[max(0, hit.at - 1) : hit.last + 2]):
        return True
    return hit.cue.text in VERBAL and not is_verb(view.tokens[hit.at])


def goods_told(view: View, tokens: set[int], objects: list[int]) -> bool:
    """Tonnes, output, or a mineral itself as what is bought ("more lithium")."""
    start, stop = stretch(view, tokens)
    counted = any(v.kind == "quantity" and start <= v.start < stop for _, v in view.values)
    produced = any(view.tokens[t].lemma in OUTPUT for t in tokens)
    mineral = any(m.kind == "material" and not m.adjective and m.top in objects for _, m in view.mentions)
    return counted or produced or (mineral and not any(h.at in tokens for h in view.cues("stake")))


def stake_grows(view: View, grown: set[int]) -> bool:
    """ "Raise its stake", and not "raise equity"."""
    return any(h.at in grown and (h.cue.text != "equity" or view.has("owner")) for h in view.cues("stake"))


def licence_sold(scene: Scene, view: View, hit: Hit) -> bool:
    """A licence that one company has from another; what a state gives or takes back is a licence told as such."""
    weak = hit.cue.text in WEAK_BUY and "over" not in hit.cue.text
    state = any(r.kind in STATES or r.kind == "institution" for r in subject(scene, view, hit.at))
    state = state or any(view.tokens[t].lemma in RULERS for t in subject_tokens(view, hit.at))
    return not weak and not (state and hit.cue.group == "sell")


OWNABLE = words("ownable")
"""Sites and companies told without a name."""
PAID_REACH = 10
"""Words between a purchase and its price, where only the price tells that it is one."""
BUYBACK = words("buyback")
"""A company that buys its own shares buys no company."""
RULERS = words("rulers")
VERBAL = ("hand", "raise", "lift", "boost", "earn", "take", "give")


def passes_stake(view: View, hit: Hit) -> bool:
    """«доля перейдёт к фонду», «контроль перешёл»: a stake is what changes hands."""
    tokens = {t for s in subject_tokens(view, hit.at) for t in subtree(view.sentence, s, without=("acl", "advcl"))}
    parts = [v for _, v in view.values if v.kind == "percent" and view.token_of(v.start) in tokens]
    firms = [m for _, m in view.mentions if m.kind in ("organisation", "asset") and view.token_of(m.start) in tokens]
    handed = bool(hands(view, hit.at))
    return any(h.at in tokens for h in view.cues("stake")) or bool((parts or handed) and firms)


def offered(view: View, hit: Hit) -> bool:
    """ "Takeover offer", «предложение о покупке»: what is made is an offer, which has a rule of its own."""
    noun = not is_verb(view.tokens[hit.at])
    return noun and any(b.first <= hit.at < b.last or b.at == view.tokens[hit.at].head for b in view.cues("bid"))


def part_in(view: View, parts: list[Value]) -> bool:
    """ "Gives A 5% of the mine", and not a discount: what the part is of is owned."""
    inside = {t for p in parts for t in subtree(view.sentence, view.token_of(p.stop - 1))}
    firms = [m for _, m in view.mentions if m.kind in ("organisation", "asset") and m.top in inside]
    return bool(firms) or any(view.tokens[t].lemma in OWNABLE for t in inside)


def goods_inside(view: View, tokens: set[int]) -> bool:
    """A mineral and no company in the object: a part of the ore is bought, not of its owner; or a part of earnings."""
    inside = [m for _, m in view.mentions if any(m.start <= view.tokens[t].start < m.stop for t in tokens)]
    if any(view.tokens[t].lemma in EARNINGS for t in tokens):
        return True
    sites = {here for m in inside if m.kind == "asset" for here in (m.top, view.tokens[m.top].head)}
    minerals = [m for m in inside if m.kind == "material" and not m.adjective and view.tokens[m.top].head not in sites]
    raw = any(view.tokens[t].lemma in RAW_GOODS for t in tokens)
    if any(is_part_of_goods(view, v) for _, v in view.values if v.kind == "percent"):
        return True
    return (raw or bool(minerals)) and not any(m.kind == "organisation" for m in inside)


def is_part_of_goods(view: View, value: Value) -> bool:
    """ "40% of the concentrate": ore or metal is the noun right after a part, whoever's it is."""
    after = view.tokens[view.token_of(value.stop - 1) + 1 :][:PART_REACH]
    noun = next((t for t in after if t.pos in ("NOUN", "PROPN")), None)
    return noun is not None and noun.lemma in RAW_GOODS


PART_REACH = 4
EARNINGS = words("earnings")
RAISES = words("raises")
"""Verbs that take money: "raised $45m in a share sale" is a financing."""


RAW_GOODS = words("raw_goods")


DECREASE = words("decrease")
INCREASE = words("increase")
"""Verbs that buy only where a stake is what grows."""
GROWN_TO = words("level")
ENTER = words("enter")
"""Verbs that take a part of a company by themselves: "buy into"."""


OUTPUT = words("output")


WEAK_BUY = words("weak_buy")
