"""What a figure tells: a level or a change, a part of goods or of shares, the whole, one part in so many."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from lodeline.claims.parties import patient_tokens, subject_tokens, under
from lodeline.claims.scene import View
from lodeline.claims.slots import TONNES, minerals
from lodeline.claims.words import words
from lodeline.language.tree import children, governors, is_verb, subtree
from lodeline.language.values import Value
from lodeline.vocabulary.quantities import Quantity

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
CHANGE = words("change")
COMPARED = words("compared")
LEVEL = words("level")
WHOLE = words("whole")
RAW_GOODS = words("raw_goods")
OUTPUTS = words("outputs")
EARNINGS = words("earnings")
VOLUMES = words("output")
EACH = words("each")
ONE = ("one", "один")
AMONG = ("in", "из")
ORDINALS = words("ordinals")
YEARLY = words("yearly")
CHANGE_REACH = 4
"""Words between a verb of change and by how much."""
CHANGE_FAR = 10
"""The same before «на», "by"."""
BY = ("на", "by")
COMPLEMENT = 5
"""Words after a percent within which it says of what it is."""
WHOLE_PERCENT = Quantity(Decimal(100), "%")


def is_goods(value: Value) -> bool:
    return value.quantity is not None and value.quantity.unit in (*TONNES, *CRAFT, "%")


def is_change(view: View, value: Value) -> bool:
    """ "rose 4%", «выросла на 4%», "up 6%": by how much, not how much; "rose to 40%" is a level."""
    at = view.token_of(value.start)
    by = at > 0 and value.kind == "percent" and view.tokens[at - 1].lemma in BY
    before = view.tokens[max(0, at - (CHANGE_FAR if by else CHANGE_REACH)) : at]
    if any(t.lemma in LEVEL for t in before[-2:]):
        return False
    after = view.tokens[view.token_of(value.stop - 1) + 1 :][:2]
    changed = (t for t in before if t.lemma in CHANGE and t.relation not in ("compound", "amod"))
    return any(changed) or any(t.lemma in COMPARED for t in after)


def is_traded(view: View, value: Value, trade: int) -> bool:
    """An amount of goods: no growth, no part of a company, no part of the trade itself ("15% of sales")."""
    if not is_goods(value) or is_change(view, value):
        return False
    if value.kind != "percent":
        return True
    at = view.token_of(value.stop - 1)
    if any(t.lemma in EARNINGS for t in view.tokens[at + 1 : at + 1 + COMPLEMENT]):
        return False
    part_of_trade = at < trade <= at + COMPLEMENT and not is_verb(view.tokens[trade]) and hangs_on(view, trade, value)
    return not part_of_trade and not is_part_of_firm(view, value)


def hangs_on(view: View, at: int, value: Value) -> bool:
    """A noun told as what a percent is a part of."""
    percent = set(range(view.token_of(value.start), view.token_of(value.stop - 1) + 1))
    return any(g in percent for g in governors(view.sentence, at))


def is_sum(value: Value) -> bool:
    """A sum that buys a lot; less is the price of a tonne."""
    return value.money is not None and value.money.value >= LEAST_SUM


LEAST_SUM = 100_000


def is_stored(view: View) -> bool:
    """Metal in the warehouses of an exchange lies not in the ground, and its growth builds nothing."""
    return any(t.lemma in STORED for t in view.tokens)


def is_part_of_firm(view: View, value: Value) -> bool:
    """ "49% of the producer Acme", «12,5% своих акций», «30% проекта»: a part of a company or a site, not of goods."""
    last = view.token_of(value.stop - 1)
    if any(0 < h.at - last <= 3 for h in view.cues("stake")):
        return True
    owned = [m for _, m in view.mentions if m.kind in ("organisation", "asset")]
    near = [m for m in owned if 0 < view.token_of(m.start) - last <= COMPLEMENT]
    if is_part_of_site(view, last):
        return True
    first = view.token_of(value.start)
    heads = {c for i in range(first, last + 1) for c in children(view.sentence, i, "nmod")}
    return any(m.top in heads or m.head in heads for m in near)


def is_part_of_site(view: View, last: int) -> bool:
    """ "30% of the separation complex", «30% обогатительного комбината»: of a site, and not of what it makes."""
    noun = next((i for i in range(last + 1, len(view.tokens)) if view.tokens[i].pos in ("NOUN", "PROPN", "VERB")), None)
    while noun is not None and view.tokens[noun].relation == "compound" and view.tokens[noun].head > noun:
        noun = view.tokens[noun].head
    if noun is None or noun - last > COMPLEMENT or view.tokens[noun].lemma not in OWNABLE:
        return False
    owner = view.tokens[noun].relation == "nmod:poss"
    return not owner and not any(t.lemma in (*OUTPUTS, *VOLUMES) for t in view.tokens[noun + 1 : noun + 4])


OWNABLE = words("ownable")


def is_part_of_sum(view: View, value: Value) -> bool:
    """ "80% of the cost": a part of money."""
    last = view.token_of(value.stop - 1)
    return any(t.lemma in PART_OF_SUM for t in view.tokens[last + 1 : last + 4])


PART_OF_SUM = words("part_of_sum")


def whole_of(view: View, at: int) -> int | None:
    """The word for all in what is traded: «весь концентрат», "all of its gallium"; None where there is none."""
    bases = [*patient_tokens(view, at), *under(view, at, ("of",), ("Gen",)), *subject_tokens(view, at)]
    for base in bases:
        inside = subtree(view.sentence, base, without=("acl", "appos", "conj"))
        alls = [i for i in inside if view.tokens[i].lemma in WHOLE and (i == base or view.tokens[i].head == base)]
        goods = {view.tokens[i].lemma for i in inside} & {*RAW_GOODS, *OUTPUTS, *VOLUMES}
        starts = {view.tokens[i].start for i in inside}
        if alls and (goods or any(m.start in starts for m in minerals(view))):
            return alls[0]
    return None


def parts_by_ordinal(view: View) -> Iterator[tuple[int, int, Quantity]]:
    """(first token, token after, percent) of «каждая третья тонна», "every third tonne", "one in three"."""
    for i, token in enumerate(view.tokens[:-1]):
        nth = view.tokens[i + 1].lemma
        if token.lemma in EACH and nth in ORDINALS:
            yield i, i + 2, part_in(ORDINALS.index(nth) % NUMBERED + 2)
        of = next((v for _, v in view.values if v.start == view.tokens[i + 1].start and v.kind == "number"), None)
        one = any(t.lemma in ONE for t in view.tokens[max(0, i - 3) : i])
        if token.lemma in AMONG and one and of is not None and of.number is not None and of.number in range(2, 11):
            yield i, i + 2, part_in(int(of.number))


NUMBERED = 9
"""Ordinals from the second to the tenth stand in the list for each language."""


def part_in(count: int) -> Quantity:
    return Quantity((Decimal(100) / count).quantize(Decimal("0.1")).normalize(), "%")


def is_yearly(view: View, at: int) -> bool:
    """«ежегодно закупать 12 тыс. т», "will annually deliver": a rate told by the verb's adverb."""
    return any(view.tokens[c].lemma in YEARLY for c in children(view.sentence, at, "advmod"))


def is_past_era(view: View) -> bool:
    """«В советское время рудник давал…», "in the Bronze Age": history, not news of a project."""
    return any(t.lemma in ERAS for t in view.tokens)


ERAS = words("eras")


STORED = words("stored")
