"""Announced, firm and delivered money, apart, as ranges: what overlaps is never added up as if it did not.

A part told inside a whole adds only what exceeds the whole; where the overlap is unknown the total runs from the
largest to the sum. A sum without a currency stands by itself and is never added to one that has a currency.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from lodeline.ledger.commitment import AmountEntry, Entry, EntryId, Link, Total, Totals
from lodeline.ledger.facets import other_goods
from lodeline.ledger.stages import RANK

DELIVERED = frozenset({"under_way", "completed"})
"""Statuses with which a tranche is paid out."""
ONE_COST = frozenset({"joint_venture", "acquisition", "investment", "project"})
"""Kinds that may tell the cost of one and the same thing."""


@dataclass(frozen=True, slots=True)
class Sum:
    """One sum of one entry that enters a total."""

    entry: Entry
    amount: AmountEntry

    @property
    def id(self) -> EntryId:
        return self.entry.id

    @property
    def value(self) -> Decimal:
        return self.amount.money.value


@dataclass(frozen=True, slots=True)
class Extent:
    """Lowest and highest that some overlapping sums can come to."""

    low: Decimal
    high: Decimal


def totals(entries: Iterable[Entry]) -> Totals:
    """The three totals by currency. Only entries of the book of commitments with a stage of the ladder enter."""
    commitments = sorted((e for e in entries if e.book == "commitments" and e.stage in RANK), key=lambda e: e.id)
    return Totals(
        announced=_by_currency([s for entry in commitments for s in _counted(entry)]),
        firm=_by_currency([s for entry in commitments if _is_firm(entry) for s in _counted(entry)]),
        delivered=_by_currency([s for entry in commitments for s in _paid(entry)]),
    )


def _is_firm(entry: Entry) -> bool:
    return entry.stage is not None and RANK[entry.stage] >= RANK["committed"]


def _counted(entry: Entry) -> list[Sum]:
    return [Sum(entry, amount) for amount in entry.amounts if amount.counts][:1]


def _paid(entry: Entry) -> list[Sum]:
    """All of a fulfilled promise; else the largest tranche told as paid."""
    if entry.stage == "fulfilled":
        return _counted(entry)
    status = {claim.id: claim.status for claim in entry.claims}
    tranches = [a for a in entry.amounts if a.kind == "tranche" and status.get(a.claim) in DELIVERED]
    return [Sum(entry, max(tranches, key=lambda a: (a.money.value, a.claim)))] if tranches else []


def _by_currency(sums: Sequence[Sum]) -> tuple[Total, ...]:
    """One total a currency, by its code; the sums whose currency is not stated last."""
    groups: dict[str | None, list[Sum]] = defaultdict(list)
    for each in sums:
        groups[each.amount.money.currency].append(each)
    ordered = sorted(groups, key=lambda currency: (currency is None, currency or ""))
    return tuple(_total(currency, groups[currency]) for currency in ordered)


def _total(currency: str | None, sums: Sequence[Sum]) -> Total:
    parent = _parents(sums)
    children: dict[EntryId, list[Sum]] = defaultdict(list)
    for each in sums:
        if each.id in parent:
            children[parent[each.id]].append(each)
    roots = [each for each in sums if each.id not in parent]
    extent = _together(roots, children)
    return Total(
        currency=currency,
        low=extent.low,
        high=extent.high,
        entries=tuple(each.id for each in sums),
        note=_note(currency, sums, parent, extent),
    )


# --- parts inside a whole ----------------------------------------------------------------------------------------


def _parents(sums: Sequence[Sum]) -> Mapping[EntryId, EntryId]:
    """Each part's whole among these sums: what it is certainly part of, else what it finances."""
    present = {each.id for each in sums}
    parent: dict[EntryId, EntryId] = {}
    for each in sums:
        inside = [link.entry for link in each.entry.links if _lies_inside(link) and link.entry in present]
        chosen = next((entry for entry in sorted(inside) if not _leads_to(entry, each.id, parent)), None)
        if chosen is not None:
            parent[each.id] = _nearest(each, present) or chosen
    return parent


def _lies_inside(link: Link) -> bool:
    """A financing is presumed to lie within the cost of what it finances unless the text tells otherwise."""
    return link.relation == "finances" or (link.relation == "part_of" and link.certain)


def _nearest(each: Sum, present: set[EntryId]) -> EntryId | None:
    """The loan that a tranche is part of stands nearer than the venture that both finance."""
    nearest = sorted(link.entry for link in each.entry.links if link.relation == "part_of" and link.certain)
    return next((entry for entry in nearest if entry in present), None)


