"""Words of the supply chapter that HTML, Markdown and the command share."""

from __future__ import annotations

from collections.abc import Iterable

from lodeline.reports.figures import THIN
from lodeline.scenarios.outlook import REST
from lodeline.vocabulary.places import country

SIDES = {"place": "made in", "control": "controlled from"}
"""How a part is told, by side."""


def state_name(code: str) -> str:
    known = country(code)
    return known.names("en")[0] if known else "no state told" if code == REST else code


def capital(name: str) -> str:
    return name[:1].upper() + name[1:]


def whole(value: float) -> str:
    """12 000."""
    return f"{value:,.0f}".replace(",", THIN)


def tonnes_text(value: float | None) -> str:
    """Nothing where no tonnes are known; small output with its decimals."""
    if value is None:
        return ""
    return f"{whole(value) if value >= 100 else f'{value:g}'}{THIN}t"


def percent_text(value: float) -> str:
    return f"{value:.1f}{THIN}%"


def tonnes_span(values: Iterable[float]) -> str:
    return f"{_span(values, 0)}{THIN}t"


def percent_span(values: Iterable[float]) -> str:
    return f"{_span(values, 1)}{THIN}%"


def _span(values: Iterable[float], digits: int) -> str:
    """Least to most of some values, one number where both are written alike."""
    found = list(values)
    low, high = (f"{end:,.{digits}f}".replace(",", THIN) for end in (min(found), max(found)))
    return low if low == high else f"{low}–{high}"


def listing(names: Iterable[str]) -> str:
    """a, b and c."""
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last
