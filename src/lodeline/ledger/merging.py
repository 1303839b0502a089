"""Which claims speak of one thing: pairs scored within blocks, then grown into groups that hold no opposed pair.

The result follows from the set of claims alone: pairs are taken by score, then by content, in no order of reading.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from lodeline.claims.claim import Claim
from lodeline.ledger.blocking import ENOUGH, Pair, candidates
from lodeline.ledger.commitment import Telling
from lodeline.ledger.cues import tells
from lodeline.ledger.facets import Facets, facets
from lodeline.ledger.parties import Names
from lodeline.ledger.signs import KIN, Sign, comparable, kinds_of, same_text
from lodeline.ledger.signs_of_figures import amounts, quantities, revision
from lodeline.ledger.signs_of_ground import (
    actions,
    assets,
    commodities,
    dates,
    instruments,
    places,
    stages_told,
    subjects,
    wordings,
)
from lodeline.ledger.signs_of_parties import denial, parties, shares
from lodeline.ledger.stages import PAPERS_OF_INTENT


@dataclass(frozen=True, slots=True)
class Sameness:
    """What the signs say of one pair of claims; `why` is told where they are enough."""

    score: float
    opposed: str | None
    why: str


@dataclass(frozen=True, slots=True)
class Group:
    """Claims that speak of one thing, by content; `why` has a line for each pair that joined two parts."""

    tellings: tuple[Telling, ...]
    why: tuple[str, ...]


SIGNS: tuple[Callable[[Facets, Facets], Sign | None], ...] = (
    assets,
    places,
    actions,
    stages_told,
    commodities,
    instruments,
    dates,
    amounts,
    quantities,
    parties,
    shares,
    denial,
    revision,
    subjects,
    wordings,
)
"""Those that oppose often and cost little come first: the first opposition ends the comparison."""
NOT_STEPS_OF_A_VENTURE = frozenset({"licence", "treaty"})
"""Agreements that are a thing of their own even between the partners of a venture."""
ANCHORS = frozenset({"instrument", "subject", "asset", "amount", "quantity"})
"""Two parties sign many agreements: the same signatories need one of these signs as well."""


def sameness(left: Facets, right: Facets) -> Sameness:
    """Score and reasons for one pair; never enough where a sign opposes or a demand of the kinds is not met."""
    found: list[Sign] = []
    for test in SIGNS:
        sign = test(left, right)
        if sign is not None and sign.opposed:
            return Sameness(0.0, sign.why, "")
        if sign is not None:
            found.append(sign)
    met = _demands_met(left, right, {sign.name for sign in found})
    score = sum(sign.weight for sign in found) if met else 0.0
    return Sameness(score, None, _because(found) if score >= ENOUGH else "")


def _because(found: Sequence[Sign]) -> str:
    """The weightiest reason first."""
    return "; ".join(sign.why for sign in sorted(found, key=lambda sign: (-sign.weight, sign.name)))


def _demands_met(left: Facets, right: Facets, signs: set[str]) -> bool:
    kinds = kinds_of(left, right)
    if len(kinds) == 1:
        return kinds != {"agreement"} or bool(signs & ANCHORS)
    papers = [each.claim for each in (left, right) if each.claim.kind == "agreement"]
    if any(paper.instrument in NOT_STEPS_OF_A_VENTURE for paper in papers):
        return False
    told = signs | ({"text"} if same_text(left, right) else set()) | {"paper" for paper in papers if _is_step(paper)}
    return all(demand & told for demand in KIN.get(kinds, (frozenset(),)))


def _is_step(paper: Claim) -> bool:
    """A memorandum or letter, or a text that says that the paper is of a venture."""
    return paper.instrument in PAPERS_OF_INTENT or tells("venture", f"{paper.subject or ''} {paper.evidence}")


class _Partition:
    """Groups under growth: union of pairs, refused where any two members oppose each other."""

    def __init__(self, members: Sequence[Facets]) -> None:
        self.members = members
        self.group_of = list(range(len(members)))
        self.groups = {index: [index] for index in range(len(members))}
        self.opposed: dict[Pair, bool] = {}
        self.why: dict[int, list[str]] = defaultdict(list)

    def compare(self, pair: Pair) -> Sameness:
        return sameness(self.members[pair[0]], self.members[pair[1]])

    def join(self, pair: Pair) -> None:
        ours, theirs = sorted(self.group_of[index] for index in pair)
        if ours == theirs or self._forbidden(ours, theirs):
            return
        moved = self.groups.pop(theirs)
        for index in moved:
            self.group_of[index] = ours
        self.groups[ours] += moved
        self.why[ours] += [*self.why.pop(theirs, []), self.compare(pair).why]

    def _forbidden(self, ours: int, theirs: int) -> bool:
        return any(self._opposed(a, b) for a in self.groups[ours] for b in self.groups[theirs])

    def _opposed(self, left: int, right: int) -> bool:
        pair = (min(left, right), max(left, right))
        if pair not in self.opposed:
            self.opposed[pair] = self.compare(pair).opposed is not None
        return self.opposed[pair]


def merge(tellings: Iterable[Telling], names: Names) -> tuple[Group, ...]:
    """All groups, each with its claims by content; a claim that is like no other is a group of its own."""
    members = sorted((facets(telling, names) for telling in tellings), key=lambda each: each.order)
    partition = _Partition(members)
    for _, pair in sorted(_likely(partition)):
        partition.join(pair)
    return tuple(_group(partition, first) for first in sorted(partition.groups))


def _likely(partition: _Partition) -> Iterator[tuple[float, Pair]]:
    """Pairs that are held to be one, each with its score negated: the surest come first."""
    members = partition.members
    for pair in candidates(members):
        if comparable(members[pair[0]], members[pair[1]]):
            same = partition.compare(pair)
            if same.score >= ENOUGH and not same.opposed:
                yield -same.score, pair


def _group(partition: _Partition, first: int) -> Group:
    inside = sorted(partition.groups[first])
    return Group(tuple(partition.members[index].telling for index in inside), tuple(sorted(partition.why[first])))
