"""A commitment and its history: what the ledger says of one promise, derived from all claims about it, order-free."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, NewType

from lodeline.claims.claim import Claim, ClaimId
from lodeline.documents.document import DocumentId
from lodeline.vocabulary.quantities import Money, Quantity

EntryId = NewType("EntryId", str)
Book = Literal["commitments", "measures", "events", "figures", "voices"]
Stage = Literal[
    "under_discussion",
    "announced",
    "preliminary",
    "struck",
    "committed",
    "implementing",
    "fulfilled",
    "suspended",
    "cancelled",
    "denied",
    "ended_early",
    "superseded",
]
Bindingness = Literal["binding", "non_binding", "mixed", "not_stated"]
AmountKind = Literal[
    "total",
    "tranche",
    "increment",
    "ceiling",
    "floor",
    "annual_rate",
    "resource_value",
    "share_of_parent",
    "revised_total",
]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One stretch of a document that tells an entry; `quote` is the stretch, whole."""

    document: DocumentId
    name: str
    """The document's name."""
    published: str | None
    start: int
    stop: int
    quote: str
    claim: ClaimId
    invented: bool = False
    origin: str = ""
    """`starter` for a note of the starter ledger, `typed by hand` for what a person typed; else "", words of a text."""
    level: str = ""
    """How good the page is as evidence: party document, official, wire, press; "" where nobody graded it."""
    url: str | None = None
    """Address of the page, where it is known."""
    typed_by: str = ""
    """Who typed it in by hand, where that was told."""


@dataclass(frozen=True, slots=True)
class Telling:
    """A claim with what the ledger must know of the document that tells it: the one input of everything derived."""

    claim: Claim
    published: str | None
    """ISO day, month or year of publication; None where unknown."""
    document: str = ""
    """The document's name, for people."""
    quotes: tuple[Evidence, ...] = ()
    """Every wording of the claim in that document: the evidence first, then the other stretches."""
    story: str = ""
    """What counts as one source: the wire story where copies are known, else the document's id."""


@dataclass(frozen=True, slots=True)
class StatusPoint:
    """One rung as one source told it: `date` is the event's or else the publication's day, None where unknown."""

    date: str | None
    status: str
    stage: Stage
    claim: ClaimId
    document: DocumentId
    dated: bool = True
    """False where the text gives no day of its own and the publication's stands in."""


@dataclass(frozen=True, slots=True)
class PartyEntry:
    """A party in a role: `entity` is the canonical key, `name` the name shown, `names` all spellings met."""

    entity: str
    name: str
    role: str
    share: Decimal | None
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AmountEntry:
    """One sum: who promised it, by which instrument, and which claim says so.

    `counts` tells if it enters totals, `why` says why (not).
    """

    money: Money
    kind: AmountKind
    promisor: str | None
    instrument: str | None
    claim: ClaimId
    counts: bool
    why: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two or more sources disagree on one slot; all values stay, `rule` picked the one shown."""

    slot: str
    values: tuple[tuple[str, ClaimId], ...]
    shown: str
    rule: str


@dataclass(frozen=True, slots=True)
class Link:
    """Another entry that this one belongs with: `part_of`, `has_part`, `same_asset`, `finances`, `financed_by`."""

    relation: str
    entry: EntryId
    why: str
    certain: bool = True
    """False where dates and parties fit and no text says it: the overlap is unknown."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a book, told by one or more claims. Only entries of the book of commitments have a stage."""

    id: EntryId
    book: Book
    kind: str
    title: str
    claims: tuple[Claim, ...]
    stage: Stage | None
    bindingness: Bindingness | None
    status_history: tuple[StatusPoint, ...]
    parties: tuple[PartyEntry, ...]
    amounts: tuple[AmountEntry, ...]
    quantities: tuple[Quantity, ...]
    commodities: tuple[str, ...]
    assets: tuple[str, ...]
    places: tuple[str, ...]
    date: str | None
    conditions: tuple[str, ...]
    conflicts: tuple[Conflict, ...]
    links: tuple[Link, ...]
    sources: tuple[DocumentId, ...]
    evidence: tuple[Evidence, ...] = ()
    """All wordings of all claims, by publication date."""
    why: tuple[str, ...] = ()
    """Why the claims are held to speak of one thing; one line a merge, empty where there is one claim."""
    stories: int = 0
    """Independent sources: copies of one wire story count once; 0 where not counted."""


@dataclass(frozen=True, slots=True)
class Total:
    """A sum of one currency as a range [low, high] (equal where nothing overlaps), and what it is made of."""

    currency: str | None
    low: Decimal
    high: Decimal
    entries: tuple[EntryId, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Totals:
    """The three totals stand apart, always."""

    announced: tuple[Total, ...]
    firm: tuple[Total, ...]
    delivered: tuple[Total, ...]
