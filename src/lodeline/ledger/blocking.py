"""Which claims are worth comparing: those of one block that share so much besides that they may be one.

A block by a party or an asset alone grows with the ledger: everybody deals with the largest states. So it is divided by
what else its claims share until that could come to ENOUGH, and what excludes each other is left out. What is not
compared could not be one: no pair is lost.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import combinations

from lodeline.ledger.assets import near_spellings, together
from lodeline.ledger.facets import Facets
from lodeline.ledger.hints import Anchor, Hint, Values, anchors, exclusive, has_open_sum, hints
from lodeline.ledger.stages import BOOKS

ENOUGH = 3.0
"""Score from which two claims are held to be one: the same two parties, or one party with asset and place, or so."""
FEW = 4
"""So few claims are compared without dividing them further."""
Pair = tuple[int, int]
"""Two claims by their numbers, the lower first."""
FIRST = Hint(-math.inf, "")
"""Before all hints."""


def candidates(members: Sequence[Facets]) -> Iterator[Pair]:
    """Pairs of one book that may reach ENOUGH, each once and in order."""
    told = _hints_of_all(members)
    apart = [exclusive(each) for each in members]
    words = _words_of_voices(members)
    found: set[Pair] = set()
    for anchor, inside in _blocks(members).items():
        asked = _asked(anchor, inside, members)
        for part in _divided(inside if asked else (), anchor.weight, told, frozenset(anchor.spent)):
            for some in _compatible(part, apart):
                found.update(_with(asked, combinations(some, 2)))
        if anchor.book == "voices":
            found.update(_with(asked, _in_like_words(inside, words)))
    return iter(sorted(found))


def _with(asked: Set[int], pairs: Iterator[Pair]) -> Iterator[Pair]:
    return (pair for pair in pairs if not asked.isdisjoint(pair))


def _asked(anchor: Anchor, inside: Sequence[int], members: Sequence[Facets]) -> Set[int]:
    """The claims of a block of which one must be in each pair."""
    if anchor.asked == "nameless":
        return {index for index in inside if not members[index].principals}
    if anchor.asked == "open sum":
        return {index for index in inside if has_open_sum(members[index])}
    if anchor.asked == "owner":
        assets = together(members[index].assets for index in inside)
        return {i for i in inside if any(assets.named_in(side.party.name) for side in members[i].principals)}
    return frozenset(inside)


def _blocks(members: Sequence[Facets]) -> Mapping[Anchor, Sequence[int]]:
    blocks: dict[Anchor, list[int]] = defaultdict(list)
    for index, each in enumerate(members):
        for anchor in dict.fromkeys(anchors(each)):
            blocks[anchor].append(index)
    return {anchor: inside for anchor, inside in blocks.items() if len(inside) > 1}


def _hints_of_all(members: Sequence[Facets]) -> Sequence[Sequence[Hint]]:
    """The hints of every claim, equal ones held once."""
    known: dict[Hint, Hint] = {}
    near = near_spellings({spelling for each in members for spelling in each.assets.spellings})
    return [tuple(known.setdefault(hint, hint) for hint in hints(each, near)) for each in members]


def _divided(
    inside: Sequence[int],
    weight: float,
    told: Sequence[Sequence[Hint]],
    spent: frozenset[str],
    after: Hint = FIRST,
) -> Iterator[Sequence[int]]:
    """The parts of a block whose claims share ENOUGH or are few; a claim may lie in several or in none."""
    if weight >= ENOUGH or len(inside) <= FEW:
        yield inside
        return
    parts: dict[Hint, list[int]] = defaultdict(list)
    for index in inside:
        for hint in told[index]:
            if hint > after and hint.family not in spent:
                parts[hint].append(index)
    for hint, part in parts.items():
        if len(part) > 1:
            yield from _divided(part, weight - hint.falling, told, spent | {hint.family}, hint)


def _compatible(part: Sequence[int], apart: Sequence[Sequence[Values]], slot: int = 0) -> Iterator[Sequence[int]]:
    """A part without pairs whose values of a slot exclude each other, where leaving them out saves work."""
    if len(part) <= FEW or slot == len(apart[0]):
        yield part
        return
    telling: dict[str, list[int]] = defaultdict(list)
    for index in part:
        for value in apart[index][slot]:
            telling[value].append(index)
    untold = [index for index in part if not apart[index][slot]]
    saves = sum((len(inside) + len(untold)) ** 2 for inside in telling.values()) < len(part) ** 2
    for some in ([*untold, *inside] for inside in telling.values()) if telling and saves else [part]:
        yield from _compatible(sorted(some), apart, slot + 1)


# --- words -------------------------------------------------------------------------------------------------------


def _words_of_voices(members: Sequence[Facets]) -> Mapping[int, frozenset[str]]:
    return {
        index: frozenset(each.claim.evidence.split())
        for index, each in enumerate(members)
        if BOOKS[each.claim.kind] == "voices"
    }


def _in_like_words(inside: Sequence[int], words: Mapping[int, frozenset[str]]) -> Iterator[Pair]:
    """Voices of one block in nearly the same words: two thirds of the letters of one stand in words of the other."""
    telling: dict[str, list[int]] = defaultdict(list)
    for index in inside:
        for word in words[index]:
            telling[word].append(index)
    for index in inside:
        rarest = sorted(words[index], key=lambda word: (len(telling[word]), word))
        letters = sum(map(len, rarest))
        for other in {other for word in _a_third(rarest) for other in telling[word]} - {index}:
            if 3 * sum(map(len, words[index] & words[other])) >= 2 * letters:
                yield min(index, other), max(index, other)


def _a_third(words: Sequence[str]) -> Iterator[str]:
    """The first words, so many that all others have less than two thirds of the letters."""
    left = sum(map(len, words)) / 3
    for word in words:
        if left < 0:
            return
        left -= len(word)
        yield word
