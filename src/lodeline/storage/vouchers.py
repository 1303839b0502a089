"""Rows of other tables that the audit vouches for: each is recorded with its hash when it is written.

A room that keeps append-only tables records each row here, and names its tables where the ledger is verified: then an
edited, deleted or smuggled-in row is found like a change of the chain itself.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lodeline.storage.audit import Fault, Head, erase, faults, head, links, record
from lodeline.storage.session import Row, Session


@dataclass(frozen=True, slots=True)
class Verdict:
    """Where the chain ends, and everything in the file that nobody recorded: no faults where it is whole."""

    head: Head
    faults: tuple[Fault, ...]


def verdict(unit: Session, tables: Iterable[str], noted: str | None = None) -> Verdict:
    """The chain and the rows of these tables verified; `noted` is the hash of a head written down elsewhere."""
    return Verdict(head(unit), (*faults(unit, noted), *row_faults(unit, tables)))


def vouch(unit: Session, table: str, number: int, recorded: str) -> int:
    """Record the row of a table (by its `number`) as it now stands; tells the number of the audit row."""
    row = unit.row(f"SELECT * FROM {table} WHERE number = ?", (number,))
    if row is None:
        raise LookupError(f"{table} has no row {number} to vouch for")
    return record(unit, table, {"row": number, "sha256": _digest(row)}, recorded)


def enrol(unit: Session, tables: Iterable[str]) -> None:
    """Vouch for rows that were written before there was an audit, as of the time that each one names."""
    for table in tables:
        for number, recorded in unit.rows(f"SELECT number, recorded FROM {table} ORDER BY number"):
            vouch(unit, table, int(number or 0), str(recorded))


def withdraw(unit: Session, rows: Mapping[str, Iterable[int]], why: str, recorded: str) -> int:
    """Erase what the audit holds of these rows (table → numbers) behind a tombstone; tells how many payloads went.

    Deleting the rows themselves is the room's work; `why` is a word for what was asked for, without names.
    """
    wanted = {table: set(numbers) for table, numbers in rows.items()}
    numbers = [link.number for link in links(unit) if link.told and link.told.get("row") in wanted.get(link.kind, ())]
    erase(unit, numbers, {"why": why}, recorded)
    return len(numbers)


def row_faults(unit: Session, tables: Iterable[str]) -> Iterator[Fault]:
    """Rows of these tables that are gone, changed, or that nobody recorded."""
    told: dict[str, dict[int, tuple[int, str]]] = defaultdict(dict)
    for link in links(unit):
        if link.told and "row" in link.told:
            told[link.kind][link.told["row"]] = (link.number, link.told["sha256"])
    for table in tables:
        yield from _of_table(unit, table, told[table])


def _of_table(unit: Session, table: str, told: dict[int, tuple[int, str]]) -> Iterator[Fault]:
    for row in unit.execute(f"SELECT * FROM {table} ORDER BY number"):
        link, digest = told.pop(row[0], (None, ""))
        if link is None:
            yield Fault(None, f"{table} row {row[0]} was never recorded")
        elif _digest(row) != digest:
            yield Fault(link, f"{table} row {row[0]} is not what was recorded")
    for number, (link, _) in told.items():
        yield Fault(link, f"{table} row {number} is gone")


def _digest(row: Row) -> str:
    return hashlib.sha256(json.dumps(row, ensure_ascii=False).encode()).hexdigest()
