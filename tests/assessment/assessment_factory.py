"""Small builders of claims and entries for the tests of assessment: states are real, firms and texts are invented."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from lodeline.claims.claim import Claim, ClaimId, Kind, Party
from lodeline.claims.identity import claim_id
from lodeline.documents.document import DocumentId
from lodeline.ledger.commitment import Entry, Telling
from lodeline.ledger.history import derive
from lodeline.vocabulary.quantities import Qualifier, Quantity


def claim(kind: Kind, *parties: Party, **slots: Any) -> Claim:
    """A claim of document `doc` (default `d1`)."""
    document = DocumentId(slots.pop("doc", "d1"))
    evidence = f"An invented sentence of {document}."
    made = Claim(ClaimId(""), document, kind, 0, len(evidence), evidence, parties=parties, **slots)
    return replace(made, id=claim_id(made))


def percent(value: float, qualifier: Qualifier = "exact", value_max: float | None = None) -> Quantity:
    return Quantity(Decimal(str(value)), "%", qualifier, None if value_max is None else Decimal(str(value_max)))


def share(value: float, qualifier: Qualifier = "exact", **slots: Any) -> Claim:
    """`holders` (default China) have `value` percent of rare-earth mining unless told otherwise."""
    holders = slots.pop("holders", ("China",))
    usual: dict[str, Any] = {"commodities": ("rare earths",), "stage": "mining"}
    told = percent(value, qualifier, slots.pop("value_max", None))
    return claim("share", *(Party(name, "holder") for name in holders), quantity=told, **(usual | slots))


def restriction(action: str = "impose", status: str = "in_force", **slots: Any) -> Claim:
    """Ruritania's neighbour Chile restricts copper, unless told otherwise."""
    imposer, target = slots.pop("imposer", "Chile"), slots.pop("target", None)
    parties = [Party(imposer, "imposer"), *([Party(target, "target")] if target else [])]
    usual: dict[str, Any] = {"commodities": ("copper",), "places": ("CL",), "instrument": "export_control"}
    return claim("restriction", *parties, action=action, status=status, **(usual | slots))


def entry(*claims: Claim, published: str | None = "2030-03-10") -> Entry:
    """The one entry that the claims make; the n-th text comes out n days after `published`."""
    tellings = [Telling(made, published, str(made.document), (), str(made.document)) for made in claims]
    (made,) = derive(tellings)
    return made


def entries_of(*claims: Claim) -> tuple[Entry, ...]:
    """All entries that the claims make, each claim from a text of its own."""
    return tuple(derive([Telling(made, "2030-03-10", str(made.document), (), str(made.document)) for made in claims]))
