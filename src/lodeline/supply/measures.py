"""Measures on trade with their dates: is one in force on a day? Yes, no, or unknown since when (data/measures.csv).

Dates are ISO days. `unknown_after`: the last day that any text covers; what held then may have been renewed or not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from lodeline.supply.output import Evidence
from lodeline.supply.tables import Row, rows

Force = Literal["in force", "not yet", "ended", "suspended", "unknown"]


@dataclass(frozen=True, slots=True)
class Measure:
    """A ban, quota, licence or tax on trade. `suspends`: ids of the measures that this one puts on hold."""

    id: str
    implementer: str
    targets: tuple[str, ...]
    commodities: tuple[str, ...]
    kind: str
    action: str
    begins: str | None
    ends: str | None
    unknown_after: str | None
    suspends: tuple[str, ...]
    magnitude: str
    address: str
    evidence: Evidence


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
    """Measures of a state, alpha-3; with a commodity only those that name it."""
    for each in measures():
        if each.implementer == implementer and (commodity is None or commodity in each.commodities):
            yield each


def standing(measure: Measure, today: str) -> Standing:
    """The measure by itself and under those that suspend it, on an ISO day."""
    own = _by_itself(measure, today)
    if own.force != "in force":
        return own
    for other in measures():
        if measure.id in other.suspends:
            over = _by_itself(other, today)
            if over.force == "in force":
                return Standing("suspended", f"suspended by {other.id} from {other.begins}", other.begins)
            if over.force == "unknown":
                return Standing("unknown", f"its suspension ({other.id}): {over.reason}", over.since)
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
    return Standing("in force", f"since {measure.begins}", measure.begins)


def _measure(row: Row) -> Measure:
    return Measure(
        id=row["id"],
        implementer=row["implementer"],
        targets=_several(row["targets"]),
        commodities=_several(row["commodities"]),
        kind=row["kind"],
        action=row["action"],
        begins=row["effective_from"] or None,
        ends=row["effective_to"] or None,
        unknown_after=row["unknown_after"] or None,
        suspends=_several(row["suspends"]),
        magnitude=row["magnitude"],
        address=row["source_url"],
        evidence=row["evidence"],  # type: ignore[arg-type]
    )


def _several(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())
