"""From the paths that a user names to documents: keep the raw bytes, take out the text, tell language and date.

Stages: sources → raw bytes kept → items → page cleaned in a child → frozen text → language → publication date.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import BinaryIO

from lodeline.documents import cleaning
from lodeline.documents.detect import detect
from lodeline.documents.document import Document, DocumentId
from lodeline.documents.isolation import PageCleaner
from lodeline.documents.items import Item, items
from lodeline.documents.library import Library, sha256
from lodeline.documents.page import Page
from lodeline.documents.publication import iso_date, publication
from lodeline.documents.sources import BODY_LIMIT, Failure, sources
from lodeline.errors import LodelineError, NotADate, NotReadYet, ReaderFailed, TooLarge

__all__ = ["Failure", "Raw", "documents", "load", "raw_items"]


@dataclass(frozen=True, slots=True)
class Raw:
    """An item whose text is still to be taken out; the bytes that it stands in are kept under their hash."""

    item: Item
    source: str
    raw_sha256: str


@dataclass(frozen=True, slots=True)
class Loader:
    """What every document of one run shares."""

    published: str | None
    pages: PageCleaner

    def try_document(self, raw: Raw) -> Document | Failure:
        """The document of an item; whatever goes wrong, it must not cost the reader the other texts of a run."""
        where = raw.item.where
        try:
            return self.document(raw)
        except LodelineError as error:
            return Failure(where, error)
        except Exception as problem:
            return Failure(where, ReaderFailed.by(where, problem))

    def document(self, raw: Raw) -> Document:
        item = raw.item
        page = self._page(item)
        text = cleaning.normalise(page.text, item.where)
        found = detect(text, item.language or page.language)
        if found.language == "other":
            raise NotReadYet(item.where, found.name, found.reason)
        cleaner = html_version() if item.is_html else cleaning.VERSION
        return Document(
            id=document_id(raw.raw_sha256, cleaner, item.place),
            name=one_line(item.name) or "nameless",
            text=text,
            language=found.language,
            published=publication(text, item.published or page.date, self.published),
            raw_sha256=raw.raw_sha256,
            cleaner=cleaner,
            source=raw.source,
            title=one_line(item.title or page.title),
            url=one_line(item.url or page.url),
            publisher=one_line(item.publisher or page.publisher),
            invented=item.invented,
            left_out=page.left_out,
        )

    def _page(self, item: Item) -> Page:
        size = len(item.body.encode("utf-8", errors="replace"))
        if size > BODY_LIMIT:
            raise TooLarge(item.where, size, BODY_LIMIT)
        return self.pages.clean(item.body, item.where) if item.is_html else Page(item.body)


def load(
    paths: Iterable[str],
    *,
    published: str | None = None,
    stdin: BinaryIO | None = None,
    library: Library | None = None,
) -> Iterator[Document | Failure]:
    """Every document behind the paths, in order; what cannot be read comes out as a Failure and stops nothing.

    `published` (ISO day, month or year) is for items whose metadata tell no date; NotADate where it is none.
    With a `library`, raw bytes are kept there before they are parsed.
    """
    return documents(raw_items(paths, stdin, library), published)


def raw_items(
    paths: Iterable[str], stdin: BinaryIO | None = None, library: Library | None = None
) -> Iterator[Raw | Failure]:
    """Every item behind the paths, in order; with a `library`, its raw bytes are kept there first."""
    for source in sources(tuple(paths), stdin or sys.stdin.buffer):
        if isinstance(source, Failure):
            yield source
            continue
        raw_sha256 = library.keep(source.raw) if library else sha256(source.raw)
        for item in items(source):
            yield item if isinstance(item, Failure) else Raw(item, source.where, raw_sha256)


def documents(raw: Iterable[Raw | Failure], published: str | None = None) -> Iterator[Document | Failure]:
    """The documents of items, one after the other; NotADate where `published` is none."""
    return _documents(raw, given_date(published))


def _documents(raw: Iterable[Raw | Failure], published: str | None) -> Iterator[Document | Failure]:
    with PageCleaner() as pages:
        loader = Loader(published, pages)
        for item in raw:
            yield item if isinstance(item, Failure) else loader.try_document(item)


def given_date(published: str | None) -> str | None:
    """The ISO day, month or year that a user gave; NotADate where it is none."""
    given = iso_date(published) if published else None
    if published and given is None:
        raise NotADate("--published", published)
    return given


def one_line(words: str | None) -> str | None:
    """Metadata without control characters (they could write on a terminal) or line ends; None where nothing is left."""
    return " ".join(cleaning.freeze(words).split()) or None if words else None


def document_id(raw_sha256: str, cleaner: str, place: str = "") -> DocumentId:
    """The same bytes, cleaned in the same way, are the same document; `place` tells the items of one file apart."""
    return DocumentId(hashlib.sha256("\n".join((raw_sha256, cleaner, place)).encode()).hexdigest()[:16])


@cache
def html_version() -> str:
    """The cleaner of pages: ours, the library's, and the normalisation that follows."""
    from importlib.metadata import version

    return f"html-1/trafilatura-{version('trafilatura')}/{cleaning.VERSION}"
