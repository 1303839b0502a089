"""One unit of work is one transaction: nothing acknowledged is lost, nothing half-written stays."""

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from lodeline.errors import NotALedger, StorageBusy
from lodeline.storage.session import session

TABLE = "CREATE TABLE IF NOT EXISTS line (unit INTEGER NOT NULL, part INTEGER NOT NULL) STRICT"
PARTS = 20
WRITER = """
import sys
from pathlib import Path
from lodeline.storage.session import session

unit = 0
while True:
    with session(Path(sys.argv[1])) as work:
        for part in range(20):
            work.execute("INSERT INTO line VALUES (?, ?)", (unit, part))
    print(unit, flush=True)
    unit += 1
"""


def table(path: Path) -> None:
    with session(path) as unit:
        unit.execute(TABLE)


def test_a_unit_of_work_is_committed_together(tmp_path: Path) -> None:
    path = tmp_path / "new" / "ledger.sqlite"
    table(path)
    with session(path) as unit:
        unit.execute_many("INSERT INTO line VALUES (?, ?)", [(1, 1), (1, 2)])
    with session(path) as unit:
        assert unit.rows("SELECT part FROM line ORDER BY part") == [(1,), (2,)]
        assert unit.row("SELECT part FROM line WHERE unit = ?", (7,)) is None


def test_a_unit_of_work_that_raises_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    table(path)
    with pytest.raises(sqlite3.IntegrityError), session(path) as unit:
        unit.execute_many("INSERT INTO line VALUES (?, ?)", [(1, 1), (2, None)])
    with session(path) as unit:
        assert unit.rows("SELECT * FROM line") == []


def test_the_file_is_durable_and_strict(tmp_path: Path) -> None:
    with session(tmp_path / "ledger.sqlite") as unit:
        settings = [unit.row(f"PRAGMA {name}") for name in ("journal_mode", "synchronous", "foreign_keys")]
    assert settings == [("wal",), (2,), (1,)]


def test_a_second_writer_is_told_to_wait(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    with session(path), pytest.raises(StorageBusy, match="another Lodeline is writing"), session(path, wait_seconds=0):
        pass


def test_a_file_that_is_no_database_is_told(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    path.write_text("These are words and no database at all. " * 50)
    with pytest.raises(NotALedger, match="choose another with --workspace"), session(path):
        pass


@pytest.mark.parametrize("acknowledged", [1, 5, 12])
def test_kill_minus_nine_loses_nothing_acknowledged_and_leaves_nothing_half_written(
    tmp_path: Path, acknowledged: int
) -> None:
    path = tmp_path / "ledger.sqlite"
    table(path)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", WRITER, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as writer:
        assert writer.stdout is not None
        told = [int(writer.stdout.readline()) for _ in range(acknowledged)]
        writer.send_signal(signal.SIGKILL)
        told += [int(line) for line in writer.stdout.read().split()]
    with session(path) as unit:
        counts = unit.rows("SELECT unit, count(*) FROM line GROUP BY unit")
    assert set(told) <= {unit for unit, _ in counts}
    assert {parts for _, parts in counts} == {PARTS}


def test_a_file_that_is_no_ledger_is_closed_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[sqlite3.Connection] = []
    real = sqlite3.connect

    def remembered(path: Path, timeout: float, isolation_level: None) -> sqlite3.Connection:
        opened.append(real(path, timeout=timeout, isolation_level=isolation_level))
        return opened[-1]

    monkeypatch.setattr("lodeline.storage.session.sqlite3.connect", remembered)
    (tmp_path / "notes.sqlite").write_bytes(b"no database at all" * 100)
    with pytest.raises(NotALedger), session(tmp_path / "notes.sqlite"):
        pass
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        opened[0].execute("SELECT 1")
