"""Small builders of invented claims, documents and tellings for the tests of the ledger."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from lodeline.claims.claim import Claim, ClaimId, Kind, Party, Reading
from lodeline.claims.files import load_claims
from lodeline.claims.identity import claim_id
from lodeline.documents.document import Document, DocumentId, Publication
from lodeline.ledger.book import tellings
from lodeline.ledger.commitment import Entry, Telling
from lodeline.ledger.history import derive
from lodeline.ledger.tables import MIGRATIONS
from lodeline.storage import audit
from lodeline.storage.session import Session
from lodeline.vocabulary.quantities import Money, Qualifier, Quantity

SHARED = Path(__file__).resolve().parents[3] / "shared"
GOLD = SHARED / "gold"


def party(name: str, role: str, share: float | None = None, *aliases: str) -> Party:
    return Party(name, role, None if share is None else Decimal(str(share)), aliases)


def usd(millions: float, qualifier: Qualifier = "exact", currency: str | None = "USD") -> Money:
    """A sum in millions, of dollars unless told otherwise."""
    return Money(Decimal(str(millions)) * 1_000_000, currency, qualifier)


def quantity(value: float, unit: str) -> Quantity:
    return Quantity(Decimal(str(value)), unit)


def claim(kind: Kind, status: str | None = None, *parties: Party, **slots: Any) -> Claim:
    """A claim of document `doc` (default `d1`); its evidence is invented unless given."""
    document = DocumentId(slots.pop("doc", "d1"))
    evidence = slots.pop("evidence", f"An invented sentence of {document}.")
    start = slots.pop("start", 0)
    made = Claim(
        id=ClaimId(""),
        document=document,
        kind=kind,
        start=start,
        stop=start + len(evidence),
        evidence=evidence,
        status=status,  # type: ignore[arg-type]
        parties=parties,
        **slots,
    )
    return replace(made, id=claim_id(made))


def told(made: Claim, published: str | None = "2030-03-01") -> Telling:
    """The claim as its document tells it."""
    return Telling(made, published, str(made.document), (), str(made.document))


def venture(status: str = "agreed", **slots: Any) -> Claim:
    """An invented joint venture of two companies over a copper deposit."""
    shares: Sequence[float | None] = slots.pop("shares", (60, 40))
    partners = slots.pop("partners", ("Northlight Mining", "Tas Resources"))
    where: dict[str, Any] = {"commodities": ("copper",), "places": ("KG",), "assets": ("Boz-Tag",)}
    named = [party(name, "partner", share) for name, share in zip(partners, shares, strict=True)]
    return claim("joint_venture", status, *named, **(where | slots))


def loan(bank: str | None, millions: float | None, status: str = "binding", **slots: Any) -> Claim:
    """An invented loan to the venture's company."""
    recipient = slots.pop("recipient", "Boz-Tag Mining")
    parties = [party(bank, "financier")] if bank else []
    parties += [party(recipient, "recipient")] if recipient else []
    amount = None if millions is None else usd(millions, currency=slots.pop("currency", "USD"))
    where: dict[str, Any] = {"places": ("KG",), "instrument": "loan"}
    return claim("financing", status, *parties, amount=amount, **(where | slots))


def entries_of(*tellings: Telling | Claim) -> tuple[Entry, ...]:
    return derive(each if isinstance(each, Telling) else told(each) for each in tellings)


def only(entries: Iterable[Entry], kind: str) -> Entry:
    """The one entry of a kind; fails where there are none or several."""
    (entry,) = [entry for entry in entries if entry.kind == kind]
    return entry


def document(name: str, text: str, published: str | None = "2030-03-01", source: str = "") -> Document:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(
        id=DocumentId(digest[:16]),
        name=name,
        text=text,
        language="en",
        published=Publication(published, "given" if published else "unknown", "invented"),
        raw_sha256=digest,
        cleaner="none",
        source=source,
    )


def reading(of: Document, *claims: Claim) -> Reading:
    return Reading(of.id, claims)


def make_tables(unit: Session) -> None:
    """The tables of a new ledger, in a file or in memory."""
    for migration in (*audit.MIGRATIONS, *MIGRATIONS):
        for step in migration:
            unit.execute(step) if isinstance(step, str) else step(unit)


# --- claims from the gold files, where they are at hand ----------------------------------------------------------


def gold_tellings(*paths: Path) -> list[Telling]:
    loaded = [load_claims(path) for path in paths]
    return list(tellings({made.id: made for made, _ in loaded}, [read for _, read in loaded]))


def gold_entries(*paths: Path) -> tuple[Entry, ...]:
    return derive(gold_tellings(*paths))