def _leads_to(start: EntryId, goal: EntryId, parent: Mapping[EntryId, EntryId]) -> bool:
    """True where the chain of wholes above `start` passes `goal`: no sum lies within itself."""
    current: EntryId | None = start
    while current is not None and current != goal:
        current = parent.get(current)
    return current is not None


def _whole(each: Sum, children: Mapping[EntryId, Sequence[Sum]]) -> Extent:
    """What a sum and its parts come to: the parts add only what exceeds it (rule 1).

    Tranches and lenders' parts cut the same money in two ways, so each cut is compared with the whole apart. The whole
    cost told once more of the site is no part beside the loans that pay for it.
    """
    parts = [part for part in children.get(each.id, ()) if part.entry.kind != "project" or part.value != each.value]
    tranches = _together([part for part in parts if part.amount.kind == "tranche"], children)
    others = _together([part for part in parts if part.amount.kind != "tranche"], children)
    return Extent(max(each.value, tranches.low, others.low), max(each.value, tranches.high, others.high))


def _together(sums: Sequence[Sum], children: Mapping[EntryId, Sequence[Sum]]) -> Extent:
    """Heaps that do not overlap add up; within a heap the overlap is unknown."""
    whole = {each.id: _whole(each, children) for each in sums}
    heaps = _heaps(sums)
    return Extent(
        sum((_least(heap, whole) for heap in heaps), Decimal(0)),
        sum((whole[each.id].high for each in sums), Decimal(0)),
    )


def _least(heap: Sequence[Sum], whole: Mapping[EntryId, Extent]) -> Decimal:
    """The largest sum of a heap, or more where some of its sums do not overlap each other and so must add up."""
    falling = sorted(heap, key=lambda each: (-whole[each.id].low, each.id))
    return max(_beside(seed, falling, whole) for seed in falling)


def _beside(seed: Sum, falling: Sequence[Sum], whole: Mapping[EntryId, Extent]) -> Decimal:
    """The seed and what overlaps neither it nor each other, the largest first."""
    chosen = [seed]
    for each in falling:
        if each is not seed and not any(_may_overlap(each.entry, other.entry) for other in chosen):
            chosen.append(each)
    return sum((whole[each.id].low for each in chosen), Decimal(0))


# --- unknown overlap ---------------------------------------------------------------------------------------------


def _heaps(roots: Sequence[Sum]) -> list[list[Sum]]:
    """Sums that may overlap, directly or through others, lie in one heap."""
    heap_of = {each.id: index for index, each in enumerate(roots)}
    for left, right in combinations(roots, 2):
        if _may_overlap(left.entry, right.entry):
            old, new = heap_of[right.id], heap_of[left.id]
            heap_of = {entry: new if heap == old else heap for entry, heap in heap_of.items()}
    heaps: dict[int, list[Sum]] = defaultdict(list)
    for each in roots:
        heaps[heap_of[each.id]].append(each)
    return list(heaps.values())


def _may_overlap(left: Entry, right: Entry) -> bool:
    """Perhaps a part, or costs of one asset, or of one party in one country: two tellings may be of one cost."""
    relations = {link.relation for link in left.links if link.entry == right.id}
    if relations & {"part_of", "has_part"}:
        return True
    if not {left.kind, right.kind} <= ONE_COST or left.kind == right.kind == "acquisition":
        return False
    if left.assets and right.assets:
        return "same_asset" in relations
    one_ground = bool(set(left.places) & set(right.places)) and not other_goods(left.commodities, right.commodities)
    return one_ground and _same_party(left, right)


def _same_party(left: Entry, right: Entry) -> bool:
    return bool({party.entity for party in left.parties} & {party.entity for party in right.parties})


# --- the note ----------------------------------------------------------------------------------------------------


def _note(currency: str | None, sums: Sequence[Sum], parent: Mapping[EntryId, EntryId], extent: Extent) -> str:
    """How the total came about, in whole sentences."""
    said = [f"{len(sums)} {'sum' if len(sums) == 1 else 'sums'}."]
    if currency is None:
        said.append("Currency not stated: never added to sums that have one.")
    present = {each.id for each in sums}
    financed = sum(1 for each in sums if each.id in parent and not _nearest(each, present))
    if financed:
        said.append(f"{financed} of financing presumed to lie within the cost of what it finances.")
    if len(parent) > financed:
        said.append(f"{len(parent) - financed} told as part of a larger sum.")
    if extent.low != extent.high:
        said.append("Some may overlap, by how much is not told: from the largest to the sum.")
    if any(link.relation == "has_part" and not link.certain for each in sums for link in each.entry.links):
        said.append("A package among them may contain other entries.")
    return " ".join(said)
