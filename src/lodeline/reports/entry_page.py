"""One entry on a page of its own: its card, how it came about text by text, and how to cite it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from lodeline.claims.claim import Claim
from lodeline.documents.document import Document
from lodeline.ledger.commitment import Entry, EntryId
from lodeline.ledger.stages import current_stage
from lodeline.reports.cards import anchor, card
from lodeline.reports.figures import money_shown, percent, quantity_shown
from lodeline.reports.labels import label
from lodeline.reports.pages import Card, EntryPage, HistoryRow, SourceRow
from lodeline.reports.quoting import titled
from lodeline.reports.slots import status_text
from lodeline.reports.sources import UNDATED, Library, version

ID = 8
"""Characters of an id: enough to name an entry to `lodeline show`."""


def entry_page(entry: Entry, titles: Mapping[EntryId, str], documents: Iterable[Document], today: date) -> EntryPage:
    """The page of one entry as known on `today`; `titles` are those of the entries that it links to."""
    library = Library.of(document for document in documents if document.id in entry.sources)
    shown = _apart(card(entry, library, titles), entry)
    return EntryPage(
        id=entry.id,
        title=titled(entry.title),
        today=today.isoformat(),
        version=version(),
        card=shown,
        history=tuple(_history(entry, library)),
        sources=library.rows,
        citation=_citation(entry, library, today),
        invented=shown.invented,
    )


def _apart(shown: Card, entry: Entry) -> Card:
    """The card without ways to entries that are not on the page: these are named with their ids instead."""
    ids = {anchor(link.entry): link.entry for link in entry.links}
    links = tuple(
        replace(link, entries=tuple((None, f"{title} ({ids[at][:ID]})" if at else title) for at, title in link.entries))
        for link in shown.links
    )
    return replace(shown, links=links)


def _history(entry: Entry, library: Library) -> Iterator[HistoryRow]:
    """A row for each text in order of publication; a text of unknown date comes last."""
    ordered = sorted(entry.claims, key=lambda claim: _when(claim, library))
    numbers = {claim.id: number for number, claim in enumerate(ordered, 1)}
    seen: set[str] = set()
    known: set[str] = set()
    for document, inside in groupby(ordered, key=lambda claim: claim.document):
        claims = tuple(inside)
        known |= {claim.id for claim in claims}
        stage = current_stage([point for point in entry.status_history if point.claim in known])
        values = [value for claim in claims for value in _values(claim)]
        news = tuple(value for value in dict.fromkeys(values) if value not in seen)
        seen.update(values)
        text = library.documents.get(document)
        yield HistoryRow(
            published=(text and text.published.date) or "unknown",
            source=library.numbers.get(document, 0),
            told=", ".join(dict.fromkeys(filter(None, map(status_text, claims)))),
            stage=stage if entry.book == "commitments" else None,
            stage_label=label("stage", stage) if stage and entry.book == "commitments" else "",
            quotes=tuple(numbers[claim.id] for claim in claims),
            values=news,
        )


def _when(claim: Claim, library: Library) -> tuple[str, str, int, str]:
    document = library.documents.get(claim.document)
    return (document and document.published.date) or UNDATED, claim.document, claim.start, claim.id


def _values(claim: Claim) -> Iterator[str]:
    """Sums, shares and quantities of a claim in words; what it denies is marked."""
    mark = " (denied)" if claim.status == "denied" else ""
    if claim.amount:
        yield money_shown(claim.amount).text + mark
    if claim.quantity:
        yield quantity_shown(claim.quantity).text + mark
    for party in claim.parties:
        if party.share is not None:
            yield f"{party.name} {percent(party.share)}{mark}"


def _citation(entry: Entry, library: Library, today: date) -> str:
    """How to cite the entry: what, of which ledger, as known when, and on which texts it stands."""
    outlets = _outlets(library.rows)
    return (
        f"“{titled(entry.title)}”, entry {entry.id} of a Lodeline ledger, as known on {today.isoformat()}, "
        f"Lodeline {version()}; from {outlets}."
    )


def _outlets(rows: Sequence[SourceRow]) -> str:
    named = dict.fromkeys(f"{row.outlet} ({row.published})" for row in rows)
    return "; ".join(named) or "no text"
