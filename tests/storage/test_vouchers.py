"""Rows that the audit vouches for: what is done to them behind its back is found, what is withdrawn is gone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from lodeline.storage import audit
from lodeline.storage.migrate import migrate
from lodeline.storage.session import Session, session
from lodeline.storage.vouchers import enrol, verdict, vouch, withdraw

DEEDS = ("CREATE TABLE deed (number INTEGER PRIMARY KEY, words TEXT NOT NULL, recorded TEXT NOT NULL) STRICT",)


@pytest.fixture
def unit(tmp_path: Path) -> Iterator[Session]:
    path = tmp_path / "ledger.sqlite"
    migrate(path, {"audit": audit.MIGRATIONS, "deeds": (DEEDS,)}, "2030-03-02")
    with session(path) as opened:
        for number in range(1, 6):
            opened.execute("INSERT INTO deed VALUES (?, ?, '2030-03-02')", (number, f"deed {number}"))
        enrol(opened, ["deed"])
        yield opened


def found(unit: Session) -> list[str]:
    return [fault.what for fault in verdict(unit, ["deed"]).faults]


def test_rows_as_recorded_have_no_fault(unit: Session) -> None:
    assert found(unit) == []
    assert verdict(unit, ["deed"]).head.count == 5


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        ("UPDATE deed SET words = 'other' WHERE number = 2", "deed row 2 is not what was recorded"),
        ("UPDATE deed SET recorded = '2029' WHERE number = 2", "deed row 2 is not what was recorded"),
        ("DELETE FROM deed WHERE number = 5", "deed row 5 is gone"),
        ("INSERT INTO deed VALUES (6, 'new', '2030')", "deed row 6 was never recorded"),
    ],
)
def test_what_was_done_behind_the_audit_is_found(unit: Session, harm: str, told: str) -> None:
    unit.execute(harm)
    assert found(unit) == [told]


def test_a_row_that_is_not_there_cannot_be_vouched_for(unit: Session) -> None:
    with pytest.raises(LookupError, match="deed has no row 9"):
        vouch(unit, "deed", 9, "2030-03-02")


def test_rows_that_were_withdrawn_may_go(unit: Session) -> None:
    assert withdraw(unit, {"deed": [2, 4]}, "document", "2030-03-05") == 2
    assert found(unit) == ["deed row 2 was never recorded", "deed row 4 was never recorded"]
    unit.execute("DELETE FROM deed WHERE number IN (2, 4)")
    assert found(unit) == []
