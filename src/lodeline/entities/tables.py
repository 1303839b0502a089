"""Judgements on names in SQL: append-only, signed and dated; a later one on the same pair stands before an earlier."""

from __future__ import annotations

from typing import cast

from lodeline.entities.entity import Judgement, Verdict
from lodeline.storage.session import Cell, Session
from lodeline.storage.vouchers import vouch

TABLES = ("entity_judgement",)
"""Tables whose rows the audit vouches for."""

_JUDGEMENT = """
CREATE TABLE entity_judgement (
    number INTEGER PRIMARY KEY,
    left_name TEXT NOT NULL,
    right_name TEXT NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('same', 'different', 'unsure')),
    author TEXT NOT NULL CHECK (author <> ''),
    day TEXT NOT NULL CHECK (day <> ''),
    reason TEXT NOT NULL,
    recorded TEXT NOT NULL,
    CHECK (left_name < right_name)
) STRICT
"""
_GUARDS = tuple(
    f"CREATE TRIGGER entity_judgement_{verb.lower()} BEFORE {verb} ON entity_judgement "
    "BEGIN SELECT raise(ABORT, 'entity_judgement is append-only'); END"
    for verb in ("UPDATE", "DELETE")
)
MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (_JUDGEMENT, "CREATE INDEX entity_judgement_by_pair ON entity_judgement (left_name, right_name, number)", *_GUARDS),
)
"""For storage.migrate under the name `entities`: one tuple of statements a step; steps only ever grow."""


def judge(unit: Session, judgement: Judgement, recorded: str) -> None:
    """Add a judgement, which the ledger learns at `recorded`. To take one back, add `unsure` on the same pair."""
    columns = ("left_name", "right_name", "verdict", "author", "day", "reason", "recorded")
    values = (*judgement.pair, judgement.verdict, judgement.author, judgement.day, judgement.reason, recorded)
    sql = f"INSERT INTO entity_judgement ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"
    vouch(unit, "entity_judgement", unit.execute(sql, values).lastrowid or 0, recorded)


def judgements(unit: Session) -> tuple[Judgement, ...]:
    """All judgements ever given, in the order in which they were; `resolver.live` picks the last on each pair."""
    columns = "left_name, right_name, verdict, author, day, reason"
    return tuple(map(_judgement, unit.rows(f"SELECT {columns} FROM entity_judgement ORDER BY number")))


def history(unit: Session, left: str, right: str) -> tuple[Judgement, ...]:
    """What was said of two names, oldest first."""
    pair = frozenset((left, right))
    return tuple(each for each in judgements(unit) if frozenset(each.pair) == pair)


def _judgement(row: tuple[Cell, ...]) -> Judgement:
    left, right, verdict, author, day, reason = map(str, row)
    return Judgement(left, right, cast(Verdict, verdict), author, day, reason)
