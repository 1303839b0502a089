"""The one door to the workspace's SQLite file: one Session is one unit of work is one transaction.

What a Session committed survives kill -9 and a power cut (write-ahead log, synchronous FULL); the rest never was.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from lodeline.errors import NotALedger, StorageBusy

Cell = str | int | float | bytes | None
Row = tuple[Cell, ...]

WAIT_SECONDS = 10.0
"""How long a unit of work waits for another process's before it gives up with StorageBusy."""
PRAGMAS = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
    "secure_delete = ON",
    "trusted_schema = OFF",
)


@dataclass(frozen=True, slots=True)
class Session:
    """An open unit of work. SQL always with parameters; all of it is committed together, or none."""

    connection: sqlite3.Connection

    def execute(self, sql: str, parameters: Sequence[Cell] = ()) -> sqlite3.Cursor:
        return self.connection.execute(sql, parameters)

    def execute_many(self, sql: str, rows: Sequence[Sequence[Cell]]) -> None:
        self.connection.executemany(sql, rows)

    def rows(self, sql: str, parameters: Sequence[Cell] = ()) -> list[Row]:
        return self.connection.execute(sql, parameters).fetchall()

    def row(self, sql: str, parameters: Sequence[Cell] = ()) -> Row | None:
        """The first row, or None where there is none."""
        row: Row | None = self.connection.execute(sql, parameters).fetchone()
        return row


def connect(path: Path, wait_seconds: float = WAIT_SECONDS) -> sqlite3.Connection:
    """A connection with the settings that durability needs; the folder is made where it is missing."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, timeout=wait_seconds, isolation_level=None)
    except (OSError, sqlite3.Error) as error:
        raise NotALedger(str(path), str(error)) from error
    try:
        with told(path):
            for pragma in PRAGMAS:
                connection.execute(f"PRAGMA {pragma}")
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def session(path: Path, wait_seconds: float = WAIT_SECONDS, writes: bool = True) -> Iterator[Session]:
    """A unit of work on the file at `path`: committed at the end of the block, rolled back where the block raises.

    With `writes=False` it sees one state of the file throughout and waits for nobody; what it wrote would be dropped.

    Raises StorageBusy where another process writes for longer than `wait_seconds`, NotALedger where the file is none.
    """
    connection = connect(path, wait_seconds)
    try:
        with told(path), _transaction(connection) if writes else _snapshot(connection):
            yield Session(connection)
    finally:
        connection.close()


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """IMMEDIATE takes the write lock at once, so that two units of work never fail half-way on each other."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.rollback()
        raise
    connection.commit()


@contextmanager
def _snapshot(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN")
    try:
        yield
    finally:
        connection.rollback()


@contextmanager
def told(path: Path) -> Iterator[None]:
    """SQLite's own errors about the file as ours; errors of SQL (bad statements, constraints) pass unchanged."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if error.sqlite_errorname.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            raise StorageBusy(str(path)) from error
        if error.sqlite_errorname.startswith(("SQLITE_CANTOPEN", "SQLITE_READONLY", "SQLITE_IOERR", "SQLITE_FULL")):
            raise NotALedger(str(path), str(error)) from error
        raise
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorname.startswith(("SQLITE_NOTADB", "SQLITE_CORRUPT")):
            raise NotALedger(str(path), str(error)) from error
        raise
