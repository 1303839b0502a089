"""Texts through the reader, one or many, here or in several processes; nothing is recorded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lodeline.documents.document import Document
from lodeline.documents.loading import Failure, Raw, documents, given_date
from lodeline.errors import LodelineError, ReaderFailed, TooLong

if TYPE_CHECKING:
    from lodeline.claims.claim import Reading
    from lodeline.language.analysis import Analysis

LONGEST = 1_200_000
"""Characters of the longest text that is read at once, a hundred pages: in Russian about a minute."""


@dataclass(frozen=True, slots=True)
class Told:
    """One document as it was read: with its analysis where a reader made one, None for claims from a file."""

    document: Document
    reading: Reading
    analysis: Analysis | None = None
    new: bool = True
    """False where the ledger held exactly this already."""
    unread: bool = False
    """True where no sentence of it is in a language that is read."""


def read_all(
    items: Iterable[Raw | Failure], published: str | None = None, explain: bool = False, jobs: int = 1
) -> Iterator[Told | Failure]:
    """Every text behind the items, read and in order; records nothing. NotADate where `published` is none."""
    given = given_date(published)
    return _read_apart(items, given, explain, jobs) if jobs > 1 else _read_here(items, given, explain)


def _read_here(items: Iterable[Raw | Failure], published: str | None, explain: bool) -> Iterator[Told | Failure]:
    for item in documents(items, published):
        yield item if isinstance(item, Failure) else try_read(item, explain)


def _read_apart(
    items: Iterable[Raw | Failure], published: str | None, explain: bool, jobs: int
) -> Iterator[Told | Failure]:
    from lodeline.documents.workers import Workers

    given = (published,) if published else ()
    with Workers(jobs, "lodeline.worker", ("1" if explain else "0", *given)) as workers:
        yield from workers.answers(items)


def read_document(document: Document, explain: bool = False) -> Told:
    """One document through the reader; records nothing. With `explain`, the trace tells what rules tried in vain too.

    Raises TooLong above LONGEST characters, and ReaderFailed where the reader breaks, whatever way it does.
    """
    from lodeline.claims.extract import read

    if len(document.text) > LONGEST:
        raise TooLong(document.name, len(document.text), LONGEST)
    try:
        analysis, reading = read(document, explain)
    except LodelineError:
        raise
    except Exception as problem:  # whatever it is, it must not cost the reader the other texts of a run
        raise ReaderFailed.by(document.name, problem) from problem
    return Told(document, reading, analysis, unread=not analysis.sentences)


def try_read(document: Document, explain: bool = False) -> Told | Failure:
    """The same with a failure as a value, for runs over many texts."""
    try:
        return read_document(document, explain)
    except (TooLong, ReaderFailed) as problem:
        return Failure(document.source, problem)
