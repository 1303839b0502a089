"""Numbered migrations per room: each in one transaction with its record, and `pending` only reads."""

import sqlite3
from pathlib import Path

import pytest

from lodeline.errors import NewerStorage
from lodeline.storage.migrate import migrate, pending
from lodeline.storage.session import session

FIRST = ("CREATE TABLE deed (id TEXT PRIMARY KEY) STRICT", "INSERT INTO deed VALUES ('one')")
SECOND = ("ALTER TABLE deed ADD COLUMN day TEXT",)


def test_migrations_run_once_and_leave_their_record(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    assert migrate(path, {"deeds": (FIRST,)}, "2031-05-14") == (("deeds", 1),)
    assert migrate(path, {"deeds": (FIRST,)}, "2031-05-15") == ()
    assert migrate(path, {"deeds": (FIRST, SECOND)}, "2031-05-16") == (("deeds", 2),)
    with session(path) as unit:
        assert unit.rows("SELECT room, number, applied FROM migration ORDER BY number") == [
            ("deeds", 1, "2031-05-14"),
            ("deeds", 2, "2031-05-16"),
        ]
        assert unit.rows("SELECT id, day FROM deed") == [("one", None)]


def test_pending_only_reads(tmp_path: Path) -> None:
    with session(tmp_path / "ledger.sqlite") as unit:
        assert pending(unit, {"deeds": (FIRST, SECOND)}) == (("deeds", 1), ("deeds", 2))
        assert unit.rows("SELECT name FROM sqlite_master") == []


def test_a_migration_that_fails_leaves_neither_table_nor_record(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    with pytest.raises(sqlite3.OperationalError):
        migrate(path, {"deeds": ((*FIRST, "INSERT INTO nowhere VALUES (1)"),)}, "2031-05-14")
    with session(path) as unit:
        assert unit.row("SELECT 1 FROM sqlite_master WHERE name = 'deed'") is None
        assert pending(unit, {"deeds": (FIRST,)}) == (("deeds", 1),)


def test_tables_of_a_newer_version_are_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    migrate(path, {"deeds": (FIRST, SECOND)}, "2031-05-14")
    with pytest.raises(NewerStorage, match="update Lodeline"):
        migrate(path, {"deeds": (FIRST,)}, "2031-05-14")
