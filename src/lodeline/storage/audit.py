"""The audit: a chain of hashes over everything that was recorded, so that no row can be changed, cut or put in unseen.

A row holds a salted hash of its payload and never the payload, which stands apart: a payload can be erased, and the
chain still verifies. What erased it is a row of the chain itself, a tombstone that names the erased rows.

The head (count and hash of the last row) stands in a row of its own, so a cut-off tail is found. Whoever can write the
file can also write a new chain: against that, note the head elsewhere and give it to `faults`.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lodeline.storage.session import Session

Payload = Mapping[str, Any]
"""JSON values; numbers that must stay exact as text."""

START = "0" * 64
"""What the first row follows."""
TOMBSTONE = "erased"
"""Kind of the rows that say which payloads were erased; they are never erased themselves."""
_TABLES = (
    """
    CREATE TABLE audit (
        number INTEGER PRIMARY KEY, recorded TEXT NOT NULL, kind TEXT NOT NULL, salted TEXT NOT NULL,
        previous TEXT NOT NULL, hash TEXT NOT NULL UNIQUE
    ) STRICT
    """,
    "CREATE TABLE audit_payload (number INTEGER PRIMARY KEY, salt TEXT NOT NULL, payload TEXT NOT NULL) STRICT",
    """
    CREATE TABLE audit_head (
        one INTEGER PRIMARY KEY CHECK (one = 1), count INTEGER NOT NULL, hash TEXT NOT NULL
    ) STRICT
    """,
    f"INSERT INTO audit_head (one, count, hash) VALUES (1, 0, '{START}')",
)
# Guards against slips; against intent stands the chain.
_GUARDS = (
    "CREATE TRIGGER audit_update BEFORE UPDATE ON audit BEGIN SELECT raise(ABORT, 'audit is append-only'); END",
    "CREATE TRIGGER audit_delete BEFORE DELETE ON audit BEGIN SELECT raise(ABORT, 'audit is append-only'); END",
    "CREATE TRIGGER audit_payload_update BEFORE UPDATE ON audit_payload "
    "BEGIN SELECT raise(ABORT, 'audit_payload is append-only'); END",
    "CREATE TRIGGER audit_payload_delete BEFORE DELETE ON audit_payload "
    f"WHEN (SELECT kind FROM audit ORDER BY number DESC LIMIT 1) IS NOT '{TOMBSTONE}' "
    "BEGIN SELECT raise(ABORT, 'audit_payload goes after a tombstone only'); END",
)
MIGRATIONS: tuple[tuple[str, ...], ...] = ((*_TABLES, *_GUARDS),)
"""For storage.migrate under the name `audit`, before the rooms that record in it."""


@dataclass(frozen=True, slots=True)
class Head:
    """Where the chain ends: how many rows, and the hash of the last one."""

    count: int
    hash: str


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in the file that nobody recorded; `number` is the audit row, None where it is the chain as a whole."""

    number: int | None
    what: str


@dataclass(frozen=True, slots=True)
class Link:
    """One row of the chain, with its payload where that was not erased."""

    number: int
    recorded: str
    kind: str
    salted: str
    previous: str
    hash: str
    salt: str | None
    payload: str | None

    @property
    def told(self) -> Payload | None:
        """The payload as it was recorded; None where it is erased or is not what was recorded."""
        if self.salt is None or self.payload is None or _salted(self.salt, self.payload) != self.salted:
            return None
        told: Payload = json.loads(self.payload)
        return told


