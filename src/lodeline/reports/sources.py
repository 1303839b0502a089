"""Documents as a page cites them: numbered, with outlet, date and how it is known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed_version

from lodeline.documents.document import Document, DocumentId
from lodeline.reports.labels import label
from lodeline.reports.pages import SourceRow
from lodeline.reports.quoting import one_line, outlet, safe_url

FINGERPRINT = 12
"""Hexadecimal digits of the raw text's hash: enough to tell documents apart on a page."""
UNDATED = "9999"
"""Sorts after every ISO date."""


@dataclass(frozen=True, slots=True)
class Library:
    """The documents of a page, numbered by date and name whatever the order they come in."""

    rows: tuple[SourceRow, ...]
    documents: Mapping[DocumentId, Document]
    numbers: Mapping[DocumentId, int]

    @classmethod
    def of(cls, documents: Iterable[Document]) -> Library:
        ordered = sorted(documents, key=lambda each: (each.published.date or UNDATED, each.name, each.id))
        return cls(
            tuple(source_row(number, each) for number, each in enumerate(ordered, 1)),
            {each.id: each for each in ordered},
            {each.id: number for number, each in enumerate(ordered, 1)},
        )


def source_row(number: int, document: Document) -> SourceRow:
    """A document as it is cited; an address that is not http(s) is left out."""
    origin = label("origin", document.published.origin)
    return SourceRow(
        number=number,
        name=one_line(document.name),
        title=one_line(document.title or document.name),
        outlet=outlet(document),
        language=label("language", document.language),
        code="" if document.language == "other" else document.language,
        published=document.published.date or "unknown",
        how=": ".join(part for part in (origin, one_line(document.published.reason)) if part),
        url=safe_url(document.url),
        fingerprint=document.raw_sha256[:FINGERPRINT],
        invented=document.invented,
    )


@cache
def version() -> str:
    """Version of the program, `development` where it runs without being installed."""
    try:
        return installed_version("lodeline")
    except PackageNotFoundError:
        return "development"
