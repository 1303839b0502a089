"""The ledger as a page: entries on shelves by book, each a card whose every value names its quote and source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from lodeline.documents.document import Document
from lodeline.ledger.commitment import Entry, EntryId, Stage, Total, Totals
from lodeline.reports.cards import anchor, card
from lodeline.reports.figures import range_shown
from lodeline.reports.labels import keys, label
from lodeline.reports.pages import Bar, BarGroup, LedgerPage, Shelf, Shown
from lodeline.reports.quoting import titled
from lodeline.reports.sources import UNDATED, Library, version

LEDGER_TITLE = "Ledger of promises"
NONE_KNOWN = Shown("none known")
"""Absence of a total is not zero."""


def ledger_page(entries: Iterable[Entry], totals: Totals, documents: Iterable[Document], today: date) -> LedgerPage:
    """The page of all entries as known on `today`; the order of the arguments does not show in it."""
    library = Library.of(documents)
    ordered = sorted(entries, key=_place_on_shelf)
    return LedgerPage(
        title=LEDGER_TITLE,
        today=today.isoformat(),
        version=version(),
        totals=_bar_groups(totals, {entry.id: entry.title for entry in ordered}),
        shelves=tuple(_shelves(ordered, library)),
        sources=library.rows,
        invented=any(row.invented for row in library.rows),
    )


def _place_on_shelf(entry: Entry) -> tuple[int, int, str, str]:
    return (keys("book").index(entry.book), _rung(entry.stage), entry.date or UNDATED, entry.id)


def _rung(stage: Stage | None) -> int:
    """The furthest rung first; off the ladder after it; without a stage last."""
    ladder = keys("rung")
    if stage is None:
        return len(keys("stage")) + 1
    return -ladder.index(stage) if stage in ladder else 1 + keys("stage").index(stage)


def _shelves(entries: Sequence[Entry], library: Library) -> Iterator[Shelf]:
    titles = {entry.id: entry.title for entry in entries}
    for book in keys("book"):
        cards = tuple(card(entry, library, titles) for entry in entries if entry.book == book)
        if cards:
            yield Shelf(book, label("book", book), label("book_note", book), cards)


def _bar_groups(totals: Totals, titles: Mapping[EntryId, str]) -> tuple[BarGroup, ...]:
    """One group a currency; sums without a currency last, never added to any other."""
    kinds = keys("total")
    currencies = {total.currency for kind in kinds for total in getattr(totals, kind)}
    ordered = sorted(currencies, key=lambda code: (code is None, code or ""))
    return tuple(
        BarGroup(code or "Currency not stated", tuple(_bar(kind, _total(totals, kind, code), titles) for kind in kinds))
        for code in ordered
    )


def _total(totals: Totals, kind: str, currency: str | None) -> Total | None:
    found: tuple[Total, ...] = getattr(totals, kind)
    return next((total for total in found if total.currency == currency), None)


def _bar(kind: str, total: Total | None, titles: Mapping[EntryId, str]) -> Bar:
    name, meaning = label("total", kind), label("total_note", kind)
    if total is None:
        return Bar(name, meaning, None, None, NONE_KNOWN, "", ())
    entries = tuple((anchor(each), titled(titles.get(each, each))) for each in total.entries)
    shown = range_shown(total.low, total.high, total.currency)
    return Bar(name, meaning, total.low, total.high, shown, total.note, entries)
