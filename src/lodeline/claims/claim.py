"""A claim: one thing that a text says was promised, done, measured or said, with the words it stands on.

The form is that of the claims contract (docs/reference/claims.md): fourteen kinds, their roles, the status ladder.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal, NewType

from lodeline.documents.document import DocumentId
from lodeline.vocabulary.quantities import Money, Quantity

ClaimId = NewType("ClaimId", str)
Kind = Literal[
    "joint_venture",
    "acquisition",
    "financing",
    "investment",
    "supply",
    "agreement",
    "project",
    "accession",
    "restriction",
    "meeting",
    "share",
    "resource",
    "statement",
    "constraint",
]
Status = Literal[
    "rumoured",
    "proposed",
    "intent",
    "memorandum",
    "agreed",
    "binding",
    "in_force",
    "under_way",
    "completed",
    "suspended",
    "cancelled",
    "denied",
]

ROLES: Mapping[str, frozenset[str]] = {
    "joint_venture": frozenset({"partner"}),
    "acquisition": frozenset({"acquirer", "target", "seller"}),
    "financing": frozenset({"financier", "recipient"}),
    "investment": frozenset({"investor", "host"}),
    "supply": frozenset({"seller", "buyer"}),
    "agreement": frozenset({"signatory", "witness"}),
    "project": frozenset({"developer"}),
    "accession": frozenset({"member", "organisation"}),
    "restriction": frozenset({"imposer", "target"}),
    "meeting": frozenset({"participant", "host"}),
    "share": frozenset({"holder"}),
    "resource": frozenset({"holder"}),
    "statement": frozenset({"speaker", "addressee"}),
    "constraint": frozenset({"affected"}),
}
WITHOUT_STATUS = frozenset({"share", "resource", "statement", "constraint"})


@dataclass(frozen=True, slots=True)
class Party:
    """One party in its role. `share` in percent; `aliases` are other names that the source itself gives."""

    name: str
    role: str
    share: Decimal | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Support:
    """What a slot stands on: stretches of the text, or the rule that inferred it where no words state it."""

    spans: tuple[tuple[int, int], ...] = ()
    rule: str | None = None
    confidence: float | None = None
    """How sure the value is, from 0 to 1; None where nobody graded it."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim of one document. `text[start:stop] == evidence` always."""

    id: ClaimId
    document: DocumentId
    kind: Kind
    start: int
    stop: int
    evidence: str
    status: Status | None = None
    parties: tuple[Party, ...] = ()
    commodities: tuple[str, ...] = ()
    assets: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    """ISO alpha-2."""
    amount: Money | None = None
    quantity: Quantity | None = None
    instrument: str | None = None
    action: str | None = None
    stage: str | None = None
    date: str | None = None
    period: str | None = None
    subject: str | None = None
    attributed_to: tuple[str, ...] = ()
    confidence: float = 1.0
    rule: str = ""
    """Name of the rule that made it; `given` for claims from a file."""
    reader: str = ""
    """Reader name and version; `file` for claims from a file."""
    support: Mapping[str, Support] = field(default_factory=dict)
    """Per slot name (`parties.0`, `amount`, `date`…)."""
    also: tuple[tuple[int, int], ...] = ()
    """Other stretches of the same text that tell the same fact again."""


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the trace: a rule tried on a stretch, and what came of it."""

    rule: str
    start: int
    stop: int
    outcome: Literal["claim", "refused", "merged", "passed_over"]
    reason: str
    claim: ClaimId | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader got out of one document: claims in order of the text, and the trace that explains them."""

    document: DocumentId
    claims: tuple[Claim, ...]
    steps: tuple[Step, ...] = ()
