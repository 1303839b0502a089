"""The canonical export: the same documents give the same bytes, whatever the order and the times of reading.

One JSON object a line, sorted by the hash of its content. Nothing of the machine enters: no paths, no recorded times.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Any

from lodeline.documents.document import Document
from lodeline.ledger.commitment import Entry, Totals
from lodeline.ledger.totals import totals
from lodeline.ledger.views import entry_json, totals_json

VERSION = 1
"""Of this form: it is in every line's hash."""


def canonical_lines(entries: Iterable[Entry], documents: Iterable[Document]) -> Iterator[str]:
    """The lines of the export without line ends: documents, entries of all books, totals."""
    every = tuple(entries)
    objects = [*map(_document, documents), *map(_entry, every), _totals(totals(every))]
    hashed = sorted((hashlib.sha256(line.encode()).hexdigest(), line) for line in map(_line, objects))
    return (f'{{"sha256":"{digest}",{line[1:]}' for digest, line in hashed)


def canonical_bytes(entries: Iterable[Entry], documents: Iterable[Document]) -> bytes:
    """The whole export as UTF-8, each line ended by one newline."""
    return "".join(f"{line}\n" for line in canonical_lines(entries, documents)).encode()


def _line(value: dict[str, Any]) -> str:
    return json.dumps({"form": VERSION, **value}, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _entry(entry: Entry) -> dict[str, Any]:
    return {"type": "entry", **entry_json(entry)}


def _totals(each: Totals) -> dict[str, Any]:
    return {"type": "totals", **totals_json(each)}


def _document(document: Document) -> dict[str, Any]:
    """A document by its hashes and what is known of it; its text stays private."""
    published = document.published
    return {
        "type": "document",
        "id": document.id,
        "name": document.name,
        "title": document.title,
        "language": document.language,
        "published": published.date,
        "published_how": published.origin,
        "publisher": document.publisher,
        "url": document.url,
        "raw_sha256": document.raw_sha256,
        "cleaner": document.cleaner,
        "characters": len(document.text),
        "invented": document.invented,
    }
