"""The ledger as an Excel workbook: one sheet a kind of row, joined by the entry's id.

Text is written as text, never as a formula or a link; cells that begin like a formula get an apostrophe as in CSV, for
those who save a sheet as CSV. Unknown values are empty cells. Needs the extra `frames`.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from lodeline.documents.document import Document
from lodeline.errors import MissingExtra
from lodeline.ledger.commitment import Entry
from lodeline.ledger.views import clip
from lodeline.reports.exports.spreadsheet import COLUMNS, safe

Cell = str | int | Decimal | None
MADE = datetime(2000, 1, 1)
"""The time that the file bears: the same ledger gives the same bytes."""
LONGEST = 32_000
"""Characters of a cell; Excel takes 32,767."""
WIDEST = 60


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows under heads; the first column is the id of the entry that a row belongs to."""

    name: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def workbook(entries: Iterable[Entry], documents: Iterable[Document]) -> bytes:
    """The workbook's bytes; raises MissingExtra without xlsxwriter."""
    try:
        from xlsxwriter import Workbook  # type: ignore[import-untyped,unused-ignore]
    except ImportError as missing:
        raise MissingExtra("xlsx", "frames") from missing
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(out, options) as book:
        book.set_properties({"title": "Lodeline ledger", "comments": "Read by rules, unreviewed.", "created": MADE})
        bold = book.add_format({"bold": True, "bottom": 1})
        for sheet in sheets(entries, documents):
            _write(book.add_worksheet(sheet.name), sheet, bold)
    return out.getvalue()


def sheets(entries: Iterable[Entry], documents: Iterable[Document]) -> tuple[Sheet, ...]:
    """All sheets, their rows sorted by entry: the order of the arguments does not show."""
    ordered = sorted(entries, key=lambda each: (each.book, each.id))
    heads = tuple(head for head, _ in COLUMNS)
    told = tuple(tuple(cell(entry) for _, cell in COLUMNS) for entry in ordered)
    return (
        Sheet("entries", heads, told),
        Sheet("parties", ("id", "name", "role", "share_percent", "entity", "names"), tuple(_parties(ordered))),
        Sheet("money", MONEY, tuple(_money(ordered))),
        Sheet("history", ("id", "date", "status", "stage", "document", "claim"), tuple(_history(ordered))),
        Sheet("conflicts", ("id", "slot", "value", "claim", "shown", "rule"), tuple(_conflicts(ordered))),
        Sheet("links", ("id", "relation", "entry", "why", "certain"), tuple(_links(ordered))),
        Sheet("quotes", ("id", "document", "published", "quote", "start", "stop", "claim"), tuple(_quotes(ordered))),
        Sheet("texts", ("document", "title", "publisher", "published", "url", "invented"), tuple(_texts(documents))),
    )


MONEY = ("id", "value", "value_max", "currency", "qualifier", "kind", "promisor", "instrument", "in_totals", "why")


def _parties(entries: Sequence[Entry]) -> Iterator[tuple[Cell, ...]]:
    for entry in entries:
        for party in entry.parties:
            yield entry.id, party.name, party.role, party.share, party.entity, "; ".join(party.names)


def _money(entries: Sequence[Entry]) -> Iterator[tuple[Cell, ...]]:
    for entry in entries:
        for each in entry.amounts:
            money, counts = each.money, "yes" if each.counts else "no"
            figure = (money.value, money.value_max, money.currency, money.qualifier)
            yield entry.id, *figure, each.kind, each.promisor, each.instrument, counts, each.why


def _history(entries: Sequence[Entry]) -> Iterator[tuple[Cell, ...]]:
    for entry in entries:
        for point in entry.status_history:
            stage = point.stage if entry.book == "commitments" else None
            yield entry.id, point.date, point.status, stage, point.document, point.claim


def _conflicts(entries: Sequence[Entry]) -> Iterator[tuple[Cell, ...]]:
    for entry in entries:
        for each in entry.conflicts:
            for value, claim in each.values:
                yield entry.id, each.slot, value, claim, each.shown, each.rule


def _links(entries: Sequence[Entry]) -> Iterator[tuple[Cell, ...]]:
    for entry in entries:
        for link in entry.links:
            yield entry.id, link.relation, link.entry, link.why, "yes" if link.certain else "no"


def _quotes(entries: Sequence[Entry]) -> Iterator[tuple[Cell, ...]]:
    for entry in entries:
        for each in entry.evidence:
            yield entry.id, each.name, each.published, clip(each.quote), each.start, each.stop, each.claim


def _texts(documents: Iterable[Document]) -> Iterator[tuple[Cell, ...]]:
    for each in sorted(documents, key=lambda document: document.id):
        mark = "INVENTED" if each.invented else None
        yield each.id, each.title, each.publisher, each.published.date, each.url, mark


def _write(page: Any, sheet: Sheet, bold: Any) -> None:
    page.freeze_panes(1, 1)
    for column, head in enumerate(sheet.heads):
        page.write_string(0, column, head, bold)
        cells = [str(row[column] or "") for row in sheet.rows[:200]]
        page.set_column(column, column, min(WIDEST, max(map(len, [head, *cells])) + 1))
    for number, row in enumerate(sheet.rows, 1):
        for column, cell in enumerate(row):
            if isinstance(cell, str) and cell:
                page.write_string(number, column, safe(cell)[:LONGEST])
            elif isinstance(cell, int | Decimal):
                page.write_number(number, column, cell)
    page.autofilter(0, 0, max(1, len(sheet.rows)), len(sheet.heads) - 1)
