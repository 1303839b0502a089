"""Political stability of states (Worldwide Governance Indicators), and concentration weighted by it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from lodeline.supply.output import Output
from lodeline.supply.ranges import Range
from lodeline.supply.tables import rows

LEAST, MOST = -2.5, 2.5
"""The range of the estimate; the World Bank states that it lies "approximately" between them."""


@cache
def _table() -> Mapping[str, Mapping[int, tuple[float, float]]]:
    found: dict[str, dict[int, tuple[float, float]]] = {}
    for row in rows("stability"):
        found.setdefault(row["country"], {})[int(row["year"])] = float(row["estimate"]), float(row["error"])
    return found


def stability(country: str, year: int) -> tuple[float, float] | None:
    """(estimate, standard error), −2.5 worst to 2.5 best, of that year or the nearest earlier one; None if unknown."""
    known = _table().get(country, {})
    have = [told for told in known if told <= year]
    return known[max(have)] if have else None


def instability(country: str, year: int) -> Range | None:
    """0 for the most stable, 1 for the least: (2.5 − estimate) / 5, ± one standard error; None if unknown."""
    found = stability(country, year)
    if found is None:
        return None
    estimate, error = found
    low, mid, high = ((MOST - (estimate + shift)) / (MOST - LEAST) for shift in (error, 0.0, -error))
    return Range.around(_unit(low), _unit(mid), _unit(high))


def weighted_hhi(made: Output) -> Range:
    """Σ share² · instability, 0 to 1. A country without an indicator counts with anything from 0 to 1; what stands
    without a country adds nothing at the low end and is one more, least stable country at the high end.

    The bands of the figures themselves are not in it.
    """
    parts = {f.country: f.value / made.whole for f in made.countries if f.value is not None and made.whole}
    rest = max(0.0, 1.0 - sum(parts.values())) ** 2
    weights = {country: instability(country, made.year) or Range(0.0, 0.5, 1.0) for country in parts}
    low, mid, high = (
        sum(part**2 * getattr(weights[country], end) for country, part in parts.items())
        for end in ("low", "mid", "high")
    )
    return Range.around(low, mid + rest / 4, high + rest)


def _unit(value: float) -> float:
    return min(1.0, max(0.0, value))
