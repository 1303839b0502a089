"""A claim as the comparison sees it: parties as cluster keys, dates as stretches of days, words folded once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from lodeline.claims.claim import Claim
from lodeline.ledger.assets import Assets, assets_of
from lodeline.ledger.commitment import StatusPoint, Telling
from lodeline.ledger.days import Days, days
from lodeline.ledger.parties import Names, Side, fold, promising
from lodeline.ledger.stages import status_point
from lodeline.vocabulary.materials import materials, within

BYSTANDERS = frozenset({"witness", "addressee"})
"""Roles of those who are present at a deal and promise nothing."""
STEM = 5
"""Letters by which words of two subjects are compared: enough to bridge most Russian and Kazakh endings."""


@dataclass(frozen=True, slots=True)
class Facets:
    """What two claims are compared by."""

    telling: Telling
    claim: Claim
    """That of the telling."""
    principals: tuple[Side, ...]
    assets: Assets
    date: Days | None
    subject: frozenset[str]
    point: StatusPoint | None
    """The rung that it tells, read from its words once; None for kinds without a status."""

    @property
    def order(self) -> tuple[str, int, int, str]:
        """Sorting key made of content alone."""
        claim = self.claim
        return claim.document, claim.start, claim.stop, claim.id

    def role(self, role: str) -> tuple[Side, ...]:
        return tuple(side for side in self.principals if side.role == role)


def same_goods(left: Sequence[str], right: Sequence[str]) -> bool:
    """One commodity told on both sides, or one that the other contains: neodymium and rare earths, not two metals."""
    return any(ours in within(theirs) or theirs in within(ours) for ours in left for theirs in right)


@cache
def goods_keys(commodity: str) -> frozenset[str]:
    """Two commodities share one of these where one is the other or contains it."""
    wholes = frozenset(f"{commodity} in {whole}" for whole in within(commodity))
    return wholes | {f"{each.key} in {commodity}" for each in materials() if commodity in within(each.key)}


def other_goods(left: Sequence[str], right: Sequence[str]) -> bool:
    """Both sides tell commodities, and none of them is the other's."""
    return bool(left and right) and not same_goods(left, right)


def facets(telling: Telling, names: Names) -> Facets:
    claim = telling.claim
    assets = assets_of(claim.assets, names)
    return Facets(
        telling=telling,
        claim=claim,
        principals=tuple(side for side in promising(claim, names) if side.role not in BYSTANDERS),
        assets=assets,
        date=days(claim.date),
        subject=frozenset(word[:STEM] for word in fold(claim.subject or "").split() if len(word) > 2),
        point=status_point(telling),
    )
