"""Which projects of the table a commitment is about: by asset, by owners; or no match, and why."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from lodeline.entities.names import SHORT, compare
from lodeline.ledger.commitment import Entry, PartyEntry
from lodeline.supply.projects import Project, projects
from lodeline.vocabulary.materials import within
from lodeline.vocabulary.places import country


@dataclass(frozen=True, slots=True)
class Match:
    """Projects that a commitment is about, and why; none with the reason why not."""

    projects: tuple[Project, ...]
    why: str


def match(entry: Entry) -> Match:
    """Rows of the same mineral and state that bear the name of its asset, or else those of its owners.

    One owner of several projects tells none of them, unless all have the very same owners; two owners together tell
    the projects that they share.
    """
    wanted = {wide for told in entry.commodities for wide in within(told)}
    if not wanted:
        return Match((), "the commitment names no mineral")
    places = {found.alpha3 for code in entry.places if (found := country(code)) is not None}
    near = [p for p in projects() if p.commodity in wanted and (not places or p.country in places)]
    if not near:
        return Match((), f"the table has no project of {', '.join(sorted(wanted))} there")
    by_asset = tuple(p for p in near if _alike(entry.assets, p.names))
    if by_asset:
        return Match(by_asset, f"named: {_listed(by_asset)}")
    return _by_owners(entry.parties, near)


def _by_owners(parties: Sequence[PartyEntry], near: Sequence[Project]) -> Match:
    counts = {p.id: sum(_alike(party.names, _owner_names(p)) for party in parties) for p in near}
    most = max(counts.values())
    best = tuple(p for p in near if counts[p.id] == most)
    if most == 0:
        return Match((), f"no project of the table bears its names ({len(near)} of this mineral there)")
    if most == 1 and len({p.owners for p in best}) > 1:  # rows with the very same owners are one venture
        return Match((), f"one owner fits several projects and the text does not say which: {_listed(best)}")
    return Match(best, f"of the same owner{'s' if most > 1 else ''}: {_listed(best)}")


def _owner_names(project: Project) -> tuple[str, ...]:
    """Owners and who the table says stands behind them."""
    behind = (name.strip() for owner in project.owners for name in re.split("[,;]", owner.beside))
    return (*(owner.name for owner in project.owners), *filter(None, behind))


@lru_cache(maxsize=65536)
def _alike(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether some name is another spelling or a short form of one of theirs, in any script."""
    return any(compare(a, b).value >= SHORT for a in ours for b in theirs)


def _listed(found: Iterable[Project]) -> str:
    return ", ".join(project.name for project in found)
