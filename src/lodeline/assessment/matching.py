"""Which projects of the table a commitment is about: by asset, by owner, by mineral and state; or no match, and why."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from anyascii import anyascii

from lodeline.ledger.commitment import Entry
from lodeline.supply.projects import Project, projects
from lodeline.vocabulary.materials import within
from lodeline.vocabulary.places import country

COMMON = frozenset(
    [
        "company",
        "corporation",
        "group",
        "holding",
        "holdings",
        "limited",
        "mining",
        "mine",
        "mines",
        "mineral",
        "minerals",
        "metals",
        "resources",
        "capital",
        "plant",
        "project",
        "deposit",
        "state",
        "national",
        "industries",
        "international",
    ]
)
"""Words of firms' and sites' names that tell nothing by themselves."""
TELLING = 4
"""Letters from which a word of a name tells something."""


@dataclass(frozen=True, slots=True)
class Match:
    """Projects that a commitment is about, and why; none with the reason why not."""

    projects: tuple[Project, ...]
    why: str


def match(entry: Entry) -> Match:
    """Rows of the same mineral and state that bear the name of its asset, or else an owner's; all of one such owner."""
    wanted = {wide for told in entry.commodities for wide in within(told)}
    if not wanted:
        return Match((), "the commitment names no mineral")
    places = {found.alpha3 for code in entry.places if (found := country(code)) is not None}
    near = [p for p in projects() if p.commodity in wanted and (not places or p.country in places)]
    if not near:
        return Match((), f"the table has no project of {', '.join(sorted(wanted))} there")
    by_asset = [p for p in near if _shares_word(entry.assets, p.names)]
    if by_asset:
        return Match(tuple(by_asset), f"named: {', '.join(p.name for p in by_asset)}")
    parties = [name for party in entry.parties for name in party.names]
    by_owner = [p for p in near if _shares_word(parties, [owner.name for owner in p.owners])]
    if by_owner:
        return Match(tuple(by_owner), f"of the same owners: {', '.join(p.name for p in by_owner)}")
    return Match((), f"no project of the table bears its names ({len(near)} of this mineral there)")


def _shares_word(ours: Iterable[str], theirs: Iterable[str]) -> bool:
    """Two telling words in common, or one where a name has no other."""
    left, right = [_words(name) for name in ours], [_words(name) for name in theirs]
    return any(a and b and len(a & b) >= min(2, len(a), len(b)) for a in left for b in right)


def _words(name: str) -> frozenset[str]:
    spelled = re.findall(r"[a-z0-9]+", anyascii(name).lower())
    return frozenset(word for word in spelled if len(word) >= TELLING or word.isdigit()) - COMMON
