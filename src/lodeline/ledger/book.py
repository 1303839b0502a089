"""The ledger: documents and what readers got out of them, append-only, and the entries that follow from both.

Nothing is updated. A document recorded twice changes nothing; a new reading of a document, or a corrected date, is a
new row, and the latest row of a document stands. `recorded` tells when the ledger learned it, `published` when the
world was told.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from lodeline.claims.claim import Claim, Reading
from lodeline.claims.files import BY_HAND
from lodeline.documents.document import Document, DocumentId
from lodeline.documents.stories import stories
from lodeline.errors import AmbiguousEntry, Forgotten, NoSuchEntry
from lodeline.ledger.commitment import Entry, Evidence, Telling, Totals
from lodeline.ledger.history import derive, known_by
from lodeline.ledger.parties import Clustering, entity_keys
from lodeline.ledger.tables import canonical, document_from, reading_from
from lodeline.ledger.totals import totals
from lodeline.storage.session import Session
from lodeline.storage.vouchers import vouch

ALWAYS = "9999"
"""Later than any recorded time: the ledger as it is now."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """What `record` did: False where the ledger held exactly this already."""

    document: bool
    reading: bool

    @property
    def changed(self) -> bool:
        return self.document or self.reading


@dataclass(frozen=True, slots=True)
class Ledger:
    """The ledger in one unit of work; the caller owns the transaction. `cluster` gives the entities of names."""

    unit: Session
    cluster: Clustering = entity_keys

    def record(self, document: Document, reading: Reading, recorded: str) -> Recorded:
        """Keep a document and a reading of it, whole; `recorded` is the ISO time at which the ledger learns it.

        Where the document lay on the machine (`source`) is not kept; a copy under another name only adds the name.
        Raises Forgotten where it was asked to forget this document.
        """
        if forgotten := self.unit.row("SELECT recorded FROM ledger_forgotten WHERE document = ?", (document.id,)):
            raise Forgotten(document.source or document.name, str(forgotten[0])[:10])
        self.add_name(document.id, document.name, recorded)
        kept = replace(document, name="", source="")
        return Recorded(
            document=self.append("ledger_document", document.id, canonical(kept), recorded),
            reading=self.append("ledger_reading", document.id, canonical(reading), recorded),
        )

    def append(self, table: str, document: DocumentId, body: str, recorded: str) -> bool:
        """One row, unless the row that now stands for the document says the same."""
        rows = self.unit.rows(f"SELECT body FROM {table} WHERE document = ? ORDER BY number", (document,))
        if rows and rows[-1][0] == body:
            return False
        digest = hashlib.sha256(f"{document}\n{len(rows)}\n{body}".encode()).hexdigest()
        self._insert(table, {"document": document, "digest": digest, "body": body}, recorded)
        return True

    def add_name(self, document: DocumentId, name: str, recorded: str) -> None:
        """One name of a document, unless the ledger knows it."""
        known = "SELECT 1 FROM ledger_name WHERE document = ? AND name = ?"
        if self.unit.row(known, (document, name)) is None:
            self._insert("ledger_name", {"document": document, "name": name}, recorded)

    def _insert(self, table: str, row: Mapping[str, str], recorded: str) -> None:
        """One row, which the audit vouches for from now on."""
        columns = (*row, "recorded")
        sql = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"
        number = self.unit.execute(sql, (*row.values(), recorded)).lastrowid or 0
        vouch(self.unit, table, number, recorded)

    def has_documents(self) -> bool:
        return self.unit.row("SELECT 1 FROM ledger_document LIMIT 1", ()) is not None

    def documents(self, recorded_by: str = ALWAYS) -> tuple[Document, ...]:
        """All documents as they stood at a recorded time, sorted by id; of several names the first by alphabet."""
        names = self._names(recorded_by)
        bodies = self._standing("ledger_document", recorded_by)
        return tuple(replace(document_from(bodies[key]), name=names[key]) for key in sorted(bodies))

    def readings(self, recorded_by: str = ALWAYS) -> tuple[Reading, ...]:
        """The reading that stood for each document at a recorded time, sorted by document."""
        bodies = self._standing("ledger_reading", recorded_by)
        return tuple(reading_from(bodies[key]) for key in sorted(bodies))

    def versions(
        self, documents: Iterable[DocumentId] | None = None
    ) -> Mapping[DocumentId, Sequence[tuple[str, Document | Reading]]]:
        """Every row ever recorded of these documents (of all by default) with its time, in the order of recording."""
        wanted = None if documents is None else set(documents)
        names = self._names(ALWAYS)
        rows = self.unit.rows(
            "SELECT document, recorded, 0, number, body FROM ledger_document UNION ALL "
            "SELECT document, recorded, 1, number, body FROM ledger_reading ORDER BY document, recorded, 3, number"
        )
        found: dict[DocumentId, list[tuple[str, Document | Reading]]] = defaultdict(list)
        for document, recorded, is_reading, _, body in rows:
            if wanted is None or document in wanted:
                version = reading_from(str(body)) if is_reading else document_from(str(body))
                if isinstance(version, Document):
                    version = replace(version, name=names[version.id])
                found[DocumentId(str(document))].append((str(recorded), version))
        return found

    def _standing(self, table: str, recorded_by: str) -> Mapping[str, str]:
        """Document → its latest row by then; later rows of one document overwrite earlier ones in the mapping."""
        rows = self.unit.rows(f"SELECT document, body FROM {table} WHERE recorded <= ? ORDER BY number", (recorded_by,))
        return {str(document): str(body) for document, body in rows}

    def _names(self, recorded_by: str) -> Mapping[str, str]:
        rows = self.unit.rows("SELECT document, name FROM ledger_name WHERE recorded <= ?", (recorded_by,))
        names: dict[str, list[str]] = defaultdict(list)
        for document, name in rows:
            names[str(document)].append(str(name))
        return {document: min(each) for document, each in names.items()}

    def tellings(self, as_of: str | None = None, recorded_by: str = ALWAYS) -> tuple[Telling, ...]:
        """Every claim with its document, known by a day of the world and a time of the ledger."""
        documents = {document.id: document for document in self.documents(recorded_by)}
        told = tellings(documents, self.readings(recorded_by))
        return told if as_of is None else known_by(told, as_of)

    def entries(self, as_of: str | None = None, recorded_by: str = ALWAYS) -> tuple[Entry, ...]:
        """All entries of all books as they stood, sorted by id."""
        return derive(self.tellings(as_of, recorded_by), self.cluster)

    def totals(self, entries: Iterable[Entry]) -> Totals:
        """Announced, firm and delivered money of these entries."""
        return totals(entries)


def tellings(documents: Mapping[DocumentId, Document], readings: Iterable[Reading]) -> tuple[Telling, ...]:
    """The claims of the readings, each with what must be known of its document; readings without one are left out.

    Copies of one wire report are one story, and one source.
    """
    story = stories(documents.values())
    return tuple(
        telling(documents[reading.document], claim, story[reading.document])
        for reading in readings
        if reading.document in documents
        for claim in reading.claims
    )


def telling(document: Document, claim: Claim, story: DocumentId | None = None) -> Telling:
    """A claim with its document's date and name and every wording, cut from the text; by default a story of its own."""
    spans = dict.fromkeys(((claim.start, claim.stop), *claim.also))
    quotes = tuple(_evidence(document, claim, start, stop) for start, stop in spans)
    return Telling(claim, document.published.date, document.name, quotes, story or document.id)


def _evidence(document: Document, claim: Claim, start: int, stop: int) -> Evidence:
    by_hand = claim.reader == BY_HAND
    return Evidence(
        document=document.id,
        name=document.name,
        published=document.published.date,
        start=start,
        stop=stop,
        quote=document.quote(start, stop),
        claim=claim.id,
        invented=document.invented,
        origin=claim.reader if by_hand else "",
        level=claim.rule if by_hand else "",
        url=document.url,
        typed_by=document.typed_by or "",
    )


def find(entries: Iterable[Entry], start: str) -> Entry:
    """The entry whose id begins so. Raises NoSuchEntry or AmbiguousEntry."""
    every = tuple(entries)
    fitting = [entry for entry in every if entry.id.startswith(start)] if start else []
    if not fitting:
        near = tuple(sorted(entry.id for entry in every if entry.id[:2] == start[:2]))
        raise NoSuchEntry(start, near[:3])
    if len(fitting) > 1:
        raise AmbiguousEntry(start, tuple(sorted(entry.id for entry in fitting)))
    return fitting[0]
