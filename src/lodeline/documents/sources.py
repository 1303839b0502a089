"""From the paths that a user names to raw bytes: files, folders (recursive, sorted) and standard input."""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Literal

from lodeline.errors import LodelineError, MissingFile, NothingInFolder, TooLarge, UnreadableFile

Form = Literal["text", "html", "json", "jsonl"]
FORMS: dict[str, Form] = {
    ".txt": "text",
    ".html": "html",
    ".htm": "html",
    ".json": "json",
    ".jsonl": "jsonl",
}
BODY_LIMIT = 10_000_000
"""Bytes of one text or page; a long news report is a hundredth of it."""
LIST_LIMIT = 100_000_000
"""Bytes of a JSON file, which may hold many texts."""
STDIN = "-"
PROLOG = r"\s*+(?:(?><!--.*?-->|<\?xml\b.*?\?>)\s*+)*+"
"""Comments before the first tag. What it took it never gives back: a page of comments alone would be read for ever."""
TAGS = re.compile(PROLOG + r"<(?:!doctype\s+html|html|head|body|article|main|div|p|h1)\b", re.I | re.S)
MARKUP = re.compile(r"\s*+(?:<\?xml\b|<!doctype\b)|" + PROLOG + r"<(?:rss|feed|rdf:rdf)\b", re.I | re.S)


@dataclass(frozen=True, slots=True)
class Failure:
    """One item that could not be read: which, and why. It never stops the others."""

    source: str
    error: LodelineError


@dataclass(frozen=True, slots=True)
class Source:
    """One file's bytes; `form` by its ending, None where the content must tell."""

    where: str
    stem: str
    raw: bytes
    form: Form | None


def sources(paths: tuple[str, ...], stdin: BinaryIO) -> Iterator[Source | Failure]:
    """Every file behind the paths, in order; what cannot be opened comes out as a Failure."""
    for path in paths:
        for file in _files(path):
            yield file if isinstance(file, Failure) else _source(file, stdin)


def count_files(paths: tuple[str, ...]) -> int:
    """How many files (or failures) `sources` will give: the length of a progress bar."""
    return sum(1 for path in paths for _ in _files(path))


def size_of_files(paths: tuple[str, ...]) -> int:
    """Bytes of all files behind the paths, as far as they can be told without reading."""
    return sum(_size(file) for path in paths for file in _files(path) if isinstance(file, str))


def _size(file: str) -> int:
    try:
        return os.stat(file).st_size
    except OSError:
        return 0


def _files(path: str) -> Iterator[str | Failure]:
    if path == STDIN or not os.path.isdir(path):
        yield path
        return
    try:
        found = sorted(str(file) for file in Path(path).rglob("*") if _readable(file, Path(path)))
    except OSError as error:
        yield Failure(path, UnreadableFile(path, error.strerror or str(error)))
        return
    yield from found or (Failure(path, NothingInFolder(path, tuple(FORMS))),)


def _readable(file: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
    return file.suffix.lower() in FORMS and not hidden and file.is_file()


def _source(path: str, stdin: BinaryIO) -> Source | Failure:
    form = FORMS.get(Path(path).suffix.lower())
    limit = LIST_LIMIT if form in ("json", "jsonl") else BODY_LIMIT
    try:
        if path == STDIN:
            return Source("<stdin>", "stdin", _read(stdin, "<stdin>", LIST_LIMIT), None)
        with open(path, "rb") as file:
            return Source(path, Path(path).stem, _read(file, path, limit), form)
    except FileNotFoundError:
        return Failure(path, MissingFile(path, _near(path)))
    except OSError as error:
        return Failure(path, UnreadableFile(path, error.strerror or str(error)))
    except LodelineError as error:
        return Failure(path, error)


def _read(file: BinaryIO, where: str, limit: int) -> bytes:
    """At most `limit` bytes: never more in memory, whatever the file says about its size."""
    raw = file.read(limit + 1)
    if len(raw) > limit:
        size = os.fstat(file.fileno()).st_size if where != "<stdin>" else len(raw)
        raise TooLarge(where, max(size, len(raw)), limit)
    return raw


def _near(path: str) -> tuple[str, ...]:
    """Names beside the missing one that look like it."""
    folder, name = os.path.split(path)
    try:
        names = os.listdir(folder or ".")
    except OSError:
        return ()
    return tuple(os.path.join(folder, near) for near in difflib.get_close_matches(name, names, n=2, cutoff=0.6))


def form_of(text: str) -> Form:
    """What a text without a telling name is: HTML by its first tag, JSON by its first bracket, else plain text."""
    if TAGS.match(text[:5000]):
        return "html"
    start = text.lstrip()[:1]
    return "json" if start == "{" or (start == "[" and text.rstrip().endswith("]")) else "text"


def is_feed(text: str) -> bool:
    """XML that is no page: its tags and entities would be taken for words of the news."""
    start = text[:5000]
    return MARKUP.match(start) is not None and TAGS.match(start) is None