def record(unit: Session, kind: str, payload: Payload, recorded: str) -> int:
    """Append a row to the chain in the caller's unit of work; tells its number.

    kind: a word for what happened, kept for good, so no name or text belongs in it. recorded: ISO time.
    """
    last = head(unit)
    text = json.dumps(payload, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    number, salt = last.count + 1, secrets.token_hex(16)
    salted = _salted(salt, text)
    digest = _hash(number, recorded, kind, salted, last.hash)
    unit.execute("INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?)", (number, recorded, kind, salted, last.hash, digest))
    unit.execute("INSERT INTO audit_payload VALUES (?, ?, ?)", (number, salt, text))
    unit.execute("UPDATE audit_head SET count = ?, hash = ?", (number, digest))
    return number


def erase(unit: Session, numbers: Iterable[int], payload: Payload, recorded: str) -> int:
    """Erase the payloads of these rows behind a tombstone, which keeps `payload`; tells the tombstone's number."""
    erased = sorted(set(numbers))
    tombstone = record(unit, TOMBSTONE, {**payload, "erased": erased}, recorded)
    unit.execute_many("DELETE FROM audit_payload WHERE number = ?", [(number,) for number in erased])
    return tombstone


def head(unit: Session) -> Head:
    """Where the chain ends, as its head row says: before the first row, START."""
    row = unit.row("SELECT count, hash FROM audit_head")
    return Head(int(row[0] or 0), str(row[1])) if row else Head(0, START)


def links(unit: Session) -> Iterator[Link]:
    """All rows of the chain in order, each with its payload."""
    rows = unit.execute(
        "SELECT a.number, recorded, kind, salted, previous, hash, salt, payload "
        "FROM audit AS a LEFT JOIN audit_payload AS p ON p.number = a.number ORDER BY a.number"
    )
    return (Link(*row) for row in rows)


# --- verifying ---------------------------------------------------------------------------------------------------


def faults(unit: Session, noted: str | None = None) -> Iterator[Fault]:
    """Every edit, deletion, swap, insertion and cut in the chain and its payloads; nothing where it is whole.

    noted: the hash of a head that was written down elsewhere; the chain must still lead through it.
    """
    erased = _erased(unit)
    number, last, passed = 0, START, noted in (None, START)
    for link in links(unit):
        yield from _of_place(link, number, last)
        yield from _of_payload(link, erased)
        number, last, passed = link.number, link.hash, passed or link.hash == noted
    if unit.row("SELECT 1 FROM audit_head") is None:
        yield Fault(None, "the head of the chain is gone")
    elif head(unit) != Head(number, last):
        yield Fault(None, f"the chain ends at row {number}, and its head is of row {head(unit).count}")
    if not passed:
        yield Fault(None, f"the chain does not lead through the noted head {noted}")
    for (orphan,) in unit.rows("SELECT number FROM audit_payload WHERE number NOT IN (SELECT number FROM audit)"):
        yield Fault(int(orphan or 0), "has a payload and is not in the chain")


def _of_place(link: Link, before: int, last: str) -> Iterator[Fault]:
    """Is the row itself what was recorded, and does it follow the row before it?"""
    if link.number != before + 1:
        yield Fault(link.number, f"follows row {before}: rows between them are gone")
    if link.previous != last:
        yield Fault(link.number, "does not follow from the row before it")
    if link.hash != _hash(link.number, link.recorded, link.kind, link.salted, link.previous):
        yield Fault(link.number, "is not what was recorded")


def _of_payload(link: Link, erased: Mapping[int, int]) -> Iterator[Fault]:
    """A payload is as recorded, or gone with a later tombstone; a tombstone's own never goes."""
    tombstone = erased.get(link.number, 0)
    if link.salt is None:
        if tombstone <= link.number or link.kind == TOMBSTONE:
            yield Fault(link.number, "has lost its payload, and no tombstone says why")
    elif link.told is None:
        yield Fault(link.number, "has another payload than was recorded")
    elif tombstone:
        yield Fault(link.number, f"has a payload that tombstone {tombstone} says is erased")


def _erased(unit: Session) -> Mapping[int, int]:
    """Row → the tombstone that erased it, from tombstones that are as recorded."""
    stones = (link for link in links(unit) if link.kind == TOMBSTONE and link.told)
    return {number: stone.number for stone in stones for number in (stone.told or {})["erased"]}


def _salted(salt: str, payload: str) -> str:
    """Salted, so that an erased payload cannot be guessed from its hash."""
    return hashlib.sha256(f"{salt}\n{payload}".encode()).hexdigest()


def _hash(number: int, recorded: str, kind: str, salted: str, previous: str) -> str:
    row = json.dumps([number, recorded, kind, salted, previous], ensure_ascii=False)
    return hashlib.sha256(row.encode()).hexdigest()
