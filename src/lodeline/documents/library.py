"""Raw bytes by their sha256, kept before anything is parsed, so that every text can be made again from its source."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lodeline.errors import MissingFile, NotALedger

WRITING = ".writing-"
"""How the name of a file begins while it is written."""


def sha256(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()


@dataclass(frozen=True, slots=True)
class Library:
    """A folder of raw bytes, one file each, named by content: `ab/abcdef…`. They are never changed, only forgotten."""

    folder: Path

    def keep(self, raw: bytes) -> str:
        """Store the bytes for good (fsync before the name appears) and tell their sha256; kept twice is kept once."""
        name = sha256(raw)
        path = self.path(name)
        try:
            if not path.exists():
                _write(path, raw)
        except OSError as error:
            raise NotALedger(str(self.folder), error.strerror or str(error)) from error
        return name

    def fetch(self, name: str) -> bytes:
        path = self.path(name)
        if not path.exists():
            raise MissingFile(str(path))
        return path.read_bytes()

    def forget(self, name: str) -> None:
        """Delete the bytes for good, where they are kept, and what an interrupted writing left beside them."""
        for path in (self.path(name), *self.path(name).parent.glob(f"{WRITING}*")):
            path.unlink(missing_ok=True)

    def harmed(self) -> Iterator[str]:
        """Names of files that hold other bytes than were kept under them."""
        for path in sorted(self.folder.glob("??/*")):
            if not path.name.startswith(WRITING) and sha256(path.read_bytes()) != path.name:
                yield path.name

    def path(self, name: str) -> Path:
        return self.folder / name[:2] / name


def _write(path: Path, raw: bytes) -> None:
    """Temporary file, fsync, rename, fsync of the folder: after a crash the name leads to all of it or to nothing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=WRITING)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
