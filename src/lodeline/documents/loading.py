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
from lodeline.documents.sources import BODY_LIMIT, Failure, Source, sources
from lodeline.errors import LodelineError, NotADate, NotReadYet, ReaderFailed, TooLarge

__all__ = ["Failure", "load"]


@dataclass(frozen=True, slots=True)
class Loader:
    """What every document of one run shares."""

    published: str | None
    library: Library | None
    pages: PageCleaner

    def documents(self, source: Source) -> Iterator[Document | Failure]:
        raw_sha256 = self.library.keep(source.raw) if self.library else sha256(source.raw)
        for item in items(source):
            if isinstance(item, Failure):
                yield item
                continue
            try:
                yield self.document(item, source.where, raw_sha256)
            except LodelineError as error:
                yield Failure(item.where, error)
            except Exception as problem:  # whatever it is, it must not cost the reader the other texts of a run
                yield Failure(item.where, ReaderFailed.by(item.where, problem))

    def document(self, item: Item, source: str, raw_sha256: str) -> Document:
        page = self._page(item)
        text = cleaning.normalise(page.text, item.where)
        found = detect(text, item.language or page.language)
        if found.language == "other":
            raise NotReadYet(item.where, found.name, found.reason)
        cleaner = html_version() if item.is_html else cleaning.VERSION
        return Document(
            id=document_id(raw_sha256, cleaner, item.place),
            name=one_line(item.name) or "nameless",
            text=text,
            language=found.language,
            published=publication(text, item.published or page.date, self.published),
            raw_sha256=raw_sha256,
            cleaner=cleaner,
            source=source,
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
    given = iso_date(published) if published else None
    if published and given is None:
        raise NotADate("--published", published)
    return _load(tuple(paths), given, stdin or sys.stdin.buffer, library)


def _load(
    paths: tuple[str, ...], published: str | None, stdin: BinaryIO, library: Library | None
) -> Iterator[Document | Failure]:
    with PageCleaner() as pages:
        loader = Loader(published, library, pages)
        for source in sources(paths, stdin):
            if isinstance(source, Failure):
                yield source
            else:
                yield from loader.documents(source)


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
