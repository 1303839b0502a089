"""The ledger's tables from version to version: what an earlier version wrote stays, and is vouched for from then on."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from lodeline.ledger.tables import MIGRATIONS, TABLES
from lodeline.storage import audit
from lodeline.storage.migrate import migrate
from lodeline.storage.session import session
from lodeline.storage.vouchers import verdict

ROWS = (
    "INSERT INTO ledger_document VALUES (1, 'd1', 'x1', '{\"text\":\"one\"}', '2030-03-01T10:00:00+00:00')",
    "INSERT INTO ledger_reading VALUES (1, 'd1', 'x2', '{\"document\":\"d1\"}', '2030-03-01T10:00:00+00:00')",
    "INSERT INTO ledger_name VALUES (1, 'd1', 'story', '2030-03-01T10:00:00+00:00')",
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A ledger as the first version left it, and as this version opens it."""
    file = tmp_path / "ledger.sqlite"
    migrate(file, {"ledger": MIGRATIONS[:1]}, "2030-03-01")
    with session(file) as unit:
        for statement in ROWS:
            unit.execute(statement)
    migrate(file, {"audit": audit.MIGRATIONS, "ledger": MIGRATIONS}, "2030-04-01")
    return file


def test_rows_of_the_first_version_are_vouched_for(path: Path) -> None:
    with session(path) as unit:
        assert verdict(unit, TABLES).faults == ()
        assert audit.head(unit).count == len(ROWS)
        assert {link.recorded for link in audit.links(unit)} == {"2030-03-01T10:00:00+00:00"}
        unit.execute("DROP TRIGGER ledger_reading_update")
        unit.execute("UPDATE ledger_reading SET body = '{}'")
        assert [fault.what for fault in verdict(unit, TABLES).faults] == [
            "ledger_reading row 1 is not what was recorded"
        ]


def test_rows_go_only_where_it_was_asked_to_forget_their_document(path: Path) -> None:
    with session(path) as unit:
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            unit.execute("DELETE FROM ledger_document")
        unit.execute("INSERT INTO ledger_forgotten VALUES (1, 'd1', 'document', '2030-04-02')")
        unit.execute("DELETE FROM ledger_document")
        assert unit.rows("SELECT * FROM ledger_document") == []
