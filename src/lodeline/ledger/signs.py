"""A sign that two claims speak of one thing or of two: it adds to the score, takes from it, or forbids the merge.

Whatever else agrees, an opposed fact forbids. No sign has a direction: first and second claim may be exchanged.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lodeline.ledger.facets import Facets

SAME_DAYS = 3
"""Dates within three days are one date told twice (rule 7)."""

KIN: Mapping[frozenset[str], tuple[frozenset[str], ...]] = {
    frozenset({"joint_venture", "agreement"}): (
        frozenset({"parties"}),
        frozenset({"paper", "text", "asset", "commodity", "subject"}),
    ),
    frozenset({"joint_venture", "acquisition"}): (frozenset({"parties"}), frozenset({"shares", "asset"})),
    frozenset({"joint_venture", "investment"}): (frozenset({"parties", "party"}), frozenset({"amount", "revision"})),
    frozenset({"acquisition", "investment"}): (frozenset({"parties", "party"}), frozenset({"amount"})),
    frozenset({"project", "investment"}): (frozenset({"parties", "party"}), frozenset({"amount"})),
}
"""Kinds under which one promise may be told, and what must then agree: one sign out of each set."""


@dataclass(frozen=True, slots=True)
class Sign:
    """One finding: its name, what it adds to the score, whether it forbids the merge, and the finding in words."""

    name: str
    weight: float
    opposed: bool
    why: str


def agrees(name: str, weight: float, why: str) -> Sign:
    return Sign(name, weight, False, why)


def opposes(name: str, why: str) -> Sign:
    return Sign(name, 0.0, True, why)


def same_text(left: Facets, right: Facets) -> bool:
    return left.claim.document == right.claim.document


def kinds_of(left: Facets, right: Facets) -> frozenset[str]:
    """The kinds of the two claims: a rule about kinds must hold for both, so that no sign has a direction."""
    return frozenset({left.claim.kind, right.claim.kind})


def comparable(left: Facets, right: Facets) -> bool:
    ours, theirs = left.claim.kind, right.claim.kind
    return ours == theirs or frozenset({ours, theirs}) in KIN
