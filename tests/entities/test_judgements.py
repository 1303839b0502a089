"""Judgements in SQL: nothing is lost, nothing is changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from lodeline.entities.entity import Judgement
from lodeline.entities.tables import MIGRATIONS, TABLES, history, judge, judgements
from lodeline.storage import audit
from lodeline.storage.migrate import migrate
from lodeline.storage.session import Session, session
from lodeline.storage.vouchers import verdict


@pytest.fixture
def unit(tmp_path: Path) -> Iterator[Session]:
    migrate(tmp_path / "names.sqlite", {"audit": audit.MIGRATIONS, "entities": MIGRATIONS}, NOW)
    with session(tmp_path / "names.sqlite", writes=True) as opened:
        yield opened


NOW = "2026-01-02T10:00:00+00:00"
SAME = Judgement("Alpha", "Beta", "same", "reviewer", "2026-01-02", "one address")
BACK = Judgement("Beta", "Alpha", "unsure", "second reviewer", "2026-01-03")


def test_judgements_come_back_as_given_in_their_order(unit: Session) -> None:
    for each in (SAME, BACK):
        judge(unit, each, NOW)
    assert [(each.pair, each.verdict, each.author) for each in judgements(unit)] == [
        (("Alpha", "Beta"), "same", "reviewer"),
        (("Alpha", "Beta"), "unsure", "second reviewer"),
    ]


def test_the_history_of_a_pair_has_no_direction_and_leaves_out_others(unit: Session) -> None:
    judge(unit, SAME, NOW)
    judge(unit, Judgement("Alpha", "Gamma", "different", "reviewer", "2026-01-02"), NOW)
    assert history(unit, "Beta", "Alpha") == (SAME,)


@pytest.mark.parametrize("change", ["UPDATE entity_judgement SET author = 'x'", "DELETE FROM entity_judgement"])
def test_a_judgement_is_never_changed_or_deleted(unit: Session, change: str) -> None:
    judge(unit, SAME, NOW)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        unit.execute(change)


def test_a_judgement_wants_an_author_and_two_names(unit: Session) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        judge(unit, Judgement("Alpha", "Beta", "same", "", "2026-01-02"), NOW)
    with pytest.raises(sqlite3.IntegrityError):
        judge(unit, Judgement("Alpha", "Alpha", "same", "reviewer", "2026-01-02"), NOW)


def test_the_audit_vouches_for_every_judgement(unit: Session) -> None:
    judge(unit, SAME, NOW)
    assert verdict(unit, TABLES).faults == ()
    unit.execute("DROP TRIGGER entity_judgement_update")
    unit.execute("UPDATE entity_judgement SET author = 'somebody else'")
    assert len(verdict(unit, TABLES).faults) == 1
