"""What changed between two states of the ledger: new entries, stages, conflicts, sums, and deadlines that have passed.

Entries of the two states are one where they share a claim, whatever has become of their ids.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from lodeline.claims.claim import ClaimId
from lodeline.ledger.commitment import AmountEntry, Conflict, Entry, Stage
from lodeline.ledger.deadlines import Deadline, overdue
from lodeline.ledger.stages import OFF_LADDER, RANK

Direction = Literal["up", "off", "again", "down"]
"""Up the ladder; off it; on it again after a stop; down, where a correction took a rung away."""


@dataclass(frozen=True, slots=True)
class Move:
    """A commitment that stands elsewhere than before."""

    entry: Entry
    before: Stage
    after: Stage
    direction: Direction


@dataclass(frozen=True, slots=True)
class NewConflict:
    """Sources that have begun to disagree, or that disagree by another value."""

    entry: Entry
    conflict: Conflict


@dataclass(frozen=True, slots=True)
class NewSum:
    """A sum that was not told of the entry before."""

    entry: Entry
    amount: AmountEntry


@dataclass(frozen=True, slots=True)
class Overdue:
    """A commitment whose deadline passed between the two days."""

    entry: Entry
    deadline: Deadline


@dataclass(frozen=True, slots=True)
class Changes:
    """All changes, each list sorted by the entry's id."""

    new: tuple[Entry, ...]
    moved: tuple[Move, ...]
    conflicts: tuple[NewConflict, ...]
    sums: tuple[NewSum, ...]
    overdue: tuple[Overdue, ...]


def changes(before: Iterable[Entry], after: Iterable[Entry], days: tuple[str, str]) -> Changes:
    """What the later state says that the earlier one did not; `days` are those of the two states, for deadlines."""
    known = tuple(before)
    home = {claim.id: entry for entry in known for claim in entry.claims}
    pairs = [(_predecessor(entry, home), entry) for entry in sorted(after, key=lambda entry: entry.id)]
    both = [(old, entry) for old, entry in pairs if old is not None]
    return Changes(
        new=tuple(entry for old, entry in pairs if old is None),
        moved=tuple(move for old, entry in both if (move := _move(old, entry))),
        conflicts=tuple(each for old, entry in pairs for each in _conflicts(old, entry)),
        sums=tuple(each for old, entry in both for each in _sums(old, entry)),
        overdue=tuple(each for _, entry in pairs if (each := _overdue(entry, days))),
    )


def _predecessor(entry: Entry, home: Mapping[ClaimId, Entry]) -> Entry | None:
    """The earlier entry with which it shares most claims; of two that grew together, the first by id."""
    shared = Counter(home[claim.id].id for claim in entry.claims if claim.id in home)
    if not shared:
        return None
    found = min(shared, key=lambda each: (-shared[each], each))
    return next(home[claim.id] for claim in entry.claims if claim.id in home and home[claim.id].id == found)


def _move(old: Entry, new: Entry) -> Move | None:
    if old.stage is None or new.stage is None or old.stage == new.stage:
        return None
    return Move(new, old.stage, new.stage, _direction(old.stage, new.stage))


def _direction(before: Stage, after: Stage) -> Direction:
    if after in OFF_LADDER:
        return "off"
    if before in OFF_LADDER:
        return "again"
    return "up" if RANK[after] > RANK[before] else "down"


def _overdue(entry: Entry, days: tuple[str, str]) -> Overdue | None:
    """Overdue on the later day, and not yet on the earlier."""
    due = overdue(entry, days[1])
    return Overdue(entry, due) if due and not overdue(entry, days[0]) else None


def _conflicts(old: Entry | None, new: Entry) -> Iterator[NewConflict]:
    known = {(each.slot, value) for each in (old.conflicts if old else ()) for value, _ in each.values}
    for conflict in new.conflicts:
        if any((conflict.slot, value) not in known for value, _ in conflict.values):
            yield NewConflict(new, conflict)


def _sums(old: Entry, new: Entry) -> Iterator[NewSum]:
    """Each new figure once, however many sources tell it."""
    known = {(each.money, each.kind) for each in old.amounts}
    for amount in new.amounts:
        if (amount.money, amount.kind) not in known:
            known.add((amount.money, amount.kind))
            yield NewSum(new, amount)
