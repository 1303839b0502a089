"""Judgements in SQL: nothing is lost, nothing is changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import pytest

from lodeline.entities.entity import Judgement
from lodeline.entities.tables import MIGRATIONS, history, judge, judgements
from lodeline.storage.session import Session


@pytest.fixture
def unit() -> Iterator[Session]:
    connection = sqlite3.connect(":memory:")
    for statements in MIGRATIONS:
        for statement in statements:
            connection.execute(statement)
    yield Session(connection)
    connection.close()


SAME = Judgement("Alpha", "Beta", "same", "reviewer", "2026-01-02", "one address")
BACK = Judgement("Beta", "Alpha", "unsure", "second reviewer", "2026-01-03")


def test_judgements_come_back_as_given_in_their_order(unit: Session) -> None:
    for each in (SAME, BACK):
        judge(unit, each)
    assert [(each.pair, each.verdict, each.author) for each in judgements(unit)] == [
        (("Alpha", "Beta"), "same", "reviewer"),
        (("Alpha", "Beta"), "unsure", "second reviewer"),
    ]


def test_the_history_of_a_pair_has_no_direction_and_leaves_out_others(unit: Session) -> None:
    judge(unit, SAME)
    judge(unit, Judgement("Alpha", "Gamma", "different", "reviewer", "2026-01-02"))
    assert history(unit, "Beta", "Alpha") == (SAME,)


@pytest.mark.parametrize("change", ["UPDATE entity_judgement SET author = 'x'", "DELETE FROM entity_judgement"])
def test_a_judgement_is_never_changed_or_deleted(unit: Session, change: str) -> None:
    judge(unit, SAME)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        unit.execute(change)


def test_a_judgement_wants_an_author_and_two_names(unit: Session) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        judge(unit, Judgement("Alpha", "Beta", "same", "", "2026-01-02"))
    with pytest.raises(sqlite3.IntegrityError):
        judge(unit, Judgement("Alpha", "Alpha", "same", "reviewer", "2026-01-02"))
