"""Numbered migrations per room. A room brings a tuple of migrations, each a tuple of steps; it only grows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from lodeline.errors import NewerStorage
from lodeline.storage.session import Session, session

Migration = tuple[str | Callable[[Session], None], ...]
"""Statements, and functions for what SQL alone cannot do, in order and in one transaction."""
Rooms = Mapping[str, tuple[Migration, ...]]
"""For each room its migrations; the first has number 1."""

TABLE = """
CREATE TABLE IF NOT EXISTS migration (
    room TEXT NOT NULL, number INTEGER NOT NULL, applied TEXT NOT NULL, PRIMARY KEY (room, number)
) STRICT
"""


def applied(unit: Session, room: str) -> int:
    """Number of the last migration of a room, 0 where none was applied yet. Only reads."""
    if unit.row("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'migration'") is None:
        return 0
    row = unit.row("SELECT coalesce(max(number), 0) FROM migration WHERE room = ?", (room,))
    return int(row[0] or 0) if row else 0


def pending(unit: Session, rooms: Rooms) -> tuple[tuple[str, int], ...]:
    """(room, number) of every migration still to apply, in order. Only reads."""
    return tuple(
        (room, number) for room, steps in rooms.items() for number in range(applied(unit, room) + 1, len(steps) + 1)
    )


def migrate(path: Path, rooms: Rooms, today: str) -> tuple[tuple[str, int], ...]:
    """Apply what is pending, each migration in its own transaction with its record; tells what was applied.

    Raises NewerStorage where a room's tables are newer than its migrations here. `today` is the ISO day for the record.
    """
    with session(path, writes=False) as unit:
        for room, steps in rooms.items():
            if applied(unit, room) > len(steps):
                raise NewerStorage(str(path), room, applied(unit, room), len(steps))
        wanted = pending(unit, rooms)
    return tuple((room, number) for room, number in wanted if _apply(path, rooms, (room, number), today))


def _apply(path: Path, rooms: Rooms, wanted: tuple[str, int], today: str) -> bool:
    """One migration; False where another process has applied it in the meantime."""
    room, number = wanted
    with session(path) as unit:
        unit.execute(TABLE)
        if applied(unit, room) >= number:
            return False
        for step in rooms[room][number - 1]:
            unit.execute(step) if isinstance(step, str) else step(unit)
        unit.execute("INSERT INTO migration (room, number, applied) VALUES (?, ?, ?)", (room, number, today))
    return True
