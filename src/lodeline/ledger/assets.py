"""Deposits, mines and plants of claims: when two are one, and which companies bear their names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from lodeline.entities.names import spelling
from lodeline.ledger.parties import Names, fold

ALIKE = 88
"""Percent of like letters from which two spellings are one name: a slip or another transliteration."""
TELLING = 5
"""Letters from which one word of an asset's name, alone in a company's name, tells that it was made for the asset."""


@dataclass(frozen=True, slots=True)
class Assets:
    """The assets that one claim or entry names, by key, by folded spelling and by their telling words."""

    keys: frozenset[str]
    spellings: frozenset[str]
    words: frozenset[str]

    def __bool__(self) -> bool:
        return bool(self.keys)

    def same(self, other: Assets) -> bool:
        """At least one asset in common."""
        if self.keys & other.keys:
            return True
        return any(_same_spelling(ours, theirs) for ours in self.spellings for theirs in other.spellings)

    def opposed(self, other: Assets) -> bool:
        """Both name assets, and none of them is the other's."""
        return bool(self and other) and not self.same(other)

    def meeting(self, near: Mapping[str, frozenset[str]]) -> Iterator[str]:
        """Two of these share one of these where they are the same; `near` is of the spellings of both."""
        yield from self.keys
        for name in self.spellings:
            yield f"={name}"
            yield from (f"={'~'.join(sorted((name, other)))}" for other in near[name])

    def named_in(self, party: str) -> bool:
        """True where a party's name holds an asset's, or a telling word of it: the company made for the asset."""
        if any(own and f" {own} " in f" {fold(party)} " for own in self.spellings):
            return True
        return bool(self.words & _telling_words(party))


def assets_of(told: Sequence[str], names: Names) -> Assets:
    words = frozenset(word for asset in told for word in _telling_words(asset))
    return Assets(frozenset(map(names.asset_key, told)), frozenset(map(fold, told)), words)


def together(several: Iterable[Assets]) -> Assets:
    """All assets of several claims."""
    every = tuple(several)
    return Assets(
        frozenset().union(*(each.keys for each in every)),
        frozenset().union(*(each.spellings for each in every)),
        frozenset().union(*(each.words for each in every)),
    )


def near_spellings(spellings: Set[str]) -> Mapping[str, frozenset[str]]:
    """For each folded spelling all others that are the same name."""
    from rapidfuzz.fuzz import ratio as likeness
    from rapidfuzz.process import extract

    by_word: dict[str, set[str]] = defaultdict(set)
    for name in spellings:
        for word in name.split():
            by_word[word].add(name)
    near: dict[str, set[str]] = {name: set() for name in spellings}
    ordered = sorted(spellings)
    for place, name in enumerate(ordered):
        holding = set.intersection(*(by_word[word] for word in name.split())) if name else set(spellings)
        alike = extract(name, ordered[place + 1 :], scorer=likeness, score_cutoff=ALIKE, limit=None)
        for other in holding.union(found for found, *_ in alike) - {name}:
            near[name].add(other)
            near[other].add(name)
    return {name: frozenset(others) for name, others in near.items()}


def asset_words_in(party: str) -> Iterator[str]:
    """What an asset that is named in a party's name may be spelled like, and the telling words of that name."""
    words = fold(party).split()
    yield from (" ".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, len(words) + 1))
    yield from _telling_words(party)


@lru_cache(maxsize=65536)
def _telling_words(name: str) -> frozenset[str]:
    """Long words that are not common in names, parts of compounds apart, folded so that both scripts meet."""
    parts = (spelling(part).strong for part in name.replace("-", " ").split())
    return frozenset(word for strong in parts for word in strong if len(word) >= TELLING)


ORDINALS = {
    **dict.fromkeys(("first", "pervaya", "pervyy", "pervoy", "pervoe", "pervogo", "birinshi"), "1"),
    **dict.fromkeys(("second", "vtoraya", "vtoroy", "vtoroe", "vtorogo", "ekinshi"), "2"),
    **dict.fromkeys(("third", "tretiy", "tretey", "tretego", "ushinshi"), "3"),
}
"""Stages counted in words, as names of assets are folded."""


def _numbers(words: Set[str]) -> frozenset[str]:
    """What counts the pit, stage, block or contract."""
    return frozenset(ORDINALS.get(word, word) for word in words if word in ORDINALS or any(map(str.isdigit, word)))


@lru_cache(maxsize=65536)
def _same_spelling(left: str, right: str) -> bool:
    """One name within the other ("X" and "X deposit"), or nearly the same letters; never with other numbers."""
    from rapidfuzz.fuzz import ratio as likeness

    ours, theirs = set(left.split()), set(right.split())
    if _numbers(ours) and _numbers(theirs) and _numbers(ours) != _numbers(theirs):
        return False
    return ours <= theirs or theirs <= ours or likeness(left, right) >= ALIKE
