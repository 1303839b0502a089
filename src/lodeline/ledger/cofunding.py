"""The total of a venture or package against the sums told of its parts (rule 2): a gap upwards is a conflict."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

from lodeline.ledger.amounts import as_text
from lodeline.ledger.commitment import AmountEntry, Conflict, Entry, EntryId
from lodeline.ledger.packages import shown_amount

TOLERANCE = Decimal("1.05")
"""Sums within 5 % agree (rule 7)."""


def check(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries, with a conflict on each whose certain parts come to more than it; nothing is corrected."""
    by_id = {entry.id: entry for entry in entries}
    return tuple(_checked(entry, by_id) for entry in by_id.values())


def _checked(entry: Entry, by_id: Mapping[EntryId, Entry]) -> Entry:
    whole = shown_amount(entry)
    parts = _parts(entry, by_id, whole.money.currency) if whole else []
    told = sum((part.money.value for part in parts), Decimal(0))
    if whole is None or told <= whole.money.value * TOLERANCE:
        return entry
    values = tuple((as_text(amount.money), amount.claim) for amount in (whole, *parts))
    gap = Conflict("parts", values, as_text(whole.money), "total_is_told_apart_from_its_parts")
    return replace(entry, conflicts=(*entry.conflicts, gap))


def _parts(entry: Entry, by_id: Mapping[EntryId, Entry], currency: str | None) -> list[AmountEntry]:
    """Counted sums of what is surely part of the entry or finances it; tranches and parts of other parts left out."""
    inside = [
        by_id[link.entry] for link in entry.links if link.certain and link.relation in ("has_part", "financed_by")
    ]
    ids = {part.id for part in inside}
    nested = {part.id for part in inside if any(x.relation == "part_of" and x.entry in ids for x in part.links)}
    sums = [amount for part in inside if part.id not in nested for amount in part.amounts]
    return [a for a in sums if a.counts and a.kind != "tranche" and a.money.currency == currency]
