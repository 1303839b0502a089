"""Which commitments of the ledger are one thing to build: a venture, its project and its financing count once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from lodeline.assessment.matching import Match, match
from lodeline.ledger.commitment import Entry
from lodeline.vocabulary.materials import within

BUILDING = ("joint_venture", "acquisition", "project", "investment")
"""Kinds that may stand for what is built, the one that best tells whose it is first."""
PAYING = ("financing",)
"""Kinds that pay for it: never another mine beside one that is counted."""
TIES = frozenset({"same_asset", "part_of", "has_part", "finances", "financed_by"})
GONE = frozenset({"suspended", "cancelled", "denied", "ended_early", "superseded"})
"""Stages at which nothing is being built."""


@dataclass(frozen=True, slots=True)
class Plan:
    """One thing to build: the entry that best tells whose it is, and every entry that tells of it."""

    lead: Entry
    entries: tuple[Entry, ...]
    found: Match
    """Rows of the projects table."""

    @property
    def minerals(self) -> tuple[str, ...]:
        """What it makes: by the lead, else by the others; a wider name beside a narrower one tells nothing."""
        told = self.lead.commodities or tuple(mineral for entry in self.entries for mineral in entry.commodities)
        wider = {wide for mineral in told for wide in within(mineral)[1:]}
        return tuple(dict.fromkeys(mineral for mineral in told if mineral not in wider))

    @property
    def off(self) -> str:
        """How it is told that it will not be built, '' where it is not: of the lead, or later of its project."""
        if self.lead.stage in GONE:
            return self.lead.stage or ""
        since = newest_word(self.lead)
        later = (e.stage for e in self.entries if e.kind == "project" and newest_word(e) >= since)
        return next((stage for stage in later if stage in GONE), "") or ""


def plans(entries: Sequence[Entry]) -> tuple[Plan, ...]:
    """All plans of the ledger that name a mineral; one that nothing ties to another stands alone."""
    groups: list[list[Entry]] = []
    for entry in sorted(entries, key=_order):
        if entry.kind not in BUILDING + PAYING:
            continue
        home = next((group for group in groups if any(_is_same(entry, other) for other in group)), None)
        if home is None:
            groups.append([entry])
        else:
            home.append(entry)
    return tuple(plan for plan in map(_plan, groups) if plan.minerals)


def _plan(group: Sequence[Entry]) -> Plan:
    lead = _lead(group)
    found = next((each for entry in (lead, *group) if (each := match(entry)).projects), match(lead))
    return Plan(lead, tuple(sorted(group, key=lambda entry: (newest_word(entry), entry.id))), found)


def _lead(group: Sequence[Entry]) -> Entry:
    """The newest of the kind that best tells owners; of ventures with the same parts the one that most texts tell."""
    newest = max(group, key=lambda e: (-_rank(e), e.stage not in GONE, newest_word(e), e.id))
    alike = [e for e in group if _likeness(e) == _likeness(newest)]
    return max(alike, key=lambda e: (len(e.sources), newest_word(e), e.id))


def _likeness(entry: Entry) -> tuple[str, bool, list[Decimal]]:
    return entry.kind, entry.stage in GONE, _parts(entry)


def _parts(entry: Entry) -> list[Decimal]:
    return sorted(party.share for party in entry.parties if party.share)


def _order(entry: Entry) -> tuple[bool, int, str]:
    """Entries that name an asset first: the others join them, and never tie two of them together."""
    return not entry.assets, _rank(entry), entry.id


def _rank(entry: Entry) -> int:
    kinds = BUILDING + PAYING
    return kinds.index(entry.kind) if entry.kind in kinds else len(kinds)


def newest_word(entry: Entry) -> str:
    """The day of the newest text that tells it, '' where none is dated."""
    return max((each.published or "" for each in entry.evidence), default="")


def _is_same(entry: Entry, other: Entry) -> bool:
    """Tied by the ledger, or about the same row of the projects table, or of one firm and not told apart."""
    if any(link.entry == other.id and link.relation in TIES for link in entry.links):
        return True
    if any(link.entry == entry.id and link.relation in TIES for link in other.links):
        return True
    if {asset.casefold() for asset in entry.assets} & {asset.casefold() for asset in other.assets}:
        return True
    rows = {project.id for project in match(entry).projects} & {project.id for project in match(other).projects}
    return bool(rows) or _is_of_one_firm(entry, other)


def _is_of_one_firm(entry: Entry, other: Entry) -> bool:
    """A firm of both, one mineral, one yearly output or none told, and no second asset."""
    if entry.assets and other.assets:
        return False
    firms = {party.entity for party in entry.parties} & {party.entity for party in other.parties}
    one, two = yearly(entry), yearly(other)
    return bool(firms and _is_one_mineral(entry, other) and (one == two or not one or not two))


def _is_one_mineral(entry: Entry, other: Entry) -> bool:
    """Whether both name a mineral, or one a group of minerals that contains the other's."""
    return any(a in within(b) or b in within(a) for a in entry.commodities for b in other.commodities)


def yearly(entry: Entry) -> frozenset[float]:
    """Yearly tonnes that an entry tells."""
    return frozenset(float(quantity.value) for quantity in entry.quantities if quantity.unit == "t/year")
