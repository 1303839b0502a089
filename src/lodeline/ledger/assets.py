"""Deposits, mines and plants of claims: when two are one, and which companies bear their names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from lodeline.ledger.parties import Names, fold

ALIKE = 88
"""Percent of like letters from which two spellings are one name: a slip or another transliteration."""


@dataclass(frozen=True, slots=True)
class Assets:
    """The assets that one claim or entry names, by key and by folded spelling."""

    keys: frozenset[str]
    spellings: frozenset[str]

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

    def named_in(self, party: str) -> bool:
        """True where a party's name holds an asset's: the company made for the asset."""
        return any(spelling and f" {spelling} " in f" {fold(party)} " for spelling in self.spellings)


def assets_of(told: Sequence[str], names: Names) -> Assets:
    return Assets(frozenset(map(names.asset_key, told)), frozenset(map(fold, told)))


@lru_cache(maxsize=65536)
def _same_spelling(left: str, right: str) -> bool:
    """One name within the other ("X" and "X deposit"), or nearly the same letters."""
    from rapidfuzz.fuzz import ratio as likeness

    ours, theirs = set(left.split()), set(right.split())
    return ours <= theirs or theirs <= ours or likeness(left, right) >= ALIKE
