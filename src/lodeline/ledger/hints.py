"""What a claim tells that may make it one with another: by what it is looked up, and what each slot adds at most.

The weights are the most that the signs can give, so that what the hints cannot bring to ENOUGH never is one.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Literal, NamedTuple

from lodeline.claims.claim import ROLES
from lodeline.ledger.amounts import amount_kind
from lodeline.ledger.facets import Facets, goods_keys
from lodeline.ledger.parties import state_of
from lodeline.ledger.signs import KIN, SAME_DAYS
from lodeline.ledger.signs_of_ground import (
    ACTIONS,
    BOUND_TO_GOODS,
    BOUND_TO_GROUND,
    LONGEST_GAP,
    RIVAL_FORMS,
    TOLD_ONCE,
    place_inferred,
)
from lodeline.ledger.stages import BOOKS

CLOSE = 1.06
"""Figures within 5 % share a step of so many times; a little more, so that rounding loses none."""


class Hint(NamedTuple):
    """Something that a claim tells, and what telling it too adds to a score at most; the heaviest hints come first."""

    falling: float
    """The weight, negative."""
    family: str
    """Hints of one family count once."""
    value: str = ""


Asked = Literal["", "nameless", "owner", "open sum"]
"""What one claim of a pair must be for an anchor to bring the two together."""


class Anchor(NamedTuple):
    """What the claims of a block have in common: only such pairs are ever compared."""

    book: str
    weight: float
    spent: tuple[str, ...]
    """Families of hints that say no more than the anchor does."""
    value: str
    asked: Asked = ""


def anchors(each: Facets) -> Iterator[Anchor]:
    """Claims that share none of these are not compared, whatever else they share."""
    claim, book = each.claim, BOOKS[each.claim.kind]
    for hint in _parties(each):
        yield Anchor(book, 1.5, (hint.family,), "")
        if claim.amount is not None:
            yield Anchor(book, 2.5, (hint.family, "amount"), "", "open sum")
    for key in each.assets.keys:
        yield Anchor(book, 2.0, ("asset",), key)
        # A company made for the asset stands for its owners: with it the asset alone is enough.
        yield Anchor(book, 3.0, ("asset",), key, "owner")
        if claim.amount is not None:
            yield Anchor(book, 3.0, ("asset", "amount"), key, "open sum")
    if claim.quantity is not None and claim.kind == "agreement":
        yield Anchor(book, 1.5, ("quantity",), f"{claim.quantity.value.normalize():f} {claim.quantity.unit}")
    if claim.amount is not None:
        yield Anchor(book, 2.0, ("amount",), f"{claim.amount.value.normalize():f}")
    # Mineral and country tie too much together: they bring in only claims that name nobody.
    grounds = (f"{goods} {place}" for goods in claim.commodities for place in claim.places)
    for ground in grounds:
        yield Anchor(book, 1.0, ("commodity", "place"), ground, "nameless")
        if claim.amount is not None:  # the other's sum may be open
            yield Anchor(book, 2.0, ("commodity", "place", "amount"), ground, "nameless")


def has_open_sum(each: Facets) -> bool:
    """A ceiling, a floor, a range or a tranche: a sum that fits others than its like."""
    amount = each.claim.amount
    if amount is None:
        return False
    is_open = amount.qualifier in ("up_to", "over") or amount.value_max is not None
    return is_open or (each.claim.kind == "financing" and amount_kind(each.claim) == "tranche")


Values = tuple[str, ...]
MONTH = 31


def exclusive(each: Facets) -> tuple[Values, ...]:
    """Slot by slot, values of which two claims that both tell some must share one, or they oppose each other."""
    claim = each.claim
    rivals = enumerate(RIVAL_FORMS.get(claim.kind, ()))
    goods = claim.kind in BOUND_TO_GOODS and not each.assets  # on one asset two minerals are no contradiction
    ground = claim.kind in BOUND_TO_GROUND and not place_inferred(claim)
    return (
        _kinds(claim.kind),
        tuple(_actions(each)),
        (claim.stage,) if claim.kind == "share" and claim.stage else (),
        tuple(str(number) for number, forms in rivals if claim.instrument in forms),
        claim.places if ground else (),
        tuple(key for told in claim.commodities for key in goods_keys(told)) if goods else (),
        *(tuple(_holders(each, role)) for role in _two_roles(each)),
        _months(each, LONGEST_GAP[claim.kind]) if claim.kind in TOLD_ONCE else (),
    )


def _months(each: Facets, around: int) -> Values:
    """Stretches of days, of which two dates that lie no more than so many days apart share one."""
    if each.date is None:
        return ()
    return tuple(map(str, range(each.date.first // MONTH, (each.date.last + around) // MONTH + 1)))


@cache
def _kinds(kind: str) -> Values:
    """Two kinds share one of these where they are the same or akin."""
    return (kind, *("+".join(sorted(pair)) for pair in KIN if kind in pair))


def _two_roles(each: Facets) -> tuple[str, str]:
    """The roles of a kind that is akin to no other: elsewhere, and on a common asset, others may stand for a party."""
    alone = len(_kinds(each.claim.kind)) == 1 and not each.assets
    first, second, *_ = [*sorted(ROLES[each.claim.kind]), "", ""] if alone else ["", ""]
    return first, second


def _holders(each: Facets, role: str) -> Iterator[str]:
    return (state_of(key) or key for side in each.role(role) for key in side.keys)


def hints(each: Facets, near: Mapping[str, frozenset[str]]) -> Iterator[Hint]:
    claim = each.claim
    yield from _parties(each)
    yield from (Hint(-2.0, "asset", name) for name in each.assets.meeting(near))
    yield Hint(-1.5, "text", claim.document)  # within one text a denial or a grown sum counts
    yield from (Hint(-1.5, "subject", word) for word in each.subject)
    if claim.instrument is not None:
        yield Hint(-1.0, "instrument", claim.instrument)
    if claim.kind == "share" and claim.stage is not None:
        yield Hint(-1.0, "stage", claim.stage)
    yield from (Hint(-1.0, "action", act) for act in _actions(each))
    yield from (Hint(-0.5, "place", place) for place in claim.places)
    yield from (Hint(-0.5, "commodity", key) for goods in claim.commodities for key in goods_keys(goods))
    yield from _figures(each)
    yield from _days(each)


def _actions(each: Facets) -> Iterator[str]:
    """The number of the family of its act."""
    return (str(number) for number, acts in enumerate(ACTIONS) if each.claim.action in acts)


def _parties(each: Facets) -> Iterator[Hint]:
    """Each key of each party; the second party of one key, a state beside its ministry, counts for itself."""
    met: Counter[str] = Counter()
    for side in each.principals:
        keys = {state_of(key) or key for key in side.keys}
        met.update(keys)
        yield from (Hint(-1.5, f"party {key} {met[key]}") for key in sorted(keys))


def _figures(each: Facets) -> Iterator[Hint]:
    amount, quantity = each.claim.amount, each.claim.quantity
    if amount is not None:
        yield from (Hint(-2.0, "amount", step) for step in _steps(amount.value))
    if quantity is not None:
        yield from (Hint(-1.5, "quantity", f"{step} {quantity.unit}") for step in _steps(quantity.value))
    stakes = (side.party.share for side in each.principals if side.party.share is not None)
    yield from (Hint(-1.5, "stake", str(int(stake) + rest)) for stake in stakes for rest in (0, 1))


def _steps(value: Decimal) -> tuple[str, ...]:
    """Two figures within 5 % share one of these."""
    if not value:
        return ("0",)
    step = math.floor(math.log(abs(value)) / math.log(CLOSE))
    return str(step), str(step + 1)


def _days(each: Facets) -> Iterator[Hint]:
    """Two dates within SAME_DAYS share a year, and two exact ones a stretch of so many days."""
    if each.date is None:
        return
    first, last = each.date.first, each.date.last + SAME_DAYS
    years = {date.fromordinal(day).year for day in (first, last)}
    yield from (Hint(-0.5, "year", str(year)) for year in range(min(years), max(years) + 1))
    if each.date.exact:
        yield from (Hint(-1.0, "day", str(stretch)) for stretch in {first // (SAME_DAYS + 1), last // (SAME_DAYS + 1)})
