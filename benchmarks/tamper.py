"""Harm done to the audit at random, one act at a time: how many are found by verifying?

Usage: python benchmarks/tamper.py [--acts 10000] [--rows 60] [--seed 1]

Each act edits, deletes, swaps, puts in or cuts off rows of a whole chain, or of the rows that it vouches for, as
somebody with another SQLite tool would do it; afterwards the chain is put back. Prints found/done for each kind of act.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from lodeline.storage import audit
from lodeline.storage.session import Session
from lodeline.storage.vouchers import enrol, verdict, withdraw

COLUMNS = {
    "audit": ("recorded", "kind", "salted", "previous", "hash"),
    "audit_payload": ("salt", "payload"),
    "deed": ("words", "recorded"),
}
Act = Callable[[Session, random.Random, int], bool]
"""Does harm to a chain of so many rows; False where the dice chose something that changes nothing."""


def edit(unit: Session, dice: random.Random, rows: int) -> bool:
    """One character of one cell becomes another."""
    table = dice.choice(list(COLUMNS))
    column, number = dice.choice(COLUMNS[table]), dice.randint(1, rows)
    cell = unit.row(f"SELECT {column} FROM {table} WHERE number = ?", (number,))
    if cell is None:
        return False
    text, at = str(cell[0]), dice.randrange(len(str(cell[0])))
    other = dice.choice([letter for letter in "0123456789abcdef" if letter != text[at]])
    unit.execute(f"UPDATE {table} SET {column} = ? WHERE number = ?", (text[:at] + other + text[at + 1 :], number))
    return True


def delete(unit: Session, dice: random.Random, rows: int) -> bool:
    """One row, or the payload of one row."""
    sql = f"DELETE FROM {dice.choice(list(COLUMNS))} WHERE number = ?"
    return unit.execute(sql, (dice.randint(1, rows),)).rowcount == 1


def swap(unit: Session, dice: random.Random, rows: int) -> bool:
    """Two rows change places."""
    first, second = dice.sample(range(1, rows + 1), 2)
    table = dice.choice(list(COLUMNS))
    moved = [
        unit.execute(f"UPDATE {table} SET number = ? WHERE number = ?", (new, old)).rowcount
        for old, new in ((first, -1), (second, first), (-1, second))
    ]
    return any(moved)


def insert(unit: Session, dice: random.Random, rows: int) -> bool:
    """A row at the end that copies another, chained rightly to the last, or a row that nobody recorded."""
    source = dice.randint(1, rows)
    last = audit.head(unit)
    if dice.random() < 0.5:
        unit.execute(
            "INSERT INTO audit SELECT ?, recorded, kind, salted, ?, ? FROM audit WHERE number = ?",
            (last.count + 1, last.hash, f"{dice.getrandbits(256):064x}", source),
        )
    else:
        unit.execute("INSERT INTO deed (words, recorded) SELECT words, recorded FROM deed LIMIT 1")
    return True


def cut(unit: Session, dice: random.Random, rows: int) -> bool:
    """The end of the chain with all its payloads, and the rows vouched for there."""
    kept = dice.randint(0, rows - 1)
    for table in COLUMNS:
        unit.execute(f"DELETE FROM {table} WHERE number > ?", (kept,))
    return True


ACTS: tuple[Act, ...] = (edit, delete, swap, insert, cut)


@contextmanager
def chain(rows: int) -> Iterator[Session]:
    """A chain in memory over so many rows, two of them erased, without the guards against slips."""
    unit = Session(sqlite3.connect(":memory:", isolation_level=None))
    for step in audit.MIGRATIONS[0]:
        if "TRIGGER" not in step:
            unit.execute(step)
    unit.execute("CREATE TABLE deed (number INTEGER PRIMARY KEY, words TEXT, recorded TEXT) STRICT")
    unit.execute_many(
        "INSERT INTO deed VALUES (?, ?, ?)", [(n, f"deed {n}", f"2030-03-{n % 28 + 1:02}") for n in range(1, rows + 1)]
    )
    enrol(unit, ["deed"])
    withdraw(unit, {"deed": [3, rows // 2]}, "document", "2030-04-01")
    unit.execute("DELETE FROM deed WHERE number IN (3, ?)", (rows // 2,))
    if verdict(unit, ["deed"]).faults:
        raise RuntimeError("a chain as recorded must verify before harm is done to it")
    try:
        yield unit
    finally:
        unit.connection.close()


def tamper(acts: int, rows: int, seed: int) -> tuple[Counter[str], Counter[str]]:
    """How many acts of each kind were done, and how many of them were found."""
    dice = random.Random(seed)
    done: Counter[str] = Counter()
    found: Counter[str] = Counter()
    with chain(rows) as unit:
        while sum(done.values()) < acts:
            act = dice.choice(ACTS)
            unit.execute("SAVEPOINT whole")
            if act(unit, dice, rows):
                done[act.__name__] += 1
                found[act.__name__] += bool(verdict(unit, ["deed"]).faults)
            unit.execute("ROLLBACK TO whole")
            unit.execute("RELEASE whole")
    return done, found


def main() -> None:
    parser = argparse.ArgumentParser(description="Harm the audit at random and count what verifying finds.")
    parser.add_argument("--acts", type=int, default=10_000)
    parser.add_argument("--rows", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    done, found = tamper(given.acts, given.rows, given.seed)
    for kind in sorted(done):
        print(f"{kind:8} {found[kind]}/{done[kind]} found")
    print(f"all      {sum(found.values())}/{sum(done.values())} found")


if __name__ == "__main__":
    main()
