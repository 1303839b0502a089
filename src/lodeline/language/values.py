"""Values in a text: numbers, money, percents, quantities, dates and durations, each with its stretch of text.

This is the typed grammar's result; the grammar itself is one module per language beside the words it knows.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from lodeline.vocabulary.quantities import Money, Quantity

ValueKind = Literal["money", "percent", "quantity", "date", "duration", "number", "identifier"]
DateSense = Literal["at", "by", "since", "until"]


@dataclass(frozen=True, slots=True)
class DateValue:
    """A point in time with the precision that the text gives."""

    iso: str | None
    """`2025-11-06`, `2025-11`, `2025`; None where it could not be resolved without a publication date."""
    sense: DateSense = "at"
    inferred: bool = False
    """True where the year, month or day comes from the publication date and not from the words."""


@dataclass(frozen=True, slots=True)
class Value:
    """One typed value; `text[start:stop]` is the stretch that states it, qualifier word included."""

    start: int
    stop: int
    kind: ValueKind
    money: Money | None = None
    quantity: Quantity | None = None
    """For `quantity` and for `percent` (unit `%`)."""
    date: DateValue | None = None
    period: str | None = None
    """ISO 8601 duration of a `duration`: `P1Y`, `P18M`, `P20Y`."""
    number: Decimal | None = None
    """The bare number, for every kind that has one."""
