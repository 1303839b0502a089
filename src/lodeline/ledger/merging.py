"""Which claims speak of one thing: pairs scored within blocks, then grown into groups that hold no opposed pair.

The result follows from the set of claims alone: pairs are taken by score, then by content, in no order of reading.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from lodeline.claims.claim import Claim
from lodeline.ledger.commitment import Telling
from lodeline.ledger.cues import tells
from lodeline.ledger.facets import Facets, Key, block_keys, facets, ground_keys
from lodeline.ledger.parties import Names
from lodeline.ledger.signs import Sign, kinds_of, same_text
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
from lodeline.ledger.stages import BOOKS, PAPERS_OF_INTENT

ENOUGH = 3.0
"""Score from which two claims are held to be one: the same two parties, or one party with asset and place, or so."""


@dataclass(frozen=True, slots=True)
class Sameness:
    """What the signs say of one pair of claims."""

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
    return Sameness(sum(sign.weight for sign in found) if met else 0.0, None, _because(found))


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


def comparable(left: Facets, right: Facets) -> bool:
    ours, theirs = left.claim.kind, right.claim.kind
    return ours == theirs or frozenset({ours, theirs}) in KIN


class _Partition:
    """Groups under growth: union of pairs, refused where any two members oppose each other."""

    def __init__(self, members: Sequence[Facets]) -> None:
        self.members = members
        self.group_of = list(range(len(members)))
        self.groups = {index: [index] for index in range(len(members))}
        self.known: dict[tuple[int, int], Sameness] = {}
        self.why: dict[int, list[str]] = defaultdict(list)

    def compare(self, left: int, right: int) -> Sameness:
        pair = (min(left, right), max(left, right))
        if pair not in self.known:
            self.known[pair] = sameness(self.members[pair[0]], self.members[pair[1]])
        return self.known[pair]

    def join(self, left: int, right: int) -> None:
        ours, theirs = sorted((self.group_of[left], self.group_of[right]))
        if ours == theirs or self._forbidden(ours, theirs):
            return
        moved = self.groups.pop(theirs)
        for index in moved:
            self.group_of[index] = ours
        self.groups[ours] += moved
        self.why[ours] += [*self.why.pop(theirs, []), self.compare(left, right).why]

    def _forbidden(self, ours: int, theirs: int) -> bool:
        return any(self.compare(a, b).opposed for a in self.groups[ours] for b in self.groups[theirs])


def merge(tellings: Iterable[Telling], names: Names) -> tuple[Group, ...]:
    """All groups, each with its claims by content; a claim that is like no other is a group of its own."""
    members = sorted((facets(telling, names) for telling in tellings), key=lambda each: each.order)
    partition = _Partition(members)
    scored = [(pair, partition.compare(*pair)) for pair in _candidates(members)]
    likely = [(-same.score, pair) for pair, same in scored if same.score >= ENOUGH and not same.opposed]
    for _, (left, right) in sorted(likely):
        partition.join(left, right)
    return tuple(_group(partition, first) for first in sorted(partition.groups))


def _group(partition: _Partition, first: int) -> Group:
    inside = sorted(partition.groups[first])
    return Group(tuple(partition.members[index].telling for index in inside), tuple(sorted(partition.why[first])))


def _candidates(members: Sequence[Facets]) -> Iterator[tuple[int, int]]:
    """Pairs of one book that share a block and whose kinds may be one thing, each once."""
    pairs = {pair for inside in _blocks(members, block_keys).values() for pair in combinations(inside, 2)}
    # Country and mineral alone tie too much together: they bring in only claims that name nobody.
    for inside in _blocks(members, ground_keys).values():
        nameless = [index for index in inside if not members[index].principals]
        pairs |= {(min(a, b), max(a, b)) for a in nameless for b in inside if a != b}
    return (pair for pair in sorted(pairs) if comparable(members[pair[0]], members[pair[1]]))


def _blocks(members: Sequence[Facets], keys: Callable[[Facets], Iterator[Key]]) -> Mapping[Key, list[int]]:
    blocks: dict[Key, list[int]] = defaultdict(list)
    for index, each in enumerate(members):
        for key in set(keys(each)):
            blocks[(BOOKS[each.claim.kind], *key)].append(index)
    return blocks
