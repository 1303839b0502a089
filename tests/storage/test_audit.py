"""The chain of the audit: whatever is edited, deleted, swapped, put in or cut off is found; an erasure is none."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lodeline.storage.audit import MIGRATIONS, START, erase, faults, head, links, record
from lodeline.storage.migrate import migrate
from lodeline.storage.session import Session, session

ROWS = 12
COLUMNS = {"audit": ("recorded", "kind", "salted", "previous", "hash"), "audit_payload": ("salt", "payload")}


@pytest.fixture
def unit(tmp_path: Path) -> Iterator[Session]:
    path = tmp_path / "ledger.sqlite"
    migrate(path, {"audit": MIGRATIONS}, "2030-03-02")
    with session(path) as opened:
        yield opened


def filled(unit: Session, rows: int = ROWS) -> Session:
    for number in range(rows):
        record(unit, "document", {"name": f"story {number}"}, f"2030-03-{number + 1:02}")
    return unit


def unguarded(unit: Session) -> Session:
    """As somebody with another tool would write: the guards are gone."""
    for (name,) in unit.rows("SELECT name FROM sqlite_master WHERE type = 'trigger'"):
        unit.execute(f"DROP TRIGGER {name!s}")
    return unit


def test_a_chain_as_recorded_has_no_fault(unit: Session) -> None:
    assert list(faults(unit)) == []
    assert list(faults(filled(unit))) == []
    assert head(unit).count == ROWS


def test_a_payload_comes_back_as_it_was_recorded(unit: Session) -> None:
    record(unit, "decision", {"why": "тот же", "sum": "310.5"}, "2030-03-02")
    (link,) = links(unit)
    assert link.told == {"why": "тот же", "sum": "310.5"}
    assert "тот же" not in "".join((link.salted, link.hash, link.kind))


def test_equal_payloads_have_unlike_hashes(unit: Session) -> None:
    for _ in range(2):
        record(unit, "document", {"name": "story"}, "2030-03-02")
    first, second = links(unit)
    assert first.salted != second.salted


def test_an_erased_payload_is_gone_and_the_chain_holds(unit: Session) -> None:
    filled(unit)
    assert erase(unit, [3, 5], {"document": "d3"}, "2030-04-01") == ROWS + 1
    assert [link.number for link in links(unit) if link.told is None] == [3, 5]
    assert list(faults(unit)) == []


@pytest.mark.parametrize("table", ["audit", "audit_payload"])
@pytest.mark.parametrize("sql", ["UPDATE {} SET number = 99 WHERE number = 1", "DELETE FROM {} WHERE number = 1"])
def test_no_row_can_be_changed_or_deleted_by_a_slip(unit: Session, table: str, sql: str) -> None:
    filled(unit)
    with pytest.raises(sqlite3.IntegrityError, match=table):
        unit.execute(sql.format(table))


# --- whatever else happens to the file is found ------------------------------------------------------------------


def edit(unit: Session, dice: random.Random) -> None:
    table = dice.choice(sorted(COLUMNS))
    column = dice.choice(COLUMNS[table])
    unit.execute(f"UPDATE {table} SET {column} = {column} || 'x' WHERE number = ?", (dice.randint(1, ROWS),))


def delete(unit: Session, dice: random.Random) -> None:
    unit.execute(f"DELETE FROM {dice.choice(sorted(COLUMNS))} WHERE number = ?", (dice.randint(1, ROWS),))


def swap(unit: Session, dice: random.Random) -> None:
    first, second = dice.sample(range(1, ROWS + 1), 2)
    table = dice.choice(sorted(COLUMNS))
    for old, new in ((first, -1), (second, first), (-1, second)):
        unit.execute(f"UPDATE {table} SET number = ? WHERE number = ?", (new, old))


def insert(unit: Session, dice: random.Random) -> None:
    unit.execute(
        "INSERT INTO audit SELECT ?, recorded, kind, salted, hash, 'new' FROM audit WHERE number = ?",
        (ROWS + 1, dice.randint(1, ROWS)),
    )


def cut(unit: Session, dice: random.Random) -> None:
    kept = dice.randint(0, ROWS - 1)
    for table in COLUMNS:
        unit.execute(f"DELETE FROM {table} WHERE number > ?", (kept,))


def move_the_head(unit: Session, dice: random.Random) -> None:
    unit.execute("UPDATE audit_head SET count = count + ?", (dice.choice((-1, 1)),))


@pytest.mark.parametrize("harm", [edit, delete, swap, insert, cut, move_the_head])
def test_every_harm_is_found(unit: Session, harm: Callable[[Session, random.Random], None]) -> None:
    unguarded(filled(unit))
    dice = random.Random(20300302)
    for _ in range(40):
        unit.execute("SAVEPOINT whole")
        harm(unit, dice)
        assert list(faults(unit)) != []
        unit.execute("ROLLBACK TO whole")
    assert list(faults(unit)) == []


def test_a_chain_without_its_head_is_found(unit: Session) -> None:
    unguarded(filled(unit)).execute("DELETE FROM audit_head")
    assert [fault.what for fault in faults(unit)] == ["the head of the chain is gone"]


def test_a_tail_cut_off_with_its_head_put_back_is_found_by_a_noted_head(unit: Session) -> None:
    unguarded(filled(unit))
    noted = head(unit).hash
    cut_at = unit.row("SELECT number, hash FROM audit WHERE number = 7")
    assert cut_at is not None
    for table in COLUMNS:
        unit.execute(f"DELETE FROM {table} WHERE number > 7")
    unit.execute("UPDATE audit_head SET count = ?, hash = ?", cut_at)
    assert list(faults(unit)) == []
    assert [fault.number for fault in faults(unit, noted)] == [None]


def test_a_noted_head_stays_good_while_the_chain_grows(unit: Session) -> None:
    noted = head(filled(unit, 3)).hash
    filled(unit, 4)
    assert list(faults(unit, noted)) == []
    assert list(faults(unit, START)) == []


def test_a_tombstone_cannot_be_erased_unseen(unit: Session) -> None:
    stone = erase(filled(unit), [1], {}, "2030-04-01")
    erase(unit, [stone], {}, "2030-04-02")
    assert {fault.number for fault in faults(unit)} == {1, stone}


def test_a_tombstone_for_what_is_still_there_is_found(unit: Session) -> None:
    record(filled(unit), "erased", {"erased": [4]}, "2030-04-01")
    assert [fault.number for fault in faults(unit)] == [4]


@given(st.lists(st.tuples(st.text("abc", max_size=4), st.text(max_size=9)), max_size=8), st.sets(st.integers(1, 8)))
def test_any_recording_and_erasing_verifies(rows: list[tuple[str, str]], gone: set[int]) -> None:
    unit = Session(sqlite3.connect(":memory:", isolation_level=None))
    for statement in MIGRATIONS[0]:
        unit.execute(statement)
    for kind, words in rows:
        record(unit, kind, {"words": words}, "2030-03-02")
    erase(unit, [number for number in gone if number <= len(rows)], {}, "2030-03-03")
    assert list(faults(unit)) == []
    unit.connection.close()
