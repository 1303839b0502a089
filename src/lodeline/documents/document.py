"""A document: one text that never changes again, and what is known about where it came from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NewType

DocumentId = NewType("DocumentId", str)
Language = Literal["ru", "en", "kk", "other"]
DateOrigin = Literal["metadata", "given", "inferred", "unknown"]


@dataclass(frozen=True, slots=True)
class Publication:
    """When a text was published: ISO day, month or year, or None where it is unknown; and why we think so."""

    date: str | None
    origin: DateOrigin
    reason: str


@dataclass(frozen=True, slots=True)
class Document:
    """One text with its provenance. All offsets elsewhere are code points into `text`."""

    id: DocumentId
    """Hash of (raw bytes, cleaner version): the same bytes are the same document."""
    name: str
    """What people call it: the file's stem, or `id` of a JSON item."""
    text: str
    language: Language
    published: Publication
    raw_sha256: str
    cleaner: str
    source: str
    """Where it was read from: a path, or `<stdin>`."""
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    invented: bool = False
    """True for samples: every output marks them INVENTED."""
    left_out: tuple[str, ...] = ()
    """Paragraphs of a web page that the cleaner dropped: kept to be shown as passed over."""
    typed_by: str | None = None
    """Who typed it in by hand, where that was told."""

    def quote(self, start: int, stop: int) -> str:
        return self.text[start:stop]
