"""Which claims are worth comparing: those of one block that share so much besides that they may be one.

A block by a party or an asset alone grows with the ledger: everybody deals with the largest states. So it is divided by
what else its claims share until that could come to ENOUGH; what cannot come to it is never compared. The weights here
are the most that the signs can give, so that no pair is lost.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from lodeline.ledger.assets import near_spellings, together
from lodeline.ledger.facets import Facets
from lodeline.ledger.parties import state_of
from lodeline.ledger.signs import SAME_DAYS
from lodeline.ledger.signs_of_ground import ACTIONS
from lodeline.ledger.stages import BOOKS
from lodeline.vocabulary.materials import within

ENOUGH = 3.0
"""Score from which two claims are held to be one: the same two parties, or one party with asset and place, or so."""
FEW = 4
"""So few claims are compared without dividing them further."""
CLOSE = 1.06
"""Figures within 5 % share a step of so many times; a little more, so that rounding loses none."""
ASSET = ("asset",)
GROUND = ("commodity", "place")
Pair = tuple[int, int]
"""Two claims by their numbers, the lower first."""


class Hint(NamedTuple):
    """Something that a claim tells, and what telling it too adds to a score at most; the heaviest hints come first."""

    falling: float
    """The weight, negative."""
    family: str
    """Hints of one family count once."""
    value: str = ""


class Anchor(NamedTuple):
    """What the claims of a block have in common: only such pairs are ever compared."""

    book: str
    weight: float
    spent: tuple[str, ...]
    """Families of hints that say no more than the anchor does."""
    value: str


FIRST = Hint(-math.inf, "")
"""Before all hints."""


class Words:
    """The different words of one text, the rarest first."""

    def __init__(self, falling: Sequence[str]) -> None:
        self.every = dict.fromkeys(falling)
        self.letters = sum(map(len, falling))

    def rarest_half(self) -> Iterator[str]:
        """So many of the rarest words that texts which share none of them share less than half of the letters."""
        left = self.letters / 2
        for word in self.every:
            if left < 0:
                return
            left -= len(word)
            yield word

    def half_in(self, other: Words) -> bool:
        return 2 * sum(len(word) for word in self.every if word in other.every) >= self.letters


def candidates(members: Sequence[Facets]) -> Iterator[Pair]:
    """Pairs of one book that may reach ENOUGH, each once and in order."""
    nameless = {index for index, each in enumerate(members) if not each.principals}
    found: set[Pair] = set()
    for anchor, pair in _pairs(members):
        # Country and mineral alone tie too much together: they bring in only claims that name nobody.
        if anchor.spent != GROUND or not nameless.isdisjoint(pair):
            found.add(pair)
    return iter(sorted(found))


def _pairs(members: Sequence[Facets]) -> Iterator[tuple[Anchor, Pair]]:
    """Pairs of every block, some more than once."""
    hints = _hints_of_all(members)
    words = _words_of_voices(members)
    for anchor, inside in _blocks(members).items():
        parts = _divided(inside, anchor.weight, hints, frozenset(anchor.spent))
        yield from ((anchor, pair) for part in parts for pair in combinations(part, 2))
        if anchor.book == "voices":
            yield from ((anchor, pair) for pair in _in_like_words(inside, words))
        if anchor.spent == ASSET:
            yield from ((anchor, pair) for pair in _with_owners(inside, members))


# --- blocks ------------------------------------------------------------------------------------------------------


def _blocks(members: Sequence[Facets]) -> Mapping[Anchor, Sequence[int]]:
    blocks: dict[Anchor, list[int]] = defaultdict(list)
    for index, each in enumerate(members):
        for anchor in dict.fromkeys(_anchors(each)):
            blocks[anchor].append(index)
    return blocks


def _anchors(each: Facets) -> Iterator[Anchor]:
    """Claims that share none of these are not compared, whatever else they share."""
    claim, book = each.claim, BOOKS[each.claim.kind]
    yield from (Anchor(book, 1.5, (hint.family,), "") for hint in _parties(each))
    yield from (Anchor(book, 2.0, ASSET, key) for key in each.assets.keys)
    if claim.quantity is not None and claim.kind == "agreement":
        yield Anchor(book, 1.5, ("quantity",), f"{claim.quantity.value.normalize():f} {claim.quantity.unit}")
    if claim.amount is not None:
        yield Anchor(book, 2.0, ("amount",), f"{claim.amount.value.normalize():f}")
    yield from (Anchor(book, 1.0, GROUND, f"{goods} {place}") for goods in claim.commodities for place in claim.places)


def _divided(
    inside: Sequence[int],
    weight: float,
    hints: Sequence[Sequence[Hint]],
    spent: frozenset[str],
    after: Hint = FIRST,
) -> Iterator[Sequence[int]]:
    """The parts of a block whose claims share ENOUGH or are few; a claim may lie in several or in none."""
    if weight >= ENOUGH or len(inside) <= FEW:
        yield inside
        return
    parts: dict[Hint, list[int]] = defaultdict(list)
    for index in inside:
        for hint in hints[index]:
            if hint > after and hint.family not in spent:
                parts[hint].append(index)
    for hint, part in parts.items():
        if len(part) > 1:
            yield from _divided(part, weight - hint.falling, hints, spent | {hint.family}, hint)


# --- what a claim tells ------------------------------------------------------------------------------------------


def _hints_of_all(members: Sequence[Facets]) -> Sequence[Sequence[Hint]]:
    """The hints of every claim, equal ones held once."""
    known: dict[Hint, Hint] = {}
    near = near_spellings({spelling for each in members for spelling in each.assets.spellings})
    return [tuple(known.setdefault(hint, hint) for hint in _hints(each, near)) for each in members]


def _hints(each: Facets, near: Mapping[str, frozenset[str]]) -> Iterator[Hint]:
    claim = each.claim
    yield from _parties(each)
    yield from (Hint(-2.0, "asset", name) for name in each.assets.meeting(near))
    yield Hint(-1.5, "text", claim.document)  # within one text a denial or a grown sum counts
    yield from (Hint(-1.5, "subject", word) for word in each.subject)
    if claim.instrument is not None:
        yield Hint(-1.0, "instrument", claim.instrument)
    if claim.kind == "share" and claim.stage is not None:
        yield Hint(-1.0, "stage", claim.stage)
    yield from (Hint(-1.0, "action", str(number)) for number, acts in enumerate(ACTIONS) if claim.action in acts)
    yield from (Hint(-0.5, "place", place) for place in claim.places)
    yield from (Hint(-0.5, "commodity", key) for goods in claim.commodities for key in within(goods))
    yield from _figures(each)
    yield from _days(each)


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
        yield Hint(-1.0, "amount", "any")  # one that differs may still fit: a ceiling, a tranche
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


# --- signs that one of the two gives -----------------------------------------------------------------------------


def _with_owners(inside: Sequence[int], members: Sequence[Facets]) -> Iterator[Pair]:
    """Claims on an asset beside those that name a company made for it: the asset's name stands for a common party."""
    assets = together(members[index].assets for index in inside)
    owners = [i for i in inside if any(assets.named_in(side.party.name) for side in members[i].principals)]
    yield from ((min(owner, index), max(owner, index)) for owner in owners for index in inside if owner != index)


def _words_of_voices(members: Sequence[Facets]) -> Mapping[int, Words]:
    """The words of each claim of the book of voices, the rarest of the ledger first."""
    told = {i: set(each.claim.evidence.split()) for i, each in enumerate(members) if BOOKS[each.claim.kind] == "voices"}
    count = Counter(word for words in told.values() for word in words)
    return {index: Words(sorted(words, key=lambda word: (count[word], word))) for index, words in told.items()}


def _in_like_words(inside: Sequence[int], words: Mapping[int, Words]) -> Iterator[Pair]:
    """Voices of one block in nearly the same words: they share half the letters of one of them, so a rare word."""
    telling: dict[str, list[int]] = defaultdict(list)
    for index in inside:
        for word in words[index].every:
            telling[word].append(index)
    for index in inside:
        for other in {other for word in words[index].rarest_half() for other in telling[word]} - {index}:
            if words[index].half_in(words[other]):
                yield min(index, other), max(index, other)
