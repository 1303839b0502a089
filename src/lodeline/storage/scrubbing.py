"""Words that were deleted leave the file as well: it is written anew, and an interruption does not end that."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from lodeline.errors import StorageBusy
from lodeline.storage.session import WAIT_SECONDS, connect, told


def owe(path: Path) -> None:
    """Before the deletion is committed: a mark beside the file, which stands until it has been scrubbed."""
    _mark(path).touch()


def scrub(path: Path, wait_seconds: float = WAIT_SECONDS) -> None:
    """Write the file anew and empty its log, so that no byte of what was deleted stays in either.

    Raises StorageBusy where another process has the file open for longer than `wait_seconds`.
    """
    connection = connect(path, wait_seconds)
    try:
        with told(path):
            connection.execute("PRAGMA temp_store = MEMORY")  # no copy of the file in the folder for temporary files
            connection.execute("VACUUM")
            (busy, _, _) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if busy:
            raise StorageBusy(str(path))
    finally:
        connection.close()
    _mark(path).unlink(missing_ok=True)


def settle(path: Path) -> None:
    """Scrub what is owed; where another process uses the file, the next one to open it will."""
    if _mark(path).exists():
        with suppress(StorageBusy):
            scrub(path)


def _mark(path: Path) -> Path:
    return path.with_suffix(".unscrubbed")
