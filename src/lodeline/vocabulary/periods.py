"""Lengths of time as ISO 8601 durations."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

PeriodUnit = Literal["year", "month", "week", "day", "hour"]
_LETTERS: dict[PeriodUnit, str] = {"year": "Y", "month": "M", "week": "W", "day": "D"}


def iso_duration(count: Decimal, unit: PeriodUnit) -> str:
    """`P20Y`, `P18M`, `P2W`, `PT18H`. Parts of a year become months (1.5 years is `P18M`); other parts stay decimal."""
    if unit == "year" and count != count.to_integral_value():
        return iso_duration((count * 12).quantize(Decimal(1)), "month")
    number = f"{count.normalize():f}"
    return f"PT{number}H" if unit == "hour" else f"P{number}{_LETTERS[unit]}"
