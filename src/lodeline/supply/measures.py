"""Measures on trade with their dates: is one in force on a day? Yes, no, or unknown since when (data/measures.csv).

Dates are ISO days. `unknown_after`: the last day that any text covers; what held then may have been renewed or not.
The table was closed on AS_OF: of later days it knows what was in force then, and says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from lodeline.supply.output import EVIDENCE, Evidence
from lodeline.supply.tables import Row, one_of, rows, several

Force = Literal["in force", "not yet", "ended", "suspended", "unknown"]
Action = Literal["impose", "tighten", "ease", "suspend", "lift"]
ACTIONS: tuple[Action, ...] = ("impose", "tighten", "ease", "suspend", "lift")
FREEING: frozenset[str] = frozenset({"ease", "suspend", "lift"})
"""Actions that free trade; the others restrict it."""
AS_OF = "2026-11-22"
EVERYTHING = "all"
"""Of commodities or target states: a measure that names none leaves none out."""
OVER = frozenset({"lapsed", "lifted", "replaced"})
"""Words of the table for measures that are known to have ended when they did."""

EFFECT: Mapping[Action, tuple[Force, str]] = {
    "suspend": ("suspended", "suspended by"),
    "lift": ("ended", "lifted by"),
    "ease": ("in force", "eased by"),
    "tighten": ("ended", "replaced by"),
    "impose": ("ended", "replaced by"),
}
"""What a measure does to those that it displaces, by its own action."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A ban, quota, licence or tax on trade. `displaces`: ids of the measures that this one suspends, lifts, eases or
    replaces, as its action says."""

    id: str
    implementer: str
    targets: tuple[str, ...]
    commodities: tuple[str, ...]
    kind: str
    action: Action
    announced: str | None
    begins: str | None
    ends: str | None
    unknown_after: str | None
    displaces: tuple[str, ...]
    magnitude: str
    address: str
    evidence: Evidence

    def names(self, commodities: frozenset[str]) -> bool:
        return EVERYTHING in self.commodities or not commodities.isdisjoint(self.commodities)

    def meets(self, states: frozenset[str]) -> bool:
        """Whether it is aimed at one of the states, or at all; no states: anybody."""
        return not states or EVERYTHING in self.targets or not states.isdisjoint(self.targets)


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether something holds on a day, why, and since when that is so or unknown."""

    force: Force
    reason: str
    since: str | None = None


@cache
def measures() -> tuple[Measure, ...]:
    return tuple(map(_measure, rows("measures")))


def of_state(implementer: str, commodity: str | None = None) -> Iterator[Measure]:
    """Measures of a state, alpha-3; with a commodity only those that name it or all."""
    for each in measures():
        if each.implementer == implementer and (commodity is None or each.names(frozenset({commodity}))):
            yield each


def displaced_by(measure: Measure) -> tuple[Measure, ...]:
    return tuple(other for other in measures() if other.id in measure.displaces)


def standing(measure: Measure, today: str) -> Standing:
    """The measure by itself and under those that displace it, on an ISO day.

    A suspension that is itself suspended or over has no effect.
    """
    own = _by_itself(measure, today)
    if own.force not in ("in force", "not yet"):
        return own
    for other in measures():
        if measure.id in other.displaces:
            over = standing(other, today)
            if over.force == "in force":
                force, words = EFFECT[other.action]
                return Standing(force, f"{words} {other.id} from {other.begins}", other.begins)
            if over.force == "unknown":
                return Standing("unknown", f"{EFFECT[other.action][1]} {other.id}: {over.reason}", over.since)
    return own


def _by_itself(measure: Measure, today: str) -> Standing:
    if measure.begins is None:
        return Standing("unknown", "no date of effect is told")
    if today < measure.begins:
        return Standing("not yet", f"takes effect on {measure.begins}", measure.begins)
    if measure.unknown_after is not None and today > measure.unknown_after:
        return Standing("unknown", f"no text tells what came after {measure.unknown_after}", measure.unknown_after)
    if measure.ends is not None and today > measure.ends:
        return Standing("ended", f"ended on {measure.ends}", measure.ends)
    last = f" until {measure.ends}" if measure.ends else ""
    late = f", as far as the table of {AS_OF} tells" if today > AS_OF else ""
    return Standing("in force", f"since {measure.begins}{last}{late}", measure.begins)


def _measure(row: Row) -> Measure:
    known_end = row["effective_to"] and row["status_2026_11"].split()[0] in OVER
    return Measure(
        id=row["id"],
        implementer=row["implementer"],
        targets=several(row["targets"]),
        commodities=several(row["commodities"]),
        kind=row["kind"],
        action=one_of(ACTIONS, row["action"]),
        announced=row["announced"] or None,
        begins=row["effective_from"] or None,
        ends=row["effective_to"] or None,
        unknown_after=None if known_end else row["unknown_after"] or None,
        displaces=several(row["suspends"]),
        magnitude=row["magnitude"],
        address=row["source_url"],
        evidence=one_of(EVIDENCE, row["evidence"]),
    )
