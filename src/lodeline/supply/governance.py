"""Political stability of states (Worldwide Governance Indicators), and concentration weighted by it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from lodeline.supply.indicators import Range
from lodeline.supply.output import Output
from lodeline.supply.tables import rows

LEAST, MOST = -2.5, 2.5
"""The range of the estimate; the World Bank states that it lies "approximately" between them."""


@cache
def _table() -> Mapping[tuple[str, int], tuple[float, float]]:
    return {
        (row["country"], int(row["year"])): (float(row["estimate"]), float(row["error"])) for row in rows("stability")
    }


def stability(country: str, year: int) -> tuple[float, float] | None:
    """(estimate, standard error), −2.5 worst to 2.5 best, of that year or the nearest earlier one; None if unknown."""
    have = [told for known, told in _table() if known == country and told <= year]
    return _table()[(country, max(have))] if have else None


def instability(country: str, year: int) -> Range | None:
    """0 for the most stable, 1 for the least: (2.5 − estimate) / 5, ± one standard error; None if unknown."""
    found = stability(country, year)
    if found is None:
        return None
    estimate, error = found
    low, mid, high = ((MOST - (estimate + shift)) / (MOST - LEAST) for shift in (error, 0.0, -error))
    return Range(_unit(low), _unit(mid), _unit(high))


def weighted_hhi(made: Output) -> Range:
    """Σ share² · instability, 0 to 1. Countries without an indicator, and the rest, count with 0 at the low end and
    with 1 at the high end."""
    low = mid = high = 0.0
    told = 0.0
    for figure in made.countries:
        if figure.value is None or not made.whole:
            continue
        part = figure.value / made.whole
        told += part
        weight = instability(figure.country, made.year) or Range(0.0, 0.5, 1.0)
        low, mid, high = low + part**2 * weight.low, mid + part**2 * weight.mid, high + part**2 * weight.high
    rest = max(0.0, 1.0 - told) ** 2
    return Range(low, mid + rest / 4, high + rest)


def _unit(value: float) -> float:
    return min(1.0, max(0.0, value))
