"""A user's entries beside the starter ledger: which starter entry tells of the same deal, and what differs.

Nothing of the user's entry changes but this: it gets a link, and a conflict for each value that the starter has
otherwise. The value shown stays that of the texts that the user read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product

from lodeline.ledger.amounts import as_text
from lodeline.ledger.blocking import ENOUGH
from lodeline.ledger.commitment import AmountEntry, Conflict, Entry, Link, Telling
from lodeline.ledger.conflicts import SAME_SHARE
from lodeline.ledger.facets import facets
from lodeline.ledger.merging import sameness
from lodeline.ledger.parties import entity_keys, fold, names_of
from lodeline.ledger.ranges import apart
from lodeline.ledger.signs import comparable
from lodeline.ledger.starter import known_to

RELATION = "in_starter"
RULE = "texts_read_before_the_starter"
TWO = 2
"""Parties that two entries must share to be compared, where they share no mine or plant."""
RARE = 5
"""A party that no more entries of the starter name is enough alone: a company, and no state or great bank."""


def beside(entries: Iterable[Entry], starter: Sequence[Entry]) -> tuple[Entry, ...]:
    """The entries in their order, those that the starter knows with a link to it and with what differs."""
    by_asset, by_party = _index(starter)
    return tuple(_compared(each, _near(each, by_asset, by_party)) for each in entries)


Index = Mapping[str, Sequence[Entry]]


def _index(starter: Iterable[Entry]) -> tuple[Index, Index]:
    by_asset: dict[str, list[Entry]] = defaultdict(list)
    by_party: dict[str, list[Entry]] = defaultdict(list)
    for each in starter:
        for asset in {fold(asset) for asset in each.assets}:
            by_asset[asset].append(each)
        for party in {party.entity for party in each.parties}:
            by_party[party].append(each)
    return by_asset, by_party


def _near(ours: Entry, by_asset: Index, by_party: Index) -> list[Entry]:
    """Starter entries of the same book with a mine or plant in common, two parties or a rare one; by id."""
    found = {each.id: each for asset in ours.assets for each in by_asset.get(fold(asset), ())}
    shared: dict[str, list[Entry]] = defaultdict(list)
    for party in {party.entity for party in ours.parties}:
        known = by_party.get(party, ())
        for each in known:
            shared[each.id] += [each] * (TWO if len(known) <= RARE else 1)
    found.update({several[0].id: several[0] for several in shared.values() if len(several) >= TWO})
    return [found[key] for key in sorted(found) if found[key].book == ours.book]


def _compared(ours: Entry, near: Sequence[Entry]) -> Entry:
    same = [theirs for theirs in near if _is_same(ours, theirs)]
    links = [Link(RELATION, each.id, _standing(each)) for each in same]
    differing = [conflict for each in same for conflict in _differing(ours, each)]
    return replace(ours, links=(*ours.links, *links), conflicts=(*ours.conflicts, *differing)) if same else ours


def _is_same(ours: Entry, theirs: Entry) -> bool:
    """Some claim of each tells one thing, and no claim of either speaks against it."""
    names = names_of([*ours.claims, *theirs.claims], entity_keys)
    pairs = product(*([facets(each, names) for each in _tellings(entry)] for entry in (ours, theirs)))
    found = [sameness(left, right) for left, right in pairs if comparable(left, right)]
    return any(each.score >= ENOUGH for each in found) and not any(each.opposed for each in found)


def _tellings(entry: Entry) -> Iterator[Telling]:
    published = {each.claim: each.published for each in entry.evidence}
    for claim in entry.claims:
        yield Telling(claim, published.get(claim.id))


def _standing(theirs: Entry) -> str:
    stage = f"{theirs.stage.replace('_', ' ')}, " if theirs.stage else ""
    return f"the starter ledger has it: {stage}known to {known_to(theirs) or 'an unknown day'}"


def _differing(ours: Entry, theirs: Entry) -> Iterator[Conflict]:
    """Sums that count more than 5 % apart, and stakes of one party more than a point apart (rule 7)."""
    for mine, its in product(_counted(ours), _counted(theirs)):
        if mine.money.currency == its.money.currency and apart(mine.money, its.money):
            values = ((as_text(mine.money), mine.claim), (f"{as_text(its.money)} (starter)", its.claim))
            yield Conflict("amount", values, as_text(mine.money), RULE)
    first, second = ours.claims[0].id, theirs.claims[0].id
    for party, other in product(ours.parties, theirs.parties):
        if party.entity != other.entity or party.share is None or other.share is None:
            continue
        if abs(party.share - other.share) > SAME_SHARE:
            mine_told = f"{party.name} {party.share.normalize():f} %"
            values = ((mine_told, first), (f"{other.name} {other.share.normalize():f} % (starter)", second))
            yield Conflict("shares", values, mine_told, RULE)


def _counted(entry: Entry) -> Sequence[AmountEntry]:
    return [amount for amount in entry.amounts if amount.counts]
