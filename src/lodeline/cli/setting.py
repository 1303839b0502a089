"""What all commands share: the workspace and day that were asked for, outputs to files, and how a run ends."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from lodeline.errors import CannotWrite, NotADate

if TYPE_CHECKING:
    from lodeline.workspace import Workspace

ALL_READ, SOME_FAILED, NOTHING_READ = 0, 1, 2
"""Exit codes; NOTHING_READ is also that of wrong use."""


@dataclass(frozen=True, slots=True)
class Setting:
    """The global options."""

    directory: Path | None
    today: date | None
    starter: bool | None = None

    def workspace(self, fallback: Path | None = None) -> Workspace:
        from lodeline.workspace import Workspace

        return Workspace.open(self.directory or fallback, self.today, self.starter)

    def mixing(self, starter: bool | None) -> Setting:
        """With or without the starter ledger, where a command was told so itself."""
        return self if starter is None else replace(self, starter=starter)

    def answering(self) -> Workspace:
        """The workspace for an answer made of entries; where only the starter has any, a line beside it says so."""
        from lodeline.cli import screen

        workspace = self.workspace()
        with workspace.ledger() as ledger:
            if self.starter is None and not ledger.has_documents():
                screen.notice(
                    "Nothing was read yet: this answer stands on the starter ledger (--no-starter: without it)."
                )
        return workspace


Starter = Annotated[
    bool | None,
    typer.Option("--starter/--no-starter", help="With the starter ledger of real deals, or without it."),
]


def day(option: str, words: str) -> date:
    """A full ISO day; NotADate names the option."""
    try:
        return date.fromisoformat(words)
    except ValueError as problem:
        raise NotADate(option, words) from problem


MinConfidence = Annotated[
    str | None,
    typer.Option(metavar="X", help="Leave out claims less sure than X, from 0 to 1; auto: those fit to show at once."),
]


Jobs = Annotated[
    int | None,
    typer.Option(
        metavar="N",
        min=1,
        help="Read with N processes at once [default: one for each core where there is much to read].",
    ),
]
MUCH = 300_000
"""Bytes of news above which more processes pay: each takes a second to start."""


def jobs_for(paths: Iterable[str], asked: int | None) -> int:
    """How many processes read: as many as asked for, else by how much there is to read."""
    from lodeline.documents.sources import size_of_files
    from lodeline.documents.workers import cores

    return asked or (cores() if size_of_files(tuple(paths)) > MUCH else 1)


def confidence(words: str | None) -> float:
    """The least confidence asked for: 0 where none is, the line of the auto tier for `auto`."""
    from lodeline.claims.confidence import weights

    if words is None:
        return 0.0
    if words == "auto":
        return weights("tier")["auto"]
    try:
        least = float(words)
    except ValueError:
        least = -1.0
    if not 0 <= least <= 1:
        raise typer.BadParameter(f"{words!r} is neither a number from 0 to 1 nor auto", param_hint="--min-confidence")
    return least


def exit_code(read: int, failed: int) -> int:
    if failed:
        return SOME_FAILED if read else NOTHING_READ
    return ALL_READ


def write(path: Path, content: str | bytes) -> None:
    """All of an output file or nothing of it; its folder is made where it is missing."""
    raw = content.encode("utf-8") if isinstance(content, str) else content
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and not path.is_file():
            path.write_bytes(raw)  # a device or pipe cannot be replaced by a file
            return
        _replace(path, raw)
    except OSError as problem:
        raise CannotWrite(str(path), problem.strerror or str(problem)) from problem


def _replace(path: Path, raw: bytes) -> None:
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(raw)
        os.chmod(temporary, 0o666 & ~_mask())
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _mask() -> int:
    """The process's mask for new files: temporary files are private, outputs are not."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def as_text(value: Any, indent: int | None = 1) -> str:
    """JSON for other programs: UTF-8 as it is, one trailing line end."""
    return json.dumps(value, ensure_ascii=False, indent=indent) + "\n"


def plain(value: Any) -> Any:
    """Dataclasses as JSON values; Decimals as text, so that no digit is lost."""
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, (tuple, list)):
        return [plain(each) for each in value]
    return str(value) if isinstance(value, Decimal) else value


def write_out(content: str | bytes) -> None:
    """To standard output, as it is: no colours, no wrapping; bytes byte for byte."""
    if isinstance(content, bytes):
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    sys.stdout.write(content if content.endswith("\n") else f"{content}\n")
    sys.stdout.flush()
